"""The report of a wrong claim, filled in."""

from urllib.parse import parse_qs, urlsplit

import pytest

from service.api.context import Site
from service.app import create_app
from service.catalogue import Catalogue, View
from service.web.views.report import report

HOST = "https://elements.example"
SCANDIUM = "/report?edition=iupac-2005&concept=rare-earth&thing=Sc"


@pytest.mark.parametrize("address", ["mailto:data@example.org", "https://example.org/issues/new"])
def test_a_link_is_filled_in(catalogue: Catalogue, address: str) -> None:
    made = report(View(catalogue), "iupac-2005", "Sc", ["rare-earth"], HOST)
    link = made.send_to(address)
    head, body = ("subject", "body") if "@" in address else ("title", "body")
    filled = parse_qs(urlsplit(link).query)
    assert link.startswith(f"{address}?{head}=Wrong")
    assert filled[head] == [f"Wrong claim: {made.title}"]
    assert filled[body] == [made.text]
    assert "@" not in address or "+" not in link  # mail programs show a plus as it is


@pytest.mark.parametrize("reports", [None, "mailto:data@example.org"])
def test_the_page_links_to_the_setting(catalogue: Catalogue, reports: str | None) -> None:
    text = create_app(catalogue, site=Site(reports=reports)).test_client().get(SCANDIUM).text
    assert ('href="mailto:data@example.org?subject=' in text) is (reports is not None)
    assert ("to the operator of this service" in text) is (reports is None)
