"""Heads of pages for search engines and link previews; the links in them are parts of pages."""

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


def structured(text: str) -> Any:
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    return json.loads(found)


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_every_page_has_a_title_for_previews(client: FlaskClient, address: str) -> None:
    text = client.get(address, headers=HTML).text
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', text)
    metas = {name: unescape(content) for name, content in found}
    assert len(metas) == len(found)
    title = re.search(r"<title>(.*) · Element classifier</title>", text)
    assert title
    assert metas["og:title"] == unescape(title[1])
    assert metas["og:description"] == metas["description"] != ""


def test_an_element_has_structured_data(client: FlaskClient, catalogue: Catalogue) -> None:
    found, element = structured(client.get("/elements/Sc").text), catalogue.elements["Sc"]
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
    found = structured(client.get("/", headers=HTML).text)
    assert (found["@type"], found["license"]["name"]) == ("Dataset", "CC BY 4.0")
    assert found["dateModified"] == "2026-11-28"


def test_addresses_stand_under_the_public_one(catalogue: Catalogue) -> None:
    base = "https://elements.example.org"
    text = create_app(catalogue, site=Site(base)).test_client().get("/elements/Sc").text
    assert f'<link rel="canonical" href="{base}/elements/Sc"' in text
    assert structured(text)["@id"] == f"{base}/elements/Sc"
    download = structured(text)["subjectOf"]["distribution"][0]
    assert download["contentUrl"] == f"{base}/v1/elements/Sc"
