"""Revisions from edition to edition: each kind by itself, and on the real lists."""

import datetime as dt

import pytest

from service.catalogue import Catalogue
from service.catalogue.series import changes, changes_of_authority
from service.model import (
    Category,
    ChangeKind,
    Claim,
    Coverage,
    Locator,
    Match,
    Relation,
    Stand,
    Status,
    Via,
)
from service.rules.changes import Change, EditionOnConcept, revisions
from tests.rules.builders import edition


def _of(catalogue: Catalogue, after: str) -> list[Change]:
    return [change for change in changes(catalogue) if change.after == after]


def _elements(found: list[Change], kind: ChangeKind) -> set[str]:
    return {symbol for change in found if change.kind is kind for symbol in change.elements}


def test_canada_added_silicon_and_phosphorus_and_a_material_in_2024(catalogue: Catalogue) -> None:
    found = _of(catalogue, "ca-critical-2024")
    assert _elements(found, ChangeKind.ADDED) == {"Si", "P"}
    assert _elements(found, ChangeKind.DROPPED) == set()
    (added,) = (c.materials for c in found if c.kind is ChangeKind.ADDED)
    assert [catalogue.materials[id_].name for id_ in added] == ["high-purity iron ore"]


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
    every = _of(catalogue, "ca-critical-2024")
    assert every
    assert [c for c in changes(catalogue, day, day) if c in every] == every
    assert not [c for c in changes(catalogue, day + dt.timedelta(1)) if c in every]
    assert not [c for c in changes(catalogue, end=day - dt.timedelta(1)) if c in every]


def test_a_list_that_changes_its_publisher_is_found_by_either(catalogue: Catalogue) -> None:
    for authority in ("european-commission", "european-union"):
        found = changes_of_authority(catalogue, authority)
        assert "eu-critical-2024" in {change.after for change in found}
        assert {change.series for change in found} >= {"eu-critical"}


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


BEFORE = edition("old", "league", series="list", published="2020")
AFTER = edition("new", "league", series="list", published="2023-05")
HERE = Locator("page", "1")
ELEMENTS = ("Sc", "Y", "La", "Ce", "Pt")
MATERIALS = ("barite", "coal", "potash", "zircon")


def _reading(
    groups: dict[str, str] | None = None,
    named: str = "",
    *,
    coverage: Coverage = Coverage.OPEN,
    label: str = "list",
    materials: str = "",
    left_out: str = "",
) -> EditionOnConcept:
    """Read an edition with group entries (label -> elements) and elements named one by one."""
    list_ = Category("e/c", "e", label, "critical", Match.EXACT, coverage, HERE)
    said: list[tuple[str, str | None]] = [(symbol, None) for symbol in named.split()]
    said += [(s, name) for name, members in (groups or {}).items() for s in members.split()]
    claims = [_claim(symbol, name) for symbol, name in said]
    claims += [_claim(symbol, "not these", Relation.EXCLUDES) for symbol in left_out.split()]
    inside = {symbol for symbol, _ in said}
    silence = Stand.EXCLUDED if coverage is Coverage.CLOSED else Stand.SILENT
    stands = {s: Stand.INCLUDED if s in inside else silence for s in ELEMENTS}
    ores = {m: Stand.INCLUDED if m in materials.split() else silence for m in MATERIALS}
    return EditionOnConcept((list_,), tuple(claims), stands, ores)


def _claim(symbol: str, group: str | None, relation: Relation = Relation.INCLUDES) -> Claim:
    via = Via.GROUP if group else Via.NAMED
    return Claim(f"e/c/{symbol}", "e/c", symbol, relation, Status.STATED, via, HERE, group)


def _found(
    old: EditionOnConcept | None, new: EditionOnConcept | None
) -> list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    found = list(revisions(BEFORE, AFTER, "critical", old, new))
    for change in found:
        assert (change.before, change.after, change.date) == ("old", "new", "2023-05")
        assert (change.authority, change.series, change.concept) == ("league", "list", "critical")
    return [(str(c.kind), c.elements, c.from_labels, c.to_labels) for c in found]


