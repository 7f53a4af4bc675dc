"""What a cell of the table says: one state of an element on a concept, in text, mark and class."""

from dataclasses import dataclass

from service.catalogue import View
from service.model import Strength, Summary, Verdict
from service.web.phrases import count


@dataclass(frozen=True, slots=True)
class State:
    """A state: its class in the style sheet, its mark, its word and what it means."""

    id: str
    mark: str
    word: str
    meaning: str


DISPUTED = State(
    "disputed", "≠", "disputed", "Disputed outright: both sides say so in as many words"
)
INFERRED = State(
    "inferred",
    "(≠)",
    "disputed, inferred",
    "Disputed by inference: a side only follows from how a list reads",
)
AGREED_IN = State("in", "✓", "in", "All who speak of it include it")
SINGLE_IN = State("single-in", "1", "in, one voice", "One authority alone speaks: it includes it")
SINGLE_OUT = State(
    "single-out", "1", "out, one voice", "One authority alone speaks: it excludes it"
)
AGREED_OUT = State("out", "–", "out", "All who speak of it exclude it")
DISSENT_IN = State(
    "dissent-in", "✓1", "in, one dissents", "Three or more include it, one authority alone does not"
)
DISSENT_OUT = State(
    "dissent-out",
    "–1",
    "out, one dissents",
    "Three or more exclude it, one authority alone does not",
)
INTERNAL = State("internal", "?", "contradicts itself", "The only authority to speak says both")
MATERIAL = State("material", "m", "as a material", "Lists name a material of it, not the element")
SILENT = State("silent", "·", "silent", "Nobody chosen here speaks of it")
STATES = (
    DISPUTED,
    INFERRED,
    DISSENT_IN,
    AGREED_IN,
    SINGLE_IN,
    MATERIAL,
    DISSENT_OUT,
    SINGLE_OUT,
    AGREED_OUT,
    INTERNAL,
    SILENT,
)

BOTH = State("in", "✓", "both", "Both editions include it")
LEFT = State(
    "disputed", "◧", "left only", "The left edition includes it, the right one excludes it"
)
RIGHT = State(
    "disputed", "◨", "right only", "The right edition includes it, the left one excludes it"
)
NEITHER = State("out", "–", "neither", "Both editions exclude it")
UNSAID = State("silent", "·", "silent", "At least one of the two is silent about it")
SELF = State("inferred", "(≠)", "at odds", "One of the two contradicts itself on it")
LEFT_IT = State("moved", "◧", "left only", "On the left edition of this list, not on the right one")
CAME = State("moved", "◨", "right only", "On the right edition of this list, not on the left one")
SIDES = {
    "both": BOTH,
    "only_left": LEFT,
    "only_right": RIGHT,
    "neither": NEITHER,
    "silent": UNSAID,
    "contradictory": SELF,
}
REVISED = {**SIDES, "only_left": LEFT_IT, "only_right": CAME}
"""The same for two editions of one list: a revision is no disagreement."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A state with how many editions stand on each side."""

    state: State
    inside: int = 0
    outside: int = 0
    silent: int = 0
    contradictory: int = 0

    @property
    def counts(self) -> str:
        """Say how many stand on each side: ``24 in · 9 out``."""
        parts = [
            (self.inside, "in"),
            (self.outside, "out"),
            (self.contradictory, "both"),
        ]
        said = [f"{number} {word}" for number, word in parts if number]
        return " · ".join(said) or (f"{self.silent} silent" if self.silent else "")

    @property
    def spoken(self) -> str:
        """Say the same for the ear."""
        parts = [
            (self.inside, "includes it", "include it"),
            (self.outside, "excludes it", "exclude it"),
            (self.contradictory, "does both", "do both"),
            (self.silent, "is silent", "are silent"),
        ]
        said = [count(number, one, many) for number, one, many in parts if number]
        return f"{self.state.word}: {', '.join(said) or 'no edition speaks of it'}"


def tally(view: View, symbol: str, concept: str) -> Tally:
    """Give the state of an element on a concept among the editions in force."""
    record = next(iter(view.summaries(symbol, concept)), None)
    return of_summary(record) if record else Tally(SILENT)


def of_summary(record: Summary) -> Tally:
    """Give the state that a summary comes to."""
    return Tally(
        _state(record),
        len(record.included),
        len(record.excluded),
        len(record.silent),
        len(record.contradictory),
    )


def _state(record: Summary) -> State:
    if record.dissent:
        return DISSENT_IN if len(record.included) > 1 else DISSENT_OUT
    if record.verdict is Verdict.DISPUTED:
        return DISPUTED if record.strength is Strength.EXPLICIT else INFERRED
    if record.verdict is Verdict.SINGLE:
        return SINGLE_IN if record.included else SINGLE_OUT
    return _STATES[record.verdict]


_STATES = {
    Verdict.AGREED_IN: AGREED_IN,
    Verdict.AGREED_OUT: AGREED_OUT,
    Verdict.INTERNAL: INTERNAL,
    Verdict.ON_ALL: AGREED_IN,
    Verdict.ON_SOME: AGREED_IN,
    Verdict.ON_NONE: AGREED_OUT,
    Verdict.AS_MATERIAL_ONLY: MATERIAL,
    Verdict.SILENT: SILENT,
}
