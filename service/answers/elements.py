"""Answers about elements, whole: ``detail=full``."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from service.answers.encoding import Json
from service.answers.reasons import for_silence
from service.answers.side_loads import side_loads
from service.catalogue import Catalogue, View
from service.catalogue.view import Concepts
from service.mentions import Heading, Reading, Resolution
from service.model import Basis, Element, Figure, Position, Stand, Summary, Voice

HEADING = tuple(each.name for each in fields(Heading))
"""The members of a heading."""
_REASONS = {
    Basis.CLAIM: "Listed in '{label}'.",
    Basis.WIDER_CATEGORY: "Listed in '{label}', which is wider than the concept.",
    Basis.CLOSED_LIST: "Not named in '{label}', which is a closed list.",
    Basis.UNDECIDED_WORDING: "The wording of '{label}' does not decide.",
    Basis.NOTHING_SAID: "'{label}' says nothing of it.",
    Basis.WIDER_MATERIAL: "'{label}' lists {wider}, which includes it.",
}


def envelope(view: View) -> Json:
    """Give the data and the day of which an answer speaks."""
    return {
        "data_version": view.catalogue.records.dataset.version,
        "as_of": view.selection.as_of,
    }


def identity(catalogue: Catalogue, element: Element) -> Json:
    """Give what identifies an element: numbers, names by language, registry identifiers."""
    names: dict[str, list[str]] = {}
    for name in catalogue.names_of[element.symbol]:
        if name.kind in ("preferred", "spelling"):
            names.setdefault(name.language, []).append(name.text)
    return {
        "atomic_number": element.atomic_number,
        "symbol": element.symbol,
        "name": element.name,
        "names": names,
        "group": element.group,
        "period": element.period,
        "block": element.block,
        "cas": element.cas,
        "inchi": element.inchi,
        "inchikey": element.inchikey,
    }


def resolution(typed: Any, reading: Reading) -> Json | None:
    """Give the match of a mention in full; None where nothing matched."""
    match = reading.resolution
    if match is None:
        return None
    return {
        "query": typed,
        "by": match.by,
        "language": match.languages[0] if match.languages else None,
        "languages": match.languages,
        "variant": match.variant,
        "canonical": reading.symbol,
        "mass_number": match.mass_number,
        "charge": match.charge,
        "note": match.note,
        "heading": heading(match),
        "warnings": match.warnings,
    }


def heading(match: Resolution) -> Json | None:
    """Give what stood beside an element or material, without the members that say nothing."""
    beside = match.heading
    return None if beside is None else filled({name: getattr(beside, name) for name in HEADING})


def filled(entry: Json) -> Json:
    """Give an object without the members that say nothing."""
    return {name: value for name, value in entry.items() if value is not None}


def summary(record: Summary) -> Json:
    """Give the verdict on one concept, with the editions on each side."""
    return {
        "concept": record.concept,
        "nature": record.nature,
        "verdict": record.verdict,
        "strength": record.strength,
        "dissent": record.dissent.authority if record.dissent else None,
        "listed_by": record.listed_by,
        "lists": record.lists,
        "included": _editions(record.included),
        "excluded": _editions(record.excluded),
        "silent": _editions(record.silent),
        "contradictory": _editions(record.contradictory),
        "as_material": [p.edition for voice in record.as_material for p in voice.naming],
    }


def _editions(voices: Iterable[Voice]) -> list[str]:
    return [position.edition for voice in voices for position in voice.positions]


def position(view: View, record: Position) -> Json:
    """Give a position, the reason for it, and the claims it rests on."""
    catalogue = view.catalogue
    return {
        "record": record,
        "in_force": record.edition in view.current,
        "explanation": explanation(catalogue, record),
        "removed_from": view.removed_from(record),
        "category": catalogue.categories[record.category],
        "claims": [catalogue.claims[id_] for id_ in record.claims],
    }


def explanation(catalogue: Catalogue, record: Position) -> str:
    """Give the reason for a position in one sentence of ours."""
    label = catalogue.categories[record.category].label
    claimed = [catalogue.categories[catalogue.claims[id_].category].label for id_ in record.claims]
    if record.stand is Stand.CONTRADICTORY:
        return f"The edition both includes and excludes it in '{label}'."
    if record.basis is Basis.NARROWER_CATEGORY:
        return f"Listed in '{claimed[0]}', a narrower category of '{label}'."
    if record.basis is Basis.DISJOINT_CATEGORY:
        return f"Listed in '{claimed[0]}', which this edition keeps apart from '{label}'."
    if record.basis is Basis.CLAIM and record.stand is Stand.EXCLUDED:
        return f"Explicitly excluded from '{label}'."
    claim = catalogue.claims[record.claims[0]] if record.claims else None
    wider = claim.label if claim else None
    return _REASONS[record.basis].format(label=label, wider=wider)


def element(
    view: View, symbol: str, typed: Any, reading: Reading, concept: Concepts = None
) -> Json:
    """Give everything about one element, complete in itself.

    Args:
        view: the editions that take part.
        symbol: the element's.
        typed: the mention as it came, echoed.
        reading: how it was read.
        concept: where given, the only ones to speak of.
    """
    catalogue = view.catalogue
    summaries = view.summaries(symbol, concept)
    suspended = view.suspended_positions(symbol, concept)
    uncertain = view.uncertain_positions(symbol, concept)
    disagreements = view.disagreements(symbol, concept)
    editions, concepts = view.speaking(concept)
    editions |= {p.edition for p in (*suspended, *uncertain)}
    concepts |= {p.concept for p in (*suspended, *uncertain)}
    concepts |= {side.concept for d in disagreements for side in d.sides}
    return {
        **envelope(view),
        "element": identity(catalogue, catalogue.elements[symbol]),
        "resolution": resolution(typed, reading),
        "summary": [summary(s) for s in summaries],
        "positions": [position(view, p) for p in view.positions(symbol, concept)],
        "suspended": [position(view, p) for p in suspended],
        "uncertain": [position(view, p) for p in uncertain],
        "disagreements": disagreements,
        "reasons": for_silence(view, concept),
        "figures": figures(view, summaries),
        **side_loads(catalogue, editions, concepts),
        "links": {
            "self": f"/v1/elements/{symbol}?detail=full",
            "brief": f"/v1/elements/{symbol}",
            "disagreements": f"/v1/disagreements?element={symbol}",
        },
    }


def figures(view: View, summaries: Iterable[Summary]) -> list[Figure]:
    """Give the figures, of editions in force, about the concepts that somebody puts it in."""
    inside = {s.concept for s in summaries if s.included}
    return [
        figure
        for figure in view.catalogue.records.figures
        if figure.concept in inside and figure.edition in view.current
    ]


def row(view: View, symbol: str, concept: Concepts = None) -> Json:
    """Give an element among many: its verdicts, with edition ids."""
    record = view.catalogue.elements[symbol]
    return {
        "atomic_number": record.atomic_number,
        "symbol": symbol,
        "name": record.name,
        "summary": [summary(s) for s in view.summaries(symbol, concept)],
    }


def loads_of_rows(view: View, symbols: Iterable[str], concept: Concepts = None) -> Json:
    """Give the records that rows of elements name; none where there are no rows."""
    editions, concepts = view.speaking(concept) if list(symbols) else (set(), set())
    return side_loads(view.catalogue, editions, concepts)
