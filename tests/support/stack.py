"""The service as ``service.wsgi`` joins it: application, cache, middleware."""

from flask import Flask

from service.server.cache import Cache
from service.server.metrics import Metrics
from service.server.middleware import Middleware


def stack(app: Flask) -> Middleware:
    """Put an empty cache and the middleware in front of an application."""
    return Middleware(Cache(app), Metrics(None))
