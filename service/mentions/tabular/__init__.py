"""Texts around an element in tables of measurements and statistics."""
