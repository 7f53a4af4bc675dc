"""The pages over HTTP, without a browser."""

import csv
import gzip
import io
import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from schemas.forms import CONCEPTS_LIMIT
from service.catalogue import Catalogue
from tests.support.addresses import PAGES

HTML = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
LIMIT = 60 * 1024
"""Most compressed bytes of the first view."""


def posted(client: FlaskClient, **form: object) -> TestResponse:
    return client.post("/classify", data=form, headers=HTML)


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_a_page_is_whole_and_loads_nothing_inline(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == 200
    assert answer.content_type == "text/html; charset=utf-8"
    text = answer.text
    assert text.count("<h1") == 1
    assert " style=" not in text
    assert "<style" not in text
    # a block of data is not run, so the policy lets it stand
    assert not re.search(r'<script(?![^>]*\ssrc=|\stype="application/ld\+json")', text)
    assert not re.search(r"\son[a-z]+=", text)
    assert "None" not in re.sub(r"<[^>]*>", "", text)
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_every_record_has_its_page(client: FlaskClient, catalogue: Catalogue) -> None:
    records = {
        "elements": catalogue.elements,
        "concepts": catalogue.concepts,
        "authorities": catalogue.authorities,
        "editions": catalogue.editions,
        "sources": catalogue.sources,
        "materials": catalogue.materials,
    }
    for kind, ids in records.items():
        for id_ in ids:
            assert client.get(f"/{kind}/{id_}", headers=HTML).status_code == 200, id_


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_what_a_page_links_here_is_there(client: FlaskClient, address: str) -> None:
    text = client.get(address, headers=HTML).text
    links = {link.replace("&amp;", "&") for link in re.findall(r'(?:href|src)="(/[^"#]*)', text)}
    chosen = sorted(links)[:: max(1, len(links) // 40)]
    for link in chosen:
        accept = {"Accept": "*/*"} if re.match("/v1|/openapi", link) else HTML
        # buffered, for files are left open otherwise
        assert client.get(link, headers=accept, buffered=True).status_code == 200, link


def test_a_page_is_not_sent_again_while_it_is_the_same(client: FlaskClient) -> None:
    tag = client.get("/elements/Sc", headers=HTML).headers["ETag"]
    again = client.get("/elements/Sc", headers={**HTML, "If-None-Match": tag})
    assert again.status_code == 304


@pytest.mark.parametrize("accept", [None, "*/*", "application/json"])
def test_the_root_is_links_for_machines(client: FlaskClient, accept: str | None) -> None:
    answer = client.get("/", headers={"Accept": accept} if accept else {})
    assert answer.content_type == "application/json"
    assert "Accept" in answer.headers["Vary"]


def test_the_root_is_the_table_for_people(client: FlaskClient) -> None:
    answer = client.get("/", headers=HTML)
    assert "<table" in answer.text
    assert "Accept" in answer.headers["Vary"]


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_the_first_view_is_small(client: FlaskClient, address: str) -> None:
    page = client.get(address, headers=HTML)
    parts = [page.data]
    for link in re.findall(r'(?:href|src)="(/assets/[^"]+)"', page.text):
        asset = client.get(link, buffered=True)
        assert "immutable" in asset.headers["Cache-Control"]
        parts.append(asset.data)
    for link in re.findall(r'<img [^>]*src="([^"]+)"', page.text):
        parts.append(client.get(link.replace("&amp;", "&")).data)
    assert sum(len(gzip.compress(part)) for part in parts) < LIMIT


def test_blank_controls_are_not_given(client: FlaskClient) -> None:
    form = "/?concept=rare-earth&as_of=&left=&right="
    assert client.get(form, headers=HTML).status_code == 200


def test_another_mention_leads_to_the_symbol(client: FlaskClient) -> None:
    answer = client.get("/elements/scandium?authority=iupac", headers=HTML)
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/elements/Sc?authority=iupac"


def test_two_editions_open_the_table_with_a_concept_of_both(client: FlaskClient) -> None:
    address = "/?left=eu-critical-2024&right=us-critical-2025"
    assert "<title>Critical raw material: who says so?" in client.get(address, headers=HTML).text


@pytest.mark.parametrize(
    ("typed", "said", "hinted"),
    [
        ("119", "No element has the atomic number 119: they run from 1 to 118", True),
        ("was helium grand in the EU in 2021", "a question such as", True),
        ("Nd2Fe14B", "reads as a formula with Nd, Fe, B, not as one element.", False),
    ],
)
def test_a_search_without_a_hit_says_why_and_what_would_do(
    client: FlaskClient, typed: str, said: str, hinted: bool
) -> None:
    page = client.get("/search", query_string={"q": typed}, headers=HTML).text
    assert said in page
    assert ("Try an element, a mineral" in page) is hinted


def test_a_page_tells_a_fault_once(client: FlaskClient) -> None:
    for address, fault in (
        ("/?as_of=yesterday", "as_of: A date as YYYY-MM-DD."),
        ("/?concept=xyzzy", "There is no concept &#39;xyzzy&#39;."),
        ("/?left=xyzzy&right=eu-critical-2020", "<code>left</code>: There is no edition"),
    ):
        assert client.get(address, headers=HTML).text.count(fault) == 1
    twice = client.get("/?x=1&y=2", headers=HTML).text
    assert "<li><code>y</code>: Unknown parameter." in twice


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/elements/scandum", 404, 'href="/elements/Sc"'),
        ("/elements/REE", 404, 'href="/concepts/rare-earth"'),
        ("/concepts/rare-earths", 404, 'href="/concepts/rare-earth"'),
        ("/editions/iupac-2006", 404, 'href="/editions/iupac-2005"'),
        ("/nowhere", 404, "Nothing is here"),
        ("/?concept=rare", 422, "Did you mean"),
        ("/?as_of=yesterday", 422, "YYYY-MM-DD"),
        ("/?colour=red", 422, "Unknown parameter"),
        ("/?left=nope&right=eu-critical-2020", 422, "left"),
    ],
)
def test_an_error_on_a_page_is_a_page_with_a_way_on(
    client: FlaskClient, address: str, status: int, said: str
) -> None:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == status
    assert answer.content_type == "text/html; charset=utf-8"
    assert said in answer.text


def test_an_error_stays_a_problem_for_machines_and_on_the_api(client: FlaskClient) -> None:
    assert client.get("/elements/scandum").content_type == "application/problem+json"
    on_api = client.get("/v1/elements/scandum", headers=HTML)
    assert on_api.content_type == "application/problem+json"


def test_what_was_typed_is_shown_as_text(client: FlaskClient) -> None:
    typed = "<img src=x onerror=alert(1)>"
    for answer in (
        client.get("/search", query_string={"q": typed}, headers=HTML),
        client.get("/elements/%3Cb%3E", headers=HTML),
        posted(client, text=typed),
    ):
        assert "<img" not in answer.text
        assert "<b>E" not in answer.text


def test_a_pasted_list_becomes_a_table(client: FlaskClient) -> None:
    answer = posted(client, text="Sc\nCO\nNA\n\nscandum", na="missing", show="all")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    outcomes = re.findall(r'<tr class="o-([a-z-]+)"', answer.text)
    assert outcomes == ["ok", "ok", "missing", "missing", "unknown"]


def test_only_lines_to_look_at_are_shown_when_asked(client: FlaskClient) -> None:
    answer = posted(client, text="Sc\nCO\nscandum", show="problems")
    assert re.findall(r'<tr class="o-([a-z-]+)"', answer.text) == ["ok", "unknown"]


def test_a_file_comes_back_as_csv_that_runs_no_formula(client: FlaskClient) -> None:
    body = io.BytesIO("id;metal\n1;Sc\n2;=1+1\n".encode("utf-8-sig"))
    answer = posted(client, file=(body, "list.csv"), format="csv")
    assert answer.content_type == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))
    assert [(r["line"], r["id"], r["metal"], r["symbol"], r["state_rare-earth"]) for r in rows] == [
        ("2", "1", "Sc", "Sc", "disputed"),
        ("3", "2", "'=1+1", "", ""),
    ]


