"""What is written once for all elements that nobody names is what each of them would be told."""

import datetime as dt
from dataclasses import replace

import pytest

from service.app import create_app
from service.catalogue import Catalogue
from service.front import Front
from service.ready import Made
from service.rests import Rests, middle
from service.settings import Settings
from service.view import Selection


def test_on_every_day_of_a_change_the_piece_is_what_the_rules_say(
    catalogue: Catalogue, made: Made
) -> None:
    shared = 0
    for concept, day in made.rests.pieces:
        view = catalogue.view(Selection(day))
        for symbol in catalogue.elements:
            found = made.rests.find(view, symbol, concept)
            if found is not None:
                shared += 1
                assert found == middle(view, symbol, concept), (symbol, concept, day)
    # most elements are named by nobody on most concepts
    assert 118 * len(made.rests.pieces) > shared > 118 * len(made.rests.pieces) / 2


def test_it_holds_until_the_day_before_the_next_change(catalogue: Catalogue, made: Made) -> None:
    days: dict[str, list[dt.date]] = {}
    for concept, day in made.rests.pieces:
        days.setdefault(concept, []).append(day)
    compared = 0
    for concept, turns in days.items():
        for day in turns[1:]:
            view = catalogue.view(Selection(day - dt.timedelta(days=1)))
            for symbol in ("H", "Xe", "Og", "Fr"):
                found = made.rests.find(view, symbol, concept)
                if found is not None:
                    compared += 1
                    assert found == middle(view, symbol, concept), (symbol, concept, day)
    assert compared > 300


@pytest.mark.parametrize("more", [{"history": True}, {"authorities": frozenset({"iupac"})}])
def test_a_view_of_other_editions_has_none(
    catalogue: Catalogue, made: Made, more: dict[str, object]
) -> None:
    day = dt.date(2020, 1, 1)
    assert made.rests.find(catalogue.view(Selection(day)), "Og", "critical") is not None
    view = catalogue.view(Selection(day, **more))  # type: ignore[arg-type]  # of mixed values
    assert made.rests.find(view, "Og", "critical") is None


def test_what_changes_changes_the_tag(catalogue: Catalogue, made: Made) -> None:
    front = create_app(catalogue, Settings(log_level="ERROR"), made).wsgi_app
    assert isinstance(front, Front)
    tags: dict[str, bytes] = {}
    for symbol in ("Og", "Xe", "Sc", "Ga"):
        for concept, day in made.rests.pieces:
            query = f"concept={concept}&as_of={max(day, dt.date(1, 1, 1))}"
            found = front.look_up("GET", f"/v1/elements/{symbol}", query, [])
            assert found is not None
            tag = found.head.partition(b"ETag: ")[2].partition(b"\r\n")[0].decode()
            body = b"".join(found.pieces)
            assert tags.setdefault(tag, body) == body
    assert len(tags) == 4 * len(made.rests.pieces)


def test_a_piece_that_changes_changes_the_tag(catalogue: Catalogue, made: Made) -> None:
    def tag(rests: Rests) -> bytes:
        app = create_app(catalogue, Settings(log_level="ERROR"), replace(made, rests=rests))
        assert isinstance(app.wsgi_app, Front)
        query = "concept=critical&as_of=2020-01-01"
        found = app.wsgi_app.look_up("GET", "/v1/elements/Og", query, [])
        assert found is not None
        return found.head.partition(b"ETag: ")[2].partition(b"\r\n")[0]

    changed = {place: memoryview(bytes(each) + b" ") for place, each in made.rests.pieces.items()}
    assert tag(made.rests) == tag(Rests(made.rests.pieces)) != tag(Rests(changed))
