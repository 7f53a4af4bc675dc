"""Coordinates of the pictures: plain numbers and paths for the SVG templates."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.web.views.lists import ListsPage
from service.web.views.over_time import Chart, OverTime

CHART_COLUMNS = 6
BAR, CHART_HEIGHT = 9, 60
"""The width of a year, and the height of a chart."""
_HOT, _WARM, _CALM = ("#b03608", "#fff"), ("#fdece1", "#7a2605"), ("#dcebf0", "#123f4e")
_PALE, _PLAIN = ("#eef5f7", "#123f4e"), ("#fff", "#566070")
PAINTS = {
    "disputed": _HOT,
    "inferred": _WARM,
    "moved": ("#1c222d", "#fff"),
    **dict.fromkeys(("in", "on-all", "on-most", "single-in", "dissent-in"), _CALM),
    **dict.fromkeys(("on-some", "material"), _PALE),
    **dict.fromkeys(("out", "on-none", "single-out", "dissent-out"), _PLAIN),
    **dict.fromkeys(("internal", "silent"), _PLAIN),
}
"""The paint and the ink of each state of a cell, as in the style sheet."""
CELL_WIDTH, CELL_HEIGHT = 44, 20
NAMES_WIDTH, HEAD_HEIGHT = 210, 190


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart with its place and the path of its bars."""

    chart: Chart
    x: int
    y: int
    path: str


def bars(counts: Sequence[int], most: int) -> str:
    """Give the path of bars side by side.

    Args:
        counts: their heights.
        most: the count that reaches the top.
    """
    tops = [CHART_HEIGHT - round(CHART_HEIGHT * count / max(most, 1)) for count in counts]
    return f"M0 {CHART_HEIGHT}" + "".join(f"V{top}h{BAR}" for top in tops) + f"V{CHART_HEIGHT}z"


def placed(data: OverTime, width: int, height: int) -> list[PlacedChart]:
    """Place the charts in rows, each in a field of one size."""
    most = max(data.lists)
    return [
        PlacedChart(
            chart,
            at % CHART_COLUMNS * width,
            at // CHART_COLUMNS * height,
            bars(chart.counts, most),
        )
        for at, chart in enumerate(data.charts)
    ]


def filled(page: ListsPage, state: str) -> str:
    """Give the path of the cells in one state."""
    return "".join(
        f"M{NAMES_WIDTH + at * CELL_WIDTH} {HEAD_HEIGHT + row * CELL_HEIGHT}"
        f"h{CELL_WIDTH - 2}v{CELL_HEIGHT - 2}h{2 - CELL_WIDTH}z"
        for row, each in enumerate(page.rows)
        for at, cell in enumerate(each.cells)
        if cell.state == state
    )