def test_formulas_are_read_as_formulas(client: FlaskClient) -> None:
    answer = posted(client, text="Nd2Fe14B\nCO", kind="formula", format="csv")
    rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))
    assert [row["symbol"] for row in rows] == ["Nd", "Fe", "B", "C", "O"]


def test_unknown_lines_with_a_digit_are_tried_as_formulas(client: FlaskClient) -> None:
    answer = posted(client, text="Nd2O3\nBass\nSc", format="csv")
    rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))
    assert [(row["input"], row["symbol"], row["remark"]) for row in rows[:2]] == [
        ("Nd2O3", "Nd", "Read as a formula."),
        ("Nd2O3", "O", "Read as a formula."),
    ]
    assert (rows[2]["input"], rows[2]["outcome"]) == ("Bass", "unknown")


def test_another_page_of_a_list_is_a_button(client: FlaskClient) -> None:
    answer = posted(client, text="\n".join(["Sc"] * 450), show="all", page="2")
    assert "Page 2 of 3, 450 lines" in answer.text
    assert re.findall(r'name="page" value="(\d)"', answer.text) == ["1", "3"]


@pytest.mark.parametrize("lines", [10_000, 10_001])
def test_a_list_may_have_ten_thousand_lines(client: FlaskClient, lines: int) -> None:
    answer = posted(client, text="\n".join(["Sc"] * lines))
    assert answer.status_code == (200 if lines == 10_000 else 413)
    assert "text/html" in answer.content_type


