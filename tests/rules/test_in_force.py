"""Which editions stand on a day: the boundary days, partial dates and suspensions."""

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service import rules
from service.catalogue import Catalogue, Selection, View
from service.catalogue.selection import select
from service.loading.build import build_catalogue
from service.model import Suspension, first_day, last_day
from tests.conftest import TINY_SEEDS
from tests.rules.builders import edition


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-03-31", "2025-03-31", "2025-03-31"),
    ],
)
def test_a_partial_date_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    assert (first_day(text), last_day(text)) == (day(first), day(last))


@pytest.mark.parametrize("text", ["", "2025-13", "2025-02-30", "0000", "March", "2025-03-01T00"])
def test_what_is_no_date_has_no_first_day(text: str) -> None:
    for either in (first_day, last_day):
        with pytest.raises(ValueError, match=r"."):
            either(text)


@pytest.mark.parametrize(
    ("published", "in_force", "days"),
    [
        (None, (None, None), "2023-12-31 no, 2024-01-01 yes, 9999-12-31 yes"),  # read on that day
        ("2020-01-01", ("2021-06-15", "2023-01-10"), "2020-01-01 no, 2021-06-14 no"),
        ("2020-01-01", ("2021-06-15", "2023-01-10"), "2021-06-15 yes, 2023-01-09 yes"),
        ("2020-01-01", ("2021-06-15", "2023-01-10"), "2023-01-10 no"),
        ("2020-02-02", (None, None), "2020-02-01 no, 2020-02-02 yes, 2099-01-01 yes"),
        ("2020-02", (None, None), "2020-01-31 no, 2020-02-01 ?, 2020-02-28 ?, 2020-02-29 yes"),
        ("2020", (None, None), "2019-12-31 no, 2020-01-01 ?, 2020-12-31 yes"),
        ("2010", (None, "2020"), "2019-12-31 yes, 2020-01-01 ?, 2020-12-30 ?, 2020-12-31 no"),
        ("2010", (None, "2020-03"), "2020-02-29 yes, 2020-03-01 ?, 2020-03-31 no"),
    ],
)
def test_an_edition_stands_from_start_to_end(
    published: str | None, in_force: tuple[str | None, str | None], days: str
) -> None:
    start, end = in_force
    dated = edition("e", published=published, in_force_from=start, in_force_to=end)
    for on, state in (each.split() for each in days.split(", ")):
        assert rules.in_force(dated, day(on)) is (state == "yes"), on
        assert rules.uncertain(dated, day(on)) is (state == "?"), on


@pytest.mark.parametrize(
    ("end", "unconfirmed", "days"),
    [
        ("2024-03-10", False, "2024-01-31 yes, 2024-02-01 no, 2024-03-09 no, 2024-03-10 yes"),
        ("2024-04", False, "2024-03-31 no, 2024-04-01 yes"),
        ("2024-04", True, "2024-01-31 yes, 2024-03-31 no, 2024-04-01 no"),
        (None, False, "2024-01-31 yes, 2024-02-01 no, 2999-01-01 no"),
    ],
)
def test_a_suspension_lasts_up_to_its_end_if_that_is_confirmed(
    end: str | None, unconfirmed: bool, days: str
) -> None:
    pause = Suspension("2024-02", end, unconfirmed, None)
    paused = edition("e", published="2020", suspensions=(pause,))
    for on, state in (each.split() for each in days.split(", ")):
        assert rules.in_force(paused, day(on)) is (state == "yes"), on


def test_each_of_several_suspensions_counts() -> None:
    years = (("2021", "2022"), ("2023", "2024"))
    pauses = tuple(Suspension(start, end, False, None) for start, end in years)
    paused = edition("e", published="2020", suspensions=pauses)
    on = [rules.in_force(paused, dt.date(year, 12, 31)) for year in range(2020, 2025)]
    assert on == [True, False, True, False, True]


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        ("2020-08-31", []),
        ("2020-09-29", []),
        ("2020-09-30", ["league-2020"]),
        ("2023-01-14", ["league-2020"]),
        ("2023-01-15", ["league-2023"]),
        ("2024-01-31", ["league-2023"]),
        ("2024-02-01", []),
        ("2024-03-10", ["league-2023"]),
    ],
)
def test_a_view_has_the_editions_of_its_day(tiny: Catalogue, on: str, standing: list[str]) -> None:
    league = {"league-2020", "league-2023"}
    assert league.intersection(View(tiny, Selection(day(on))).editions) == set(standing)
    only = View(tiny, Selection(day(on), frozenset({"league"})))
    assert list(only.editions) == standing
    history = View(tiny, Selection(day(on), frozenset({"league"}), history=True))
    assert set(history.editions) == league
    voices = [v for s in history.summaries("Sc") for v in (*s.included, *s.excluded, *s.silent)]
    assert {p.edition for voice in voices for p in voice.positions} == set(standing)


TINY = build_catalogue(TINY_SEEDS)
PERIODS = [(each.start, each.in_force_to) for each in TINY.editions.values()]
PAUSES = [(each.start, each.end) for e in TINY.editions.values() for each in e.suspensions]
BOUNDARIES = sorted(
    {
        either(date)
        for dates in PERIODS
        for date in dates
        if date
        for either in (first_day, last_day)
    }
    | {first_day(date) for dates in PAUSES for date in dates if date}
)
DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2026, 12, 31))


@given(DAYS, DAYS)
def test_answers_change_on_boundary_days_only(one: dt.date, other: dt.date) -> None:
    early, late = sorted((one, other))
    last = max((each for each in BOUNDARIES if each <= late), default=dt.date.min)
    early = max(early, last)
    before, after = (View(TINY, Selection(each)) for each in (early, late))
    assert stand(before) == stand(after)
    for symbol in TINY.elements:
        assert before.positions(symbol) == after.positions(symbol)
        assert before.summaries(symbol) == after.summaries(symbol)
        assert before.disagreements(symbol) == after.disagreements(symbol)


def stand(view: View) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    return view.editions, view.suspended, view.uncertain


def test_every_boundary_day_changes_how_editions_stand() -> None:
    for boundary in BOUNDARIES:
        eve = View(TINY, Selection(boundary - dt.timedelta(days=1)))
        assert stand(eve) != stand(View(TINY, Selection(boundary)))


def test_every_day_shows_what_it_would_by_itself(catalogue: Catalogue) -> None:
    """Days between two turns share a selection: those around each turn, and one a month."""
    turning = {
        day + dt.timedelta(n)
        for day in rules.eras(catalogue.editions.values())[1:]
        for n in (-1, 0, 1)
    }
    monthly = {dt.date(year, month, 9) for year in range(1985, 2028) for month in range(1, 13)}
    seen = set()
    for day in sorted(turning | monthly):
        for chosen in (None, frozenset(["cn-mofcom", "european-commission"])):
            selection = Selection(day, chosen, history=bool(day.toordinal() % 2))
            view = View(catalogue, selection)
            wanted = select(catalogue.editions.values(), selection)
            assert stand(view) == (wanted.shown, wanted.suspended, wanted.uncertain)
            assert view.current == wanted.current
            assert view.selection == selection
            seen.add(wanted.current)
    assert len(seen) > 60
