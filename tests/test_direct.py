"""GETs of little work are answered without Flask as Flask would answer them, or left to it."""

import datetime as dt
import random
from urllib.parse import quote

import pytest

from service.answers import elements as say
from service.answers.writing import encode, write
from service.app import create_app
from service.catalogue import Catalogue
from service.front import Front
from service.mentions import Options, Reader
from service.ready import Made
from service.settings import Settings
from service.view import Selection
from tests.roads import Fast, Slow


@pytest.fixture(scope="module")
def slow(catalogue: Catalogue, made: Made) -> Slow:
    return Slow(create_app(catalogue, Settings(log_level="ERROR"), made))


@pytest.fixture(scope="module")
def plain(catalogue: Catalogue) -> Slow:
    """An application for which nothing is written beforehand."""
    return Slow(create_app(catalogue, Settings(log_level="ERROR")))


@pytest.fixture(scope="module")
def front(catalogue: Catalogue, made: Made) -> Front:
    app = create_app(catalogue, Settings(log_level="ERROR"), made)
    assert isinstance(app.wsgi_app, Front)
    return app.wsgi_app


ANSWERED = [
    "/v1/elements/Sc?concept=rare-earth",
    "/v1/elements/scandium?concept=rare-earth",
    f"/v1/elements/{quote('скандий')}?concept=rare-metal",
    "/v1/elements/%53c?concept=rare%2Dearth",
    "/v1/elements/Nd?concept=export-controlled",
    "/v1/elements/Sc?concept=rare-earth&strict=true",
    "/v1/elements/NA?na=sodium&concept=critical",
    "/v1/elements/He?as_of=2021-06-30&concept=critical&authority=european-commission",
    "/v1/elements/He?concept=critical&authority=iupac&authority=european-commission&history=true",
    "/v1/elements/Ga?as_of=2025-11-01",
    "/v1/elements/Ga?as_of=1900-01-01&concept=critical",
    "/v1/elements/Ga?history=false",
    "/v1/concepts/rare-earth?as_of=2020-01-01",
    "/v1/concepts/critical?authority=usgs&history=true",
    "/v1/compare?left=ca-critical-2024&right=eu-critical-2020",
    "/v1/compare?right=ca-critical-2024&left=eu-critical-2020&concept=critical",
    "/v1/resolve?q=caesium",
    "/v1/resolve?q=CO&q=NA&q=U-235&q=unobtainium",
    f"/v1/resolve?q={quote('a/b')}&q=&q={quote('скандий')}&lang=ru",
    "/v1/resolve?q=a+b&q=a%2Bb&strict=false",
    "/v1/formulas?formula=SiO2",
    "/v1/formulas?formula=Nd2Fe14B&concept=rare-earth&as_of=2022-02-02",
]


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/version"])
def test_what_does_not_last_is_answered_without_flask_and_never_unchanged(
    fast: Fast, slow: Slow, front: Front, path: str
) -> None:
    found = front.look_up("GET", path, "", [])
    assert found is not None
    assert found.status == b"200 OK"
    for known in ("*", "", '""'):
        assert front.look_up("GET", path, "", [("IF-NONE-MATCH", known)]) is None
    assert fast(path) == slow(path) == fast(path, If_None_Match="*")
    assert fast(path).headers["Cache-Control"] == "no-store"
    assert front.lookups.recent.size == 0


@pytest.mark.parametrize("target", ANSWERED)
def test_a_question_has_one_answer_on_both_roads(
    fast: Fast, slow: Slow, plain: Slow, front: Front, target: str
) -> None:
    path, _, query = target.partition("?")
    assert front.look_up("GET", path, query, []) is not None
    answer, written = slow(target), plain(target)
    assert answer.status == written.status == 200
    assert answer.body == written.body
    # a tag may be made of the tag of what an answer is a part of
    assert {**answer.headers, "ETag": ""} == {**written.headers, "ETag": ""}
    assert fast(target) == answer
    assert fast(target) == answer  # what is kept of it, too
    head = fast(target, "HEAD")
    assert (head.headers, head.body) == (answer.headers, b"")
    unchanged = fast(target, If_None_Match=answer.headers["ETag"])
    assert unchanged == slow(target, If_None_Match=answer.headers["ETag"])
    assert (unchanged.status, unchanged.body) == (304, b"")
    assert fast(target, If_None_Match='"other"') == answer


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/v1/elements/Sc?concept=rare-earths", 422),
        ("/v1/elements/Sc?concept=", 422),
        ("/v1/elements/Sc?authorty=x", 422),
        ("/v1/elements/Sc?concept=rare-earth&concept=critical", 422),
        ("/v1/elements/Sc?as_of=2021-02-30", 422),
        ("/v1/elements/Sc?as_of=20210228", 422),
        (f"/v1/elements/Sc?{'&'.join(['authority=iupac'] * 21)}", 422),
        ("/v1/elements/Sc?concept=%ff", 422),
        ("/v1/elements/Sc?lang=xx", 422),
        ("/v1/elements/119?concept=critical", 404),
        ("/v1/elements/NA?concept=critical", 422),
        ("/v1/elements/%ff?concept=critical", 404),
        ("/v1/elements/Sc%2FY?concept=critical", 404),
        ("/v1/elements/?concept=critical", 404),
        ("/v1/concepts/rare-earths?as_of=2021-01-01", 404),
        ("/v1/compare?left=eu-critical-2020", 422),
        ("/v1/compare?left=eu-critical-2020&right=nobody", 422),
        ("/v1/resolve", 422),
        (f"/v1/resolve?{'&'.join(['q=Sc'] * 21)}", 422),
        ("/v1/formulas?formula=SiO2)", 422),
        (f"/v1/formulas?formula={'H' * 501}", 422),
    ],
)
def test_a_question_with_a_fault_is_left_to_flask(
    fast: Fast,
    slow: Slow,
    front: Front,
    target: str,
    status: int,
    caplog: pytest.LogCaptureFixture,
) -> None:
    path, _, query = target.partition("?")
    with caplog.at_level("ERROR", "service"):
        assert front.look_up("GET", path, query, []) is None
    assert caplog.text == ""  # a fault of the question is none of ours
    answer, wanted = fast(target), slow(target)
    assert answer.status == wanted.status == status
    assert answer.headers.keys() == wanted.headers.keys()
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_every_element_and_concept_is_answered_as_the_rules_have_it(
    catalogue: Catalogue, made: Made, front: Front, reader: Reader
) -> None:
    view = catalogue.default
    seen = 0
    for symbol in catalogue.elements:
        reading = reader.read(symbol, Options())
        for concept in catalogue.concepts:
            found = front.look_up("GET", f"/v1/elements/{symbol}", f"concept={concept}", [])
            assert found is not None
            wanted = encode(say.element(view, symbol, symbol, reading, concept))
            assert b"".join(found.pieces) == wanted, (symbol, concept)
            seen += 1
    assert seen == 118 * len(catalogue.concepts) > 3_800
    assert made.answer_cuts is not None
    # what is written once is small beside what is said in so many answers
    assert len(made.answer_cuts.pool) < 2_000_000


