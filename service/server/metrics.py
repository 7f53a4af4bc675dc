"""Prometheus metrics of all workers together, on a port of their own.

prometheus_client's multiprocess mode sums over the files that the workers write into
``PROMETHEUS_MULTIPROC_DIR``. The files are named by the worker's slot, not by its process id: a
replacement goes on counting in the file of the worker it replaces, so that their number is bounded.
"""

import os
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from service.server.access_log import Access

_SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_ITEMS = (1, 10, 100, 1_000, 10_000, 100_000, 1_000_000)
SLOT = "ELEMENT_CLASSIFIER_SLOT"
"""The environment variable in which each worker finds the number of its slot."""
FILES = "PROMETHEUS_MULTIPROC_DIR"
"""prometheus_client's variable for the folder of the files."""
_ROOM = 512 * 1024
"""Bytes that must be free beside the files: writing to a full memory file system kills a worker."""


def free_slot(taken: Iterable[int]) -> int:
    """Give the lowest number from 0 that is not taken."""
    numbers = set(taken)
    return next(number for number in range(len(numbers) + 1) if number not in numbers)


class Metrics:
    """Counts requests and items, and answers the scraper; does nothing without a port."""

    def __init__(self, port: int | None) -> None:
        self.port = str(port) if port else None
        self._uncounted: Access | None = None
        if port is None:
            return
        from prometheus_client import CollectorRegistry, make_wsgi_app, values
        from prometheus_client.multiprocess import MultiProcessCollector

        values.ValueClass = values.MultiProcessValue(lambda: os.environ.get(SLOT, "master"))
        self._register(CollectorRegistry())
        registry = CollectorRegistry()
        MultiProcessCollector(registry)
        self._scraped = make_wsgi_app(registry)

    def _register(self, registry: Any) -> None:
        from prometheus_client import Counter, Gauge, Histogram

        self._requests = Counter(
            "http_requests_total", "Requests.", ["method", "route", "status"], registry=registry
        )
        self._seconds = Histogram(
            "http_request_duration_seconds",
            "From a request's arrival to the end of its answer.",
            ["route"],
            buckets=_SECONDS,
            registry=registry,
        )
        self._items = Counter(
            "items_total", "Batch items by outcome.", ["outcome"], registry=registry
        )
        self._sizes = Histogram("batch_items", "Items a batch.", buckets=_ITEMS, registry=registry)
        # set before the workers fork, whose own copies start at 0: hence the maximum
        Gauge(
            "process_start_time_seconds",
            "When the service started, since the epoch.",
            multiprocess_mode="max",
            registry=registry,
        ).set(time.time())

    def on_port(self, environ: Mapping[str, Any]) -> bool:
        """Tell whether a request came in by the operations port, whatever its Host says."""
        return self.port is not None and environ["SERVER_PORT"] == self.port

    def answer(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answer the scraper; there is nothing else on its port."""
        if environ["PATH_INFO"] != "/metrics":
            start_response("404 NOT FOUND", [("Content-Length", "0")])
            return ()
        scraped: Iterable[bytes] = self._scraped(environ, start_response)
        return scraped

    def count(self, access: Access) -> None:
        """Count one request, and the items of a batch; a failure shows in ``fault`` alone."""
        if self.port is None:
            return
        try:
            route = access.route or "none"
            self._requests.labels(access.method, route, str(access.status)).inc()
            self._seconds.labels(route).observe(access.seconds)
            if access.outcomes:
                for outcome, items in access.outcomes.items():
                    self._items.labels(outcome).inc(items)
                self._sizes.observe(sum(access.outcomes.values()))
        except (OSError, ValueError):
            self._uncounted = access
        else:
            self._uncounted = None

    def fault(self) -> str | None:
        """Say why requests cannot be counted; None where they can."""
        if self.port is None:
            return None
        if self._uncounted:  # a service that is not ready gets no request that would try again
            self.count(self._uncounted)
        if self._uncounted:
            return "Requests cannot be counted: the files of the metrics cannot be written."
        try:
            room = os.statvfs(os.environ[FILES])
        except OSError as error:
            return f"Requests cannot be counted: {error}."
        if room.f_bavail * room.f_frsize < _ROOM:
            return "Requests cannot be counted: the file system of the metrics is full."
        return None
