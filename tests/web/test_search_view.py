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
        ("is yttrium a rare earth by IUPAC?", "/elements/Y?concept=rare-earth&authority=iupac#"),
        ("lead heavy rare earth", "/elements/Pb?concept=heavy-rare-earth#heavy-rare-earth"),
        (
            "is helium still critical in the EU today?",
            "/elements/He?concept=critical&authority=european-union#critical",
        ),
        ("is graphite critical", "/materials/graphite?concept=critical#critical"),
        ("scandium", ""),
        ("is unobtainium a rare earth", ""),
    ],
)
def test_a_question_is_answered(searched: Searched, typed: str, href: str) -> None:
    answer = searched(typed).answer
    assert (answer is not None) is bool(href)
    assert answer is None or answer.href.startswith(href)
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
def test_search_finds_every_kind(searched: Searched, typed: str, kind: str, id_: str) -> None:
    found = getattr(searched(typed).records, kind)
    assert id_ in [record.id for record in found]
    if kind == "editions":
        assert {edition.start[:4] for edition in found if edition.start} == {"2020"}
    assert (searched("zzz").records.any, searched("zzz").nothing) == (False, True)


@pytest.mark.parametrize(
    ("typed", "symbol", "how", "page"),
    [
        ("Sc", "Sc", "its symbol", "/elements/Sc"),
        ("скандий", "Sc", "its name in Russian, Bulgarian", "/elements/Sc"),
        ("21", "Sc", "its atomic number", "/elements/Sc"),
        ("7440-20-2", "Sc", "its CAS number", "/elements/Sc"),
        ("CO", "Co", "its symbol in other capitals", None),
        ("bauxite", None, "", "/materials/bauxite"),
        ("NA", None, "", None),
        ("EU", "Eu", "its symbol in other capitals", None),
    ],
)
def test_a_plain_thing_leads_to_its_page(
    searched: Searched, typed: str, symbol: str | None, how: str, page: str | None
) -> None:
    found = searched(typed)
    assert (found.hit.symbol if found.hit else None, found.redirect) == (symbol, page)
    assert symbol is None or found.how == how


@pytest.mark.parametrize(
    ("typed", "symbols", "note"),
    [
        ("CO", ["C", "O"], "Read as cobalt (Co). As a formula it is carbon and oxygen."),
        ("SIO2", ["Si", "O"], "Read as SiO2, silicon and oxygen, whatever its capitals."),
    ],
)
def test_search_reads_a_formula(
    searched: Searched, typed: str, symbols: list[str], note: str
) -> None:
    found = searched(typed)
    assert ([hit.symbol for hit in found.formula], found.notes) == (symbols, [note])


@pytest.mark.parametrize(
    ("typed", "hrefs"),
    [
        ("iron (Cu)", ["/elements/Fe", "/elements/Cu"]),
        ("beryl", ["/search?q=beryl&lang=pl", "/materials/beryl"]),
        ("NA", ["/search?q=NA&na=sodium", "/search?q=NA&na=missing"]),
    ],
)
def test_each_choice_has_an_address(searched: Searched, typed: str, hrefs: list[str]) -> None:
    assert [each.href for each in searched(typed).candidates] == hrefs


def test_a_class_leads_to_its_concept(searched: Searched) -> None:
    concept = searched("REE").concept
    assert concept is not None
    assert concept.id == "rare-earth"
