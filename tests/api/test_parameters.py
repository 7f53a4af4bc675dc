"""Every parameter at its limits and beyond, and what is said about it then."""

import pytest
from werkzeug.test import Client

from schemas.parameters import FORMULA_LIMIT, ID_LIMIT, MENTION_LIMIT, QUERY_LIMIT
from tests.support import walk
from tests.support.shapes import validated

ELEMENTS, SC, RESOLVE = "/v1/elements", "/v1/elements/Sc", "/v1/resolve"
DISAGREEMENTS, FORMULAS = "/v1/disagreements", "/v1/formulas"
LIGHT = "authority=izvestia"
"""Keeps answers small where the size of the answer is not the question."""
STRICT = walk.plain_gets()


def refused(client: Client, address: str) -> dict[str, str]:
    """Give the first fault of a request that is not valid."""
    answer = validated(client.get(address))
    assert answer.status_code == 422, answer.text[:300]
    assert answer.json["type"] == "/v1/problems/invalid-request"
    assert answer.headers["Cache-Control"] == "no-store"
    fault: dict[str, str] = answer.json["errors"][0]
    assert fault["detail"] in answer.json["detail"]
    return fault


@pytest.mark.parametrize("address", STRICT)
def test_an_unknown_parameter_is_refused_on_every_path(client: Client, address: str) -> None:
    joined = f"{address}{'&' if '?' in address else '?'}whatever=1"
    fault = refused(client, joined)
    assert fault["parameter"] == "whatever"
    assert "Known here:" in fault["detail"]


@pytest.mark.parametrize(("path", "body"), walk.posts().items(), ids=walk.posts())
def test_a_post_takes_no_parameter_in_its_address(
    client: Client, path: str, body: dict[str, object]
) -> None:
    answer = validated(client.post(f"{path}?strict=true", json=body))
    assert answer.status_code == 422
    assert answer.json["errors"][0]["parameter"] == "strict"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("asof", "as_of"), ("as-of", "as_of"), ("Authority", "authority"), ("positions", "position")],
)
def test_a_misspelt_parameter_gets_a_suggestion(client: Client, typed: str, meant: str) -> None:
    fault = refused(client, f"{ELEMENTS}?{typed}=x")
    assert fault == {"parameter": typed, "detail": f"Unknown parameter. Did you mean {meant}?"}


@pytest.mark.parametrize(
    ("asked", "detail"),
    [
        ("/v1/check?element=Sc", "concept: Missing data for required field."),
        (
            "/v1/check?element=NA&concept=critical",
            "'NA' is sodium in another case, or a missing value. "
            "Say na=sodium or na=missing, or send Na.",
        ),
        (
            "/v1/changes?from=2026-01-01&to=2025-12-31",
            "The period ends before it begins: from is the earlier day.",
        ),
        ("/v1/elements/Sc?detail=big", "detail: Must be one of: brief, full."),
        ("/v1/elements/Sc?asof=x", "asof: Unknown parameter. Did you mean as_of?"),
        ("/v1/elements/Sc?concept=xyzzy", "There is no concept 'xyzzy'. See /v1/concepts."),
        (
            "/v1/dataset?x=1&y=2",
            "x: Unknown parameter. Known here: none. y: Unknown parameter. Known here: none.",
        ),
    ],
)
def test_the_sentence_alone_names_the_parameter(client: Client, asked: str, detail: str) -> None:
    assert client.get(asked).json["detail"] == detail


def test_a_fault_of_several_parameters_is_told_once(client: Client) -> None:
    asked = "/v1/bom?concept=critical&jurisdiction=EU"
    told = client.post(asked, json={"rows": []}).json
    assert told["detail"] == "With a JSON body every parameter stands in the body."
    assert [fault["parameter"] for fault in told["errors"]] == ["concept", "jurisdiction"]


@pytest.mark.parametrize(
    ("address", "name", "value", "said"),
    [
        (ELEMENTS, "authority", "izvestya", "Did you mean izvestia"),
        (
            ELEMENTS,
            "authority",
            "izvestia&authority=many-scientist",
            "Did you mean many-scientists",
        ),
        (ELEMENTS, "authority", "", "between 1 and 80"),
        (ELEMENTS, "concept", "rare-eart", "Did you mean rare-earth"),
        (ELEMENTS, "position", "maybe", "included, excluded, silent, contradictory"),
        (ELEMENTS, "disputed", "True", "true nor false"),
        (ELEMENTS, "history", "yes", "true nor false"),
        (ELEMENTS, "format", "xml", "json, csv, ndjson"),
        *((each, "strict", "yes", "true nor false") for each in (SC, RESOLVE)),
        *((each, "na", "Sodium", "sodium, missing") for each in (SC, RESOLVE)),
        *((SC, "lang", lang, "such as ru") for lang in ("", "EN", "eng")),
        (SC, "lang", "xx", "names in"),
    ],
)
def test_an_unknown_value_is_refused_with_what_would_have_worked(
    client: Client, address: str, name: str, value: str, said: str
) -> None:
    asked = f"{address}?{'q=Sc&' if address == RESOLVE else ''}{name}={value}"
    fault = refused(client, asked)
    assert fault["parameter"] == name
    assert said in fault["detail"]


