"""The server around the application: gunicorn's configuration, cache, log, metrics, health."""
