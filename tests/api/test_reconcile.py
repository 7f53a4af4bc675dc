"""``/reconcile`` by the specification's own schemas and examples, and as OpenRefine asks it."""

import json
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from schemas.parameters import MENTION_LIMIT, QUERY_LIMIT
from schemas.reconciliation import BATCH_LIMIT, CANDIDATES_LIMIT
from service.api.context import Site
from service.api.request import BODY_LIMIT
from service.app import create_app
from service.catalogue import Catalogue
from tests.support.reconciliation import DRAFT, STABLE, examples, faults

MATCH, EXTEND = "/reconcile/1.0-draft/match", "/reconcile/1.0-draft/extend"
INVALID = {
    version: examples(version, "reconciliation-query-batch", "invalid")
    for version in (STABLE, DRAFT)
}
VALID = {
    version: examples(version, "reconciliation-query-batch", "valid") for version in (STABLE, DRAFT)
}


def post(client: Client, body: Any, field: str = "queries") -> TestResponse:
    return client.post("/reconcile", data={field: json.dumps(body)})


def results(client: Client, query: dict[str, Any]) -> list[dict[str, Any]]:
    """Ask one query, and give its candidates."""
    response = post(client, {"q0": query})
    assert response.status_code == 200, response.get_data(as_text=True)
    assert faults(STABLE, "reconciliation-result-batch", response.json) == []
    found: list[dict[str, Any]] = response.json["q0"]["result"]
    return found


def extended(client: Client, ids: list[str], *asked: dict[str, Any]) -> dict[str, Any]:
    body = {"ids": ids, "properties": list(asked)}
    assert faults(STABLE, "data-extension-query", body) == []
    response = post(client, body, "extend")
    assert response.status_code == 200, response.get_data(as_text=True)
    assert faults(STABLE, "data-extension-response", response.json) == []
    return dict(response.json or {})


def fault(response: TestResponse, status: int = 422) -> dict[str, str]:
    """Give the one fault of a request."""
    assert response.status_code == status
    (found,) = response.json["errors"]
    return dict(found)


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
    for template in (manifest["view"]["url"], manifest["preview"]["url"]):
        address = template.replace("{{id}}", "graphite").removeprefix("http://localhost")
        assert client.get(address, follow_redirects=True).status_code == 200
    assert manifest["view"]["url"] == f"{manifest['identifierSpace']}{{{{id}}}}"
    assert client.get(manifest["documentation"].removeprefix("http://localhost")).status_code == 200
    assert client.get(manifest["logo"].removeprefix("http://localhost")).status_code == 200


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


@pytest.mark.parametrize(("name", "batch"), VALID[STABLE].items(), ids=VALID[STABLE])
def test_valid_examples_are_answered(client: Client, name: str, batch: dict[str, Any]) -> None:
    response = post(client, batch)
    assert response.status_code == 200, name
    assert faults(STABLE, "reconciliation-result-batch", response.json) == []
    assert response.json == {key: {"result": []} for key in batch}


@pytest.mark.parametrize(("name", "batch"), INVALID[STABLE].items(), ids=INVALID[STABLE])
def test_invalid_examples_are_refused_at_the_fault(
    client: Client, name: str, batch: dict[str, Any]
) -> None:
    assert faults(STABLE, "reconciliation-query-batch", batch), name
    response = post(client, batch)
    assert response.status_code == 422
    assert response.json["errors"][0]["pointer"].split("/")[1] in batch


@pytest.mark.parametrize(("name", "batch"), VALID[DRAFT].items(), ids=VALID[DRAFT])
def test_valid_examples_of_the_draft_are_answered(
    client: Client, name: str, batch: dict[str, Any]
) -> None:
    response = client.post(MATCH, json=batch)
    assert response.status_code == 200, name
    assert faults(DRAFT, "reconciliation-result-batch", response.json) == []
    assert response.json == {"results": [{"candidates": []} for _ in batch["queries"]]}


@pytest.mark.parametrize(("name", "batch"), INVALID[DRAFT].items(), ids=INVALID[DRAFT])
def test_invalid_examples_of_the_draft_are_refused(
    client: Client, name: str, batch: dict[str, Any]
) -> None:
    assert faults(DRAFT, "reconciliation-query-batch", batch), name
    assert client.post(MATCH, json=batch).status_code == 422


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        *[("иттрий", "Y"), ("Sc", "Sc"), ("kalium", "K"), ("21", "Sc"), ("7440-20-2", "Sc")],
        *[
            ("graphite", "graphite"),
            ("Graphit", "graphite"),
            ("Cu_ppm", "Cu"),
            (" scandium ", "Sc"),
        ],
    ],
)
def test_a_certain_reading_is_a_match(client: Client, text: str, id_: str) -> None:
    (found,) = results(client, {"query": text})
    assert (found["id"], found["score"], found["match"]) == (id_, 100, True)


