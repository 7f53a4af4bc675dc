"""What holds of the rules for any editions: totality, symmetry, and no influence from outside."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.catalogue import Catalogue
from service.catalogue.view import Selection
from service.model import (
    Authority,
    AuthorityKind,
    Category,
    Claim,
    Concept,
    Coverage,
    Dataset,
    Definition,
    Disagreement,
    Edition,
    Element,
    Locator,
    Match,
    Position,
    Records,
    Relation,
    Stand,
    Status,
    Undecided,
    Verdict,
    Via,
)
from service.rules import DEFINITIONS, EditionReading, disagreements, made_claims

SYMBOLS = ("Sc", "Y", "La")
CONCEPTS = ("rare", "earth")
HERE = Locator("page", "1")
DAY = dt.date(2024, 1, 1)
ELEMENTS = tuple(
    Element(
        number, symbol, symbol, 3, 4, "d", f"cas-{symbol}", symbol, symbol, (number * 2,), (), True
    )
    for symbol, number in zip(SYMBOLS, (21, 39, 57), strict=True)
)


@st.composite
def categories(draw: st.DrawFn, edition: str) -> tuple[Category, ...]:
    """Up to four categories of one edition; broader and disjoint ones stand before them."""
    found: list[Category] = []
    for number in range(draw(st.integers(1, 4))):
        earlier = [each.id for each in found]
        wider = draw(st.sampled_from([None, *earlier]))
        apart = draw(st.sets(st.sampled_from(earlier))) if earlier else set()
        undecided = draw(st.sets(st.sampled_from(SYMBOLS), max_size=1))
        found.append(
            Category(
                id=f"{edition}/c{number}",
                edition=edition,
                label="a class",
                concept=draw(st.sampled_from(CONCEPTS)),
                match=draw(st.sampled_from(Match)),
                coverage=draw(st.sampled_from(Coverage)),
                locator=HERE,
                broader=wider,
                disjoint_with=tuple(sorted(apart - {wider})),
                undecided=tuple(Undecided(symbol, "Open.") for symbol in sorted(undecided)),
            )
        )
    return tuple(found)


@st.composite
def claims(draw: st.DrawFn, within: Sequence[Category]) -> tuple[Claim, ...]:
    triples = st.tuples(
        st.sampled_from(within), st.sampled_from(SYMBOLS), st.sampled_from(Relation)
    )
    found = []
    for category, symbol, relation in sorted(draw(st.sets(triples, max_size=8)), key=str):
        via = draw(st.sampled_from([Via.NAMED, Via.RANGE]))
        status = Status.STATED if via is Via.NAMED else Status.IMPLIED
        id_ = f"{category.id}/{symbol}/{relation}"
        against = draw(st.booleans())
        found.append(
            Claim(
                *(id_, category.id, symbol, relation, status, via, HERE),
                against_count=against,
            )
        )
    return tuple(found)


def an_edition(id_: str, published: str | None = None) -> Edition:
    return Edition(
        *(id_, f"by-{id_}", f"series-{id_}", "A list", (), published, None, None),
        suspensions=(),
        supersedes=None,
        official_count=None,
        count_note=None,
        note=None,
    )


@st.composite
def worlds(draw: st.DrawFn) -> Records:
    """The records of up to four editions of authorities of their own."""
    ids = [f"e{number}" for number in range(draw(st.integers(1, 4)))]
    spoken = [category for id_ in ids for category in draw(categories(id_))]
    said = [c for id_ in ids for c in draw(claims([s for s in spoken if s.edition == id_]))]
    kind = AuthorityKind.SCIENCE
    return Records(
        dataset=Dataset("1.0.0", "2024-01-01", "MIT", ("en",), ()),
        elements=ELEMENTS,
        made_from="nothing",
        authorities=tuple(Authority(f"by-{id_}", id_, kind, None, None, None) for id_ in ids),
        concepts=tuple(Concept(id_, id_, id_, None) for id_ in CONCEPTS),
        editions=tuple(an_edition(id_) for id_ in ids),
        categories=tuple(spoken),
        claims=tuple(said),
    )


def one_of_each(catalogue: Catalogue) -> None:
    """Assert one position for each element, edition and concept that the edition speaks of."""
    spoken = {(c.edition, c.concept) for c in catalogue.records.categories}
    for symbol in catalogue.elements:
        pairs = [(p.edition, p.concept) for p in catalogue.positions(symbol)]
        assert len(pairs) == len(set(pairs))
        assert set(pairs) == spoken
        assert {p.element for p in catalogue.positions(symbol)} <= {symbol}


@given(worlds())
def test_every_edition_has_one_position_on_each_element_and_concept_it_speaks_of(
    records: Records,
) -> None:
    catalogue = Catalogue(records)
    one_of_each(catalogue)
    for symbol in SYMBOLS:
        for position in catalogue.positions(symbol):
            assert (position.status is None) is (position.stand is Stand.SILENT)
            assert all(id_ in catalogue.claims for id_ in position.claims)
        for each in View(catalogue).summaries(symbol):
            speaking = {*each.included, *each.excluded, *each.silent, *each.contradictory}
            about = [c.edition for c in records.categories if c.concept == each.concept]
            assert speaking == set(about)


def test_the_real_seeds_have_one_position_on_each_element_and_concept(
    catalogue: Catalogue,
) -> None:
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
    for symbol in SYMBOLS:
        for concept in CONCEPTS:
            among = [p for p in catalogue.positions(symbol) if p.concept == concept]
            seen = [
                essence(disagreements(order, catalogue.claims, catalogue.categories))
                for order in permutations(among)
            ]
            assert all(each == seen[0] for each in seen)


@given(worlds(), st.data())
def test_an_edition_that_takes_no_part_changes_nothing(
    records: Records, data: st.DataObject
) -> None:
    later = data.draw(categories("later"))
    added = replace(
        records,
        authorities=(
            *records.authorities,
            Authority("by-later", "l", AuthorityKind.LAW, None, None, None),
        ),
        editions=(*records.editions, an_edition("later", "2024-01-02")),
        categories=(*records.categories, *later),
        claims=(*records.claims, *data.draw(claims(later))),
    )
    present = frozenset(edition.authority for edition in records.editions)
    before = Catalogue(records)
    for selection in (Selection(DAY), Selection(dt.date(2030, 1, 1), present)):
        old, new = before.view(selection), Catalogue(added).view(selection)
        assert new.editions == old.editions
        for symbol in SYMBOLS:
            assert new.positions(symbol) == old.positions(symbol)
            assert new.summaries(symbol) == old.summaries(symbol)
            assert new.disagreements(symbol) == old.disagreements(symbol)


@given(worlds())
def test_a_verdict_is_disputed_exactly_where_stands_clash(records: Records) -> None:
    view = Catalogue(records).default
    for symbol in SYMBOLS:
        clashes = {d.concept for d in view.disagreements(symbol) if str(d.kind) in SHARP}
        disputed = {s.concept for s in view.summaries(symbol) if s.verdict is Verdict.DISPUTED}
        contradictory = {s.concept for s in view.summaries(symbol) if s.contradictory}
        assert disputed == clashes | contradictory


SHARP = {"membership", "boundary"}


@given(categories("e"), st.data())
def test_the_order_of_claims_changes_no_position(
    within: tuple[Category, ...], data: st.DataObject
) -> None:
    said = data.draw(claims(within))
    shuffled = data.draw(st.permutations(said))
    for concept in {category.concept for category in within}:
        for symbol in SYMBOLS:
            one = EditionReading(within, said).position(concept, symbol)
            other = EditionReading(within, shuffled).position(concept, symbol)
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
    assert {catalogue.elements[claim.element].atomic_number for claim in made} == numbers
    assert {(c.relation, c.status, c.via) for c in made} == {
        (Relation.INCLUDES, Status.IMPLIED, Via.RULE)
    }
    assert {(c.category, c.locator, c.note) for c in made} == {("e/c", HERE, "In words.")}
    assert {c.id for c in made} == {f"e/c/{c.element}" for c in made}


def test_every_definition_names_its_source() -> None:
    for rule, function in DEFINITIONS.items():
        assert ": IUPAC" in (function.__doc__ or ""), rule
