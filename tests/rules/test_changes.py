"""Revisions from edition to edition, on the real lists."""

import datetime as dt

import pytest

from service.catalogue import Catalogue
from service.catalogue.series import changes
from service.model import ChangeKind
from service.rules.changes import Change


def _of(catalogue: Catalogue, after: str) -> list[Change]:
    return [change for change in changes(catalogue) if change.after == after]


def _elements(found: list[Change], kind: ChangeKind) -> set[str]:
    return {symbol for change in found if change.kind is kind for symbol in change.elements}


def test_canada_added_silicon_and_phosphorus_and_a_material_in_2024(catalogue: Catalogue) -> None:
    found = _of(catalogue, "ca-critical-2024")
    assert _elements(found, ChangeKind.ADDED) == {"Si", "P"}
    assert _elements(found, ChangeKind.DROPPED) == set()
    materials = [c.to_labels for c in found if c.kind is ChangeKind.MATERIAL_ADDED]
    assert materials == [("high-purity iron ore",)]


def test_the_united_states_dropped_helium_and_named_the_rare_earths_in_2022(
    catalogue: Catalogue,
) -> None:
    found = _of(catalogue, "us-critical-2022")
    assert {"He", "Re", "Sr", "U"} <= _elements(found, ChangeKind.DROPPED)
    assert {"Ni", "Zn"} == _elements(found, ChangeKind.ADDED)
    spelled = {c.from_labels for c in found if c.kind is ChangeKind.SPELLED_OUT}
    assert ("rare earth elements group",) in spelled


def test_the_eu_split_its_rare_earths_and_dropped_scandium_in_2014(catalogue: Catalogue) -> None:
    found = _of(catalogue, "eu-critical-2014")
    assert _elements(found, ChangeKind.DROPPED) == {"Sc", "Ta"}
    assert _elements(found, ChangeKind.SILENT_AFTER_INCLUSION) == {"Pm"}
    (split,) = [c for c in found if c.kind is ChangeKind.SPLIT]
    assert split.from_labels == ("rare earths",)
    assert len(split.to_labels) == 2


def test_a_period_holds_both_of_its_days(catalogue: Catalogue) -> None:
    day = dt.date(2024, 6, 10)
    on_the_day = changes(catalogue, "nrcan", day, day)
    assert {change.after for change in on_the_day} == {"ca-critical-2024"}
    assert changes(catalogue, "nrcan", day + dt.timedelta(1), None) == []
    assert changes(catalogue, "nrcan", None, day - dt.timedelta(1)) == []


def test_a_list_that_changes_its_publisher_is_found_by_either(catalogue: Catalogue) -> None:
    for authority in ("european-commission", "european-union"):
        assert "eu-critical-2024" in {c.after for c in changes(catalogue, authority)}


@pytest.mark.parametrize("kind", [ChangeKind.ADDED, ChangeKind.DROPPED])
def test_no_record_lists_an_element_whose_stand_did_not_turn(
    catalogue: Catalogue, kind: ChangeKind
) -> None:
    expected = {"added": ("excluded", "included"), "dropped": ("included", "excluded")}[kind]
    for change in changes(catalogue):
        if change.kind is kind:
            for symbol in change.elements:
                on = catalogue.positions_on[change.concept]
                stands = (on[each][symbol].stand for each in (change.before, change.after))
                assert tuple(stands) == expected