@pytest.mark.parametrize(
    ("text", "ids", "score"),
    [
        ("NA", ["Na"], 50),  # sodium, or a missing value
        ("beryl", ["Be", "beryl"], 50),  # the element in Polish, or the mineral
        ("CO", ["Co"], 80),  # read with a warning: as a formula it is two elements
    ],
)
def test_a_doubtful_reading_is_no_match(
    client: Client, text: str, ids: list[str], score: int
) -> None:
    found = results(client, {"query": text})
    assert [each["id"] for each in found] == ids
    assert [(each["score"], each["match"]) for each in found] == [(score, False)] * len(ids)


@pytest.mark.parametrize("text", ["xyzzy", "rare earths", "n/a", "", "yttriun", "x" * 5000])
def test_an_unknown_text_has_no_candidates(client: Client, text: str) -> None:
    assert results(client, {"query": text}) == []


def test_a_type_leaves_the_others_out(client: Client) -> None:
    assert results(client, {"query": "graphite", "type": "element"}) == []
    assert results(client, {"query": "Sc", "type": ["material"]}) == []
    (mineral,) = results(client, {"query": "beryl", "type": "material"})
    assert (mineral["id"], mineral["match"]) == ("beryl", True)
    (either,) = results(client, {"query": "Sc", "type": ["element", "material"]})
    assert either["match"] is True
    assert results(client, {"query": "Sc", "type": "Person"}) == []


def test_a_property_confirms_or_casts_doubt(client: Client) -> None:
    def asked(value: Any, **more: Any) -> list[tuple[str, int, bool]]:
        query = {"properties": [{"pid": "cas", "v": value}], **more}
        return [(each["id"], each["score"], each["match"]) for each in results(client, query)]

    assert asked("7440-20-2", query="scandium") == [("Sc", 100, True)]
    assert asked("7440-20-2") == [("Sc", 100, True)]
    assert asked("", query="scandium") == [("Sc", 100, True)]
    assert asked("7440-65-5", query="scandium") == [("Sc", 80, False), ("Y", 80, False)]
    assert asked("no such number", query="scandium") == [("Sc", 80, False)]
    assert asked(["7440-20-2", {"id": "Sc"}, 21], query="scandium") == [("Sc", 100, True)]
    other = {"query": "scandium", "properties": [{"pid": "colour", "v": "silver"}]}
    assert results(client, other)[0]["match"] is True


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
def test_a_bad_form_says_what_would_do(
    client: Client, data: dict[str, str], status: int, detail: str
) -> None:
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


@pytest.mark.parametrize("path", ["", "/suggest/entity", "/extend/propose"])
def test_jsonp_is_refused_and_cors_is_named(client: Client, path: str) -> None:
    more = "&prefix=s" if "suggest" in path else ""
    response = client.get(f"/reconcile{path}?callback=run{more}")
    assert fault(response)["detail"] == "JSONP is not offered here: CORS is, for any origin."


def test_a_draft_query_may_be_sent_from_any_site(client: Client) -> None:
    headers = {"Origin": "https://refine.example", "Access-Control-Request-Method": "POST"}
    response = client.options(MATCH, headers=headers)
    assert response.status_code == 204
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in response.headers["Access-Control-Allow-Methods"]
    assert "Content-Type" in response.headers["Access-Control-Allow-Headers"]


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


@pytest.mark.parametrize(
    ("day", "verdicts"),
    [
        ("2024-06-01", ["supported", "supported", "supported"]),
        ("2021-06-01", ["supported", "contradicted", "supported"]),
    ],
)
def test_a_column_says_critical_in_the_eu_on_a_day(
    client: Client, day: str, verdicts: list[str]
) -> None:
    ids = ["Sc", "He", "graphite-natural"]
    settings = {"jurisdiction": "EU", "as_of": day}
    answer = extended(client, ids, {"id": "critical", "settings": settings})
    assert answer["meta"] == [{"id": "critical", "name": f"Critical raw material, EU, {day}"}]
    assert [answer["rows"][id_]["critical"] for id_ in ids] == [[{"str": v}] for v in verdicts]
    for id_, verdict in zip(ids, verdicts, strict=True):
        asked = {"element": id_, "concept": "critical", "jurisdiction": "EU", "as_of": day}
        assert client.get("/v1/check", query_string=asked).json["verdict"] == verdict


