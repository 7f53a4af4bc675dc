"""The legend of the verdicts: mark, word, meaning and counts."""

from dataclasses import dataclass

from service.catalogue import View
from service.model import Strength, Summary, Verdict
from service.web.phrases import count


@dataclass(frozen=True, slots=True)
class State:
    """A state: its class in the style sheet, its mark, its word and its line in the legend."""

    id: str
    mark: str
    word: str
    meaning: str


DISPUTED = State("disputed", "≠", "disputed", "Disputed: both sides say it explicitly")
INFERRED = State(
    "inferred",
    "(≠)",
    "disputed, one side implied",
    "Disputed: one side is only implied (for example by not being on a complete list)",
)
DISSENT_IN = State(
    "dissent-in", "✓1", "yes, one dissents", "Three or more include it; one alone excludes it"
)
AGREED_IN = State("in", "✓", "yes", "Everyone who takes a position includes it")
SINGLE_IN = State("single-in", "1", "yes, one alone", "One authority alone says: it is included")
ON_ALL = State("on-all", "✓", "on all lists", "On every list in force")
ON_MOST = State("on-most", "✓", "on most lists", "On more than half of the lists in force")
ON_SOME = State("on-some", "~", "on some lists", "On some, at most half, of the lists in force")
MATERIAL = State(
    "material", "m", "only as a material", "Lists name a material of it, not the element"
)
DISSENT_OUT = State(
    "dissent-out", "–1", "no, one dissents", "Three or more exclude it; one alone includes it"
)
SINGLE_OUT = State("single-out", "1", "no, one alone", "One authority alone says: it is excluded")
AGREED_OUT = State("out", "–", "no", "Everyone who takes a position excludes it")
ON_NONE = State("on-none", "–", "on no list", "On none of the lists in force")
INTERNAL = State(
    "internal", "?", "contradicts itself", "The only authority with a position says yes and no"
)
SILENT = State("silent", "·", "nobody says", "Nobody takes a position")
STATES = (
    DISPUTED,
    INFERRED,
    DISSENT_IN,
    AGREED_IN,
    SINGLE_IN,
    ON_ALL,
    ON_MOST,
    ON_SOME,
    MATERIAL,
    DISSENT_OUT,
    SINGLE_OUT,
    INTERNAL,
    AGREED_OUT,
    ON_NONE,
    SILENT,
)
DISPUTES = frozenset({DISPUTED, INFERRED, DISSENT_IN, DISSENT_OUT, INTERNAL})
"""The states in which authorities contradict each other or themselves."""
QUIET = frozenset({SINGLE_OUT.id, AGREED_OUT.id, ON_NONE.id, SILENT.id})
"""Ids of the states in which nobody includes the element: pages fold them."""