@pytest.mark.parametrize(
    "day",
    [
        *("20240101", "2024-W01-1", "2024-001", "2024-02-30", "2023-02-29", "2024-1-1", "2024"),
        *("0000-01-01", "-2024-01-01", "2024-01-01T00:00:00", "2024-01-01%0A", "%202024-01-01"),
        *("٢٠٢٤-٠١-٠١", "today", ""),
    ],
)
def test_as_of_is_a_calendar_day_and_nothing_else_of_iso_8601(client: Client, day: str) -> None:
    fault = refused(client, f"{ELEMENTS}?as_of={day}")
    assert fault["parameter"] == "as_of"
    assert "YYYY-MM-DD" in fault["detail"]


@pytest.mark.parametrize("day", ["0001-01-01", "2024-02-29", "9999-12-31"])
def test_any_day_of_the_calendar_is_answered(client: Client, day: str) -> None:
    answer = validated(client.get(f"{SC}?as_of={day}&{LIGHT}"))
    assert (answer.status_code, answer.json["as_of"]) == (200, day)


@pytest.mark.parametrize("doubled", ["detail=full", "as_of=2026-01-01", "strict=true", "na=sodium"])
def test_a_parameter_of_one_value_given_twice_is_refused(client: Client, doubled: str) -> None:
    fault = refused(client, f"{SC}?{doubled}&{doubled}")
    assert fault["parameter"] == doubled.partition("=")[0]
    assert "one value" in fault["detail"]


def test_from_and_to_bound_the_changes(client: Client) -> None:
    everything = validated(client.get("/v1/changes")).json
    none = validated(client.get("/v1/changes?from=9000-01-01")).json
    assert (everything["count"] > 0, none["count"]) == (True, 0)
    parts = [
        validated(client.get(f"/v1/changes?{bound}")).json["count"]
        for bound in ("to=2020-06-30", "from=2020-07-01")
    ]
    assert sum(parts) == everything["count"]
    assert all(parts)


@pytest.mark.parametrize(
    ("path", "fits", "exceeds"),
    [
        (SC, "&authority=izvestia" * QUERY_LIMIT, "&authority=izvestia" * (QUERY_LIMIT + 1)),
        (RESOLVE, "&q=Sc" * QUERY_LIMIT, "&q=Sc" * (QUERY_LIMIT + 1)),
        (DISAGREEMENTS, f"{LIGHT}&element=Sc", "element="),
        (
            FORMULAS,
            f"{LIGHT}&formula={'H' * FORMULA_LIMIT}",
            f"formula={'H' * (FORMULA_LIMIT + 1)}",
        ),
        (FORMULAS, f"formula={'(' * 20}H{')' * 20}", f"formula={'(' * 21}H{')' * 21}"),
        (FORMULAS, f"{LIGHT}&formula=H", "formula="),
    ],
    ids=["authorities", "mentions", "element", "long formula", "deep formula", "formula"],
)
def test_a_parameter_at_its_limit_is_answered_and_beyond_it_refused(
    client: Client, path: str, fits: str, exceeds: str
) -> None:
    assert validated(client.get(f"{path}?{fits}")).status_code == 200
    assert validated(client.get(f"{path}?{exceeds}")).status_code == 422


@pytest.mark.parametrize(
    ("path", "name", "limit"),
    [
        (ELEMENTS, "authority", ID_LIMIT),
        (ELEMENTS, "concept", ID_LIMIT),
        (DISAGREEMENTS, "element", MENTION_LIMIT),
        ("/v1/compare", "left", ID_LIMIT),
        ("/v1/matrix", "concept", ID_LIMIT),
        ("/v1/changes", "authority", ID_LIMIT),
    ],
)
def test_a_text_at_its_limit_is_looked_up_and_one_longer_is_not(
    client: Client, path: str, name: str, limit: int
) -> None:
    other = "&right=izvestia-2025" if name == "left" else ""
    looked_up = refused(client, f"{path}?{name}={'x' * limit}{other}")
    assert "Length" not in looked_up["detail"]
    too_long = refused(client, f"{path}?{name}={'x' * (limit + 1)}{other}")
    assert f"between 1 and {limit}" in too_long["detail"]


def test_a_mention_at_its_limit_is_read_and_one_longer_is_invalid(client: Client) -> None:
    padded = "Sc" + "%20" * (MENTION_LIMIT - 2)
    assert validated(client.get(f"{ELEMENTS}/{padded}?{LIGHT}")).status_code == 200
    answer = validated(client.get(f"{ELEMENTS}/{padded}%20?{LIGHT}"))
    assert (answer.status_code, answer.json["type"]) == (422, "/v1/problems/invalid-item")
    assert "at most 100" in answer.json["detail"]


@pytest.mark.parametrize("path", ["/v1/matrix", "/v1/compare", RESOLVE, FORMULAS])
def test_a_parameter_that_is_needed_is_asked_for(client: Client, path: str) -> None:
    assert "required" in refused(client, path)["detail"]


def test_all_unknown_parameters_of_a_request_are_named_at_once(client: Client) -> None:
    answer = validated(client.get(f"{SC}?a=1&b=2&na=sodium&na=missing"))
    assert {fault["parameter"] for fault in answer.json["errors"]} == {"a", "b", "na"}
