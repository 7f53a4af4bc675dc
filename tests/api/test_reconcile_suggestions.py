"""``/reconcile``: suggestions, previews and pages, as OpenRefine asks for them."""

import pytest
from werkzeug.test import Client

from schemas.parameters import MENTION_LIMIT
from schemas.reconciliation import CANDIDATES_LIMIT
from tests.support.reconciliation import (
    DRAFT,
    STABLE,
    fault,
    faults,
)

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
