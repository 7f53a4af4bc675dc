"""Addresses of the same view: as a page, as JSON and as CSV."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from service.model import OFFICIAL, AuthorityKind

OFFICIAL_KINDS = [kind.value for kind in AuthorityKind if kind in OFFICIAL]
_Arguments = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DataLinks:
    """The addresses at which the API gives the data of a page."""

    csv: str | None
    json: str


def page_query(arguments: _Arguments, **more: str) -> str:
    """Give the query that makes the same view again on a page."""
    official = [("official", "true")] if is_official(arguments) else []
    return _query([*_chosen(arguments), *official, *more.items()])


def api_query(arguments: _Arguments, **more: str) -> str:
    """Give the query that makes the same view in the API."""
    kinds = OFFICIAL_KINDS if is_official(arguments) else []
    return _query([*_chosen(arguments), *(("kind", kind) for kind in kinds), *more.items()])


def _chosen(arguments: _Arguments) -> list[tuple[str, str]]:
    pairs = [("authority", id_) for id_ in arguments.get("authority", ())]
    if "as_of" in arguments:
        pairs.append(("as_of", arguments["as_of"].isoformat()))
    return pairs


def _query(pairs: list[tuple[str, str]]) -> str:
    return f"?{urlencode(pairs)}" if pairs else ""


def report_query(edition: str, concept: str, thing: str) -> str:
    """Give the query of the page that reports what an edition holds on a thing."""
    return _query([("edition", edition), ("concept", concept), ("thing", thing)])


def is_official(arguments: _Arguments) -> bool:
    """Tell whether the view is of official authorities only."""
    return arguments.get("official") == "true"


def voices(arguments: _Arguments, **more: str) -> dict[str, Any]:
    """Give the values of the switch between all voices and official ones."""
    official = is_official(arguments)
    other = {**arguments, "official": None if official else "true"}
    return {"official": official, "other_voices": page_query(other, **more)}


def downloads(path: str, arguments: _Arguments, **more: str) -> DataLinks:
    """Give the addresses of a view in the API.

    Args:
        path: the API's.
        arguments: what the page was asked.
        more: further parameters of the API.
    """
    query = api_query(arguments, **more)
    return DataLinks(f"{path}{api_query(arguments, **more, format='csv')}", f"{path}{query}")
