"""Shapes of what comes in and goes out: marshmallow only, nothing of the service."""
