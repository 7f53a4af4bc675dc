"""Views that other sites may frame, and pages that they may not."""

import json
import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from service.catalogue import Catalogue, View
from service.web.citation import cite
from service.web.views.embed import embedded, snippet
from tests.support.addresses import PAGES

HTML = {"Accept": "text/html"}
EMBED = (
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
)


@pytest.mark.parametrize(
    "address",
    [
        "/embed/elements/Sc?concept=rare-earth&official=true",
        "/embed/elements/Og",
        "/embed/elements/C?concept=critical&as_of=1990-01-01",
        "/embed/materials/graphite?concept=critical",
    ],
)
def test_anyone_may_frame_a_view_that_runs_nothing(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == 200
    assert answer.headers["Content-Security-Policy"] == EMBED
    assert "X-Frame-Options" not in answer.headers
    assert "<script" not in answer.text
    assert "None" not in re.sub(r"<[^>]*>", "", answer.text)
    assert '<base target="_blank">' in answer.text


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_nobody_may_frame_a_page(client: FlaskClient, address: str) -> None:
    policy = client.get(address, headers=HTML).headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("address", ["/embed/elements/Xx", "/embed/materials/Xx", "/embed/x"])
def test_nobody_may_frame_an_error(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == 404
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


def test_another_mention_leads_to_the_view(client: FlaskClient) -> None:
    for asked, found in (
        ("/embed/elements/scandium?concept=rare-earth", "/embed/elements/Sc?concept=rare-earth"),
        ("/embed/materials/barytes", "/embed/materials/barite"),
    ):
        answer = client.get(asked, headers=HTML)
        assert (answer.status_code, answer.headers["Location"]) == (302, found)


def test_a_view_opens_with_the_verdict_of_most_interest(catalogue: Catalogue) -> None:
    view = View(catalogue)
    first = embedded(view, "Sc", None).section
    assert first is not None
    assert first.concept.id == "rare-earth"
    asked = embedded(view, "Sc", "critical").section
    assert asked is not None
    assert asked.concept.id == "critical"
    none = embedded(view, "graphite", "rare-earth")
    assert none.section is None
    assert none.reason.startswith("Rare-earth element is a class of elements; graphite is a")
    assert embedded(view, "graphite", "critical").reason == ""


def test_the_snippet_of_a_page_leads_to_its_view(client: FlaskClient) -> None:
    for page in ("/elements/Sc?official=true", "/materials/graphite?concept=critical"):
        text = client.get(page, headers=HTML).text
        shown = re.search(r'id="embed"[^>]*>(.*?)</pre>', text, re.DOTALL)
        assert shown is not None
        frame = unescape(shown[1])
        found = re.search(r'<iframe src="http://localhost(/embed[^"]+)" title="[^"]+" ', frame)
        assert found is not None
        address = unescape(found[1])
        assert client.get(address, headers=HTML).status_code == 200
        assert ("official=true" in address) is ("official" in page)


def test_a_snippet_is_html_whatever_the_address() -> None:
    text = snippet("https://e.example/embed/elements/Sc?a=1&b=2", 'x"y')
    assert 'src="https://e.example/embed/elements/Sc?a=1&amp;b=2"' in text
    assert 'title="x&quot;y"' in text


def test_the_citation_as_csl_json_has_version_and_digest(catalogue: Catalogue) -> None:
    citation = cite(catalogue, "Scandium (Sc)", "https://e.example/elements/Sc")
    (item,) = json.loads(citation.csl)
    dataset = catalogue.records.dataset
    assert (item["type"], item["version"]) == ("dataset", dataset.version)
    assert item["URL"] == citation.address == "https://e.example/elements/Sc"
    assert "-".join(f"{n:02}" for n in item["issued"]["date-parts"][0]) == dataset.released
    assert catalogue.digest[:16] in item["note"]
    assert item["id"] in citation.bibtex
