"""Coordinates of a timeline: plain numbers for the SVG template."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.model import Stand, first_day
from service.web.views.timeline import Stop, Track

LINE, HEADING, MARGIN = 44, 44, 24
"""The heights of a list, of a heading, and of the axis."""
LEFT, RIGHT = 400, 1040
"""Where the first year and the last day stand."""
_LABEL = 30
"""A year's label needs so much room."""


@dataclass(frozen=True, slots=True)
class Dot:
    """An edition: its place, whether it includes the element, and its year where there is room."""

    x: int
    included: bool
    label: str


@dataclass(frozen=True, slots=True)
class DrawnList:
    """A list: its editions, and the stretches in which it includes the element."""

    track: Track
    y: int
    dots: list[Dot]
    stretches: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The lists of one concept."""

    label: str
    y: int
    lines: list[DrawnList]


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    """The timelines, and the height of all."""

    timelines: list[Timeline]
    height: int


@dataclass(frozen=True, slots=True)
class _Scale:
    first: float
    last: float

    def x(self, date: str) -> int:
        part = (_year(date) - self.first) / max(self.last - self.first, 1)
        return min(RIGHT, LEFT + round((RIGHT - LEFT) * part))


def _year(date: str) -> float:
    day = first_day(date)
    return day.year + (day.timetuple().tm_yday - 1) / 366


def timeline_picture(
    groups: Iterable[tuple[str, Sequence[Track]]], released: str
) -> TimelinePicture:
    """Place the lists below each other, on one scale of time.

    Args:
        groups: the label of each concept with its lists.
        released: the day of the data, at the right edge.
    """
    shown = [(label, tracks) for label, tracks in groups if tracks]
    starts = [_year(stop.start) for _, tracks in shown for t in tracks for stop in t.stops]
    scale = _Scale(min(starts, default=0), _year(released))
    y, timelines = 0, []
    for label, tracks in shown:
        timeline = Timeline(label, y, [])
        y += HEADING
        for track in tracks:
            timeline.lines.append(_line(track, y, scale))
            y += LINE
        timelines.append(timeline)
    return TimelinePicture(timelines, y + MARGIN)


def _line(track: Track, y: int, scale: _Scale) -> DrawnList:
    dots: list[Dot] = []
    free = 0
    for stop in track.stops:
        x = scale.x(stop.start)
        label = stop.year if x >= free else ""
        free = x + _LABEL if label else free
        dots.append(Dot(x, stop.stand is Stand.INCLUDED, label))
    ends = [dot.x for dot in dots[1:]] + [RIGHT]
    stretches = [
        (dot.x, min(end, _end(stop, scale)))
        for stop, dot, end in zip(track.stops, dots, ends, strict=True)
        if dot.included
    ]
    return DrawnList(track, y, dots, stretches)


def _end(stop: Stop, scale: _Scale) -> int:
    return scale.x(stop.end) if stop.end else RIGHT
