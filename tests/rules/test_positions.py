"""Claims -> positions: what an edition holds, and why.

An edition is written ``wide closed; inner/third in wide: Sc, not Y``: its categories, each with
its concept (``rare`` unless another is told), match and coverage, ``in`` a wider one or ``apart``
from another, and what it names. ``Sc group`` is not named itself; other words are materials.
"""

from itertools import pairwise, product

import pytest

from service.model import (
    Category,
    Claim,
    Coverage,
    ListedMaterial,
    Locator,
    Match,
    MaterialKind,
    Position,
    Relation,
    Status,
    Undecided,
    Via,
)
from service.rules import EditionReading
from tests.rules.builders import material

HERE = Locator("page", "1")
MINERAL = MaterialKind.MINERAL
MATERIALS = [
    *(material("bauxite", "Al Sc"), material("fluorspar", "Ca F"), material("coal")),
    *(material("xenotime", "Sc"), material("silicates", kind=MINERAL)),
    material("thortveitite", "Sc", broader="silicates", kind=MINERAL),
    *(material("ice", "H", kind=MINERAL), material("rust", "O", kind=MINERAL)),
    material("scandium-oxide", "Sc", kind=MaterialKind.COMPOUND),
    material("scandium-lamp", "Sc", kind=MaterialKind.PRODUCT),
]
ORES = {each.id: each for each in MATERIALS}


def edition(text: str) -> EditionReading:
    categories: list[Category] = []
    claims: list[Claim] = []
    for part in text.split("; "):
        head, _, named = part.partition(": ")
        name, *words = head.split()
        slug, _, concept = name.partition("/")
        after = dict(pairwise(words))
        own = [_claim(f"ed/{slug}", each) for each in filter(None, named.split(", "))]
        categories.append(
            Category(
                *(f"ed/{slug}", "ed", slug, concept or "rare"),
                next((each for each in Match if each in words), Match.EXACT),
                Coverage.CLOSED if "closed" in words else Coverage.OPEN,
                HERE,
                broader=f"ed/{after['in']}" if "in" in after else None,
                disjoint_with=(f"ed/{after['apart']}",) if "apart" in after else (),
                undecided=(Undecided(after["undecided"], "Open."),) if "undecided" in after else (),
                materials=tuple(ListedMaterial(c.thing, c.thing) for c in own if c.thing in ORES),
            )
        )
        claims += own
    return EditionReading(categories, claims, ORES)


def _claim(category: str, text: str) -> Claim:
    relation = Relation.EXCLUDES if text.startswith("not ") else Relation.INCLUDES
    thing, *how = text.removeprefix("not ").split()
    via = Via(how[0]) if how else Via.NAMED
    status = Status.STATED if via is Via.NAMED else Status.IMPLIED
    return Claim(
        f"{category}/{text.replace(' ', '-')}", category, thing, relation, status, via, HERE
    )


def told(found: Position) -> str:
    """Write a position as ``excluded implied closed-list of wide by inner/Sc``."""
    words: list[str] = [found.stand, *([found.status] if found.status else []), found.basis]
    words += ["of", (found.category or "").removeprefix("ed/")]
    words += ["by", *(id_.removeprefix("ed/") for id_ in found.claims)] if found.claims else []
    words += [] if found.exact else ["near"]
    words += ["as", *found.materials] if found.materials else []
    words += [f"({found.note})"] if found.note else []
    return " ".join(words)


TABLE = {
    "exact closed": ("included stated claim", "excluded stated claim", "excluded closed"),
    "exact open": ("included stated claim", "excluded stated claim", "silent"),
    "close closed": ("included stated claim", "excluded stated claim", "excluded closed"),
    "close open": ("included stated claim", "excluded stated claim", "silent"),
    "broad closed": ("silent wider-category", "excluded stated claim", "excluded closed"),
    "broad open": ("silent wider-category", "excluded stated claim", "silent"),
    "narrow closed": ("included stated claim", "silent", "silent"),
    "narrow open": ("included stated claim", "silent", "silent"),
}
"""What an edition holds where its category includes, excludes, or does not name the element."""


@pytest.mark.parametrize("kind", [f"{m} {c}" for m, c in product(Match, Coverage)])
def test_a_position_follows_from_match_coverage_and_claim(kind: str) -> None:
    for said, expected in zip(("Sc", "not Sc", ""), TABLE[kind], strict=True):
        short = {"silent": "silent nothing-said", "excluded closed": "excluded implied closed-list"}
        full = f"{short.get(expected, expected)} of list"
        full += f" by list/{said.replace(' ', '-')}" if expected not in short else ""
        full += " near" if kind.startswith("close") and expected != "silent" else ""
        found = edition(f"list {kind}: {said}").position("rare", "Sc")
        assert told(found) == full
        assert (found.concept, found.thing, found.edition) == ("rare", "Sc", "ed")


