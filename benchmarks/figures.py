"""The arithmetic: figures of several rounds, ratios within a round, and the verdict on a goal."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True)
class Spread:
    """What several rounds gave."""

    low: float
    middle: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        """Give minimum, median and maximum."""
        return cls(min(values), median(values), max(values))


def ratios(ours: Sequence[float], floor: Sequence[float]) -> list[float]:
    """Divide round by round: what disturbs a round disturbs both sides of it."""
    return [mine / theirs for mine, theirs in zip(ours, floor, strict=True)]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: what was measured, against what, and whether the goal is met.

    The goal is the largest (``at_least``: the smallest) figure that will do, held against the
    median of the ratio where there is a floor and of the figure itself where there is none.
    """

    what: str
    unit: str
    figure: Spread
    floor: str | None = None
    ratio: Spread | None = None
    goal: float | None = None
    at_least: bool = False

    @property
    def verdict(self) -> str:
        """Say whether the goal is met; nothing where there is none."""
        if self.goal is None:
            return ""
        judged = (self.ratio or self.figure).middle
        met = judged >= self.goal if self.at_least else judged <= self.goal
        return "met" if met else "not met"


def row(  # noqa: PLR0913 - a row has as many columns
    what: str,
    unit: str,
    values: Sequence[float],
    *,
    floor: tuple[str, Sequence[float]] | None = None,
    goal: float | None = None,
    at_least: bool = False,
) -> Row:
    """Make a row of the figures of all rounds, and of those of the floor in the same rounds."""
    name, ratio = None, None
    if floor is not None:
        name, ratio = floor[0], Spread.of(ratios(values, floor[1]))
    return Row(what, unit, Spread.of(values), name, ratio, goal, at_least)


def stored(entry: Row) -> dict[str, Any]:
    """Give a row as plain data."""
    return asdict(entry)


def restored(data: dict[str, Any]) -> Row:
    """Give the row that plain data stand for."""
    spreads = {key: Spread(**data[key]) for key in ("figure", "ratio") if data[key]}
    return Row(**{**data, **spreads})
