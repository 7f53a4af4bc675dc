"""The pages over HTTP, without a browser."""

import csv
import gzip
import io
import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.support.addresses import PAGES
from tests.web.conftest import HTML

LIMIT = 60 * 1024
"""Most compressed bytes of the first view."""


@pytest.fixture(scope="module", params=PAGES.values(), ids=list(PAGES))
def page(client: FlaskClient, request: pytest.FixtureRequest) -> TestResponse:
    return client.get(request.param, headers=HTML)


def test_a_page_is_whole_and_loads_nothing_inline(page: TestResponse) -> None:
    assert (page.status_code, page.content_type) == (200, "text/html; charset=utf-8")
    text = page.text
    assert text.count("<h1") == 1
    assert " style=" not in text
    assert "<style" not in text
    # a block of data is not run, so the policy lets it stand
    assert not re.search(r'<script(?![^>]*\ssrc=|\stype="application/ld\+json")', text)
    assert not re.search(r"\son[a-z]+=", text)
    assert "None" not in re.sub(r"<[^>]*>", "", text)
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    policy = page.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


def test_the_first_view_is_small(client: FlaskClient, page: TestResponse) -> None:
    parts = [page.data]
    for link in re.findall(r'(?:href|src)="(/assets/[^"]+)"', page.text):
        asset = client.get(link, buffered=True)
        assert "immutable" in asset.headers["Cache-Control"]
        parts.append(asset.data)
    for link in re.findall(r'<img [^>]*src="([^"]+)"', page.text):
        parts.append(client.get(link.replace("&amp;", "&")).data)
    assert sum(len(gzip.compress(part)) for part in parts) < LIMIT


def test_each_kind_of_link_leads_somewhere(client: FlaskClient, page: TestResponse) -> None:
    links = re.findall(r'(?:href|src)="(/[^"#]*)', page.text)
    kinds = {re.sub(r"=[^&]*|(?<=/)[^/?]+(?=$|\?)", "", link): link for link in links}
    for link in {link.replace("&amp;", "&") for link in kinds.values()}:
        accept = {"Accept": "*/*"} if re.match("/v1|/openapi", link) else HTML
        # buffered, for files are left open otherwise
        assert client.get(link, headers=accept, buffered=True).status_code == 200, link


