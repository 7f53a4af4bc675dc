"""Answers that compare editions: matrix, comparison, changes, checks; and tables as rows."""

from collections.abc import Iterator, Sequence
from typing import Any

from service import rules
from service.answers import records
from service.answers.elements import envelope, position
from service.answers.writing import Json
from service.catalogue import Catalogue
from service.model import Position, Stand
from service.rules.changes import Change
from service.view import View


def matrix(view: View, concept: str) -> Json:
    """Give what every edition holds on every element, for one concept."""
    editions = [e for e in view.editions if (e, concept) in view.catalogue.positions_of]
    rows = []
    for symbol, element in view.catalogue.elements.items():
        cells = {p.edition: p.stand for p in view.positions(symbol, concept)}
        verdicts = [s.verdict for s in view.summaries(symbol, concept)]
        rows.append(
            {
                "atomic_number": element.atomic_number,
                "symbol": symbol,
                "name": element.name,
                "verdict": verdicts[0] if verdicts else None,
                "positions": {edition: cells[edition] for edition in editions},
            }
        )
    return {
        **envelope(view),
        "concept": concept,
        "columns": editions,
        "rows": rows,
        **records.side_loads(view.catalogue, set(editions), {concept}),
    }


def matrix_rows(body: Json) -> Iterator[list[Any]]:
    """Give the matrix as rows of a table, the first being its head."""
    yield ["atomic_number", "symbol", "name", "verdict", *body["columns"]]
    for row in body["rows"]:
        yield [
            row["atomic_number"],
            row["symbol"],
            row["name"],
            row["verdict"],
            *(row["positions"][edition] for edition in body["columns"]),
        ]


def compare(view: View, left: str, right: str, concept: str) -> Json:
    """Set two editions side by side: elements by what both, or one of them, hold."""
    catalogue = view.catalogue
    found: dict[str, list[str]] = {
        name: []
        for name in ("both", "only_left", "only_right", "neither", "silent", "contradictory")
    }
    ours, theirs = catalogue.positions_of[left, concept], catalogue.positions_of[right, concept]
    for symbol in catalogue.elements:
        found[_side(ours[symbol].stand, theirs[symbol].stand)].append(symbol)
    return {
        **envelope(view),
        "left": left,
        "right": right,
        "concept": concept,
        **found,
        **records.side_loads(catalogue, {left, right}, {concept}),
    }


def _side(left: Stand, right: Stand) -> str:
    if Stand.CONTRADICTORY in (left, right):
        return "contradictory"
    if Stand.SILENT in (left, right):
        return "silent"
    if left is right:
        return "both" if left is Stand.INCLUDED else "neither"
    return "only_left" if left is Stand.INCLUDED else "only_right"


def shared_concepts(catalogue: Catalogue, left: str, right: str) -> list[str]:
    """Give the concepts of which both editions speak."""
    return [
        concept
        for concept in catalogue.concepts
        if {(left, concept), (right, concept)} <= catalogue.positions_of.keys()
    ]


def change(record: Change) -> Json:
    """Give one thing that an edition did differently from the one before it."""
    return {
        "kind": record.kind,
        "authority": record.authority,
        "series": record.series,
        "concept": record.concept,
        "before": record.before,
        "after": record.after,
        "date": record.date,
        "elements": list(record.elements),
        "from_labels": list(record.from_labels),
        "to_labels": list(record.to_labels),
    }


def all_changes(view: View, found: list[Change]) -> Json:
    """Give revisions from edition to edition, in the order of their dates."""
    editions = {c.before for c in found} | {c.after for c in found}
    return {
        **envelope(view),
        "count": len(found),
        "changes": [change(record) for record in found],
        **records.side_loads(view.catalogue, editions, {c.concept for c in found}),
    }


def change_rows(body: Json) -> Iterator[list[Any]]:
    """Give the changes as rows of a table, the first being its head."""
    head = ["date", "authority", "series", "before", "after", "concept", "kind"]
    yield [*head, "elements", "from_labels", "to_labels"]
    for row in body["changes"]:
        lists = [";".join(row[key]) for key in ("elements", "from_labels", "to_labels")]
        yield [*(row[key] for key in head), *lists]


def answer_to(view: View, found: Sequence[Position]) -> tuple[str, list[Json]]:
    """Say what the positions make of 'this element is in this concept', with their claims."""
    return rules.support(found), [position(view, p) for p in found]


def element_rows(body: Json) -> Iterator[list[Any]]:
    """Give elements in brief as rows, one an element and concept."""
    stands = [stand.value for stand in Stand]
    yield ["atomic_number", "symbol", "name", "concept", "verdict", *stands]
    for element in body["elements"]:
        for row in element["summary"]:
            identity = [element[key] for key in ("atomic_number", "symbol", "name")]
            sides = [";".join(row[stand]) for stand in stands]
            yield [*identity, row["concept"], row["verdict"], *sides]


def disagreement_rows(body: Json) -> Iterator[list[Any]]:
    """Give disagreements as rows, one a holder."""
    yield ["id", "element", "concept", "kind", "strength", "position", "in", "edition", "status"]
    for row in body["disagreements"]:
        head = [row[key] for key in ("id", "element", "concept", "kind", "strength")]
        for side in row["sides"]:
            for holder in side["holders"]:
                yield [
                    *head,
                    side["position"],
                    side["concept"],
                    holder["edition"],
                    holder["status"],
                ]
