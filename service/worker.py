"""gunicorn's gevent worker, as this service needs it."""

from typing import Any

from gunicorn.workers.ggevent import GeventWorker

from service.patience import Patient


class Worker(GeventWorker):  # type: ignore[misc]  # gunicorn carries no types
    """A worker process."""

    def handle(self, listener: Any, client: Any, address: Any) -> None:
        """Serve one connection, whose client is not waited for for ever."""
        super().handle(listener, Patient(client), address)
