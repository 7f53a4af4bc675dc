"""Heads of pages for feed readers, search engines and link previews."""

import json
import re
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient

from service.api.context import Site
from service.app import create_app
from service.catalogue import Catalogue
from tests.support.addresses import PAGES
from tests.web.conftest import HTML


def text_of(client: FlaskClient, path: str) -> str:
    return client.get(path, headers=HTML).text


def metas(text: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', text)
    assert len(found) == len(dict(found))
    return {name: unescape(content) for name, content in found}


def links(text: str, kind: str) -> list[str]:
    return re.findall(rf'<link rel="{kind}"[^>]* href="([^"]+)"', text)


def data(text: str) -> Any:
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    return json.loads(found)


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_every_page_has_a_title_for_previews(client: FlaskClient, address: str) -> None:
    text = text_of(client, address)
    found = metas(text)
    title = re.search(r"<title>(.*) · Element classifier</title>", text)
    assert title
    assert found["og:title"] == unescape(title[1])
    assert found["og:description"] == found["description"] != ""


@pytest.mark.parametrize(
    ("path", "canonical", "feed"),
    [
        ("/", "/", None),
        ("/?concept=critical", None, None),
        ("/search?q=CO", None, None),
        ("/elements/xyzzy", None, None),
        ("/concepts", "/concepts", None),
        ("/elements/Sc?as_of=2020-01-01", "/elements/Sc", "elements/Sc"),
        ("/materials/graphite", "/materials/graphite", "materials/graphite"),
        ("/authorities/iupac", "/authorities/iupac", None),
        ("/authorities/eec", "/authorities/eec", "jurisdictions/Eurasian%20Economic%20Union"),
        ("/editions/eu-critical-2024", "/editions/eu-critical-2024", "jurisdictions/EU"),
    ],
)
def test_a_page_names_its_address_and_feed(
    client: FlaskClient, path: str, canonical: str | None, feed: str | None
) -> None:
    text = text_of(client, path)
    address = f"http://localhost{canonical}" if canonical else None
    assert links(text, "canonical") == ([address] if address else [])
    assert metas(text).get("og:url") == address
    feeds = links(text, 'alternate" type="application/atom\\+xml')
    assert feeds == ["/feeds/all.atom", *([f"/feeds/{feed}.atom"] if feed else [])]
    for each in feeds:
        assert client.get(each).mimetype == "application/atom+xml"


def test_an_element_has_structured_data(client: FlaskClient, catalogue: Catalogue) -> None:
    found, element = data(text_of(client, "/elements/Sc")), catalogue.elements["Sc"]
    assert found["@context"] == "https://schema.org"
    assert (found["@type"], found["name"]) == ("MolecularEntity", "Scandium")
    assert {"Sc", "скандий", "钪"} <= set(found["alternateName"]) - {"Scandium"}
    assert (found["inChI"], found["inChIKey"]) == (element.inchi, element.inchikey)
    assert found["identifier"]["value"] == element.cas
    about = found["subjectOf"]
    assert about["@type"] == "Dataset"
    assert about["version"] == catalogue.records.dataset.version
    assert about["description"].startswith("Rare-earth element: disputed.")
    for download in about["distribution"]:
        path = download["contentUrl"].removeprefix("http://localhost")
        assert client.get(path).mimetype == download["encodingFormat"]


def test_the_first_page_describes_the_data_set(client: FlaskClient) -> None:
    found = data(text_of(client, "/"))
    assert (found["@type"], found["license"]["name"]) == ("Dataset", "CC BY 4.0")
    assert found["dateModified"] == "2026-11-28"
    assert "ld+json" not in text_of(client, "/concepts")


def test_addresses_stand_under_the_public_one(catalogue: Catalogue) -> None:
    base = "https://elements.example.org"
    text = text_of(create_app(catalogue, site=Site(base)).test_client(), "/elements/Sc")
    assert links(text, "canonical") == [f"{base}/elements/Sc"]
    assert data(text)["@id"] == f"{base}/elements/Sc"
    download = data(text)["subjectOf"]["distribution"][0]
    assert download["contentUrl"] == f"{base}/v1/elements/Sc"
