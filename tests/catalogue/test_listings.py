"""Lists by jurisdiction, and since when a thing is on one."""

import datetime as dt

from service.catalogue import Catalogue, Selection, View
from service.catalogue.listings import listed_since, lists_by_jurisdiction


def since(catalogue: Catalogue, edition: str, thing: str) -> str:
    return listed_since(catalogue, catalogue.positions_on["critical"][edition][thing])


def test_a_thing_that_came_back_is_listed_since_then(catalogue: Catalogue) -> None:
    assert since(catalogue, "eu-critical-2024", "Ga") == "eu-critical-2011"
    helium = since(catalogue, "eu-critical-2024", "He")
    before = catalogue.previous[helium]
    assert helium != "eu-critical-2011"
    assert catalogue.positions_on["critical"][before]["He"].stand == "excluded"


def test_lists_of_one_jurisdiction_stand_together(catalogue: Catalogue) -> None:
    places = lists_by_jurisdiction(View(catalogue), "critical")
    assert set(places["United States"]) == {"us-critical-2025", "us-doe-2025"}
    assert places["nato"] == ["nato-2024"]
    first = View(catalogue, Selection(dt.date(2012, 1, 1)))
    assert lists_by_jurisdiction(first, "critical") == {"European Union": ["eu-critical-2011"]}


def test_as_many_jurisdictions_have_lists_as_a_verdict_counts(catalogue: Catalogue) -> None:
    view = View(catalogue)
    for concept in ("critical", "strategic", "scarce", "export-controlled", "conflict-mineral"):
        (summary,) = view.summaries("W", concept)
        assert len(lists_by_jurisdiction(view, concept)) == summary.lists
