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


BEFORE = edition("old", "league", series="list", published="2020")
AFTER = edition("new", "league", series="list", published="2023-05")
HERE = Locator("page", "1")
ELEMENTS = ("Sc", "Y", "La", "Ce", "Pt")
MATERIALS = ("barite", "coal", "potash", "zircon")


def _reading(text: str) -> EditionOnConcept:
    """Read ``closed, Sc Ce, rare earths: Y La, not: Pt, materials: coal``.

    Elements before which no group stands are named one by one; ``not`` leaves a group out, and
    ``label critical: Sc`` names the category.
    """
    entries = {}
    coverage, label = Coverage.OPEN, "list"
    for part in text.split(", "):
        name, _, things = part.rpartition(": ")
        if things == "closed":
            coverage = Coverage.CLOSED
        elif name.startswith("label "):
            label, entries["list"] = name.removeprefix("label "), things.split()
        else:
            entries[name or "list"] = things.split()
    ores, out = entries.pop("materials", []), entries.pop("not", [])
    claims = [
        _claim(s, None if name == "list" else name) for name in entries for s in entries[name]
    ]
    inside = {claim.thing for claim in claims}
    claims += [_claim(symbol, "not these", Relation.EXCLUDES) for symbol in out]
    silence = Stand.EXCLUDED if coverage is Coverage.CLOSED else Stand.SILENT
    return EditionOnConcept(
        (Category("e/c", "e", label, "critical", Match.EXACT, coverage, HERE),),
        tuple(claims),
        {s: Stand.INCLUDED if s in inside else silence for s in ELEMENTS},
        {m: Stand.INCLUDED if m in ores else silence for m in MATERIALS},
    )


def _claim(symbol: str, group: str | None, relation: Relation = Relation.INCLUDES) -> Claim:
    via = Via.GROUP if group else Via.NAMED
    return Claim(f"e/c/{symbol}", "e/c", symbol, relation, Status.STATED, via, HERE, group)


def _told(change: Change) -> str:
    """Write a change as ``split Sc Y La Ce: rare earths > light, heavy``."""
    labels = [", ".join(each) for each in (change.from_labels, change.to_labels)]
    told = " ".join([change.kind, *change.elements, *change.materials])
    return f"{told}: {' > '.join(labels)}" if any(labels) else told


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Sc", "Sc", []),
        ("closed, Sc", "closed, Y", ["added Y", "dropped Sc"]),
        ("Sc", "Y", ["included-after-silence Y", "silent-after-inclusion Sc"]),
        ("Sc", "closed, Sc", ["list-closed"]),
        ("closed, Sc", "Sc", ["list-opened"]),
        (None, "Y Sc", ["concept-added Sc Y"]),
        ("Sc", None, ["concept-dropped Sc"]),
        ("label scarce: Sc", "label critical: Sc", ["renamed: scarce > critical"]),
        ("rare earths: Sc Y", "REE: Sc Y", ["renamed Sc Y: rare earths > REE"]),
        ("rare: Sc Y La", "light: La, heavy: Sc Y", ["split Sc Y La: rare > light, heavy"]),
        ("light: La, heavy: Sc Y", "rare: Sc Y La", ["merged Sc Y La: light, heavy > rare"]),
        ("rare earths: Sc Y", "Sc Y", ["spelled-out Sc Y: rare earths > "]),
        ("Sc Y", "rare earths: Sc Y", ["grouped Sc Y:  > rare earths"]),
        ("Sc", "rare earths: Sc Y", ["included-after-silence Y"]),
        ("rare earths: Sc Y", "rare earths: Sc Y, not: Pt", []),
        ("rare earths: Sc Y", "Sc Y, not: Sc Y", ["spelled-out Sc Y: rare earths > "]),
        ("PGM: Pt", "REE: Sc", ["included-after-silence Sc", "silent-after-inclusion Pt"]),
        (
            "closed, Sc, materials: potash coal",
            "closed, Y, materials: coal zircon barite",
            ["added Y barite zircon", "dropped Sc potash"],
        ),
        ("closed, Sc, materials: coal", "closed, Sc", ["dropped coal"]),
        (None, "Y, materials: coal barite", ["concept-added Y barite coal"]),
    ],
)
def test_each_kind_of_revision_is_found(
    old: str | None, new: str | None, expected: list[str]
) -> None:
    readings = (text and _reading(text) for text in (old, new))
    found = list(revisions(BEFORE, AFTER, "critical", *(each or None for each in readings)))
    for change in found:
        assert (change.before, change.after, change.date) == ("old", "new", "2023-05")
        assert (change.authority, change.series, change.concept) == ("league", "list", "critical")
    assert [_told(change) for change in found] == expected


def test_an_undated_edition_gives_its_revisions_no_date() -> None:
    undated = edition("new", "league", series="list")
    (change,) = revisions(BEFORE, undated, "critical", None, _reading("Sc"))
    assert (change.date, undated.start) == (None, "2024-01-01")
