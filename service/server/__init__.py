"""How the application is served: gunicorn's configuration, cache, access log, metrics, health."""
