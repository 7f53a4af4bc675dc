"""Disagreements in sentences that a reader can quote."""

from collections.abc import Iterable
from dataclasses import dataclass

from service.catalogue import Catalogue, View
from service.model import Disagreement, Kind, Position, Side, Stand, Strength
from service.web import phrases

NAMED = 5
"""Most authorities named a side; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A disagreement in a sentence, with its labels in a list."""

    id: str
    symbol: str
    name: str
    concept: str
    label: str
    kind: str
    kind_label: str
    strength: str
    explicit: bool
    dissent: bool
    sentence: str
    note: str | None


def disputes(view: View, symbol: str, concept: str) -> list[Dispute]:
    """Give the disagreements on one element and concept."""
    return [in_words(view, each) for each in view.disagreements(symbol, concept)]


def in_words(view: View, disagreement: Disagreement) -> Dispute:
    """Put a disagreement in words."""
    catalogue = view.catalogue
    element = catalogue.elements[disagreement.thing]
    return Dispute(
        id=disagreement.id,
        symbol=element.symbol,
        name=element.name,
        concept=disagreement.concept,
        label=catalogue.concepts[disagreement.concept].label,
        kind=disagreement.kind.value,
        kind_label=phrases.KINDS[disagreement.kind],
        strength=phrases.STRENGTHS[disagreement.strength],
        explicit=disagreement.strength is Strength.EXPLICIT,
        dissent=_is_dissent(view, disagreement),
        sentence=_sentence(catalogue, disagreement, element.name),
        note=disagreement.note,
    )


def _is_dissent(view: View, disagreement: Disagreement) -> bool:
    summaries = view.summaries(disagreement.thing, disagreement.concept)
    return any(summary.dissent for summary in summaries)


def _sentence(catalogue: Catalogue, disagreement: Disagreement, name: str) -> str:
    label = phrases.label_in_sentence(catalogue.concepts[disagreement.concept].label)
    subject = f"{name} as {phrases.article(label)}"
    sides = disagreement.sides
    if disagreement.kind is Kind.INTERNAL:
        names = names_of(catalogue, [holder for side in sides for holder in side.holders])
        return f"{subject}: {names} contradicts itself."
    if disagreement.kind is Kind.PLACEMENT:
        classes = [_class(catalogue, side) for side in sides]
        return f"Where a source allows only one class for {name.lower()}: {', '.join(classes)}."
    answers = [_answer(catalogue, side, first=not at) for at, side in enumerate(sides)]
    return f"{subject}: {', '.join(answers)}."


def _class(catalogue: Catalogue, side: Side) -> str:
    number = len(_authorities(catalogue, side.holders))
    label = phrases.label_in_sentence(catalogue.concepts[side.concept].label)
    verb = "says" if number == 1 else "say"
    return f"{number} {verb} {label} ({names_of(catalogue, side.holders)})"


def _answer(catalogue: Catalogue, side: Side, *, first: bool) -> str:
    number = len(_authorities(catalogue, side.holders))
    if side.stand is Stand.SILENT:
        return phrases.count(number, "is silent", "are silent")
    word = {Stand.INCLUDED: "yes", Stand.EXCLUDED: "no", Stand.CONTRADICTORY: "both"}[side.stand]
    verbs = ("authority says", "authorities say") if first else ("says", "say")
    return f"{phrases.count(number, *verbs)} {word} ({names_of(catalogue, side.holders)})"


def _authorities(catalogue: Catalogue, holders: Iterable[Position]) -> list[str]:
    return list(dict.fromkeys(catalogue.authority_of[holder.edition] for holder in holders))


def names_of(catalogue: Catalogue, holders: Iterable[Position], limit: int = NAMED) -> str:
    """Name the authorities that hold positions, each once."""
    names = [catalogue.authorities[id_].short for id_ in _authorities(catalogue, holders)]
    return phrases.listed(names, limit)