def test_an_extension_answers_as_a_check_does(client: Client) -> None:
    settings = {"authority": "iupac", "show": "sentence"}
    answer = extended(
        client, ["Sc", "Fe"], {"id": "rare-earth", "settings": settings}, {"id": "critical"}
    )
    for symbol in ("Sc", "Fe"):
        row = answer["rows"][symbol]
        asked = f"/v1/check?element={symbol}&concept="
        check = client.get(f"{asked}rare-earth&authority=iupac").json
        assert row["rare-earth"] == [{"str": check["answer"]}]
        check = client.get(f"{asked}critical").json
        assert row["critical"] == [{"str": check["verdict"]}]


def test_identities_are_fetched_and_elements_of_a_material_are_entities(client: Client) -> None:
    asked = [{"id": id_} for id_ in ("name", "symbol", "atomic-number", "cas", "formula", "kind")]
    answer = extended(client, ["Sc", "graphite", "gone"], *asked, {"id": "elements"})
    assert answer["rows"]["Sc"] == {
        **{"name": [{"str": "Scandium"}], "symbol": [{"str": "Sc"}]},
        **{"atomic-number": [{"int": 21}], "cas": [{"str": "7440-20-2"}]},
        **{"formula": [], "kind": [], "elements": []},
    }
    graphite = answer["rows"]["graphite"]
    assert graphite["formula"] == [{"str": "C"}]
    assert graphite["kind"] == [{"str": "mineral"}]
    assert graphite["elements"] == [{"id": "C", "name": "Carbon"}]
    assert set(map(str, answer["rows"]["gone"].values())) == {"[]"}
    assert answer["meta"][-1]["type"]["id"] == "element"


def test_a_chemical_class_is_not_asked_of_a_material(client: Client) -> None:
    answer = extended(client, ["graphite"], {"id": "rare-earth"}, {"id": "critical"})
    assert answer["rows"]["graphite"]["rare-earth"] == []
    assert answer["rows"]["graphite"]["critical"] == [{"str": "supported"}]


def test_every_proposed_property_can_be_fetched(client: Client) -> None:
    seen = set()
    for kind, id_ in (("element", "Sc"), ("material", "graphite")):
        response = client.get(f"/reconcile/extend/propose?type={kind}&limit={CANDIDATES_LIMIT}")
        assert faults(STABLE, "data-extension-property-proposal", response.json) == []
        names = [each["id"] for each in response.json["properties"]]
        assert len(names) == len(set(names))
        for start in range(0, len(names), QUERY_LIMIT):
            asked = [{"id": name} for name in names[start : start + QUERY_LIMIT]]
            row = extended(client, [id_], *asked)["rows"][id_]
            seen |= {name for name, values in row.items() if values}
        assert set(names) - seen == set()
    limited = client.get("/reconcile/extend/propose?type=element&limit=3").json
    assert len(limited["properties"]) == 3
    assert client.get("/reconcile/extend/propose?type=Person").json["properties"] == []


@pytest.mark.parametrize(
    ("asked", "pointer", "detail"),
    [
        ({"id": "criticl"}, "/properties/0/id", "there are name, symbol"),
        (
            {"id": "critical", "settings": {"as_of": "01.06.2024"}},
            "/properties/0/settings/as_of",
            "A date as YYYY-MM-DD.",
        ),
        (
            {"id": "critical", "settings": {"jurisdiction": "Atlantis"}},
            "/properties/0/settings/jurisdiction",
            "There is no jurisdiction 'Atlantis'.",
        ),
        (
            {"id": "critical", "settings": {"authority": "iupca"}},
            "/properties/0/settings/authority",
            "Did you mean iupac?",
        ),
        ({"id": "critical", "settings": {"show": "all"}}, "/properties/0/settings/show", "verdict"),
        ({"id": "critical", "settings": {"day": "x"}}, "/properties/0/settings/day", "Unknown"),
    ],
)
def test_a_bad_property_says_what_would_do(
    client: Client, asked: dict[str, Any], pointer: str, detail: str
) -> None:
    body = {"ids": ["Sc"], "properties": [asked]}
    for response in (post(client, body, "extend"), client.post(EXTEND, json=body)):
        found = fault(response)
        assert found["pointer"] == pointer
        assert detail in found["detail"]


def test_one_property_cannot_be_asked_for_twice(client: Client) -> None:
    asked = [{"id": "critical", "settings": {"jurisdiction": each}} for each in ("EU", "US")]
    response = post(client, {"ids": ["Sc"], "properties": asked}, "extend")
    assert fault(response)["pointer"] == "/properties/1/id"


def test_settings_left_blank_are_not_given(client: Client) -> None:
    manifest = client.get("/reconcile").json
    settings = {each["name"]: each["default"] for each in manifest["extend"]["property_settings"]}
    blank = extended(client, ["Sc"], {"id": "critical", "settings": settings})
    assert blank == extended(client, ["Sc"], {"id": "critical"})
    (show,) = [e for e in manifest["extend"]["property_settings"] if e["type"] == "select"]
    for choice in show["choices"]:
        extended(client, ["Sc"], {"id": "critical", "settings": {"show": choice["value"]}})


