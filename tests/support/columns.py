"""Columns sent as a body, and what comes back."""

import csv
import io
import json
from typing import Any

from werkzeug.test import Client

from service.columns.writers import CSV, NDJSON


def ndjson(client: Client, body: bytes, **query: Any) -> list[dict[str, Any]]:
    answer = client.post("/v1/classify", query_string=query, data=body, content_type=NDJSON)
    assert (answer.status_code, answer.content_type) == (200, NDJSON), answer.text
    return [json.loads(line) for line in answer.text.splitlines()]


def table(client: Client, body: str | bytes, **query: Any) -> list[dict[str, str]]:
    answer = client.post("/v1/classify", query_string=query, data=body, content_type=CSV)
    assert (answer.status_code, answer.mimetype) == (200, CSV), answer.text
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def plain_rows(client: Client, body: str | bytes, **query: Any) -> list[list[str]]:
    answer = client.post("/v1/classify", query_string=query, data=body, content_type=CSV)
    assert (answer.status_code, answer.mimetype) == (200, CSV)
    text = answer.data.decode("utf-8", "surrogateescape")
    return list(csv.reader(io.StringIO(text, newline="")))


def refused(
    client: Client, body: bytes, media_type: str, path: str = "/v1/classify", **query: Any
) -> dict[str, Any]:
    answer = client.post(path, query_string=query or None, data=body, content_type=media_type)
    assert answer.content_type == "application/problem+json"
    return {"status": answer.status_code, **answer.json}
