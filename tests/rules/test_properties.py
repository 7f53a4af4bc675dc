"""Properties of the rules for any editions: totality, symmetry, no influence from outside."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.catalogue import Catalogue, Selection, View
from service.model import (
    AuthorityKind,
    Category,
    Claim,
    Coverage,
    Dataset,
    Definition,
    Disagreement,
    Element,
    Kind,
    Locator,
    Match,
    Nature,
    Position,
    Records,
    Relation,
    Stand,
    Status,
    Undecided,
    Verdict,
    Via,
)
from service.rules import DEFINITIONS, EditionReading, disagreements, made_claims, summary
from tests.rules.builders import authority, concept, edition

SYMBOLS = ("Sc", "Y", "La")
CONCEPTS = ("rare", "earth", "listed")
AUTHORITIES = ("a", "b", "c")
HERE = Locator("page", "1")
DAY = dt.date(2024, 1, 1)
ELEMENTS = tuple(
    Element(
        number, symbol, symbol, 3, 4, "d", f"cas-{symbol}", symbol, symbol, (number * 2,), (), True
    )
    for symbol, number in zip(SYMBOLS, (21, 39, 57), strict=True)
)


CATEGORIES = st.lists(
    st.tuples(
        st.sampled_from(CONCEPTS),
        st.sampled_from(Match),
        st.sampled_from(Coverage),
        st.integers(0, 3),
        st.sets(st.integers(0, 2), max_size=2),
        st.sampled_from([None, *SYMBOLS]),
    ),
    min_size=1,
    max_size=4,
)
"""Concept, match and coverage; places of a wider one and of disjoint ones; an undecided element."""
CLAIMS = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.sampled_from(SYMBOLS),
        st.sampled_from(Relation),
        st.sampled_from([Via.NAMED, Via.RANGE]),
        st.booleans(),
    ),
    max_size=8,
)
"""Place of the category, element, relation and way; and whether it stands against a count."""


@st.composite
def categories(draw: st.DrawFn, edition: str) -> tuple[Category, ...]:
    """Up to four categories of one edition; broader and disjoint ones stand before them."""
    found: list[Category] = []
    for about, match, coverage, wider, apart, undecided in draw(CATEGORIES):
        earlier = [each.id for each in found]
        broader = earlier[wider] if wider < len(earlier) else None
        disjoint = [id_ for place, id_ in enumerate(earlier) if place in apart and id_ != broader]
        found.append(
            Category(
                id=f"{edition}/c{len(found)}",
                edition=edition,
                label="a class",
                concept=about,
                match=match,
                coverage=coverage,
                locator=HERE,
                broader=broader,
                disjoint_with=tuple(disjoint),
                undecided=(Undecided(undecided, "Open."),) if undecided else (),
            )
        )
    return tuple(found)


@st.composite
def claims(draw: st.DrawFn, within: Sequence[Category]) -> tuple[Claim, ...]:
    found = {}
    for place, symbol, relation, via, against in draw(CLAIMS):
        category = within[place % len(within)]
        status = Status.STATED if via is Via.NAMED else Status.IMPLIED
        id_ = f"{category.id}/{symbol}/{relation}"
        found[id_] = Claim(
            *(id_, category.id, symbol, relation, status, via, HERE), against_count=against
        )
    return tuple(found.values())


@st.composite
def worlds(draw: st.DrawFn) -> Records:
    """The records of up to four editions of three authorities, two of one jurisdiction."""
    ids = [f"e{number}" for number in range(draw(st.integers(1, 4)))]
    spoken = [category for id_ in ids for category in draw(categories(id_))]
    said = [c for id_ in ids for c in draw(claims([s for s in spoken if s.edition == id_]))]
    holders = [draw(st.sampled_from(AUTHORITIES)) for _ in ids]
    kinds = [draw(st.sampled_from(AuthorityKind)) for _ in AUTHORITIES]
    return Records(
        dataset=Dataset("1.0.0", "2024-01-01", "MIT", ("en",), ()),
        elements=ELEMENTS,
        made_from="nothing",
        authorities=tuple(
            authority(id_, kind, None if id_ == "a" else "Ruritania")
            for id_, kind in zip(AUTHORITIES, kinds, strict=True)
        ),
        concepts=(concept(id_="rare"), concept(id_="earth"), concept(Nature.LISTING, "listed")),
        editions=tuple(edition(*pair) for pair in zip(ids, holders, strict=True)),
        categories=tuple(spoken),
        claims=tuple(said),
    )


def one_of_each(catalogue: Catalogue) -> None:
    """Assert one position for each element, edition and concept that the edition speaks of."""
    spoken = {(c.edition, c.concept) for c in catalogue.records.categories}
    found = {(id_, about) for about, editions in catalogue.positions_on.items() for id_ in editions}
    assert found == spoken
    for id_, about in found:
        positions = catalogue.positions_on[about][id_]
        listing = catalogue.concepts[about].nature is Nature.LISTING
        materials = catalogue.listed if listing else ()
        assert list(positions) == [*catalogue.elements, *materials]
        for symbol, each in positions.items():
            assert (each.concept, each.edition, each.thing) == (about, id_, symbol)


def positions_stand_on_claims(catalogue: Catalogue) -> None:
    for symbol in SYMBOLS:
        for position in View(catalogue).positions(symbol):
            assert (position.status is None) is (position.stand is Stand.SILENT)
            assert all(id_ in catalogue.claims for id_ in position.claims)


def one_voice_each(catalogue: Catalogue) -> None:
    """Assert one voice, by its kind in order, for each authority that speaks of a concept."""
    kinds = list(AuthorityKind)
    for symbol in SYMBOLS:
        for each in View(catalogue).summaries(symbol):
            sides = each.included, each.excluded, each.silent, each.contradictory
            voices = [voice for side in sides for voice in side]
            about = catalogue.positions_on[each.concept]
            speaking = sorted({catalogue.authority_of[id_] for id_ in about})
            assert sorted(voice.authority for voice in voices) == speaking
            for side in sides:
                ranks = [kinds.index(catalogue.authorities[v.authority].kind) for v in side]
                assert ranks == sorted(ranks)
            for voice in voices:
                held = {catalogue.authority_of[p.edition] for p in voice.positions}
                assert held == {voice.authority}


def listings_count_jurisdictions(catalogue: Catalogue) -> None:
    """Authority ``a`` is of none, ``b`` and ``c`` are of one."""
    for symbol in SYMBOLS:
        for each in View(catalogue).summaries(symbol, "listed"):
            on = {v.authority for v in (*each.included, *each.contradictory)}
            every = on | {v.authority for v in (*each.excluded, *each.silent)}
            assert each.listed_by == ("a" in on) + bool(on & {"b", "c"})
            assert each.lists == ("a" in every) + bool(every & {"b", "c"})


SHARP = {Kind.MEMBERSHIP, Kind.BOUNDARY}


def disputes_are_clashes(catalogue: Catalogue) -> None:
    """Assert a dispute exactly where authorities clash; lists disagree with themselves alone."""
    view = View(catalogue)
    for symbol in SYMBOLS:
        clashes = {d.concept for d in view.disagreements(symbol) if d.kind in SHARP}
        summaries = view.summaries(symbol)
        assert {s.concept for s in summaries if s.verdict is Verdict.DISPUTED} == clashes
        assert {s.concept for s in summaries if s.strength} == clashes
        assert {d.kind for d in view.disagreements(symbol, "listed")} <= {Kind.INTERNAL}


@given(worlds())
def test_positions_voices_and_verdicts_of_any_editions_are_sound(records: Records) -> None:
    catalogue = Catalogue(records)
    one_of_each(catalogue)
    positions_stand_on_claims(catalogue)
    one_voice_each(catalogue)
    listings_count_jurisdictions(catalogue)
    disputes_are_clashes(catalogue)


def test_the_real_seeds_have_one_position_on_each(catalogue: Catalogue) -> None:
    one_of_each(catalogue)
    assert len(catalogue.elements) == 118


Sides = frozenset[tuple[Stand, str, frozenset[str]]]


def essence(found: Sequence[Disagreement]) -> Counter[tuple[str, str, str, Sides]]:
    return Counter(
        (
            d.id,
            str(d.kind),
            str(d.strength),
            frozenset(
                (s.stand, s.concept, frozenset(h.edition for h in s.holders)) for s in d.sides
            ),
        )
        for d in found
    )


@given(worlds())
def test_disagreements_do_not_depend_on_the_order_of_editions(records: Records) -> None:
    catalogue = Catalogue(records)
    for id_, editions in catalogue.positions_on.items():
        for symbol in SYMBOLS:
            among = [positions[symbol] for positions in editions.values()]
            seen = []
            for order in permutations(among):
                each = summary(catalogue.concepts[id_], order, catalogue.holder_of)
                found = disagreements(each, catalogue.claims, catalogue.categories)
                seen.append((each.verdict, each.strength, essence(found)))
            assert all(each == seen[0] for each in seen)


@given(worlds(), st.data())
def test_an_edition_apart_changes_nothing(records: Records, data: st.DataObject) -> None:
    later = data.draw(categories("later"))
    added = replace(
        records,
        authorities=(*records.authorities, authority("d", AuthorityKind.LAW)),
        editions=(*records.editions, edition("later", "d", published="2024-01-02")),
        categories=(*records.categories, *later),
        claims=(*records.claims, *data.draw(claims(later))),
    )
    present = frozenset(edition.authority for edition in records.editions)
    before = Catalogue(records)
    for selection in (Selection(DAY), Selection(dt.date(2030, 1, 1), present)):
        old, new = View(before, selection), View(Catalogue(added), selection)
        assert new.editions == old.editions
        for symbol in SYMBOLS:
            assert new.positions(symbol) == old.positions(symbol)
            assert new.summaries(symbol) == old.summaries(symbol)
            assert new.disagreements(symbol) == old.disagreements(symbol)


@given(categories("e"), st.data())
def test_claims_have_no_order(within: tuple[Category, ...], data: st.DataObject) -> None:
    said = data.draw(claims(within))
    shuffled = data.draw(st.permutations(said))
    for about in {category.concept for category in within}:
        for symbol in SYMBOLS:
            one = EditionReading(within, said).position(about, symbol)
            other = EditionReading(within, shuffled).position(about, symbol)
            assert comparable(one) == comparable(other)


def comparable(position: Position) -> Position:
    return replace(position, claims=tuple(sorted(position.claims)))


@pytest.mark.parametrize(
    ("rule", "numbers"),
    [
        ("lanthanoids", set(range(57, 72))),
        ("rare-earth-metals", {21, 39, *range(57, 72)}),
        (
            "transition-elements",
            {*range(21, 30), *range(39, 48), *range(72, 80), *range(104, 112)},
        ),
    ],
)
def test_a_definition_in_words_makes_implied_claims_of_its_elements(
    catalogue: Catalogue, rule: str, numbers: set[int]
) -> None:
    definition = Definition("e/c", rule, HERE, "In words.")
    made = list(made_claims(replace(catalogue.records, definitions=(definition,))))
    assert {catalogue.elements[claim.thing].atomic_number for claim in made} == numbers
    assert {(c.relation, c.status, c.via) for c in made} == {
        (Relation.INCLUDES, Status.IMPLIED, Via.RULE)
    }
    assert {(c.category, c.locator, c.note) for c in made} == {("e/c", HERE, "In words.")}
    assert {c.id for c in made} == {f"e/c/{c.thing}" for c in made}


def test_every_definition_names_its_source() -> None:
    for rule, function in DEFINITIONS.items():
        assert ": IUPAC" in (function.__doc__ or ""), rule