CLOSED = Coverage.CLOSED


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (_reading(named="Sc"), _reading(named="Sc"), []),
        (
            _reading(named="Sc", coverage=CLOSED),
            _reading(named="Y", coverage=CLOSED),
            [("added", ("Y",), (), ()), ("dropped", ("Sc",), (), ())],
        ),
        (
            _reading(named="Sc"),
            _reading(named="Y"),
            [
                ("included-after-silence", ("Y",), (), ()),
                ("silent-after-inclusion", ("Sc",), (), ()),
            ],
        ),
        (
            _reading(named="Sc"),
            _reading(named="Sc", coverage=CLOSED),
            [("list-closed", (), (), ())],
        ),
        (
            _reading(named="Sc", coverage=CLOSED),
            _reading(named="Sc"),
            [("list-opened", (), (), ())],
        ),
        (None, _reading(named="Y Sc"), [("concept-added", ("Sc", "Y"), (), ())]),
        (_reading(named="Sc"), None, [("concept-dropped", ("Sc",), (), ())]),
        (
            _reading(named="Sc", label="scarce"),
            _reading(named="Sc", label="critical"),
            [("renamed", (), ("scarce",), ("critical",))],
        ),
        (
            _reading({"rare earths": "Sc Y"}),
            _reading({"rare-earth metals": "Sc Y"}),
            [("renamed", ("Sc", "Y"), ("rare earths",), ("rare-earth metals",))],
        ),
        (
            _reading({"rare earths": "Sc Y La Ce"}),
            _reading({"light": "La Ce", "heavy": "Sc Y"}),
            [("split", ("Sc", "Y", "La", "Ce"), ("rare earths",), ("light", "heavy"))],
        ),
        (
            _reading({"light": "La Ce", "heavy": "Sc Y"}),
            _reading({"rare earths": "Sc Y La Ce"}),
            [("merged", ("Sc", "Y", "La", "Ce"), ("light", "heavy"), ("rare earths",))],
        ),
        (
            _reading({"rare earths": "Sc Y"}),
            _reading(named="Sc Y"),
            [("spelled-out", ("Sc", "Y"), ("rare earths",), ())],
        ),
        (
            _reading(named="Sc Y"),
            _reading({"rare earths": "Sc Y"}),
            [("grouped", ("Sc", "Y"), (), ("rare earths",))],
        ),
        (
            _reading(named="Sc"),
            _reading({"rare earths": "Sc Y"}),
            [("included-after-silence", ("Y",), (), ())],
        ),
        (
            _reading({"rare earths": "Sc Y"}),
            _reading({"rare earths": "Sc Y"}, left_out="Pt"),
            [],
        ),
        (
            _reading({"platinum group": "Pt"}),
            _reading({"rare earths": "Sc"}),
            [
                ("included-after-silence", ("Sc",), (), ()),
                ("silent-after-inclusion", ("Pt",), (), ()),
            ],
        ),
    ],
)
def test_each_kind_of_revision_is_found_by_itself(
    old: EditionOnConcept | None,
    new: EditionOnConcept | None,
    expected: list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]],
) -> None:
    assert _found(old, new) == expected


def test_a_group_that_is_left_out_is_no_entry_of_the_list() -> None:
    old = _reading({"rare earths": "Sc Y"})
    new = _reading(named="Sc Y", left_out="Sc Y")
    assert [kind for kind, *_ in _found(old, new)] == ["spelled-out"]
    assert _reading(left_out="Pt").entries() == {}


def test_materials_move_as_elements_do() -> None:
    old = _reading(named="Sc", materials="potash coal", coverage=CLOSED)
    new = _reading(named="Y", materials="coal zircon barite", coverage=CLOSED)
    found = list(revisions(BEFORE, AFTER, "critical", old, new))
    assert [(str(c.kind), c.elements, c.materials) for c in found] == [
        ("added", ("Y",), ("barite", "zircon")),
        ("dropped", ("Sc",), ("potash",)),
    ]
    (began,) = revisions(BEFORE, AFTER, "critical", None, new)
    assert (began.elements, began.materials) == (("Y",), ("barite", "coal", "zircon"))


def test_an_undated_edition_gives_its_revisions_no_date() -> None:
    undated = edition("new", "league", series="list")
    (change,) = revisions(BEFORE, undated, "critical", None, _reading(named="Sc"))
    assert (change.date, undated.start) == (None, "2024-01-01")
