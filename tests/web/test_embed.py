"""Views that other sites may frame."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from service.web.views.embed import snippet
from tests.web.conftest import HTML

EMBED = (
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/embed/elements/Sc?concept=rare-earth&official=true", "Official voices only"),
        ("/embed/elements/Sc?authority=iupac", "Of these authorities: International Union of Pure"),
        ("/embed/elements/Og", "Oganesson"),
        ("/embed/elements/C?concept=critical&as_of=1990-01-01", "Carbon"),
        ("/embed/materials/graphite?concept=critical", "Graphite"),
    ],
)
def test_anyone_may_frame_a_passive_view(client: FlaskClient, address: str, said: str) -> None:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == 200
    assert answer.headers["Content-Security-Policy"] == EMBED
    assert "X-Frame-Options" not in answer.headers
    assert "<script" not in answer.text
    assert "None" not in re.sub(r"<[^>]*>", "", answer.text)
    assert '<base target="_blank">' in answer.text
    assert said in answer.text


@pytest.mark.parametrize("address", ["/embed/elements/Xx", "/embed/materials/Xx", "/embed/x"])
def test_nobody_may_frame_an_error(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == 404
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("page", ["/elements/Sc?official=true", "/materials/graphite"])
def test_the_snippet_of_a_page_leads_to_its_view(client: FlaskClient, page: str) -> None:
    shown = re.search(r'id="embed"[^>]*>(.*?)</pre>', client.get(page).text, re.DOTALL)
    assert shown is not None
    pattern = r'<iframe src="http://localhost(/embed[^"]+)" title="[^"]+" '
    found = re.search(pattern, unescape(shown[1]))
    assert found is not None
    address = unescape(found[1])
    assert client.get(address, headers=HTML).status_code == 200
    assert ("official=true" in address) is ("official" in page)


def test_a_snippet_is_html_whatever_the_address() -> None:
    text = snippet("https://e.example/embed/elements/Sc?a=1&b=2", 'x"y')
    assert 'src="https://e.example/embed/elements/Sc?a=1&amp;b=2"' in text
    assert 'title="x&quot;y"' in text
