"""``/reconcile`` by the specification's own schemas and examples: manifest and queries."""

import json
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from schemas.parameters import QUERY_LIMIT
from schemas.reconciliation import BATCH_LIMIT, CANDIDATES_LIMIT
from service.api.context import Site
from service.api.request import BODY_LIMIT
from service.app import create_app
from service.catalogue import Catalogue
from tests.support.reconciliation import (
    DRAFT,
    EXTEND,
    MATCH,
    STABLE,
    examples,
    extended,
    fault,
    faults,
    post,
    results,
)

BATCHES = [
    pytest.param(version, kind, batch, id=f"{version} {kind} {name}")
    for version in (STABLE, DRAFT)
    for kind in ("valid", "invalid")
    for name, batch in examples(version, "reconciliation-query-batch", kind).items()
]


def test_the_manifest_is_valid_and_leads_to_routes_that_answer(client: Client) -> None:
    response = client.get("/reconcile")
    manifest = response.json
    assert faults(STABLE, "manifest", manifest) == []
    assert manifest["versions"] == ["0.2"]
    assert manifest["batchSize"] == BATCH_LIMIT
    assert [each["id"] for each in manifest["defaultTypes"]] == ["element", "material"]
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    for kind in ("entity", "property", "type"):
        place = manifest["suggest"][kind]
        address = f"{place['service_url']}{place['service_path']}?prefix=s"
        assert client.get(address.removeprefix("http://localhost")).status_code == 200
    extend = manifest["extend"]["propose_properties"]
    address = f"{extend['service_url']}{extend['service_path']}?type=element"
    assert client.get(address.removeprefix("http://localhost")).status_code == 200
    templates = [manifest["view"]["url"], manifest["preview"]["url"]]
    for template in (*templates, manifest["documentation"], manifest["logo"]):
        address = template.replace("{{id}}", "graphite").removeprefix("http://localhost")
        assert client.get(address, follow_redirects=True, buffered=True).status_code == 200
    assert manifest["view"]["url"] == f"{manifest['identifierSpace']}{{{{id}}}}"


def test_the_draft_has_a_valid_manifest_of_its_own(client: Client) -> None:
    manifest = client.get("/reconcile/1.0-draft").json
    assert faults(DRAFT, "manifest", manifest) == []
    assert manifest["versions"] == ["1.0-draft"]
    assert manifest["standardizedScore"] is True
    for path in ("suggest/entity?prefix=s", "preview?id=Sc", "extend/propose?type=element"):
        assert client.get(f"/reconcile/1.0-draft/{path}").status_code == 200


def test_the_public_address_goes_before_the_host_of_the_request(catalogue: Catalogue) -> None:
    app = create_app(catalogue, site=Site("https://elements.example.org"))
    manifest = app.test_client().get("/reconcile").json
    assert manifest["view"]["url"] == "https://elements.example.org/reconcile/view/{{id}}"
    preview = app.test_client().get("/reconcile/preview?id=Sc").get_data(as_text=True)
    assert 'href="https://elements.example.org/elements/Sc"' in preview


@pytest.mark.parametrize(("version", "kind", "batch"), BATCHES)
def test_the_examples_of_the_specification_are_answered_or_refused_at_the_fault(
    client: Client, version: str, kind: str, batch: dict[str, Any]
) -> None:
    response = post(client, batch) if version == STABLE else client.post(MATCH, json=batch)
    if kind == "invalid":
        assert faults(version, "reconciliation-query-batch", batch)
        assert response.status_code == 422
        assert version == DRAFT or response.json["errors"][0]["pointer"].split("/")[1] in batch
        return
    assert response.status_code == 200
    assert faults(version, "reconciliation-result-batch", response.json) == []
    none: dict[str, Any] = {key: {"result": []} for key in batch}
    if version == DRAFT:
        none = {"results": [{"candidates": []} for _ in batch["queries"]]}
    assert response.json == none


def by_cas(value: Any, **more: Any) -> dict[str, Any]:
    return {"properties": [{"pid": "cas", "v": value}], **more}


