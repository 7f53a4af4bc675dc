"""Disagreements in words a reader can quote."""

from collections.abc import Iterable
from dataclasses import dataclass

from service.catalogue import Catalogue, View
from service.model import Disagreement, Kind, Position, Side, Stand, Strength
from service.web import phrases

NAMED = 5
"""How many authorities a sentence names before it counts the rest."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A disagreement in a sentence, with what a list of them shows beside it."""

    id: str
    symbol: str
    name: str
    concept: str
    label: str
    kind: str
    kind_said: str
    strength: str
    explicit: bool
    sentence: str
    note: str | None


def disputes(view: View, symbol: str, concept: str) -> list[Dispute]:
    """Give the disagreements on one element and concept."""
    return [said(view, d) for d in view.disagreements(symbol, concept)]


def said(view: View, record: Disagreement) -> Dispute:
    """Put a disagreement in words."""
    catalogue = view.catalogue
    element = catalogue.elements[record.element]
    explicit = record.strength is Strength.EXPLICIT
    return Dispute(
        id=record.id,
        symbol=record.element,
        name=element.name,
        concept=record.concept,
        label=catalogue.concepts[record.concept].label,
        kind=record.kind.value,
        kind_said=phrases.KINDS[record.kind],
        strength="both sides state it" if explicit else "inferred from how a list reads",
        explicit=explicit,
        sentence=_sentence(view, record, element.name),
        note=record.note,
    )


def _sentence(view: View, record: Disagreement, name: str) -> str:
    catalogue = view.catalogue
    label = phrases.label_in_sentence(catalogue.concepts[record.concept].label)
    day = phrases.date(view.selection.as_of)
    if record.kind is Kind.INTERNAL:
        who = names_of(catalogue, record.sides[0].holders)
        return f"{who} is at odds with itself about {name.lower()} as {phrases.article(label)}."
    if record.kind is Kind.PLACEMENT:
        parts = [
            f"{phrases.count(len(side.holders), 'puts', 'put')} it under "
            f"“{phrases.label_in_sentence(catalogue.concepts[side.concept].label)}” "
            f"({names_of(catalogue, side.holders)})"
            for side in record.sides
        ]
        return f"Of the editions in force on {day} that must choose about {name.lower()}, " + (
            f"{'; '.join(parts)}."
        )
    counted = phrases.article(label)
    parts = [_held_by(catalogue, side, name.lower(), counted) for side in record.sides]
    return f"On {day}, {'; '.join(parts)}."


def _held_by(catalogue: Catalogue, side: Side, name: str, counted: str) -> str:
    number = len(side.holders)
    if side.stand is Stand.SILENT:
        return phrases.count(number, "is silent", "are silent")
    verbs = {
        Stand.INCLUDED: (
            f"edition counts {name} as {counted}",
            f"editions count {name} as {counted}",
        ),
        Stand.EXCLUDED: ("excludes it", "exclude it"),
        Stand.CONTRADICTORY: ("does both", "do both"),
    }[side.stand]
    return f"{phrases.count(number, *verbs)} ({names_of(catalogue, side.holders)})"


def names_of(catalogue: Catalogue, holders: Iterable[Position], limit: int = NAMED) -> str:
    """Name the authorities that hold positions, each once."""
    names = dict.fromkeys(
        catalogue.authorities[catalogue.authority_of[holder.edition]].name for holder in holders
    )
    return phrases.listed(list(names), limit)
