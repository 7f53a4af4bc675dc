"""Pictures of a table and of a timeline, made by the server."""

from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from service.catalogue import Catalogue, View
from service.web.legend import REVISED, SIDES, STATES
from service.web.views.pictures import PAINTS
from service.web.views.timeline import tracks
from service.web.views.timeline_picture import LEFT, RIGHT, timeline_picture

SVG = "{http://www.w3.org/2000/svg}"


def drawn(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)  # noqa: S314 - we drew it ourselves


def test_every_state_has_its_paint() -> None:
    states = {state.id for state in (*STATES, *SIDES.values(), *REVISED.values())}
    assert set(PAINTS) == states


def test_a_dot_is_an_edition_and_a_stretch_the_time_on_the_list(catalogue: Catalogue) -> None:
    found = tracks(View(catalogue), "Sc", "critical")
    picture = timeline_picture([("Critical", found), ("None", [])], "2026-11-28")
    (timeline,) = picture.timelines
    line = next(each for each in timeline.lines if each.track.series == "eu-critical")
    assert [dot.label for dot in line.dots][:3] == ["2011", "2014", "2017"]
    assert [dot.included for dot in line.dots][:3] == [True, False, True]
    places = [dot.x for dot in line.dots]
    assert places == sorted(places)
    assert places[0] >= LEFT
    assert line.stretches[0] == (places[0], places[1])
    assert line.stretches[1][0] == places[2]
    assert line.stretches[-1][1] == RIGHT
    assert picture.height > timeline.lines[-1].y


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/table.svg", "Rare-earth element by element"),
        ("/table.svg?concept=critical&disputed=true&official=true", "Critical raw material"),
        ("/table.svg?concept=critical&left=eu-critical-2020&right=eu-critical-2024", "Critical"),
        ("/elements/Sc/timeline.svg?concept=critical", "Scandium: how the lists changed"),
        ("/elements/Og/timeline.svg", "Oganesson: how the lists changed"),
        ("/materials/graphite/timeline.svg?official=true", "Graphite: how the lists changed"),
    ],
)
def test_a_picture_is_whole_and_says_what_it_shows(
    client: FlaskClient, address: str, said: str
) -> None:
    answer = client.get(address, headers={"Accept": "image/*"})
    assert answer.status_code == 200
    assert answer.content_type == "image/svg+xml; charset=utf-8"
    root = drawn(answer.data)
    assert root.findtext(f"{SVG}title", "").startswith(said)
    assert len(root.findtext(f"{SVG}desc", "").split()) > 5
    assert "None" not in "".join(root.itertext())
    assert ("fficial voices only" in answer.text) is ("official" in address)


def test_the_table_has_every_element_and_fades_what_is_not_asked(client: FlaskClient) -> None:
    cells = drawn(client.get("/table.svg?disputed=true").data).findall(f"{SVG}g[@fill]")
    assert len(cells) == 118
    faded = [cell for cell in cells if cell.get("opacity")]
    assert 0 < len(faded) < 118
    assert not drawn(client.get("/table.svg").data).findall(f"{SVG}g[@opacity]")


def test_another_mention_leads_to_the_picture(client: FlaskClient) -> None:
    answer = client.get("/elements/scandium/timeline.svg?concept=critical")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/elements/Sc/timeline.svg?concept=critical"


def test_pages_link_their_pictures(client: FlaskClient) -> None:
    html = {"Accept": "text/html"}
    for page, picture in (
        ("/?concept=critical&official=true", "/table.svg?concept=critical&amp;official=true"),
        ("/elements/Sc", "/elements/Sc/timeline.svg"),
        ("/materials/graphite", "/materials/graphite/timeline.svg"),
        ("/lists?kind=element", "/lists.svg?concept=critical&amp;kind=element&amp;sort=lists"),
    ):
        assert f'href="{picture}" download=' in client.get(page, headers=html).text
    assert "timeline.svg" not in client.get("/elements/Og", headers=html).text


def test_a_frame_says_to_whom_it_is_restricted(client: FlaskClient) -> None:
    text = client.get("/embed/elements/Sc?authority=iupac&official=true").text
    assert "Of these authorities: International Union of Pure" in text
    assert "official voices only" in text
