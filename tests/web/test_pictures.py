"""Pictures of a table, of a timeline and of the lists, made by the server."""

from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from service.catalogue import Catalogue, View
from service.model import Nature, Stand
from service.web.legend import REVISED, SIDES, STATES
from service.web.views.over_time import CHARTS
from service.web.views.pictures import PAINTS
from service.web.views.timeline import Stop, history, tracks
from service.web.views.timeline_picture import LEFT, RIGHT, timeline_picture

SVG = "{http://www.w3.org/2000/svg}"
LIMIT = 60 * 1024
"""Most bytes of the picture over time."""


def drawn(client: FlaskClient, address: str) -> ElementTree.Element:
    return ElementTree.fromstring(client.get(address).data)  # noqa: S314 - we drew it ourselves


def test_every_state_has_its_paint() -> None:
    states = {state.id for state in (*STATES, *SIDES.values(), *REVISED.values())}
    assert set(PAINTS) == states


def test_a_dot_is_an_edition_and_a_stretch_the_time_on_the_list(catalogue: Catalogue) -> None:
    found = tracks(View(catalogue), "Sc", "critical")
    picture = timeline_picture([("Critical", found), ("None", [])], "2026-11-28")
    (timeline,) = picture.timelines
    line = next(each for each in timeline.lines if each.track.series == "eu-critical")
    assert line.track.changed
    assert line.track.sentence == "Listed since 2011. Removed 2014, added again 2017."
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
    ("nature", "stands", "sentence"),
    [
        (Nature.LISTING, "i e i", "Listed since 2018. Removed 2022, added again 2025."),
        (Nature.LISTING, "e i e", "Not listed in 2018. Added 2022, removed 2025."),
        (Nature.LISTING, "i i i", "Listed since 2018."),
        (
            Nature.LISTING,
            "s i s",
            "Not decided in 2018. Added 2022, no longer named explicitly 2025.",
        ),
        (
            Nature.CLASSIFICATION,
            "i e i",
            "Included since 2018. Left out 2022, included again 2025.",
        ),
    ],
)
def test_a_history_is_a_sentence(nature: Nature, stands: str, sentence: str) -> None:
    by_letter = {stand.value[0]: stand for stand in Stand}
    years = ("2018", "2022", "2025")
    stops = [
        Stop("id", "title", year, by_letter[letter], in_force=False, start=year, end=None)
        for year, letter in zip(years, stands.split(), strict=True)
    ]
    assert history(nature, stops) == sentence


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/table.svg", "Rare-earth element by element"),
        ("/table.svg?concept=critical&disputed=true&official=true", "Critical raw material"),
        ("/table.svg?concept=critical&left=eu-critical-2020&right=eu-critical-2024", "Critical"),
        ("/elements/Sc/timeline.svg?concept=critical", "Scandium: how the lists changed"),
        ("/elements/Og/timeline.svg", "Oganesson: how the lists changed"),
        ("/materials/graphite/timeline.svg?official=true", "Graphite: how the lists changed"),
        ("/lists/over-time.svg", "Agreement over time: critical raw material"),
        ("/lists/over-time.svg?concept=export-controlled&kind=element&official=true", "Agreement"),
        ("/lists.svg?concept=strategic&sort=RU&as_of=2020-01-01", "Who lists what: strategic raw"),
        ("/lists.svg?as_of=1990-01-01", "Who lists what: critical raw material, 1 January 1990"),
    ],
)
def test_a_picture_is_whole_and_titled(client: FlaskClient, address: str, said: str) -> None:
    answer = client.get(address, headers={"Accept": "image/*"})
    assert (answer.status_code, answer.content_type) == (200, "image/svg+xml; charset=utf-8")
    policy = answer.headers["Content-Security-Policy"]
    assert policy == "default-src 'none'; frame-ancestors 'none'"
    assert " style=" not in answer.text
    root = drawn(client, address)
    assert root.findtext(f"{SVG}title", "").startswith(said)
    assert len(root.findtext(f"{SVG}desc", "").split()) > 5
    assert "None" not in "".join(root.itertext())
    assert ("fficial voices only" in answer.text) is ("official" in address)


def test_the_table_has_every_element_and_fades_what_is_not_asked(client: FlaskClient) -> None:
    cells = drawn(client, "/table.svg?disputed=true").findall(f"{SVG}g[@fill]")
    assert len(cells) == 118
    assert 0 < len([cell for cell in cells if cell.get("opacity")]) < 118
    assert not drawn(client, "/table.svg").findall(f"{SVG}g[@opacity]")


def test_the_picture_over_time_is_small(client: FlaskClient) -> None:
    assert len(client.get("/lists/over-time.svg").data) < LIMIT
    assert len(drawn(client, "/lists/over-time.svg").findall(f".//{SVG}use")) == CHARTS
