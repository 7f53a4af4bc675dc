"""Prometheus metrics of all workers together, on a port of their own.

prometheus_client's multiprocess mode sums over workers through files in
``PROMETHEUS_MULTIPROC_DIR``, which ``python -m service`` makes before gunicorn starts.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from service.access import Noted

_SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_ITEMS = (1, 10, 100, 1_000, 10_000, 100_000, 1_000_000)


class Metrics:
    """Counts requests and items, and answers the scraper; does nothing without a port."""

    def __init__(self, port: int | None) -> None:
        """Make the counters.

        Args:
            port: the operations port; None keeps no metrics.
        """
        self.port = str(port) if port else None
        if port is None:
            return
        # a start without metrics does without what makes them
        from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, make_wsgi_app
        from prometheus_client.multiprocess import MultiProcessCollector

        own = CollectorRegistry()
        self._requests = Counter(
            "http_requests_total", "Requests.", ["method", "route", "status"], registry=own
        )
        self._seconds = Histogram(
            "http_request_duration_seconds",
            "From a request's arrival to its answer.",
            ["route"],
            buckets=_SECONDS,
            registry=own,
        )
        self._items = Counter("items_total", "Batch items by outcome.", ["outcome"], registry=own)
        self._sizes = Histogram("batch_items", "Items a batch.", buckets=_ITEMS, registry=own)
        # set once before the workers fork, whose own copies start at 0: hence the maximum
        Gauge(
            "process_start_time_seconds",
            "When the service started, since the epoch.",
            multiprocess_mode="max",
            registry=own,
        ).set(time.time())
        registry = CollectorRegistry()
        MultiProcessCollector(registry)
        self._scraped = make_wsgi_app(registry)
        self._labelled: dict[tuple[str, str, int], tuple[Any, Any]] = {}

    def listens(self, address: Any) -> bool:
        """Tell whether a socket's own address is that of the operations port."""
        return self.port is not None and str(address[1]) == self.port

    def asked(self, environ: Mapping[str, Any]) -> bool:
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

    def count(self, noted: Noted) -> None:
        """Count one request, and the items of a batch."""
        if self.port is None:
            return
        key = (noted.method, noted.route or "none", noted.status)
        if key not in self._labelled:
            self._labelled[key] = (
                self._requests.labels(key[0], key[1], str(noted.status)),
                self._seconds.labels(key[1]),
            )
        requests, durations = self._labelled[key]
        requests.inc()
        durations.observe(noted.seconds)
        if noted.outcomes:
            for outcome, items in noted.outcomes.items():
                self._items.labels(outcome).inc(items)
            self._sizes.observe(sum(noted.outcomes.values()))
