"""``/reconcile``: suggestions, previews and pages, as OpenRefine asks for them."""

import pytest
from werkzeug.test import Client

from schemas.parameters import MENTION_LIMIT
from schemas.reconciliation import CANDIDATES_LIMIT
from tests.support.reconciliation import DRAFT, STABLE, fault, faults

OPENREFINE = "&spell=always&exact=false&scoring=schema&prefixed=true&filter=a&filter=b&type=element"
"""Parameters that OpenRefine's input adds to each request for suggestions."""
ENTITY = "/reconcile/suggest/entity?prefix="


@pytest.mark.parametrize(
    ("kind", "prefix", "first"),
    [
        *[("entities", prefix, "Sc") for prefix in ("Sc", "scand", "СКАНД", "7440-20-2", "21")],
        *[("entities", "graph", "graphite"), ("entities", "graphite-nat", "graphite-natural")],
        *[("properties", "crit", "critical"), ("properties", "earth", "rare-earth")],
        *[("properties", "atomic-number", "atomic-number"), ("types", "mat", "material")],
    ],
)
@pytest.mark.parametrize(("version", "root"), [(STABLE, ""), (DRAFT, "/1.0-draft")])
def test_suggestions_begin_with_the_one_meant(
    client: Client, version: str, root: str, kind: str, prefix: str, first: str
) -> None:
    singular = {"entities": "entity", "properties": "property", "types": "type"}[kind]
    response = client.get(f"/reconcile{root}/suggest/{singular}", query_string={"prefix": prefix})
    assert faults(version, f"suggest-{kind}-response", response.json) == []
    assert response.json["result"][0]["id"] == first


def test_suggestions_are_asked_as_openrefine_does(client: Client) -> None:
    assert client.get(f"{ENTITY}graph{OPENREFINE}").json == {"result": []}
    (carbon,) = client.get(f"{ENTITY}carbon{OPENREFINE}").json["result"]
    assert carbon["id"] == "C"


def test_suggestions_go_on_where_the_last_ended(client: Client) -> None:
    every = client.get(f"{ENTITY}&limit={CANDIDATES_LIMIT}").json["result"]
    assert len(every) == CANDIDATES_LIMIT
    for name in ("cursor", "offset"):
        assert client.get(f"{ENTITY}&limit=2&{name}=3").json["result"] == every[3:5]
    assert len(client.get(ENTITY).json["result"]) == 20
    over = client.get(f"{ENTITY}&limit={CANDIDATES_LIMIT + 1}")
    assert fault(over)["parameter"] == "limit"


def test_a_prefix_has_the_limit_of_a_mention(client: Client) -> None:
    assert client.get(ENTITY + "x" * MENTION_LIMIT).status_code == 200
    assert fault(client.get(ENTITY + "x" * (MENTION_LIMIT + 1)))["parameter"] == "prefix"
    assert fault(client.get("/reconcile/suggest/entity"))["parameter"] == "prefix"
    assert fault(client.get(f"{ENTITY}s&prefx=s"))["parameter"] == "prefx"


def test_a_preview_may_stand_in_a_frame_and_runs_nothing(client: Client) -> None:
    response = client.get("/reconcile/preview?id=Sc")
    policy = response.headers["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "Scandium" in response.text
    assert "Rare-earth element: disputed." in response.text
    other = client.get("/elements/Sc").headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in other


@pytest.mark.parametrize(
    ("id_", "place"),
    [
        ("graphite", "/materials/graphite"),
        ("beryl", "/materials/beryl"),
        ("yttrium", "/elements/Y"),
    ],
)
def test_an_id_leads_to_its_page(client: Client, id_: str, place: str) -> None:
    response = client.get(f"/reconcile/view/{id_}")
    assert (response.status_code, response.headers["Location"]) == (303, place)


@pytest.mark.parametrize("path", ["view/xyzzy", "preview?id=xyzzy"])
def test_an_id_that_names_nothing_is_a_problem(client: Client, path: str) -> None:
    response = client.get(f"/reconcile/{path}")
    assert response.status_code == 404
    assert "A symbol, an atomic number, a name or a CAS number would." in response.json["detail"]
