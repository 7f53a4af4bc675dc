"""Feeds by a parser that is not ours; sitemap, robots.txt and security.txt."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import Client

from service.api.context import Site
from service.app import create_app
from service.catalogue import Catalogue
from service.web.views.feeds import ENTRIES_LIMIT, all_feed, thing_feed
from tests.support.stack import stack
from tests.web.conftest import unavailable

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = [
    "all",
    *[f"jurisdictions/{name}" for name in ("EU", "RU", "CA-ON", "Eurasian%20Economic%20Union")],
    *("elements/He", "elements/Og", "materials/graphite-natural", "materials/graphite"),
]
Parse = Callable[[bytes], Any]


@pytest.fixture(scope="session")
def parse() -> Parse:
    """A feed reader's parser."""
    try:
        import feedparser
    except ImportError:
        unavailable("feedparser is not installed: pip install element-classifier[test]")
    return feedparser.parse  # type: ignore[no-any-return]


def tree(body: bytes) -> ET.Element:
    return ET.fromstring(body)  # noqa: S314 - our own answer


def entry(feed: Any, title: str) -> Any:
    """Give the one entry of a title."""
    (found,) = [each for each in feed.entries if each.title == title]
    return found


@pytest.mark.parametrize("name", FEEDS)
def test_a_reader_finds_no_fault_in_a_feed(client: FlaskClient, parse: Parse, name: str) -> None:
    answer = client.get(f"/feeds/{name}.atom")
    assert answer.status_code == 200
    assert answer.content_type == "application/atom+xml; charset=utf-8"
    read = parse(answer.data)
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.links[0].href == f"http://localhost/feeds/{name}.atom"
    assert read.feed.author == "Element classifier"
    assert len(read.entries) == len({each.id for each in read.entries})
    days = [each.updated for each in read.entries]
    assert days == sorted(days, reverse=True)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", day) for day in days)
    assert read.feed.updated == (days[0] if days else "2026-11-28T00:00:00Z")
    for each in read.entries[:3]:
        path = each.link.removeprefix("http://localhost")
        assert client.get(path, headers={"Accept": "text/html, */*;q=0.1"}).status_code == 200


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_has_what_atom_demands(client: FlaskClient, name: str) -> None:
    root = tree(client.get(f"/feeds/{name}.atom").data)
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.iter(f"{ATOM}entry")):
        for part in ("id", "title", "updated"):
            (found,) = element.findall(f"{ATOM}{part}")
            assert found.text
        identifier = element.findtext(f"{ATOM}id") or ""
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", identifier)


def test_all_tells_the_data_and_the_lists(client: FlaskClient, parse: Parse) -> None:
    read = parse(client.get("/feeds/all.atom").data)
    release = entry(read, "Data 2026.11.4: 11 corrected, 10 new, 2 retired, 2 keys, 1 licence")
    assert release.updated == "2026-11-28T00:00:00Z"
    assert "Corrected: Russia's list of scarce minerals begins in April" in release.summary
    law = "EU: Critical Raw Materials Act, Annex II: critical raw materials (34)"
    assert entry(read, law).link == "http://localhost/editions/eu-critical-2024"
    assert entry(read, law).tags[0].term == "critical"


def test_a_jurisdiction_has_its_lists_alone(
    client: FlaskClient, parse: Parse, catalogue: Catalogue
) -> None:
    read = parse(client.get("/feeds/jurisdictions/EU.atom").data)
    listed = entry(read, "EU (Commission): 2023 list of critical raw materials (34)")
    assert listed.updated == "2023-03-16T00:00:00Z"
    assert "Critical raw material, added: helium, manganese, nickel" in listed.summary
    assert "Critical raw material, dropped: indium and natural rubber." in listed.summary
    for each in read.entries:
        edition = catalogue.editions[each.link.rpartition("/")[2]]
        assert catalogue.authorities[edition.authority].code == "EU"


def test_an_element_has_the_editions_that_speak_of_it(client: FlaskClient, parse: Parse) -> None:
    read = parse(client.get("/feeds/elements/He.atom").data)
    assert read.feed.title == "Helium on lists and in classes · Element classifier"
    listed = entry(read, "EU (Commission): 2023 list of critical raw materials (34)")
    assert "Critical raw material, added." in listed.summary
    assert "indium" not in listed.summary
    titles = [each.title for each in read.entries]
    assert "EU: Critical Raw Materials Act, Annex II: critical raw materials (34)" not in titles


def test_changes_are_those_of_the_api(client: FlaskClient, parse: Parse) -> None:
    read = parse(client.get("/feeds/elements/In.atom").data)
    told = {each.link.rpartition("/")[2] for each in read.entries}
    changes = client.get("/v1/changes?element=In").json["changes"]
    dated = {change["after"] for change in changes if change["date"]}
    assert dated
    assert dated <= told


def test_an_id_is_the_same_wherever_the_service_stands(catalogue: Catalogue, parse: Parse) -> None:
    ids = []
    for base in ("https://elements.example.org", "http://127.0.0.1:8000"):
        app = create_app(catalogue, site=Site(base))
        read = parse(app.test_client().get("/feeds/jurisdictions/EU.atom").data)
        assert read.entries[0].link.startswith(f"{base}/editions/")
        ids.append([read.feed.id, *(each.id for each in read.entries)])
    assert ids[0] == ids[1]
    # pinned, for a reader shows an entry with another id again
    law = entry(read, "EU: Critical Raw Materials Act, Annex II: critical raw materials (34)")
    assert law.id == "urn:uuid:16b16b13-039c-55bd-a806-a623fe083744"


