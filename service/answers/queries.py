"""Queries: the filters and concepts of an answer as the query of its address."""

from collections.abc import Sequence
from urllib.parse import urlencode

from service.catalogue import Filters


def query_of(filters: Filters, concepts: Sequence[str] | None = None, **more: str) -> str:
    """Give the query that makes the same choice over HTTP, with its question mark, in one order."""
    pairs = [
        *(("authority", filters.authority), ("kind", filters.kind), ("grade", filters.grade)),
        *(("jurisdiction", filters.jurisdiction), ("edition", filters.edition)),
        *(("series", filters.series), ("as_of", filters.as_of)),
        *(("history", "true" if filters.history else None), ("concept", concepts)),
    ]
    query = urlencode([*((name, each) for name, each in pairs if each), *more.items()], doseq=True)
    return f"?{query}" if query else ""
