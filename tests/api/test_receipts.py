"""Receipts: the canonical address, and the hash of the body that it gives."""

import hashlib

import pytest
from werkzeug.test import Client

from service.catalogue import Catalogue
from tests.support.shapes import validated

SC, CHECK = "/v1/elements/Sc", "/v1/check?element=Sc&concept=rare-earth"
GRAPHITE = "/v1/materials/graphite-natural"
BAUXITE = "/v1/check?jurisdiction=EU&element=bauxite&concept=critical&format=text"
EU = "authority=EU&as_of=2021-05-01"


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("/v1/elements/scandium?receipt=true", SC),
        (f"{SC}?receipt=true&format=json&detail=brief", SC),
        (
            f"/v1/elements/21?concept=rare-earth&{EU}&receipt=true",
            f"{SC}?{EU}&concept=rare-earth",
        ),
        (
            f"{SC}?receipt=true&format=csv&detail=full&history=true",
            f"{SC}?history=true&detail=full&format=csv",
        ),
        ("/v1/elements/Na?na=sodium&strict=true&receipt=true", "/v1/elements/Na"),
        ("/v1/materials/natural graphite?receipt=true", GRAPHITE),
        ("/v1/check?concept=REE&receipt=true&element=skandium", CHECK),
        (
            "/v1/check?element=bauxite&concept=critical&jurisdiction=EU&format=text&receipt=true",
            BAUXITE,
        ),
    ],
)
def test_a_receipt_is_of_the_body_that_its_address_gives(
    client: Client, catalogue: Catalogue, asked: str, address: str
) -> None:
    answer = validated(client.get(asked))
    body = client.get(address)
    assert (answer.status_code, body.status_code) == (200, 200)
    assert answer.json == {
        "address": address,
        "as_of": "2021-05-01" if EU in address else catalogue.records.dataset.released,
        "data_version": catalogue.records.dataset.version,
        "data_digest": catalogue.digest,
        "sha256": hashlib.sha256(body.data).hexdigest(),
        "media_type": body.content_type,
        "version": "0.1.0",
    }


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("/v1/elements/unobtainium?receipt=true", 404),
        (f"{SC}?receipt=yes", 422),
        (f"{SC}?receipt=true&concept=none-such", 422),
        ("/v1/materials/unobtainium?receipt=true", 404),
        ("/v1/check?element=unobtainium&concept=rare-earth&receipt=true", 404),
        ("/v1/elements?receipt=true", 422),
    ],
)
def test_a_problem_has_no_receipt(client: Client, asked: str, status: int) -> None:
    answer = validated(client.get(asked))
    assert (answer.status_code, "sha256" in answer.json) == (status, False)


def test_a_receipt_is_json_alone_and_false_asks_for_none(client: Client) -> None:
    asked = f"{SC}?receipt=true"
    assert client.get(asked, headers={"Accept": "text/csv"}).status_code == 406
    again = client.get(asked, headers={"If-None-Match": client.get(asked).headers["ETag"]})
    assert again.status_code == 304
    assert client.get(f"{SC}?receipt=false").data == client.get(SC).data
