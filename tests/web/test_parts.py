"""The parts of pages, one line a behaviour."""

from html import unescape

import pytest
from flask.testing import FlaskClient

from tests.support.addresses import PAGES
from tests.web.conftest import HTML


def text_of(client: FlaskClient, address: str) -> str:
    return " ".join(unescape(client.get(address, headers=HTML).text).split())


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("/", ["authorities say yes, ", "Not listed in 2011. Added 2017, removed 2020, added "]),
        ("/", ["Lanthanum, says mendeleev. Lutetium, says IUPAC group 3", "have a list in force"]),
        ("/", ['class="outright', "/elements/Sc#rare-earth", '<td class="out">', "<b>H</b>"]),
        ("/?disputed=true", ['<td class="out faded">', "<b>H</b>", '<td class="disputed">']),
        ("/?authority=iupac&as_of=2020-01-01", ["/H?authority=iupac&as_of=2020-01-01#rare-earth"]),
        (PAGES["chosen"], ['value="2020-01-01"', 'value="iupac" checked', 'value="ngu" checked']),
        (PAGES["compared"], ["<b>Sc</b>", "both", '<td class="moved">', "<b>In</b>", "left only"]),
        ("/?concept=critical&left=us-critical-2025&right=eu-critical-2024", ['class="disputed"']),
        ("/?left=iupac-2005", ["choose two editions"]),
        ("/?concept=critical&left=iupac-2005&right=ngu-yttrium-scandium", ["Both have a class"]),
        # the element: both sides in the order a reader weighs them, then lists, then the agreed
        ("/elements/Sc", ["disputed</span>", "Yes <b>", "Standards bodies", "IUPAC<", " more: "]),
        ("/elements/Sc", ["Yes <b>", "Law</small>", "Ministries</small>", "No <b>", "Law</small>"]),
        ("/elements/Sc", ["No <b>", "On the list <b>", "Not disputed", "#transition-element"]),
        ("/elements/Sc", ["Who says it", "side included", " other editions: ", "side excluded"]),
        ("/elements/Sc", ["paragraph 13", "a report", "Izvestia"]),
        (
            "/elements/Sc",
            ["Where a source allows only one class for scandium: ", " say rare-earth"],
        ),
        (
            "/disagreements",
            ["Scandium as a rare-earth element: ", " say yes (IUPAC, ", " say no ("],
        ),
        ("/elements/Sc", ["Listed since 2011. Removed 2014, added again 2017."]),
        ("/elements/C", ['id="critical"', "Only as a material: ", "/materials/graphite", " more)"]),
        ("/elements/Ne", ["Not disputed", "Noble gas</a>: yes", " classes without it"]),
        ("/elements/Ne?concept=rare-earth", ["#rare-earth", "authorities say no"]),
        ("/authorities/iupac", ["Classes in force", '"/elements/Lu"', "Editions", "/iupac-2005"]),
        ("/?concept=critical&official=true", ['"/table.svg?concept=critical&official=true"']),
        ("/elements/Sc", ['"/report?edition=iupac-2005&concept=rare-earth&thing=Sc"']),
        ("/elements/Sc", ['"/elements/Sc/timeline.svg"']),
        ("/editions/iupac-2005", ['"/report?edition=iupac-2005"']),
        ("/materials/graphite", ['"/materials/graphite/timeline.svg"']),
        ("/materials/graphite", ["&concept=critical&thing=graphite"]),
        # the head: for search engines and feed readers
        ("/", ['<link rel="canonical" href="http://localhost/"', '"/feeds/all.atom"']),
        ("/elements/Sc?as_of=2020-01-01", ['"og:url" content="http://localhost/elements/Sc"']),
        ("/elements/Sc?as_of=2020-01-01", ['"canonical" href="http://localhost/elements/Sc"']),
        ("/elements/Sc", ['"/feeds/all.atom"', '"/feeds/elements/Sc.atom"']),
        ("/materials/graphite", ['"canonical"', '"/feeds/materials/graphite.atom"']),
        ("/authorities/eec", ['"/feeds/jurisdictions/Eurasian%20Economic%20Union.atom"']),
        ("/editions/eu-critical-2024", ['"canonical"', '"/feeds/jurisdictions/EU.atom"']),
        # the feed: the data, and the lists
        (
            "/feeds/all.atom",
            ["<title>Data 2026.11.4: 13 corrected, 10 new, 2 retired, 2 keys, 1 l"],
        ),
        ("/feeds/all.atom", ["Corrected: Russia's list of scarce minerals begins in April"]),
        ("/feeds/all.atom", ["Materials Act, Annex II", "eu-critical-2024", '"critical"']),
        # the lists
        ("/lists?kind=element", ['"/lists.svg?concept=critical&kind=element&sort=lists"']),
        ("/lists?kind=material", ["Fluorspar"]),
        ("/lists?sort=EU", ["Yttrium</a>", 'data-label="US">2018<', 'data-label="EU">2011<']),
        ("/lists?sort=RU", ["No list of RU is in force"]),
        ("/lists?as_of=1990-01-01", ["The first list held is"]),
        ("/lists?concept=strategic", ['<a href="/lists?concept=strategic&sort=RU">']),
        (
            "/lists?concept=strategic&sort=RU",
            ['"ascending"><a href="/lists?concept=strategic&sort=R'],
        ),
        # the report of a wrong claim
        (
            PAGES["report"],
            ["Wrong claim: Scandium in IUPAC", "Page: http://localhost/elements/Sc#rare"],
        ),
        (PAGES["report"], ["Edition: iupac-2005", "Claims: iupac-2005/rare-earth-metals/Sc"]),
        (PAGES["report"], ["Place: section IR-3.5", "Source: ", "digest ", "What I read instead"]),
        ("/report?edition=iupac-2005&thing=scandium", ["/rare-earth-metals/Sc", "Lanthanoid"]),
        (
            "/report?edition=eu-critical-2024&concept=critical&thing=In",
            ["Critical raw material: Not on the list.", "Claims: none: it follows from the list"],
        ),
        # views for frames
        ("/embed/elements/Sc", ["Scandium <em>Sc</em>: rare-earth element", "disputed"]),
        ("/embed/elements/Sc?concept=critical", ["Scandium <em>Sc</em>: critical raw material"]),
        ("/embed/elements/Sc?official=true", ["Official voices only"]),
        ("/embed/elements/Sc?authority=iupac", ["Of these authorities: International Union"]),
        ("/embed/materials/graphite?concept=critical", ["Graphite: critical raw material"]),
        ("/embed/materials/graphite?concept=rare-earth", ["is a class of elements; graphite is a"]),
        # the search: questions
        ("/search", ["<h1>Search</h1>", "Type an element (symbol, name in many languages"]),
        ("/search?q=is scandium a rare earth", ["/Sc?concept=rare-earth#rare-earth", "Disputed."]),
        ("/search?q=lead heavy rare earth", ["/Pb?concept=heavy-rare-earth#", "No."]),
        (
            "/search?q=is yttrium a rare earth by IUPAC?",
            ["/elements/Y?concept=rare-earth&authority=iupac#rare-earth", "Yes."],
        ),
        (
            "/search?q=is helium still critical in the EU today?",
            ["/elements/He?concept=critical&authority=european-union#critical", "Yes."],
        ),
        ("/search?q=is graphite critical", ["/materials/graphite?concept=critical#critical"]),
        # records of every kind
        ("/search?q=REE", ['"/concepts/rare-earth"']),
        ("/search?q=China", ['"/authorities/mofcom-china"', '"/editions/cn-mofcom-57-2025"']),
        ("/search?q=EU critical 2020", ['"/editions/eu-critical-2020"', "3 September 2020"]),
        ("/search?q=beryl", ["/search?q=beryl&lang=pl", '"/materials/beryl"', "/chrysoberyl"]),
        # readings
        ("/search?q=CO", ["read as cobalt", "Matched its symbol in other capitals."]),
        ("/search?q=CO", ["Read as cobalt (Co). As a formula it is carbon and oxygen."]),
        ("/search?q=SIO2", ["Read as SiO2, silicon and oxygen, whatever its capitals."]),
        ("/search?q=deuterium", ["The classification is the element's, not the isotope's."]),
        ("/search?q=NA", ["/search?q=NA&na=sodium", "/search?q=NA&na=missing"]),
        ("/search?q=iron (Cu)", ['"/elements/Fe"', '"/elements/Cu"']),
        ("/search?q=119", ["No element has the atomic number 119: they run from 1 to 118"]),
        ("/search?q=was helium grand in the EU in 2021", ["a question such as"]),
        (
            "/search?q=was helium critical in the EU in 2021",
            ["authority=european-union&as_of=2021-12-31#critical", "No."],
        ),
        (
            "/search?q=is lanthanum a rare earth in the USSR",
            ["authority=geological-dictionary&authority=gosplan-ussr&authority=great-soviet-enc"],
        ),
        ("/search?q=was helium critical in 2021-02-30", ["a question such as"]),
        ("/search?q=was CO critical in 2020", ["Cobalt: critical raw", "Read as cobalt (Co)."]),
        ("/search?q=Nd2Fe14B", ["reads as a formula with Nd, Fe, B, not as one element."]),
    ],
)
def test_a_page_has_its_parts_in_order(client: FlaskClient, address: str, parts: list[str]) -> None:
    text = text_of(client, address)
    for part in parts:
        assert part in text
        text = text.partition(part)[2]


@pytest.mark.parametrize(
    ("address", "absent"),
    [
        ("/?concept=critical&left=us-critical-2025&right=eu-critical-2024", 'class="moved"'),
        ("/?concept=critical", '"canonical"'),
        ("/search?q=CO", '"canonical"'),
        ("/elements/xyzzy", '"canonical"'),
        ("/authorities/iupac", "/feeds/jurisdictions/"),
        ("/concepts", "ld+json"),
        ("/elements/Og", "timeline.svg"),
        ("/elements/Ne?concept=rare-earth", "noble-gas"),
        ("/lists?kind=element", "Fluorspar"),
        ("/lists?kind=material", "Gallium"),
        ("/search?q=scandum", 'id="answer"'),
        ("/search?q=is unobtainium a rare earth", 'id="answer"'),
        ("/search?q=EU critical 2020", "eu-critical-2023"),
        ("/search?q=SOD", 'href="/elements/'),
        ("/search?q=Nd2Fe14B", "Try an element, a mineral"),
    ],
)
def test_a_page_leaves_out_what_was_not_asked(
    client: FlaskClient, address: str, absent: str
) -> None:
    assert absent not in text_of(client, address)
