"""Heads of pages for feed readers, search engines and link previews."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from flask.testing import FlaskClient

from service.api.context import Site
from service.app import create_app
from service.catalogue import Catalogue
from tests.support.addresses import PAGES
from tests.web.conftest import HTML


class Head(HTMLParser):
    """Collects the links, the meta elements and the data of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[dict[str, str | None]] = []
        self.meta: dict[str, str] = {}
        self.data: list[dict[str, Any]] = []
        self._in_data = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "link":
            self.links.append(given)
        name = given.get("property") or given.get("name")
        if tag == "meta" and name:
            assert name not in self.meta
            self.meta[name] = given["content"] or ""
        self._in_data = tag == "script" and given.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data.append(json.loads(data))
            self._in_data = False

    def feeds(self) -> list[str | None]:
        return [each["href"] for each in self.links if each.get("type") == "application/atom+xml"]

    def canonical(self) -> list[str | None]:
        return [each["href"] for each in self.links if each["rel"] == "canonical"]


def head(client: FlaskClient, path: str) -> Head:
    return Head(client.get(path, headers=HTML).text)


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_every_page_has_a_title_for_previews_and_leads_to_a_feed(
    client: FlaskClient, address: str
) -> None:
    text = client.get(address, headers=HTML).text
    found = Head(text)
    title = re.search(r"<title>(.*) · Element classifier</title>", text)
    assert title
    assert found.meta["og:title"] == unescape(title[1])
    assert found.meta["og:description"] == found.meta["description"]
    assert found.meta["description"]
    assert found.feeds()[0] == "/feeds/all.atom"


@pytest.mark.parametrize(
    ("path", "feed"),
    [
        ("/elements/Sc", "/feeds/elements/Sc.atom"),
        ("/materials/graphite", "/feeds/materials/graphite.atom"),
        ("/authorities/european-commission", "/feeds/jurisdictions/EU.atom"),
        ("/authorities/eec", "/feeds/jurisdictions/Eurasian%20Economic%20Union.atom"),
        ("/editions/eu-critical-2024", "/feeds/jurisdictions/EU.atom"),
        ("/authorities/iupac", None),
        ("/concepts", None),
    ],
)
def test_a_page_leads_to_its_own_feed(client: FlaskClient, path: str, feed: str | None) -> None:
    found = head(client, path).feeds()
    assert found == ["/feeds/all.atom", *([feed] if feed else [])]
    for each in found:
        assert client.get(each or "").content_type.startswith("application/atom+xml")


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("/", "http://localhost/"),
        ("/?concept=critical", None),
        ("/elements/Sc?as_of=2020-01-01", "http://localhost/elements/Sc"),
        ("/materials/graphite", "http://localhost/materials/graphite"),
        ("/editions/eu-critical-2024", "http://localhost/editions/eu-critical-2024"),
        ("/search?q=CO", None),
        ("/elements/xyzzy", None),
    ],
)
def test_a_page_names_the_address_that_stands_for_its_views(
    client: FlaskClient, address: str, canonical: str | None
) -> None:
    found = head(client, address)
    assert found.canonical() == ([canonical] if canonical else [])
    assert found.meta.get("og:url") == canonical


def test_an_element_is_described_in_the_words_of_schema_org(
    client: FlaskClient, catalogue: Catalogue
) -> None:
    (data,) = head(client, "/elements/Sc").data
    element = catalogue.elements["Sc"]
    assert data["@context"] == "https://schema.org"
    assert (data["@type"], data["name"]) == ("MolecularEntity", "Scandium")
    assert {"Sc", "скандий", "钪"} <= set(data["alternateName"])
    assert "Scandium" not in data["alternateName"]
    assert (data["inChI"], data["inChIKey"]) == (element.inchi, element.inchikey)
    assert data["identifier"]["value"] == element.cas
    about = data["subjectOf"]
    assert about["@type"] == "Dataset"
    assert about["version"] == catalogue.records.dataset.version
    assert about["description"].startswith("Rare-earth element: disputed.")
    for download in about["distribution"]:
        path = download["contentUrl"].removeprefix("http://localhost")
        assert client.get(path).mimetype == download["encodingFormat"]


def test_the_first_page_describes_the_data_set(client: FlaskClient) -> None:
    (data,) = head(client, "/").data
    assert (data["@type"], data["license"]["name"]) == ("Dataset", "CC BY 4.0")
    assert data["dateModified"] == "2026-11-28"
    assert head(client, "/concepts").data == []


def test_addresses_stand_under_the_public_one(catalogue: Catalogue) -> None:
    base = "https://elements.example.org"
    found = head(create_app(catalogue, site=Site(base)).test_client(), "/elements/Sc")
    assert found.canonical() == [f"{base}/elements/Sc"]
    assert found.data[0]["@id"] == f"{base}/elements/Sc"
    download = found.data[0]["subjectOf"]["distribution"][0]
    assert download["contentUrl"] == f"{base}/v1/elements/Sc"
