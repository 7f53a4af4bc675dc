"""gunicorn's gevent worker, as this service needs it."""

from gunicorn.workers.ggevent import GeventWorker


class Worker(GeventWorker):  # type: ignore[misc]  # gunicorn carries no types
    """A worker process."""