def test_a_list_larger_than_the_limit_is_refused_as_a_page(client: FlaskClient) -> None:
    answer = posted(client, text="Sc\n" * 400_000)
    assert answer.status_code == 413
    assert "too large" in answer.text


def test_an_empty_form_says_what_to_do(client: FlaskClient) -> None:
    assert "The list is empty" in posted(client, text="").text


def test_an_authority_shows_its_classes_and_all_its_editions(client: FlaskClient) -> None:
    text = client.get("/authorities/iupac", headers=HTML).text
    assert "Classes in force" in text
    assert 'href="/elements/Lu"' in text
    assert 'href="/editions/iupac-2005"' in text.partition("<h2>Editions</h2>")[2]


def test_the_description_of_the_api_shows_no_backticks(client: FlaskClient) -> None:
    text = client.get("/docs", headers=HTML).text
    assert "`" not in text.partition("<h2>Operations</h2>")[2]


def test_a_name_of_a_material_leads_to_its_page(client: FlaskClient) -> None:
    for address in ("/materials/barytes", "/elements/bauxite"):
        answer = client.get(address, headers=HTML)
        assert answer.status_code == 302
        assert answer.headers["Location"] in ("/materials/barite", "/materials/bauxite")
    unknown = client.get("/materials/zzz", headers=HTML)
    assert (unknown.status_code, unknown.content_type) == (404, "text/html; charset=utf-8")


def test_a_material_of_a_list_is_classified(client: FlaskClient) -> None:
    answer = posted(client, text="bauxite\nSc", concept="critical", format="csv")
    rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))
    assert [(row["input"], row["symbol"], row["name"]) for row in rows] == [
        ("bauxite", "", "bauxite"),
        ("Sc", "Sc", "Scandium"),
    ]
    assert rows[0]["state_critical"].startswith("on ")
    chemical = posted(client, text="bauxite", concept="rare-earth")
    assert "nobody says" in chemical.text


@pytest.mark.parametrize("number", [CONCEPTS_LIMIT, CONCEPTS_LIMIT + 1])
def test_a_list_is_classified_by_a_few_concepts(
    client: FlaskClient, catalogue: Catalogue, number: int
) -> None:
    chosen = list(catalogue.concepts)[:number]
    answer = posted(client, text="Sc\nCO", concept=chosen)
    if number > CONCEPTS_LIMIT:
        assert answer.status_code == 422
        assert f"than maximum length {CONCEPTS_LIMIT}" in answer.text
        return
    assert answer.status_code == 200
    heads = re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', answer.text)
    assert heads[4:-1] == [catalogue.concepts[id_].label for id_ in chosen]
    boxes = re.findall(r'name="concept" value="([^"]+)" checked', answer.text)
    assert sorted(boxes) == sorted(chosen)


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
def test_a_page_with_tables_gives_them_as_csv(
    client: FlaskClient, address: str, heads: list[str]
) -> None:
    text = client.get(address, headers=HTML).text
    links = re.findall(r'href="(/v1/[^"]+)" download', text)
    assert links
    for link in links:
        answer = client.get(link.replace("&amp;", "&"))
        assert answer.content_type == "text/csv; charset=utf-8"
        rows = list(csv.reader(io.StringIO(answer.text)))
        assert set(heads) <= set(rows[0])
        assert len(rows) > 1


def test_one_line_is_counted_as_one(client: FlaskClient) -> None:
    page = client.post("/classify", data={"text": "Sc"}, headers=HTML).text
    assert "<title>1 line classified" in page