@pytest.mark.parametrize(
    ("query", "ids", "score"),
    [
        *(({"query": text}, ["Sc"], 100) for text in ("Sc", " scandium ", "21", "7440-20-2")),
        *(({"query": "иттрий"}, ["Y"], 100), ({"query": "Cu_ppm"}, ["Cu"], 100)),
        ({"query": "Graphit"}, ["graphite"], 100),
        ({"query": "NA"}, ["Na"], 50),  # sodium, or a missing value
        ({"query": "beryl"}, ["Be", "beryl"], 50),  # the element in Polish, or the mineral
        ({"query": "CO"}, ["Co"], 80),  # read with a warning: as a formula it is two elements
        *(({"query": text}, [], 0) for text in ("xyzzy", "rare earths", "n/a", "", "x" * 5000)),
        ({"query": "graphite", "type": "element"}, [], 0),
        ({"query": "beryl", "type": "material"}, ["beryl"], 100),
        ({"query": "Sc", "type": ["element", "material"]}, ["Sc"], 100),
        ({"query": "Sc", "type": "Person"}, [], 0),
        (by_cas("7440-20-2"), ["Sc"], 100),
        (by_cas("", query="scandium"), ["Sc"], 100),
        (by_cas(["7440-20-2", {"id": "Sc"}, 21], query="scandium"), ["Sc"], 100),
        (by_cas("7440-65-5", query="scandium"), ["Sc", "Y"], 80),
        (by_cas("no such number", query="scandium"), ["Sc"], 80),
        ({"query": "scandium", "properties": [{"pid": "colour", "v": "silver"}]}, ["Sc"], 100),
    ],
)
def test_a_certain_reading_is_a_match_and_a_doubtful_one_is_none(
    client: Client, query: dict[str, Any], ids: list[str], score: int
) -> None:
    found = [(each["id"], each["score"], each["match"]) for each in results(client, query)]
    assert found == [(id_, score, score == 100) for id_ in ids]


def test_a_limit_cuts_the_candidates(client: Client) -> None:
    assert len(results(client, {"query": "beryl", "limit": 1})) == 1
    assert len(results(client, {"query": "beryl", "limit": CANDIDATES_LIMIT})) == 2
    for limit in (0, CANDIDATES_LIMIT + 1, 1.5, "2"):
        found = fault(post(client, {"q0": {"query": "Sc", "limit": limit}}))
        assert found["pointer"] == "/q0/limit"


def test_a_get_answers_as_a_post_does(client: Client) -> None:
    queries = json.dumps({"q0": {"query": "Sc"}})
    asked = client.get("/reconcile", query_string={"queries": queries})
    assert asked.json == post(client, {"q0": {"query": "Sc"}}).json
    again = client.get(
        "/reconcile",
        query_string={"queries": queries},
        headers={"If-None-Match": asked.headers["ETag"]},
    )
    assert again.status_code == 304


def test_an_extension_is_asked_as_the_test_bench_does(client: Client) -> None:
    body = {"ids": ["Sc"], "properties": [{"id": "symbol"}]}
    query = {"extend": json.dumps(body), "timeout": "20000"}
    response = client.get("/reconcile", query_string=query)
    assert response.json == extended(client, ["Sc"], {"id": "symbol"})


def test_a_batch_and_an_extension_have_the_stated_limit(client: Client) -> None:
    batch = {f"q{number}": {"query": "Sc"} for number in range(BATCH_LIMIT)}
    assert len(post(client, batch).json or {}) == BATCH_LIMIT
    assert len(client.post(MATCH, json=draft(BATCH_LIMIT)).json["results"]) == BATCH_LIMIT
    extension = {"ids": ["Sc"] * BATCH_LIMIT, "properties": [{"id": "cas"}]}
    assert post(client, extension, "extend").status_code == 200
    extension = {**extension, "ids": ["Sc"] * (BATCH_LIMIT + 1)}
    batch["one more"] = {"query": "Sc"}
    for response in (
        post(client, batch),
        post(client, extension, "extend"),
        client.post(MATCH, json=draft(BATCH_LIMIT + 1)),
        client.post(EXTEND, json=extension),
    ):
        assert response.status_code == 413
        assert response.json["limit"] == BATCH_LIMIT


