"""Receipts: the canonical address, and the hash of the body that it gives."""

import hashlib

import pytest
from flask.testing import FlaskClient

from service.catalogue import Catalogue
from tests.support.shapes import validated


@pytest.mark.parametrize(
    ("asked", "address", "as_of"),
    [
        ("/v1/elements/scandium?receipt=true", "/v1/elements/Sc", None),
        (
            "/v1/elements/21?concept=rare-earth&authority=EU&as_of=2021-05-01&receipt=true",
            "/v1/elements/Sc?authority=EU&as_of=2021-05-01&concept=rare-earth",
            "2021-05-01",
        ),
        (
            "/v1/elements/Sc?receipt=true&format=csv&detail=full&history=true",
            "/v1/elements/Sc?history=true&detail=full&format=csv",
            None,
        ),
        ("/v1/elements/Sc?receipt=true&format=json&detail=brief", "/v1/elements/Sc", None),
        ("/v1/elements/Na?na=sodium&strict=true&receipt=true", "/v1/elements/Na", None),
        ("/v1/materials/natural graphite?receipt=true", "/v1/materials/graphite-natural", None),
        (
            "/v1/check?concept=REE&receipt=true&element=skandium",
            "/v1/check?element=Sc&concept=rare-earth",
            None,
        ),
        (
            "/v1/check?element=bauxite&concept=critical&jurisdiction=EU&format=text&receipt=true",
            "/v1/check?jurisdiction=EU&element=bauxite&concept=critical&format=text",
            None,
        ),
    ],
)
def test_a_receipt_is_of_the_body_that_its_address_gives(
    client: FlaskClient, catalogue: Catalogue, asked: str, address: str, as_of: str | None
) -> None:
    answer = validated(client.get(asked))
    assert answer.status_code == 200
    body = client.get(address)
    assert body.status_code == 200
    assert answer.json == {
        "address": address,
        "as_of": as_of or catalogue.records.dataset.released,
        "data_version": catalogue.records.dataset.version,
        "data_digest": catalogue.digest,
        "sha256": hashlib.sha256(body.data).hexdigest(),
        "media_type": body.content_type,
        "version": "0.1.0",
    }


def test_false_asks_for_none(client: FlaskClient) -> None:
    plain = client.get("/v1/elements/Sc").data
    assert client.get("/v1/elements/Sc?receipt=false").data == plain


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("/v1/elements/unobtainium?receipt=true", 404),
        ("/v1/elements/Sc?receipt=yes", 422),
        ("/v1/elements/Sc?receipt=true&concept=none-such", 422),
        ("/v1/materials/unobtainium?receipt=true", 404),
        ("/v1/check?element=unobtainium&concept=rare-earth&receipt=true", 404),
        ("/v1/elements?receipt=true", 422),
    ],
)
def test_a_problem_has_no_receipt(client: FlaskClient, asked: str, status: int) -> None:
    answer = validated(client.get(asked))
    assert (answer.status_code, "sha256" in answer.json) == (status, False)


def test_a_receipt_is_json_alone(client: FlaskClient) -> None:
    asked = "/v1/elements/Sc?receipt=true"
    assert client.get(asked, headers={"Accept": "text/csv"}).status_code == 406
    again = client.get(asked, headers={"If-None-Match": client.get(asked).headers["ETag"]})
    assert again.status_code == 304


def test_every_element_and_material_has_a_receipt_of_its_page_of_data(
    client: FlaskClient, catalogue: Catalogue
) -> None:
    for path in (
        *(f"/v1/elements/{symbol}" for symbol in catalogue.elements),
        *(f"/v1/materials/{id_}" for id_ in catalogue.materials),
    ):
        receipt = client.get(path, query_string={"receipt": "true"}).json
        assert receipt["address"] == path
        assert receipt["sha256"] == hashlib.sha256(client.get(path).data).hexdigest()
