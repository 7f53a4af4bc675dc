"""Every parameter at its limits and beyond, and what is said about it then."""

from collections.abc import Callable

import pytest
from werkzeug.test import Client

from schemas.parameters import FORMULA_LIMIT, ID_LIMIT, MENTION_LIMIT, QUERY_LIMIT
from tests.support import walk
from tests.support.shapes import validated

ELEMENTS, SC, RESOLVE = "/v1/elements?", "/v1/elements/Sc?", "/v1/resolve?"
DISAGREEMENTS, FORMULAS, CHANGES = "/v1/disagreements?", "/v1/formulas?", "/v1/changes?"
LIGHT = "authority=izvestia"
"""Keeps answers small where the size of the answer is not the question."""


def refused(client: Client, address: str) -> dict[str, str]:
    """Give the first fault of a request that is not valid."""
    answer = validated(client.get(address))
    assert answer.status_code == 422, answer.text[:300]
    assert answer.json["type"] == "/v1/problems/invalid-request"
    assert answer.headers["Cache-Control"] == "no-store"
    fault: dict[str, str] = answer.json["errors"][0]
    assert fault["detail"] in answer.json["detail"]
    return fault


@pytest.mark.parametrize("address", walk.plain_gets())
def test_an_unknown_parameter_is_refused_on_every_path(client: Client, address: str) -> None:
    fault = refused(client, f"{address}{'&' if '?' in address else '?'}whatever=1")
    assert fault["parameter"] == "whatever"
    assert "Known here:" in fault["detail"]


@pytest.mark.parametrize(("path", "body"), walk.posts().items(), ids=walk.posts())
def test_a_post_takes_no_parameter(client: Client, path: str, body: dict[str, object]) -> None:
    answer = validated(client.post(f"{path}?strict=true", json=body))
    assert answer.status_code == 422
    assert answer.json["errors"][0]["parameter"] == "strict"


@pytest.mark.parametrize(
    ("asked", "detail"),
    [
        ("/v1/check?element=Sc", "concept: Missing data for required field."),
        (f"{CHANGES}from=2026-01-01&to=2025-12-31", "The period ends before it begins: from is"),
        (f"{SC}detail=big", "detail: Must be one of: brief, full."),
        (f"{SC}asof=x", "asof: Unknown parameter. Did you mean as_of?"),
        (f"{SC}concept=xyzzy", "There is no concept 'xyzzy'. See /v1/concepts."),
        ("/v1/dataset?x=1&y=2", "x: Unknown parameter. Known here: none. y: Unknown parameter."),
    ],
)
def test_the_sentence_alone_names_the_parameter(client: Client, asked: str, detail: str) -> None:
    assert client.get(asked).json["detail"].startswith(detail)


def test_a_fault_of_several_parameters_is_told_once(client: Client) -> None:
    asked = "/v1/bom?concept=critical&jurisdiction=EU"
    told = client.post(asked, json={"rows": []}).json
    assert told["detail"] == "With a JSON body every parameter stands in the body."
    assert [fault["parameter"] for fault in told["errors"]] == ["concept", "jurisdiction"]
    several = validated(client.get(f"{SC}a=1&b=2&na=sodium&na=missing")).json
    assert {fault["parameter"] for fault in several["errors"]} == {"a", "b", "na"}


VALUES = [
    (ELEMENTS, "authority", "izvestya", "Did you mean izvestia"),
    (ELEMENTS, "authority", "izvestia&authority=many-scientist", "mean many-scientists"),
    (ELEMENTS, "authority", "", f"between 1 and {ID_LIMIT}"),
    (ELEMENTS, "concept", "rare-eart", "Did you mean rare-earth"),
    (ELEMENTS, "edition", "eu-critical-2018", "eu-critical-2017"),
    (ELEMENTS, "series", "eu-critcal", "eu-critical"),
    (ELEMENTS, "jurisdiction", "Chinna", "Did you mean China?"),
    (ELEMENTS, "jurisdiction", "Atlantis", "Known: AU, BR, BY"),
    (ELEMENTS, "kind", "surveys", "survey"),
    (ELEMENTS, "grade", "first", "primary"),
    (ELEMENTS, "position", "maybe", "included, excluded, silent, contradictory"),
    (ELEMENTS, "disputed", "True", "true nor false"),
    (ELEMENTS, "history", "yes", "true nor false"),
    (ELEMENTS, "format", "xml", "json, csv, ndjson"),
    (f"{RESOLVE}q=Sc&", "strict", "yes", "true nor false"),
    (f"{RESOLVE}q=Sc&", "na", "Sodium", "sodium, missing"),
    *((SC, "lang", lang, "such as ru") for lang in ("", "EN", "eng")),
    (SC, "lang", "xx", "names in"),
    (SC, "detail", "full&detail=full", "one value"),
    (SC, "as_of", "2026-01-01&as_of=2026-01-01", "one value"),
    (SC, "strict", "true&strict=true", "one value"),
    (CHANGES, "element", "unobtainium", "Nothing matches"),
    (CHANGES, "concept", "critcal", "Did you mean critical"),
    (DISAGREEMENTS, "element", "", "between 1 and"),
    (FORMULAS, "formula", "", "between 1 and"),
]