def test_one_event_has_its_own_id_in_an_elements_feed(catalogue: Catalogue) -> None:
    every = {each.id for each in all_feed(catalogue).entries}
    assert not every & {each.id for each in thing_feed(catalogue, "elements", "He").entries}


def test_a_feed_has_the_newest_entries_up_to_its_limit(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.web.views.feeds.ENTRIES_LIMIT", 10_000)
    whole = all_feed(catalogue).entries
    assert len(whole) > ENTRIES_LIMIT
    for limit in (len(whole), len(whole) - 1):
        monkeypatch.setattr("service.web.views.feeds.ENTRIES_LIMIT", limit)
        assert all_feed(catalogue).entries == whole[:limit]
    monkeypatch.undo()
    assert all_feed(catalogue).entries == whole[:ENTRIES_LIMIT]


def test_a_feed_without_entries_is_of_the_day_of_the_data(tiny: Catalogue, parse: Parse) -> None:
    empty = [symbol for symbol in tiny.elements if not thing_feed(tiny, "elements", symbol).entries]
    assert empty
    read = parse(create_app(tiny).test_client().get(f"/feeds/elements/{empty[0]}.atom").data)
    assert not read.bozo
    assert read.feed.updated == f"{tiny.released.isoformat()}T00:00:00Z"


def test_a_feed_is_not_sent_again_while_it_is_the_same(app: Flask) -> None:
    client = Client(stack(app))
    first = client.get("/feeds/all.atom")
    again = client.get("/feeds/all.atom", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert not again.data
    assert "public" in first.headers["Cache-Control"]


@pytest.mark.parametrize("accept", ["application/rss+xml", "text/html", "application/xml", None])
def test_a_feed_answers_whatever_the_reader_accepts(
    client: FlaskClient, accept: str | None
) -> None:
    answer = client.get("/feeds/all.atom", headers={"Accept": accept} if accept else {})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("jurisdictions/eu", "jurisdictions/EU"),
        ("jurisdictions/European%20Union", "jurisdictions/EU"),
        ("elements/scandium", "elements/Sc"),
        ("elements/21", "elements/Sc"),
        ("materials/Graphit", "materials/graphite"),
    ],
)
def test_another_name_leads_to_the_feed(client: FlaskClient, name: str, place: str) -> None:
    answer = client.get(f"/feeds/{name}.atom")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/feeds/{place}.atom")


@pytest.mark.parametrize(
    ("name", "slug", "detail"),
    [
        ("jurisdictions/Atlantis", "unknown-jurisdiction", "Known: AU, BR"),
        ("elements/xyzzy", "unknown-element", "a name or a CAS number would"),
        ("elements/graphite", "names-a-material", "see /v1/materials/graphite"),
        ("materials/xyzzy", "unknown-material", "See /v1/materials."),
        ("everything", "no-such-path", "See / for the addresses"),
        ("all.atom?since=2024", "invalid-request", "Unknown parameter."),
    ],
)
def test_a_feed_that_is_not_there_says_what_would_do(
    client: FlaskClient, name: str, slug: str, detail: str
) -> None:
    answer = client.get(f"/feeds/{name}" if "?" in name else f"/feeds/{name}.atom")
    assert answer.json["type"] == f"/v1/problems/{slug}"
    assert detail in answer.json["detail"]


def test_the_sitemap_names_every_page_once(client: FlaskClient, catalogue: Catalogue) -> None:
    answer = client.get("/sitemap.xml")
    assert answer.content_type == "application/xml; charset=utf-8"
    place = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    root = tree(answer.data)
    found = [each.text or "" for each in root.iter(f"{place}loc")]
    assert len(found) == len(set(found))
    assert all(each.startswith("http://localhost/") for each in found)
    assert "http://localhost/elements/Sc" in found
    assert "http://localhost/editions/eu-critical-2024" in found
    records = [catalogue.elements, catalogue.materials, catalogue.concepts, catalogue.authorities]
    records += [catalogue.editions, catalogue.sources]
    assert len(found) == 7 + sum(map(len, records))
    assert {each.text for each in root.iter(f"{place}lastmod")} == {"2026-11-28"}
    for address in found[:: len(found) // 40]:
        path = address.removeprefix("http://localhost")
        answer = client.get(path, headers={"Accept": "text/html"})
        assert answer.status_code == 200, path
        assert answer.mimetype == "text/html"


def test_robots_are_led_to_the_sitemap(client: FlaskClient) -> None:
    answer = client.get("/robots.txt")
    assert answer.content_type == "text/plain; charset=utf-8"
    lines = answer.text.splitlines()
    assert lines[0] == "User-agent: *"
    assert "Disallow: /*?" in lines
    assert lines[-1] == "Sitemap: http://localhost/sitemap.xml"


def test_a_contact_is_told_with_a_day_on_which_it_expires(catalogue: Catalogue) -> None:
    app = create_app(catalogue, site=Site("https://example.org", "mailto:safe@example.org"))
    answer = app.test_client().get("/.well-known/security.txt")
    assert answer.content_type == "text/plain; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    fields = dict(line.split(": ", 1) for line in answer.text.splitlines())
    assert fields["Contact"] == "mailto:safe@example.org"
    assert fields["Canonical"] == "https://example.org/.well-known/security.txt"
    left = dt.datetime.fromisoformat(fields["Expires"]) - dt.datetime.now(dt.UTC)
    assert dt.timedelta(days=90) < left < dt.timedelta(days=365)


def test_without_a_contact_the_setting_is_named(client: FlaskClient) -> None:
    answer = client.get("/.well-known/security.txt")
    assert answer.status_code == 404
    assert "ELEMENTS_SECURITY_CONTACT" in answer.json["detail"]
