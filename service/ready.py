"""Answers that are bytes before the workers fork, so that a look-up is all a request costs.

A GET for the default representation has one answer until the data changes. The application is
asked once for each without a query, and for the tables most asked for; what it said is kept.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from flask import Flask

from service.access import REQUEST_ID
from service.catalogue import Catalogue
from service.cuts import Cuts
from service.mentions import Lexicon
from service.problem_types import TYPES, type_uri
from service.rests import Rests

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

Headers = list[tuple[str, str]]
Pieces = tuple[bytes | memoryview, ...]
_OF_THE_REQUEST = {"X-Request-Id", "Date"}
_OF_THE_BODY = {"Content-Length", "Content-Type"}


class Ready(NamedTuple):
    """One answer: its route, entity tag, bytes, and the lines of its head.

    ``head`` are the header lines of a 200, ``unchanged`` those of a 304, each line with its end;
    what belongs to the single request (its id, the date, the connection) is not among them. The
    body comes in pieces, for several answers may share one.
    """

    route: str
    etag: str
    pieces: Pieces
    head: bytes
    unchanged: bytes

    @property
    def own(self) -> int:
        """How many bytes it takes: of its head, and of what it does not share with another."""
        pieces = (piece for piece in self.pieces if isinstance(piece, bytes))
        return sum(map(len, (self.head, self.unchanged, *pieces)))


@dataclass(frozen=True, slots=True)
class Made:
    """All that is made before a start, so that workers share it.

    Attributes:
        answers: by path, and query where there is one.
        briefs: every element as it stands among many, in JSON, by symbol: all concepts, on the
            day of the data's release.
        rests: what is said of the elements that nobody names.
        lexicon: every spelling, arranged for look-up.
        answer_cuts: the answers about one element and one concept, on that day.
        brief_cuts: every element as it stands among many on one concept, on that day.
    """

    answers: Mapping[str, Ready] = field(default_factory=dict)
    briefs: Mapping[str, bytes | memoryview] = field(default_factory=dict)
    rests: Rests = field(default_factory=lambda: Rests({}))
    lexicon: Lexicon | None = None
    answer_cuts: Cuts | None = None
    brief_cuts: Cuts | None = None


def default_paths(catalogue: Catalogue) -> list[str]:
    """List the paths whose answer is kept ready: every GET of the API that needs no parameter."""
    records = [
        ("authorities", catalogue.authorities),
        ("concepts", catalogue.concepts),
        ("editions", catalogue.editions),
        ("sources", catalogue.sources),
    ]
    return [
        *(f"/v1/elements/{symbol}" for symbol in catalogue.elements),
        *(f"/v1/{name}" for name, _ in records),
        *(f"/v1/{name}/{id_}" for name, known in records for id_ in known),
        "/v1/elements",
        "/v1/disagreements",
        "/v1/changes",
        "/v1/dataset",
        "/v1/problems",
        *(type_uri(slug) for slug in TYPES),
        "/openapi.json",
    ]


def common_targets(catalogue: Catalogue) -> list[str]:
    """List the questions with a parameter whose answer is kept ready: tables that take long."""
    whole_tables = ("/v1/elements", "/v1/disagreements")
    by_concept = ("/v1/matrix", "/v1/disagreements", "/v1/elements")
    return [
        *(f"{path}?concept={id_}" for path in by_concept for id_ in catalogue.concepts),
        *(f"/v1/disagreements?element={symbol}" for symbol in catalogue.elements),
        *(f"/v1/changes?authority={id_}" for id_ in catalogue.authorities),
        *(f"{path}?format={form}" for path in whole_tables for form in ("json", "csv", "ndjson")),
        "/v1/elements?disputed=true",
    ]


def prepare(
    app: Flask, inner: Callable[..., Iterable[bytes]], targets: Iterable[str]
) -> dict[str, Ready]:
    """Ask the application for each target, a path and perhaps a query, and keep what it says.

    Args:
        app: whose routes the paths are.
        inner: the application without the layer that notes requests.
        targets: what to ask for.

    Raises:
        RuntimeError: one of them is not answered with 200 and a strong entity tag.
    """
    # only making answers needs a client: a start that finds them made does without
    from werkzeug.test import Client

    client: Any = Client(inner)
    asked = {REQUEST_ID: ""}
    return {each: _kept(app, client.get(each, environ_overrides=asked), each) for each in targets}


def _kept(app: Flask, response: "TestResponse", target: str) -> Ready:
    if response.status_code != 200:  # noqa: PLR2004 - OK
        raise RuntimeError(f"{target} cannot be kept ready: {response.status}")
    path = target.partition("?")[0]
    rule, _ = app.url_map.bind("localhost").match(path, return_rule=True)
    found = ready_of(str(rule), list(response.headers), response.data)
    if found is None:
        raise RuntimeError(f"{target} cannot be kept ready: it has no strong entity tag")
    return found


def ready_of(route: str, headers: Headers, *pieces: bytes | memoryview) -> Ready | None:
    """Make an answer of what the application said; None where it has no strong entity tag."""
    etag = next((value for name, value in headers if name == "ETag"), "")
    if not etag.startswith('"'):
        return None
    kept = [(name, value) for name, value in headers if name not in _OF_THE_REQUEST]
    unchanged = [pair for pair in kept if pair[0] not in _OF_THE_BODY]
    return Ready(route, etag, pieces, header_lines(kept), header_lines(unchanged))


def header_lines(headers: Headers) -> bytes:
    """Write headers as lines, each with its end."""
    return "".join(f"{name}: {value}\r\n" for name, value in headers).encode("latin-1")
