"""The card of a verdict: the authorities on each side, by kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from service.catalogue import Catalogue
from service.model import AuthorityKind, Stand, Summary, Voice
from service.web import phrases

NAMED = 6
"""Most authorities named a side; the rest are counted by kind."""


@dataclass(frozen=True, slots=True)
class NamedVoice:
    """An authority on a card, with its newest edition."""

    name: str
    full_name: str
    year: str
    edition: str
    kind: AuthorityKind


@dataclass(frozen=True, slots=True)
class CardSide:
    """The authorities on one side of a verdict.

    Attributes:
        word: the side's answer.
        count: how many authorities there are.
        by_kind: those named, by the label of their kind, in the order a reader weighs them.
        more: those not named, counted by kind; empty where all are named.
    """

    word: str
    count: int
    by_kind: list[tuple[str, list[NamedVoice]]]
    more: str


def sides(catalogue: Catalogue, summary: Summary) -> list[CardSide]:
    """Give the sides of a verdict that have authorities."""
    words = phrases.ANSWERS[summary.nature]
    groups = (
        (words[Stand.INCLUDED], summary.included),
        (words[Stand.EXCLUDED], summary.excluded),
        (words[Stand.CONTRADICTORY], summary.contradictory),
    )
    return [_side(catalogue, word, voices) for word, voices in groups if voices]


def _side(catalogue: Catalogue, word: str, voices: Sequence[Voice]) -> CardSide:
    shown = NAMED if len(voices) > NAMED + 1 else len(voices)
    named = [_named(catalogue, voice) for voice in voices]
    by_kind = [
        (phrases.AUTHORITY_KINDS[kind], list(group))
        for kind, group in groupby(named[:shown], lambda each: each.kind)
    ]
    counted = [
        phrases.count_kind(len(list(group)), kind)
        for kind, group in groupby(named[shown:], lambda each: each.kind)
    ]
    more = f"{len(voices) - shown} more: {', '.join(counted)}" if counted else ""
    return CardSide(word, len(voices), by_kind, more)


def _named(catalogue: Catalogue, voice: Voice) -> NamedVoice:
    authority = catalogue.authorities[voice.authority]
    return NamedVoice(
        authority.short,
        authority.name,
        phrases.edition_year(catalogue.editions[voice.edition]),
        voice.edition,
        authority.kind,
    )