@pytest.mark.parametrize(("address", "name", "value", "said"), VALUES)
def test_an_unknown_value_says_what_would_do(
    client: Client, address: str, name: str, value: str, said: str
) -> None:
    fault = refused(client, f"{address}{name}={value}")
    assert fault["parameter"] == name
    assert said in fault["detail"]


@pytest.mark.parametrize(
    "asked", ["/v1/matrix", "/v1/compare", "/v1/resolve", "/v1/formulas", "/v1/check?element=Sc"]
)
def test_a_parameter_that_is_needed_is_asked_for(client: Client, asked: str) -> None:
    assert "required" in refused(client, asked)["detail"]


NO_DAYS = ["20240101", "2024-W01-1", "2024-001", "2024-02-30", "2023-02-29", "2024-1-1", "2024"]
NO_DAYS += ["0000-01-01", "-2024-01-01", "2024-01-01T00:00:00", "2024-01-01%0A", "%202024-01-01"]


@pytest.mark.parametrize("day", [*NO_DAYS, "٢٠٢٤-٠١-٠١", "today", ""])
def test_as_of_is_a_calendar_day_and_nothing_else_of_iso_8601(client: Client, day: str) -> None:
    fault = refused(client, f"{ELEMENTS}as_of={day}")
    assert fault["parameter"] == "as_of"
    assert "YYYY-MM-DD" in fault["detail"]


@pytest.mark.parametrize("day", ["0001-01-01", "2024-02-29", "9999-12-31"])
def test_any_day_of_the_calendar_is_answered(client: Client, day: str) -> None:
    answer = validated(client.get(f"{SC}as_of={day}&{LIGHT}"))
    assert (answer.status_code, answer.json["as_of"]) == (200, day)


def test_from_and_to_bound_the_changes(client: Client) -> None:
    bounds = ("", "from=9000-01-01", "to=2020-06-30", "from=2020-07-01")
    every, none, before, after = (
        validated(client.get(f"{CHANGES}{bound}")).json["count"] for bound in bounds
    )
    assert (none, before + after) == (0, every)
    assert min(before, after) > 0


def authorities(number: int) -> str:
    return f"{SC}{'&authority=izvestia' * number}"


def mentions(number: int) -> str:
    return f"{RESOLVE}{'&q=Sc' * number}"


def long_formula(length: int) -> str:
    return f"{FORMULAS}{LIGHT}&formula={'H' * length}"


def deep_formula(depth: int) -> str:
    return f"{FORMULAS}{LIGHT}&formula={'(' * depth}H{')' * depth}"


@pytest.mark.parametrize(
    ("asked", "limit"),
    [
        *((authorities, QUERY_LIMIT), (mentions, QUERY_LIMIT)),
        *((long_formula, FORMULA_LIMIT), (deep_formula, 20)),
    ],
)
def test_a_parameter_has_a_limit(client: Client, asked: Callable[[int], str], limit: int) -> None:
    assert validated(client.get(asked(limit))).status_code == 200
    assert validated(client.get(asked(limit + 1))).status_code == 422


@pytest.mark.parametrize(
    ("asked", "limit"),
    [
        *((f"{ELEMENTS}{name}=", ID_LIMIT) for name in ("authority", "concept")),
        *((f"{DISAGREEMENTS}element=", MENTION_LIMIT), ("/v1/matrix?concept=", ID_LIMIT)),
        *(("/v1/compare?right=izvestia-2025&left=", ID_LIMIT), (f"{CHANGES}authority=", ID_LIMIT)),
    ],
)
def test_a_text_is_looked_up_to_its_limit(client: Client, asked: str, limit: int) -> None:
    assert "Length" not in refused(client, asked + "x" * limit)["detail"]
    assert f"between 1 and {limit}" in refused(client, asked + "x" * (limit + 1))["detail"]


def test_a_mention_at_its_limit_is_read_and_one_longer_is_invalid(client: Client) -> None:
    padded = "/v1/elements/Sc" + "%20" * (MENTION_LIMIT - 2)
    assert validated(client.get(f"{padded}?{LIGHT}")).status_code == 200
    answer = validated(client.get(f"{padded}%20?{LIGHT}"))
    assert (answer.status_code, answer.json["type"]) == (422, "/v1/problems/invalid-item")
    assert "at most 255" in answer.json["detail"]
