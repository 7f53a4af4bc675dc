"""The search: questions, elements, and records of every kind."""

from collections.abc import Callable

import pytest

from service.catalogue import Catalogue, View
from service.mentions import Options, Reader
from service.web.views.search import SearchResult, search

Searched = Callable[[str], SearchResult]


@pytest.fixture(scope="module")
def searched(catalogue: Catalogue, reader: Reader) -> Searched:
    def thing_of(text: str) -> str | None:
        return reader.read(text, Options(), suggest=False).thing

    def searched(typed: str) -> SearchResult:
        readings = reader.read(typed, Options()), reader.read_formula(typed)
        return search(View(catalogue), typed, *readings, thing_of)

    return searched


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("is scandium a rare earth", "/elements/Sc?concept=rare-earth#rare-earth"),
        (
            "is yttrium a rare earth by IUPAC?",
            "/elements/Y?concept=rare-earth&authority=iupac#rare-earth",
        ),
        ("lead heavy rare earth", "/elements/Pb?concept=heavy-rare-earth#heavy-rare-earth"),
        (
            "is helium still critical in the EU today?",
            "/elements/He?concept=critical&authority=european-union#critical",
        ),
        ("is graphite critical", "/materials/graphite?concept=critical#critical"),
        ("scandium", None),
        ("is unobtainium a rare earth", None),
    ],
)
def test_a_question_is_answered(searched: Searched, typed: str, href: str | None) -> None:
    answer = searched(typed).answer
    assert (answer.href if answer else None) == href
    assert answer is None or answer.sentence.startswith(("Supported", "Contradicted", "Disputed"))


@pytest.mark.parametrize(
    ("typed", "kind", "id_"),
    [
        ("REE", "concepts", "rare-earth"),
        ("China", "authorities", "mofcom-china"),
        ("EU critical 2020", "editions", "eu-critical-2020"),
        ("graphite", "materials", "graphite"),
    ],
)
def test_search_finds_records_of_every_kind(
    searched: Searched, typed: str, kind: str, id_: str
) -> None:
    assert id_ in [record.id for record in getattr(searched(typed).records, kind)]


def test_a_year_finds_the_editions_in_force_and_nonsense_finds_nothing(searched: Searched) -> None:
    editions = searched("EU critical 2020").records.editions
    assert {edition.start[:4] for edition in editions if edition.start} == {"2020"}
    assert not searched("zzz").records.any
    assert searched("zzz").nothing


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("tungsten", "/elements/W"),
        ("bauxite", "/materials/bauxite"),
        ("CO", None),
        ("NA", None),
        ("EU", None),
    ],
)
def test_a_plain_thing_leads_straight_to_its_page(
    searched: Searched, typed: str, page: str | None
) -> None:
    assert searched(typed).redirect == page


@pytest.mark.parametrize(
    ("typed", "symbol", "how"),
    [
        ("Sc", "Sc", "its symbol"),
        ("скандий", "Sc", "its name in Russian, Bulgarian"),
        ("21", "Sc", "its atomic number"),
        ("7440-20-2", "Sc", "its CAS number"),
        ("CO", "Co", "its symbol in other capitals"),
    ],
)
def test_search_says_how_it_understood(
    searched: Searched, typed: str, symbol: str, how: str
) -> None:
    found = searched(typed)
    assert found.hit is not None
    assert (found.hit.symbol, found.how) == (symbol, how)


@pytest.mark.parametrize(
    ("typed", "symbols", "note"),
    [
        ("CO", ["C", "O"], "Read as cobalt (Co). As a formula it is carbon and oxygen."),
        ("SIO2", ["Si", "O"], "Read as SiO2, silicon and oxygen, whatever its capitals."),
    ],
)
def test_search_reads_a_formula_with_its_warning(
    searched: Searched, typed: str, symbols: list[str], note: str
) -> None:
    found = searched(typed)
    assert [hit.symbol for hit in found.formula] == symbols
    assert found.notes == [note]


@pytest.mark.parametrize(
    ("typed", "hrefs"),
    [
        ("iron (Cu)", ["/elements/Fe", "/elements/Cu"]),
        ("beryl", ["/search?q=beryl&lang=pl", "/materials/beryl"]),
        ("NA", ["/search?q=NA&na=sodium", "/search?q=NA&na=missing"]),
    ],
)
def test_each_reading_to_choose_has_an_address(
    searched: Searched, typed: str, hrefs: list[str]
) -> None:
    assert [each.href for each in searched(typed).candidates] == hrefs


def test_a_class_leads_to_its_concept_and_a_word_to_its_languages(searched: Searched) -> None:
    concept = searched("REE").concept
    assert concept is not None
    assert concept.id == "rare-earth"
    candidates = searched("SOD").candidates
    assert candidates
    assert all(each.href.startswith("/search?q=SOD&lang=") for each in candidates)
