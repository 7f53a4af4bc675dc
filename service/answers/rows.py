"""Answers as rows of a table, the first being the head."""

from collections.abc import Iterable, Iterator
from typing import Any

from service.answers.encoding import Json
from service.catalogue import View
from service.catalogue.view import Concepts
from service.model import Disagreement, Summary, Voice
from service.rules.changes import Change

Rows = Iterator[list[Any]]
_SIDES = ("included", "excluded", "silent", "contradictory")


def of_matrix(body: Json) -> Rows:
    """Give a matrix as rows, one an element or material; a material's id stands as symbol."""
    yield ["atomic_number", "symbol", "name", "verdict", *body["columns"]]
    for row in body["rows"]:
        identity = [row[name] for name in ("atomic_number", "symbol", "name", "verdict")]
        yield [*identity, *(row["positions"][edition] for edition in body["columns"])]
    for row in body["material_rows"]:
        identity = [None, row["material"], row["name"], row["verdict"]]
        yield [*identity, *(row["positions"][edition] for edition in body["columns"])]


def of_changes(changes: Iterable[Change]) -> Rows:
    """Give changes as rows, one a change."""
    head = ["date", "authority", "series", "before", "after", "concept", "kind"]
    lists = ["elements", "from_labels", "to_labels", "materials"]
    yield [*head, *lists]
    for change in changes:
        joined = [";".join(getattr(change, name)) for name in lists]
        yield [*(getattr(change, name) for name in head), *joined]


def of_elements(view: View, symbols: Iterable[str], concept: Concepts) -> Rows:
    """Give elements as rows, one an element and concept, with edition ids by position."""
    identity = ["atomic_number", "symbol", "name"]
    yield [*identity, "concept", "verdict", "listed_by", "of", *_SIDES]
    for symbol in symbols:
        element = view.catalogue.elements[symbol]
        for summary in view.summaries(symbol, concept):
            yield [
                *(getattr(element, name) for name in identity),
                *(summary.concept, summary.verdict, summary.listed_by, summary.lists),
                *(_editions(getattr(summary, side)) for side in _SIDES),
            ]


def _editions(voices: Iterable[Voice]) -> str:
    return ";".join(p.edition for voice in voices for p in voice.positions)


def of_element(view: View, symbol: str, summaries: Iterable[Summary]) -> Rows:
    """Give one element as rows, one a concept and authority."""
    yield ["symbol", "concept", "verdict", "position", "authority", "kind", "edition", "status"]
    catalogue = view.catalogue
    for summary in summaries:
        for side in _SIDES:
            for voice in getattr(summary, side):
                authority = catalogue.authorities[voice.authority]
                yield [
                    *(symbol, summary.concept, summary.verdict, voice.stand),
                    *(authority.short, authority.kind, voice.edition, voice.status),
                ]


def of_disagreements(disagreements: Iterable[Disagreement]) -> Rows:
    """Give disagreements as rows, one a holder."""
    head = ["id", "thing", "concept", "kind", "strength"]
    yield [*head, "position", "in", "edition", "status"]
    for each in disagreements:
        identity = [getattr(each, name) for name in head]
        for side in each.sides:
            for holder in side.holders:
                yield [*identity, side.stand, side.concept, holder.edition, holder.status]


def of_outcomes(outcomes: Iterable[Json]) -> Rows:
    """Give resolved mentions as rows, one a mention."""
    yield ["input", "outcome", "symbol", "material", "by", "warnings", "problem"]
    for each in outcomes:
        match, problem = each["resolution"], each["problem"]
        yield [
            *(each["input"], each["outcome"], each["symbol"], each["material"]),
            match["by"] if match else None,
            " ".join(each["warnings"]),
            problem["detail"] if problem else None,
        ]