def test_a_position_is_the_same_whether_it_is_written_for_one_element_or_for_many(
    catalogue: Catalogue,
) -> None:
    for view in (catalogue.default, catalogue.view(Selection(dt.date(2020, 1, 1), history=True))):
        for symbol in catalogue.elements:
            wanted = [say.position(view, each) for each in view.positions(symbol)]
            assert [write(each) for each in say.positions(view, symbol)] == list(map(write, wanted))


def test_an_element_in_brief_is_the_same_cut_or_written(catalogue: Catalogue, made: Made) -> None:
    assert made.brief_cuts is not None
    for symbol in catalogue.elements:
        for concept in catalogue.concepts:
            pieces = made.brief_cuts.pieces(made.briefs[symbol], symbol, concept)
            wanted = write(say.brief(catalogue.default, symbol, concept))
            assert b"".join(pieces) == wanted, (symbol, concept)


def test_by_another_name_only_the_resolution_differs(fast: Fast, slow: Slow) -> None:
    one = fast("/v1/elements/Sc?concept=rare-earth")
    other = fast("/v1/elements/21?concept=rare-earth")
    assert other == slow("/v1/elements/21?concept=rare-earth")
    assert b'"resolution":{"query":"21","by":"atomic-number"' in other.body
    assert one.body.partition(b',"summary":')[2] == other.body.partition(b',"summary":')[2]
    assert one.headers["ETag"] != other.headers["ETag"]
    assert one.headers["Content-Location"] == other.headers["Content-Location"]


def test_the_location_names_each_choice_once_and_in_one_order(fast: Fast) -> None:
    asked = "strict=false&concept=critical&as_of=2021-06-30&authority=iupac&authority=usgs"
    place = fast(f"/v1/elements/He?{asked}").headers["Content-Location"]
    chosen = "authority=iupac&authority=usgs&as_of=2021-06-30&concept=critical"
    assert place == f"/v1/elements/He?{chosen}"


def test_a_fault_of_ours_is_logged_and_left_to_flask(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    front = create_app(catalogue, Settings()).wsgi_app
    assert isinstance(front, Front)
    assert front.lookups.find("GET", "/v1/resolve", "q=Sc", {}) is not None
    monkeypatch.setattr(Reader, "read", lambda *_, **__: 1 / 0)
    with caplog.at_level("ERROR", "service"):
        assert front.lookups.find("GET", "/v1/resolve", "q=Y", {}) is None
    assert "/v1/resolve was left to Flask" in caplog.text
    assert "ZeroDivisionError" in caplog.text


def test_a_day_on_which_the_same_editions_speak_changes_the_day_alone(
    catalogue: Catalogue, front: Front, reader: Reader
) -> None:
    chance = random.Random(7)  # noqa: S311 - any days will do, the same each time
    symbols, concepts = list(catalogue.elements), [None, *catalogue.concepts]
    alike = []
    for _ in range(600):
        symbol, concept = chance.choice(symbols), chance.choice(concepts)
        day = dt.date(2016, 1, 1) + dt.timedelta(chance.randrange(4_400))
        chosen = chance.choice([None, frozenset(["iupac", "european-commission"])])
        view = catalogue.view(Selection(day, chosen))
        query = f"as_of={day}" + (f"&concept={concept}" if concept else "")
        query += "".join(f"&authority={id_}" for id_ in sorted(chosen or ()))
        found = front.look_up("GET", f"/v1/elements/{symbol}", query, [])
        assert found is not None
        reading = reader.read(symbol, Options())
        wanted = encode(say.element(view, symbol, symbol, reading, concept))
        assert b"".join(found.pieces) == wanted, (symbol, query)
        alike.append(view.like(catalogue.default, concept))
    assert {True, False} == set(alike)


def test_answers_of_two_days_that_are_alike_have_their_own_tags(fast: Fast) -> None:
    one = fast("/v1/elements/Sc?as_of=2026-11-20")
    other = fast("/v1/elements/Sc?as_of=2026-11-21")
    assert one.body != other.body
    assert one.headers["ETag"] != other.headers["ETag"] != fast("/v1/elements/Sc").headers["ETag"]
