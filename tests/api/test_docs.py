"""The pages for people: whole, and loading nothing from elsewhere."""

import re
from html.parser import HTMLParser

import pytest
from werkzeug.test import Client

from tests.support import walk


class Links(HTMLParser):
    """Collects what a page loads or leads to, and whether it runs scripts of its own."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.inline: list[str] = []
        self.ids: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        for name in ("href", "src", "action", "srcset", "data", "poster"):
            if name in given:
                self.addresses.append(given[name] or "")
        if (tag == "script" and "src" not in given) or tag == "style" or "style" in given:
            self.inline.append(tag)
        if "id" in given:
            self.ids.append(given["id"] or "")


@pytest.fixture
def page(client: Client) -> str:
    answer = client.get("/docs")
    assert answer.status_code == 200
    assert answer.content_type == "text/html; charset=utf-8"
    return answer.text


def test_the_page_lists_every_operation(page: str) -> None:
    for path, operations in walk.paths().items():
        for method in operations.keys() - {"parameters"}:
            listed = rf'<span class="method">{method.upper()}</span> <code>{re.escape(path)}</code>'
            assert re.search(listed, page), f"{method} {path}"


def test_the_page_links_and_loads_nothing_from_another_host(page: str) -> None:
    found = Links(page)
    assert "/openapi.json" in found.addresses
    # the examples and the canonical link name the service's own address
    addresses = [address.removeprefix("http://localhost") for address in found.addresses]
    assert all(re.match(r"(/[^/]|/$|#)", address) for address in addresses)
    own = page.replace("http://localhost", "")
    assert "http://" not in own
    assert "https://" not in own


def test_what_the_page_links_is_there(client: Client, page: str) -> None:
    for address in Links(page).addresses:
        if not address.startswith("#"):
            # buffered, for files are left open otherwise
            assert client.get(address, buffered=True).status_code == 200, address


def test_the_page_runs_under_its_own_strict_policy(client: Client, page: str) -> None:
    policy = client.get("/docs").headers["Content-Security-Policy"]
    directives = dict(part.strip().partition(" ")[::2] for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["frame-ancestors"] == "'none'"
    assert directives["script-src"] == directives["style-src"] == "'self'"
    assert "unsafe" not in policy
    assert "http" not in policy
    assert Links(page).inline == []


def test_no_two_parts_of_the_page_share_an_id(page: str) -> None:
    ids = Links(page).ids
    assert len(set(ids)) == len(ids) > 0


def test_answers_for_machines_may_load_nothing_at_all(client: Client) -> None:
    for path in ("/", "/v1/elements/Sc", "/v1/nope", "/openapi.json"):
        policy = client.get(path).headers["Content-Security-Policy"]
        assert policy == "default-src 'none'; frame-ancestors 'none'"
