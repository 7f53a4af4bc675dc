"""Figures of several rounds, their ratios within each round, and the verdict on a goal."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, with a figure for each round.

    ``floors`` are what ``floor`` took in the same rounds, to divide by. ``goal`` is the largest
    median that will do: of the ratios where there are any, else of the figures.
    """

    what: str
    unit: str
    figures: Sequence[float]
    floor: str = ""
    floors: Sequence[float] = ()
    goal: float | None = None

    @property
    def ratios(self) -> list[float]:
        """Divide round by round: a disturbance of a round disturbs both sides."""
        if not self.floor:
            return []
        return [mine / theirs for mine, theirs in zip(self.figures, self.floors, strict=True)]

    @property
    def met(self) -> bool | None:
        """Tell whether the goal is met; None without a goal."""
        return None if self.goal is None else median(self.ratios or self.figures) <= self.goal

    def line(self) -> str:
        """Write the line as Markdown."""
        goal = "" if self.goal is None else f"≤ {self.goal:g}"
        verdict = {None: "", True: "met", False: "**not met**"}[self.met]
        figure = f"{_spread(self.figures)} {self.unit}"
        ratio = _spread(self.ratios) if self.floor else ""
        return f"| {' | '.join([self.what, figure, self.floor, ratio, goal, verdict])} |"


def _spread(values: Sequence[float]) -> str:
    middle = _number(median(values))
    if len(values) == 1:
        return middle
    return f"{middle} ({_number(min(values))}-{_number(max(values))})"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004 - three digits
