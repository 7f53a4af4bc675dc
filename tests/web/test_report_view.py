"""The report of a wrong claim, filled in."""

from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from service.api.context import Site
from service.app import create_app
from service.catalogue import Catalogue, View
from service.web.views.report import report

HTML = {"Accept": "text/html"}
HOST = "https://elements.example"
SCANDIUM = "/report?edition=iupac-2005&concept=rare-earth&thing=Sc"


def test_the_text_names_claim_place_source_and_data(catalogue: Catalogue) -> None:
    made = report(View(catalogue), "iupac-2005", "Sc", ["rare-earth"], HOST)
    lines = made.text.splitlines()
    assert lines[0].startswith("Wrong claim: Scandium in IUPAC")
    assert "Page: https://elements.example/elements/Sc#rare-earth" in lines
    assert "Edition: iupac-2005" in lines
    assert "Claims: iupac-2005/rare-earth-metals/Sc" in lines
    assert "Place: section IR-3.5" in lines
    version, digest = catalogue.records.dataset.version, catalogue.digest[:16]
    assert f"Data: {version}, digest {digest}" in lines
    assert sum(line.startswith("Source: ") for line in lines) == len(made.sources) > 0
    assert lines[-1] == "What I read instead, and where:"


def test_what_follows_from_a_list_has_no_claim_of_its_own(catalogue: Catalogue) -> None:
    made = report(View(catalogue), "eu-critical-2024", "In", ["critical"], HOST)
    assert "Critical raw material: Not on the list." in made.text
    assert "Claims: none: it follows from the list" in made.text


@pytest.mark.parametrize("address", ["mailto:data@example.org", "https://example.org/issues/new"])
def test_a_link_is_filled_in(catalogue: Catalogue, address: str) -> None:
    made = report(View(catalogue), "iupac-2005", "Sc", ["rare-earth"], HOST)
    link = made.send_to(address)
    head, body = ("subject", "body") if "@" in address else ("title", "body")
    filled = parse_qs(urlsplit(link).query)
    assert link.startswith(f"{address}?{head}=Wrong")
    assert filled[head] == [f"Wrong claim: {made.title}"]
    assert filled[body] == [made.text]
    assert "@" not in address or "+" not in link  # mail programs show a plus as it is


@pytest.mark.parametrize("reports", [None, "mailto:data@example.org"])
def test_the_page_links_to_whom_the_setting_names(
    catalogue: Catalogue, reports: str | None
) -> None:
    client = create_app(catalogue, site=Site(reports=reports)).test_client()
    text = client.get(SCANDIUM, headers=HTML).text
    assert ('href="mailto:data@example.org?subject=' in text) is (reports is not None)
    assert ("to the operator of this service" in text) is (reports is None)


def test_every_statement_on_a_page_can_be_reported(client: FlaskClient) -> None:
    element = client.get("/elements/Sc", headers=HTML).text
    assert f'href="{SCANDIUM.replace("&", "&amp;")}"' in element
    edition = client.get("/editions/iupac-2005", headers=HTML).text
    assert 'href="/report?edition=iupac-2005"' in edition
    material = client.get("/materials/graphite", headers=HTML).text
    assert "&amp;concept=critical&amp;thing=graphite" in material


def test_any_name_of_a_thing_will_do(client: FlaskClient) -> None:
    text = client.get("/report?edition=iupac-2005&thing=scandium", headers=HTML).text
    assert "iupac-2005/rare-earth-metals/Sc" in text
    assert "Lanthanoid" in text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "Name an edition: /report?edition=iupac-2005"),
        ("edition=iupac-2006", "There is no edition"),
        ("edition=iupac-2005&thing=scandum", "Did you mean Sc?"),
        ("edition=iupac-2005&thing=Sc&concept=critical", "Name one of: rare-earth"),
        ("edition=iupac-2005&thing=graphite", "The edition lists elements alone"),
    ],
)
def test_a_wrong_choice_says_what_would_do(client: FlaskClient, query: str, said: str) -> None:
    answer = client.get(f"/report?{query}")
    assert answer.status_code == 422
    assert said in answer.text