def test_an_extension_of_the_draft_has_rows_in_order(client: Client) -> None:
    body = {"ids": ["Y", "Sc"], "properties": [{"id": "symbol"}, {"id": "critical"}]}
    response = client.post(EXTEND, json=body)
    assert faults(DRAFT, "data-extension-response", response.json) == []
    assert [row["id"] for row in response.json["rows"]] == ["Y", "Sc"]
    assert response.json["rows"][1]["properties"][0] == {"id": "symbol", "values": [{"str": "Sc"}]}


OPENREFINE = "&spell=always&exact=false&scoring=schema&prefixed=true&filter=a&filter=b&type=element"
"""Parameters that OpenRefine's input adds to each request for suggestions."""


@pytest.mark.parametrize(
    ("kind", "prefix", "first"),
    [
        *[("entity", prefix, "Sc") for prefix in ("Sc", "scand", "СКАНД", "7440-20-2", "21")],
        *[("entity", "graph", "graphite"), ("entity", "graphite-nat", "graphite-natural")],
        *[("property", "crit", "critical"), ("property", "earth", "rare-earth")],
        *[("property", "atomic-number", "atomic-number"), ("type", "mat", "material")],
    ],
)
@pytest.mark.parametrize("version", [STABLE, DRAFT])
def test_suggestions_begin_with_the_one_meant(
    client: Client, version: str, kind: str, prefix: str, first: str
) -> None:
    root = "/reconcile" if version == STABLE else "/reconcile/1.0-draft"
    response = client.get(f"{root}/suggest/{kind}", query_string={"prefix": prefix})
    plural = {"entity": "entities", "property": "properties", "type": "types"}[kind]
    assert faults(version, f"suggest-{plural}-response", response.json) == []
    assert response.json["result"][0]["id"] == first


def test_suggestions_are_asked_as_openrefine_does(client: Client) -> None:
    response = client.get(f"/reconcile/suggest/entity?prefix=graph{OPENREFINE}")
    assert response.json == {"result": []}
    assert client.get(f"/reconcile/suggest/property?prefix=elements{OPENREFINE}").json == {
        "result": []
    }


def test_suggestions_go_on_where_the_last_ended(client: Client) -> None:
    address = "/reconcile/suggest/entity?prefix="
    every = client.get(f"{address}&limit={CANDIDATES_LIMIT}").json["result"]
    assert len(every) == CANDIDATES_LIMIT
    for name in ("cursor", "offset"):
        rest = client.get(f"{address}&limit=2&{name}=3").json["result"]
        assert rest == every[3:5]
    assert len(client.get(address).json["result"]) == 20
    over = client.get(f"{address}&limit={CANDIDATES_LIMIT + 1}")
    assert fault(over)["parameter"] == "limit"


def test_a_prefix_has_the_limit_of_a_mention(client: Client) -> None:
    address = "/reconcile/suggest/entity?prefix="
    assert client.get(address + "x" * MENTION_LIMIT).status_code == 200
    assert fault(client.get(address + "x" * (MENTION_LIMIT + 1)))["parameter"] == "prefix"
    assert fault(client.get("/reconcile/suggest/entity"))["parameter"] == "prefix"
    assert fault(client.get(f"{address}s&prefx=s"))["parameter"] == "prefx"


def test_a_preview_may_stand_in_a_frame_and_runs_nothing(client: Client) -> None:
    response = client.get("/reconcile/preview?id=Sc")
    policy = response.headers["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    text = response.get_data(as_text=True)
    assert "Scandium" in text
    assert "Rare-earth element: disputed." in text
    assert "<script" not in text
    other = client.get("/elements/Sc").headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in other


@pytest.mark.parametrize(
    ("id_", "place"),
    [
        ("Sc", "/elements/Sc"),
        ("graphite", "/materials/graphite"),
        ("beryl", "/materials/beryl"),
        ("yttrium", "/elements/Y"),
    ],
)
def test_an_id_leads_to_its_page(client: Client, id_: str, place: str) -> None:
    response = client.get(f"/reconcile/view/{id_}")
    assert (response.status_code, response.headers["Location"]) == (303, place)


def test_an_id_that_names_nothing_is_a_problem(client: Client) -> None:
    for path in ("view/xyzzy", "preview?id=xyzzy"):
        response = client.get(f"/reconcile/{path}")
        assert response.status_code == 404
        assert (
            "A symbol, an atomic number, a name or a CAS number would." in response.json["detail"]
        )