def draft(count: int) -> dict[str, Any]:
    condition = {"matchType": "name", "propertyValue": "Sc"}
    return {"queries": [{"conditions": [condition]}] * count}


def test_parts_of_a_query_have_the_stated_limit(client: Client) -> None:
    def properties(count: int, values: int = 1) -> TestResponse:
        given = [{"pid": "cas", "v": ["7440-20-2"] * values}] * count
        return post(client, {"q0": {"query": "Sc", "properties": given}})

    assert properties(QUERY_LIMIT).status_code == 200
    assert fault(properties(QUERY_LIMIT + 1))["pointer"] == "/q0/properties"
    assert properties(1, QUERY_LIMIT).status_code == 200
    assert fault(properties(1, QUERY_LIMIT + 1))["pointer"] == "/q0/properties/0/v"


def test_a_form_has_the_limit_of_a_body(client: Client) -> None:
    def sized(size: int) -> TestResponse:
        text = '{"q0":{"query":"Sc"}}'
        body = f"queries={text}"
        return client.post(
            "/reconcile",
            data=body + "+" * (size - len(body)),
            content_type="application/x-www-form-urlencoded",
        )

    assert sized(BODY_LIMIT).status_code == 200
    assert sized(BODY_LIMIT + 1).status_code == 413


@pytest.mark.parametrize(
    ("data", "status", "detail"),
    [
        ({"queri": "{}"}, 422, "Did you mean queries?"),
        ({}, 415, "Send application/x-www-form-urlencoded with a field queries or extend."),
        ({"queries": "{}", "extend": "{}"}, 422, "Give queries or extend, not both."),
        ({"queries": "{"}, 400, "unexpected end of data"),
        ({"queries": "[]"}, 422, "A JSON object."),
        ({"queries": '{"q0": 1}'}, 422, "Invalid input type."),
        ({"queries": '{"q0": {"query": 1}}'}, 422, "Not a valid string."),
        ({"sc": "Sc"}, 422, "Known here: callback, extend, queries, timeout."),
        ({"extend": '{"ids": ["Sc"]}'}, 422, "Missing data for required field."),
    ],
)
def test_a_bad_form_says_so(client: Client, data: dict[str, str], status: int, detail: str) -> None:
    response = client.post("/reconcile", data=data)
    assert response.status_code == status
    assert detail in response.json["detail"]


def test_an_empty_form_is_told_its_fields(client: Client) -> None:
    response = client.post("/reconcile", content_type="application/x-www-form-urlencoded")
    detail = "Send a form with a field queries or extend, whose value is JSON."
    assert fault(response) == {"pointer": "/queries", "detail": detail}


def test_other_media_types_are_refused_with_the_one_that_is_read(client: Client) -> None:
    response = client.post("/reconcile", json={"queries": []})
    assert response.status_code == 415
    assert response.headers["Accept"] == "application/x-www-form-urlencoded"
    refused = client.post(MATCH, data={"queries": "{}"})
    assert refused.status_code == 415
    assert refused.headers["Accept"] == "application/json"


@pytest.mark.parametrize("path", ["?", "/suggest/entity?prefix=s&", "/extend/propose?"])
def test_jsonp_is_refused_and_cors_is_named(client: Client, path: str) -> None:
    response = client.get(f"/reconcile{path}callback=run")
    assert fault(response)["detail"] == "JSONP is not offered here: CORS is, for any origin."


def test_draft_conditions_on_name_id_and_property_agree(client: Client) -> None:
    conditions = [
        {"matchType": "name", "propertyValue": "yttrium"},
        {"matchType": "id", "propertyValue": "Y"},
        {"matchType": "property", "propertyId": "atomic-number", "propertyValue": 39},
        {"matchType": "property", "propertyId": "colour", "propertyValue": "grey"},
    ]
    response = client.post(MATCH, json={"queries": [{"type": "element", "conditions": conditions}]})
    (found,) = response.json["results"][0]["candidates"]
    assert (found["id"], found["score"], found["match"]) == ("Y", 100, True)
    nameless = [{"matchType": "property", "propertyValue": "Y"}]
    refused = client.post(MATCH, json={"queries": [{"conditions": nameless}]})
    assert fault(refused)["pointer"] == "/queries/0/conditions/0/propertyId"