MUTE = "silent nothing-said"
SHUT = "excluded implied closed-list"
NAMED = "included stated claim"
APART = "excluded implied disjoint-category"
OPEN = "silent undecided-wording"
CLASH = "contradictory stated claim"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an element that is not named itself is implied
        ("list: Sc range", "included implied claim of list by list/Sc-range"),
        ("list: Sc group", "included implied claim of list by list/Sc-group"),
        ("list: Sc rule", "included implied claim of list by list/Sc-rule"),
        # a member of a narrower category is in the wider one, and not the reverse
        (
            "wide; middle/other in wide; inner/third in middle: Sc",
            "included implied narrower-category of wide by inner/Sc",
        ),
        ("wide/other: Sc; inner in wide", f"{MUTE} of inner"),
        # nor through one that is wider than the concept
        ("wide broad closed; inner/other in wide: Sc", "silent wider-category of wide by inner/Sc"),
        # disjointness excludes whichever category declares it, and no more than it says
        ("rare apart else; else/other: Sc", f"{APART} of rare by else/Sc"),
        ("rare; else/other apart rare: Sc", f"{APART} of rare by else/Sc"),
        ("rare apart else; else/other; in/third in else: Sc", f"{APART} of rare by in/Sc"),
        ("rare narrow apart else; else/other: Sc", f"{MUTE} of rare"),
        ("rare apart else; else/other: not Sc", f"{MUTE} of rare"),
        # undecided wording is silence with its reason
        ("list undecided Sc", f"{OPEN} of list (Open.)"),
        ("list closed undecided Sc", f"{OPEN} of list (Open.)"),
        ("wide closed; inner/other in wide undecided Sc", f"{OPEN} of wide (Open.)"),
        ("list closed undecided Y", f"{SHUT} of list"),
        # a claim speaks before a closed list, a stated one before an implied one
        ("one closed; two closed: Sc", f"{NAMED} of two by two/Sc"),
        ("one: Sc group; two: Sc", f"{NAMED} of two by two/Sc"),
        ("one: Sc group; two close: Sc", f"{NAMED} of two by two/Sc near"),
        # a category that fits speaks before one that nearly does
        ("near close: Sc; fit: Sc", f"{NAMED} of fit by fit/Sc"),
        ("fit: Sc; near close: Sc", f"{NAMED} of fit by fit/Sc"),
        ("near close closed; fit closed", f"{SHUT} of fit"),
        ("fit closed; near close closed", f"{SHUT} of fit"),
        # an edition that includes and excludes contradicts itself, exactly if both categories fit
        ("list: Sc, not Sc", f"{CLASH} of list by list/Sc list/not-Sc"),
        (
            "rare apart else: Sc group; else/other: Sc",
            "contradictory implied claim of rare by rare/Sc-group else/Sc",
        ),
        (
            "one close: Sc; two: not Sc",
            f"{CLASH} of one by one/Sc two/not-Sc near",
        ),
        (
            "one: Sc; two close: not Sc",
            f"{CLASH} of one by one/Sc two/not-Sc near",
        ),
        ("list: Y; else/other: Sc", f"{MUTE} of list"),
        # a material names the element, once, and decides nothing
        ("list closed: bauxite", f"{SHUT} of list as bauxite"),
        ("list: bauxite", f"{MUTE} of list as bauxite"),
        ("list: bauxite, Sc", f"{NAMED} of list by list/Sc as bauxite"),
        ("list: fluorspar, coal", f"{MUTE} of list"),
        (
            "wide: xenotime; inner/other in wide: thortveitite, xenotime; beside/other: bauxite",
            f"{MUTE} of wide as xenotime thortveitite",
        ),
    ],
)
def test_what_an_edition_holds_of_scandium(text: str, expected: str) -> None:
    assert told(edition(text).position("rare", "Sc")) == expected


@pytest.mark.parametrize(
    ("text", "thing", "expected"),
    [
        ("list closed: bauxite", "bauxite", f"{NAMED} of list by list/bauxite"),
        ("list closed: bauxite", "fluorspar", f"{SHUT} of list"),
        ("list: bauxite", "fluorspar", f"{MUTE} of list"),
        (
            *("list closed: silicates", "thortveitite"),
            "included implied wider-material of list by list/silicates",
        ),
        (
            *("list closed: thortveitite", "silicates"),
            f"{OPEN} of list (Only a kind of it is named: thortveitite.)",
        ),
        (
            *("list closed: Sc", "silicates"),
            f"{OPEN} of list (It names elements, and the data do not say which are in silicates.)",
        ),
        ("list closed: coal", "silicates", f"{SHUT} of list"),
        # a list that names an element does not exclude its minerals, nor its compounds and alloys
        ("list closed: Sc", "xenotime", f"{OPEN} of list (It names Sc, and not xenotime.)"),
        ("list closed: Sc", "thortveitite", f"{OPEN} of list (It names Sc, and not thortveitite.)"),
        (
            *("list closed: Sc", "scandium-oxide"),
            f"{OPEN} of list (It names Sc, and not scandium-oxide.)",
        ),
        ("list closed: Sc", "scandium-lamp", f"{SHUT} of list"),
        ("list closed: Sc", "fluorspar", f"{SHUT} of list"),
        # an element of nearly every mineral says nothing of one
        ("list closed: H", "ice", f"{SHUT} of list"),
        ("list closed: O", "rust", f"{SHUT} of list"),
    ],
)
def test_what_an_edition_holds_of_a_material(text: str, thing: str, expected: str) -> None:
    found = edition(text).position("rare", thing)
    assert (told(found), found.thing) == (expected, thing)
