"""Feeds by a parser that is not ours; sitemap, robots.txt and security.txt."""

import datetime as dt
import re
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from flask.testing import FlaskClient

from service.api.context import Site
from service.app import create_app
from service.catalogue import Catalogue
from service.web.views.feeds import ENTRIES_LIMIT, all_feed
from tests.web.conftest import HTML

ATOM = "{http://www.w3.org/2005/Atom}"
LAW = "EU: Critical Raw Materials Act, Annex II: critical raw materials (34)"
LIST_2023 = "EU (Commission): 2023 list of critical raw materials (34)"


def feed(client: FlaskClient, name: str) -> Any:
    answer = client.get(f"/feeds/{name}.atom")
    assert answer.content_type == "application/atom+xml; charset=utf-8"
    read = feedparser.parse(answer.data)
    assert not read.bozo
    return read


def entry(read: Any, title: str) -> Any:
    """Give the one entry of a title."""
    (found,) = [each for each in read.entries if each.title == title]
    return found


@pytest.mark.parametrize(
    "name", ["all", "jurisdictions/EU", "jurisdictions/Eurasian%20Economic%20Union", "elements/Og"]
)
def test_a_feed_is_sound_and_its_newest_entry_comes_first(client: FlaskClient, name: str) -> None:
    read = feed(client, name)
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
        assert client.get(path, headers=HTML).status_code == 200
    root = ET.fromstring(client.get(f"/feeds/{name}.atom").data)  # noqa: S314 - our own answer
    for element in (root, *root.iter(f"{ATOM}entry")):
        assert [len(element.findall(f"{ATOM}{p}")) for p in ("id", "title", "updated")] == [1] * 3
        identifier = element.findtext(f"{ATOM}id") or ""
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", identifier)


def test_a_jurisdiction_has_its_lists_alone(client: FlaskClient, catalogue: Catalogue) -> None:
    read = feed(client, "jurisdictions/EU")
    listed = entry(read, LIST_2023)
    assert listed.updated == "2023-03-16T00:00:00Z"
    assert "Critical raw material, added: helium, manganese, nickel" in listed.summary
    assert "Critical raw material, dropped: indium and natural rubber." in listed.summary
    for each in read.entries:
        edition = catalogue.editions[each.link.rpartition("/")[2]]
        assert catalogue.authorities[edition.authority].code == "EU"
    # pinned, for a reader shows an entry with another id again
    assert entry(read, LAW).id == "urn:uuid:16b16b13-039c-55bd-a806-a623fe083744"
    elsewhere = feed(create_app(catalogue, site=Site("https://e.example")).test_client(), "all")
    assert entry(elsewhere, LAW).id == entry(read, LAW).id
    assert entry(elsewhere, LAW).link == "https://e.example/editions/eu-critical-2024"


def test_an_element_has_the_editions_on_it(client: FlaskClient, catalogue: Catalogue) -> None:
    read = feed(client, "elements/He")
    assert read.feed.title == "Helium on lists and in classes · Element classifier"
    assert "Critical raw material, added." in entry(read, LIST_2023).summary
    assert "indium" not in entry(read, LIST_2023).summary
    assert LAW not in [each.title for each in read.entries]
    # an event has an id of its own in the feed of an element
    assert not {each.id for each in all_feed(catalogue).entries} & {e.id for e in read.entries}


def test_a_feed_has_a_limit(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(all_feed(catalogue).entries) == ENTRIES_LIMIT
    monkeypatch.setattr("service.web.views.feeds.ENTRIES_LIMIT", 10_000)
    whole = all_feed(catalogue).entries
    for limit in (len(whole), len(whole) - 1):
        monkeypatch.setattr("service.web.views.feeds.ENTRIES_LIMIT", limit)
        assert all_feed(catalogue).entries == whole[:limit]


@pytest.mark.parametrize("accept", ["application/rss+xml", "text/html", "application/xml"])
def test_a_feed_answers_whatever_the_reader_accepts(client: FlaskClient, accept: str) -> None:
    answer = client.get("/feeds/all.atom", headers={"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
    assert "public" in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("path", "slug", "detail"),
    [
        ("feeds/jurisdictions/Atlantis.atom", "unknown-jurisdiction", "Known: AU, BR"),
        ("feeds/elements/xyzzy.atom", "unknown-element", "a name or a CAS number would"),
        ("feeds/elements/graphite.atom", "names-a-material", "see /v1/materials/graphite"),
        ("feeds/materials/xyzzy.atom", "unknown-material", "See /v1/materials."),
        ("feeds/everything.atom", "no-such-path", "See / for the addresses"),
        ("feeds/all.atom?since=2024", "invalid-request", "Unknown parameter."),
        (".well-known/security.txt", "no-such-path", "ELEMENTS_SECURITY_CONTACT"),
    ],
)
def test_a_missing_file_is_told(client: FlaskClient, path: str, slug: str, detail: str) -> None:
    answer = client.get(f"/{path}")
    assert answer.json["type"] == f"/v1/problems/{slug}"
    assert detail in answer.json["detail"]


def test_every_page_of_the_sitemap_is_there(client: FlaskClient, catalogue: Catalogue) -> None:
    robots = client.get("/robots.txt").text.splitlines()
    assert robots[0] == "User-agent: *"
    assert "Disallow: /*?" in robots
    assert robots[-1] == "Sitemap: http://localhost/sitemap.xml"
    answer = client.get("/sitemap.xml")
    assert answer.content_type == "application/xml; charset=utf-8"
    assert ET.fromstring(answer.data).tag.endswith("urlset")  # noqa: S314 - our own answer
    found = re.findall("<loc>http://localhost(.*?)</loc>", answer.text)
    records = [catalogue.elements, catalogue.listed, catalogue.concepts]
    records += [catalogue.authorities, catalogue.editions, catalogue.sources]
    assert len(found) == len(set(found)) == 7 + sum(map(len, records))
    assert answer.text.count("<lastmod>2026-11-28</lastmod>") == len(found)
    for path in found:
        page = client.get(path, headers=HTML)
        assert (page.status_code, page.mimetype) == (200, "text/html"), path


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
