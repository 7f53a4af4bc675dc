"""The search: questions, elements, and records of every kind."""

import pytest

from service.catalogue import Catalogue, View
from service.mentions import Options, Reader
from service.web.views.search import SearchResult, search


def searched(catalogue: Catalogue, reader: Reader, typed: str) -> SearchResult:
    def thing_of(text: str) -> str | None:
        return reader.read(text, Options(), suggest=False).thing

    readings = reader.read(typed, Options()), reader.read_formula(typed)
    return search(View(catalogue), typed, *readings, thing_of)


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
            "is helium critical in the EU?",
            "/elements/He?concept=critical&authority=european-union#critical",
        ),
        (
            "is helium still critical in the EU today?",
            "/elements/He?concept=critical&authority=european-union#critical",
        ),
        ("is graphite critical", "/materials/graphite?concept=critical#critical"),
        (
            "was helium critical in the EU in 2019?",
            "/elements/He?concept=critical&authority=european-union&as_of=2019-12-31#critical",
        ),
        (
            "is lanthanum a rare earth in the USSR",
            "/elements/La?concept=rare-earth&authority=geological-dictionary&authority=gosplan-ussr"
            "&authority=great-soviet-encyclopedia#rare-earth",
        ),
        ("was helium critical in 2021-02-30", None),
        ("scandium", None),
        ("is unobtainium a rare earth", None),
    ],
)
def test_a_question_is_answered(
    catalogue: Catalogue, reader: Reader, typed: str, href: str | None
) -> None:
    answer = searched(catalogue, reader, typed).answer
    assert (answer.href if answer else None) == href
    assert answer is None or answer.sentence.startswith(("Supported", "Contradicted", "Disputed"))


def test_search_finds_records_by_alias_country_year_and_material(
    catalogue: Catalogue, reader: Reader
) -> None:
    concepts = searched(catalogue, reader, "REE").records.concepts
    assert "rare-earth" in [concept.id for concept in concepts]
    authorities = searched(catalogue, reader, "China").records.authorities
    assert "mofcom-china" in [authority.id for authority in authorities]
    editions = searched(catalogue, reader, "EU critical 2020").records.editions
    assert "eu-critical-2020" in [edition.id for edition in editions]
    assert {edition.start[:4] for edition in editions if edition.start} == {"2020"}
    materials = searched(catalogue, reader, "graphite").records.materials
    assert "graphite" in [material.id for material in materials]
    assert not searched(catalogue, reader, "zzz").records.any
    assert searched(catalogue, reader, "zzz").nothing


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
def test_a_plain_element_leads_straight_to_its_page(
    catalogue: Catalogue, reader: Reader, typed: str, page: str | None
) -> None:
    assert searched(catalogue, reader, typed).redirect == page


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
    catalogue: Catalogue, reader: Reader, typed: str, symbol: str, how: str
) -> None:
    found = searched(catalogue, reader, typed)
    assert found.hit is not None
    assert (found.hit.symbol, found.how) == (symbol, how)


def test_search_reads_co_as_a_formula_too(catalogue: Catalogue, reader: Reader) -> None:
    found = searched(catalogue, reader, "CO")
    assert [hit.symbol for hit in found.formula] == ["C", "O"]
    assert found.notes == ["Read as cobalt (Co). As a formula it is carbon and oxygen."]


def test_search_asks_what_na_means_and_leads_classes_to_their_concept(
    catalogue: Catalogue, reader: Reader
) -> None:
    found = searched(catalogue, reader, "NA")
    assert [c.href for c in found.candidates] == [
        "/search?q=NA&na=sodium",
        "/search?q=NA&na=missing",
    ]
    found = searched(catalogue, reader, "REE")
    assert found.concept is not None
    assert found.concept.id == "rare-earth"


@pytest.mark.parametrize(
    ("typed", "hrefs"),
    [
        ("iron (Cu)", ["/elements/Fe", "/elements/Cu"]),
        ("beryl", ["/search?q=beryl&lang=pl", "/materials/beryl"]),
        ("NA", ["/search?q=NA&na=sodium", "/search?q=NA&na=missing"]),
    ],
)
def test_each_reading_to_choose_has_an_address(
    catalogue: Catalogue, reader: Reader, typed: str, hrefs: list[str]
) -> None:
    assert [each.href for each in searched(catalogue, reader, typed).candidates] == hrefs


def test_a_reading_that_leaves_a_word_out_has_none(catalogue: Catalogue, reader: Reader) -> None:
    found = searched(catalogue, reader, "SOD").candidates
    assert found
    assert all(each.href.startswith("/search?q=SOD&lang=") for each in found)


def test_search_reads_a_formula_in_capitals_with_its_warning(
    catalogue: Catalogue, reader: Reader
) -> None:
    found = searched(catalogue, reader, "SIO2")
    assert [hit.symbol for hit in found.formula] == ["Si", "O"]
    assert found.notes == ["Read as SiO2, silicon and oxygen, whatever its capitals."]