@pytest.mark.parametrize("path", ["/elements/Sc", "/feeds/all.atom"])
def test_a_page_is_not_sent_again_while_it_is_the_same(client: FlaskClient, path: str) -> None:
    tag = client.get(path, headers=HTML).headers["ETag"]
    again = client.get(path, headers={**HTML, "If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_two_editions_open_the_table_with_a_concept_of_both(client: FlaskClient) -> None:
    address = "/?left=eu-critical-2024&right=us-critical-2025"
    assert "<title>Critical raw material: who says so?" in client.get(address, headers=HTML).text


@pytest.mark.parametrize(
    ("headers", "media_type"),
    [
        ({}, "application/json"),
        ({"Accept": "*/*"}, "application/json"),
        ({"Accept": "application/json"}, "application/json"),
        (HTML, "text/html"),
    ],
)
def test_the_root_is_a_table_or_links(
    client: FlaskClient, headers: dict[str, str], media_type: str
) -> None:
    answer = client.get("/", headers=headers)
    assert answer.mimetype == media_type
    assert "Accept" in answer.headers["Vary"]
    assert ("<table" in answer.text) is (media_type == "text/html")


@pytest.mark.parametrize(
    ("asked", "location"),
    [
        ("/elements/scandium?authority=iupac", "/elements/Sc?authority=iupac"),
        ("/elements/bauxite", "/materials/bauxite"),
        ("/search?q=tungsten", "/elements/W"),
        ("/search?q=скандий", "/elements/Sc"),
        ("/search?q=21", "/elements/Sc"),
        ("/search?q=7440-20-2", "/elements/Sc"),
        ("/search?q=bauxite", "/materials/bauxite"),
        ("/materials/barytes", "/materials/barite"),
        ("/embed/elements/scandium?concept=critical", "/embed/elements/Sc?concept=critical"),
        ("/embed/materials/barytes", "/embed/materials/barite"),
        (
            "/elements/scandium/timeline.svg?official=true",
            "/elements/Sc/timeline.svg?official=true",
        ),
        ("/feeds/jurisdictions/eu.atom", "/feeds/jurisdictions/EU.atom"),
        ("/feeds/jurisdictions/European%20Union.atom", "/feeds/jurisdictions/EU.atom"),
        ("/feeds/elements/21.atom", "/feeds/elements/Sc.atom"),
        ("/feeds/materials/Graphit.atom", "/feeds/materials/graphite.atom"),
    ],
)
def test_another_name_leads_to_the_address(client: FlaskClient, asked: str, location: str) -> None:
    answer = client.get(asked, headers=HTML)
    assert (answer.status_code, answer.headers["Location"]) == (302, location)


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/downloads/", 200, "This service offers no files"),
        ("/downloads/claims.csv", 404, "claims.csv"),
        ("/?concept=rare-earth&as_of=&left=&right=", 200, "<h1"),  # a form with blank controls
        ("/elements/scandum", 404, 'href="/elements/Sc"'),
        ("/elements/REE", 404, 'href="/concepts/rare-earth"'),
        ("/materials/zzz", 404, "The data have no material called &#39;zzz&#39;."),
        ("/concepts/rare-earths", 404, 'href="/concepts/rare-earth"'),
        ("/editions/iupac-2006", 404, 'href="/editions/iupac-2005"'),
        ("/nowhere", 404, "<h1>Nothing is here"),
        ("/?concept=rare", 422, "Did you mean"),
        ("/?concept=xyzzy", 422, "There is no concept &#39;xyzzy&#39;."),
        ("/?as_of=yesterday", 422, "as_of: A date as YYYY-MM-DD."),
        ("/?colour=red&y=2", 422, "<li><code>y</code>: Unknown parameter."),
        ("/?left=nope&right=eu-critical-2020", 422, "<code>left</code>: There is no edition"),
        ("/lists?concept=rare-earth", 422, "Lists are: critical, strategic"),
        ("/lists?sort=size", 422, "Sort by lists, name, number"),
        ("/lists?kind=ore", 422, "kind"),
        ("/lists/over-time.svg?as_of=2020-01-01", 422, "as_of"),
        ("/report", 422, "Name an edition: /report?edition=iupac-2005"),
        ("/report?edition=iupac-2006", 422, "There is no edition"),
        ("/report?edition=iupac-2005&thing=scandum", 422, "Did you mean Sc?"),
        ("/report?edition=iupac-2005&thing=Sc&concept=critical", 422, "Name one of: rare-earth"),
        ("/report?edition=iupac-2005&thing=graphite", 422, "The edition lists elements alone"),
    ],
)
def test_a_fault_is_a_page(client: FlaskClient, address: str, status: int, said: str) -> None:
    answer = client.get(address, headers=HTML)
    assert (answer.status_code, answer.content_type) == (status, "text/html; charset=utf-8")
    assert answer.text.count(said) == 1


def test_an_error_stays_a_problem_for_machines_and_on_the_api(client: FlaskClient) -> None:
    assert client.get("/elements/scandum").content_type == "application/problem+json"
    on_api = client.get("/v1/elements/scandum", headers=HTML)
    assert on_api.content_type == "application/problem+json"


def test_what_was_typed_is_shown_as_text(client: FlaskClient) -> None:
    typed = "<img src=x onerror=alert(1)>"
    for answer in (
        client.get("/search", query_string={"q": typed}, headers=HTML),
        client.get("/elements/%3Cb%3E", headers=HTML),
        client.post("/classify", data={"text": typed}, headers=HTML),
    ):
        assert "<img" not in answer.text
        assert "<b>E" not in answer.text


@pytest.mark.parametrize(
    ("address", "heads"),
    [
        ("/editions/eu-critical-2024", ["atomic_number", "symbol", "name", "verdict"]),
        ("/authorities/european-commission", ["date", "authority", "series", "before"]),
        ("/concepts/rare-earth", ["atomic_number", "symbol", "name"]),
        ("/lists", ["atomic_number", "symbol", "name", "verdict"]),
        ("/elements/Sc", ["symbol", "concept", "verdict"]),
        ("/materials/graphite", ["concept", "verdict"]),
        ("/disagreements", ["id", "thing", "concept"]),
    ],
)
def test_a_page_gives_its_tables_as_csv(
    client: FlaskClient, address: str, heads: list[str]
) -> None:
    links = re.findall(r'href="(/v1/[^"]+)" download', client.get(address, headers=HTML).text)
    assert links
    for link in links:
        answer = client.get(link.replace("&amp;", "&"))
        assert answer.content_type == "text/csv; charset=utf-8"
        rows = list(csv.reader(io.StringIO(answer.text)))
        assert set(heads) <= set(rows[0])
        assert len(rows) > 1