BOTH = State("in", "✓", "both", "Both editions include it")
LEFT = State(
    "disputed", "◧", "left only", "The left edition includes it, the right one excludes it"
)
RIGHT = State(
    "disputed", "◨", "right only", "The right edition includes it, the left one excludes it"
)
NEITHER = State("out", "–", "neither", "Both editions exclude it")
UNSAID = State("silent", "·", "silent", "At least one of the two is silent about it")
SELF = State("inferred", "(≠)", "contradiction", "One of the two contradicts itself on it")
DROPPED = State("moved", "◧", "left only", "On the left edition of this list, not on the right one")
ADDED = State("moved", "◨", "right only", "On the right edition of this list, not on the left one")
SIDES = {
    "both": BOTH,
    "only_left": LEFT,
    "only_right": RIGHT,
    "neither": NEITHER,
    "silent": UNSAID,
    "contradictory": SELF,
}
REVISED = {**SIDES, "only_left": DROPPED, "only_right": ADDED}
"""The same for two editions of one list: a revision is no disagreement."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A state with the number of authorities on each side.

    Attributes:
        state: the state.
        inside: how many authorities include the element.
        outside: likewise.
        silent: likewise.
        contradictory: likewise.
        lists: of a listing, how many jurisdictions list the element, and how many have lists.
    """

    state: State
    inside: int = 0
    outside: int = 0
    silent: int = 0
    contradictory: int = 0
    lists: tuple[int, int] | None = None

    @property
    def short(self) -> str:
        """Count the sides as a cell has room for it: ``22:8``, ``36 no``, ``7/9``."""
        if self.lists:
            return "{}/{}".format(*self.lists)
        if self.inside and self.outside:
            return f"{self.inside}:{self.outside}"
        if self.inside or self.outside:
            return f"{self.inside} yes" if self.inside else f"{self.outside} no"
        return ""

    @property
    def counts(self) -> str:
        """Count the sides in a line: ``22 yes · 8 no``, ``7 of 9 jurisdictions``."""
        if self.lists:
            return "{} of {} jurisdictions".format(*self.lists)
        sides = [(self.inside, "yes"), (self.outside, "no"), (self.contradictory, "both")]
        parts = [f"{number} {word}" for number, word in sides if number]
        return " · ".join(parts) or (f"{self.silent} silent" if self.silent else "")

    @property
    def spoken(self) -> str:
        """Count the sides in words: ``22 authorities say yes, 8 say no``."""
        if self.lists:
            listed, lists = self.lists
            if lists == 1:
                return "on the only list" if listed else "not on the only list"
            return f"on {listed or 'none'} of {lists} jurisdictions' lists"
        sides = [
            (self.inside, "yes"),
            (self.outside, "no"),
            (self.contradictory, "both yes and no"),
        ]
        numbered = [(number, word) for number, word in sides if number]
        if not numbered:
            return "nobody takes a position"
        number, word = numbered[0]
        first = f"{count(number, 'authority says', 'authorities say')} {word}"
        return ", ".join([first, *(_say(number, word) for number, word in numbered[1:])])

    @property
    def bar(self) -> tuple[int, int, int, int]:
        """The lengths of the bar's parts: yes, no, both, silent."""
        if self.lists:
            return self.lists[0], self.lists[1] - self.lists[0], 0, 0
        return self.inside, self.outside, self.contradictory, self.silent


def _say(number: int, word: str) -> str:
    return f"{number} {'says' if number == 1 else 'say'} {word}"


def tally(view: View, symbol: str, concept: str) -> Tally:
    """Give the state of an element on a concept among the editions in force."""
    summary = next(iter(view.summaries(symbol, concept)), None)
    return of_summary(summary) if summary else Tally(SILENT)


def of_summary(summary: Summary) -> Tally:
    """Give the state of a verdict."""
    return Tally(
        _state(summary),
        len(summary.included),
        len(summary.excluded),
        len(summary.silent),
        len(summary.contradictory),
        (summary.listed_by or 0, summary.lists) if summary.lists else None,
    )


def _state(summary: Summary) -> State:
    if summary.dissent:
        return DISSENT_IN if len(summary.included) > 1 else DISSENT_OUT
    if summary.verdict is Verdict.DISPUTED:
        return DISPUTED if summary.strength is Strength.EXPLICIT else INFERRED
    if summary.verdict is Verdict.SINGLE:
        return SINGLE_IN if summary.included else SINGLE_OUT
    if summary.verdict is Verdict.ON_SOME and 2 * (summary.listed_by or 0) > (summary.lists or 0):
        return ON_MOST
    return _STATES[summary.verdict]


_STATES = {
    Verdict.AGREED_IN: AGREED_IN,
    Verdict.AGREED_OUT: AGREED_OUT,
    Verdict.INTERNAL: INTERNAL,
    Verdict.ON_ALL: ON_ALL,
    Verdict.ON_SOME: ON_SOME,
    Verdict.ON_NONE: ON_NONE,
    Verdict.AS_MATERIAL_ONLY: MATERIAL,
    Verdict.SILENT: SILENT,
}
