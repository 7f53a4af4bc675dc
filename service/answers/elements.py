"""Answers about elements: one whole, or one of many in brief."""

from collections.abc import Iterator, Sized
from functools import lru_cache
from typing import Any

from service.answers import records
from service.answers.writing import Json, Written, write
from service.catalogue import Catalogue
from service.mentions import Reading
from service.model import Basis, Disagreement, Element, Position, Side, Stand, Summary
from service.view import View

_REASONS = {
    Basis.CLAIM: "Said to be in '{label}'.",
    Basis.WIDER_CATEGORY: "Put in '{label}', which is wider than the concept.",
    Basis.CLOSED_LIST: "Not named in '{label}', which is a closed list.",
    Basis.UNDECIDED_WORDING: "The wording of '{label}' does not decide.",
    Basis.NOTHING_SAID: "Nothing is said of it in '{label}'.",
}


def envelope(view: View) -> Json:
    """Say of which data and which day an answer speaks."""
    return {
        "data_version": view.catalogue.records.dataset.version,
        "as_of": view.selection.as_of.isoformat(),
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
    """Confess how a mention was matched; None where it was not."""
    match = reading.resolution
    if match is None:
        return None
    return {
        "query": typed,
        "by": match.by,
        "language": match.languages[0] if match.languages else None,
        "languages": list(match.languages),
        "variant": match.variant,
        "canonical": reading.symbol,
        "mass_number": match.mass_number,
        "charge": match.charge,
        "note": match.note,
        "warnings": list(match.warnings),
    }


def summary(record: Summary) -> Json:
    """Give the verdict on one concept, with the editions on each side."""
    return {
        "concept": record.concept,
        "verdict": record.verdict,
        "included": list(record.included),
        "excluded": list(record.excluded),
        "silent": list(record.silent),
        "contradictory": list(record.contradictory),
    }


def position(view: View, record: Position) -> Json:
    """Give what one edition holds, why, and the claims it rests on."""
    catalogue = view.catalogue
    return {
        "concept": record.concept,
        "edition": record.edition,
        "in_force": record.edition in view.current,
        "position": record.stand,
        "status": record.status,
        "basis": record.basis,
        "explanation": explanation(catalogue, record),
        "category": records.brief_category(catalogue.categories[record.category]),
        "materials": [
            row.label
            for row in catalogue.categories[record.category].materials
            if record.element in row.elements
        ],
        "claims": [records.claim(catalogue.claims[id_]) for id_ in record.claims],
        "note": record.note,
    }


def positions(view: View, symbol: str, concept: str | None = None) -> Iterator[Json | Written]:
    """Give what every edition holds of an element, by concept."""
    for held in view.held(concept):
        if held.names(symbol):
            yield position(view, held[symbol])
        else:
            yield _of_the_rest(view, held.rest)


def _of_the_rest(view: View, rest: Position) -> Written:
    """Write a position on elements that an edition names nowhere: the same for each of them."""
    written = _rests(view.catalogue)
    place = rest.edition, rest.concept, rest.edition in view.current
    if place not in written:
        written[place] = Written(write(position(view, rest)))
    return written[place]


@lru_cache(maxsize=2)
def _rests(_: Catalogue) -> dict[tuple[str, str, bool], Written]:
    return {}


def explanation(catalogue: Catalogue, record: Position) -> str:
    """Say in one sentence of ours why a position is what it is."""
    label = catalogue.categories[record.category].label
    placed = [catalogue.categories[catalogue.claims[id_].category].label for id_ in record.claims]
    if record.stand is Stand.CONTRADICTORY:
        return f"The edition both includes and excludes it in '{label}'."
    if record.basis is Basis.NARROWER_CATEGORY:
        return f"Put in '{placed[0]}', a narrower category of '{label}'."
    if record.basis is Basis.DISJOINT_CATEGORY:
        return f"Put in '{placed[0]}', which excludes '{label}'."
    if record.basis is Basis.CLAIM and record.stand is Stand.EXCLUDED:
        return f"Said not to be in '{label}'."
    return _REASONS[record.basis].format(label=label)


def brief_position(record: Position) -> Json:
    """Give a position by ids alone."""
    return {
        "concept": record.concept,
        "edition": record.edition,
        "position": record.stand,
        "status": record.status,
        "claims": list(record.claims),
    }


def disagreement(record: Disagreement) -> Json:
    """Give the sides of a disagreement and who holds them; no winner is named."""
    return {
        "id": record.id,
        "element": record.element,
        "concept": record.concept,
        "kind": record.kind,
        "strength": record.strength,
        "sides": [_side(side) for side in record.sides],
        "note": record.note,
    }


def _side(side: Side) -> Json:
    return {
        "position": side.stand,
        "concept": side.concept,
        "holders": [
            {
                "edition": holder.edition,
                "status": holder.status,
                "basis": holder.basis,
                "category": holder.category,
                "claims": list(holder.claims),
            }
            for holder in side.holders
        ],
    }


def element(
    view: View, symbol: str, typed: Any, reading: Reading, concept: str | None = None
) -> Json:
    """Give everything about one element, complete in itself.

    Args:
        view: the editions that take part.
        symbol: the element's.
        typed: the mention as it came, echoed.
        reading: how it was read.
        concept: where given, the only concept to speak of.
    """
    catalogue = view.catalogue
    return {
        **envelope(view),
        "element": identity(catalogue, catalogue.elements[symbol]),
        "resolution": resolution(typed, reading),
        **said(view, symbol, concept),
        "links": {
            "self": f"/v1/elements/{symbol}",
            "disagreements": f"/v1/disagreements?element={symbol}",
        },
    }


def said(view: View, symbol: str, concept: str | None = None) -> Json:
    """Give what is said of an element, with the records that it names: no word of who asked."""
    suspended = view.suspended_positions(symbol, concept)
    summaries, disagreements = view.judged(symbol, concept)
    editions, concepts = view.speaking(concept)
    editions |= {p.edition for p in suspended}
    concepts |= {p.concept for p in suspended}
    concepts |= {side.concept for d in disagreements for side in d.sides}
    return {
        "summary": [summary(s) for s in summaries],
        "positions": positions(view, symbol, concept),
        "suspended": [position(view, p) for p in suspended],
        "disagreements": [disagreement(d) for d in disagreements],
        **records.side_loads(view.catalogue, editions, concepts),
    }


def brief(view: View, symbol: str, concept: str | None = None) -> Json:
    """Give an element among many: verdicts, and positions by ids."""
    record = view.catalogue.elements[symbol]
    return {
        "atomic_number": record.atomic_number,
        "symbol": symbol,
        "name": record.name,
        "summary": [summary(s) for s in view.summaries(symbol, concept)],
        "positions": [brief_position(p) for p in view.positions(symbol, concept)],
    }


def loads_of(view: View, symbols: Sized, concept: str | None = None) -> Json:
    """Give the side-loads of elements in brief: the same for all, none where there are none."""
    editions, concepts = view.speaking(concept) if symbols else ((), ())
    return records.side_loads(view.catalogue, editions, concepts)
