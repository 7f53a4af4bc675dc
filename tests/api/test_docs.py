"""The page of the description, and the policies of answers for machines."""

import re

import pytest
from werkzeug.test import Client

from tests.support import walk


def test_the_page_lists_every_operation(client: Client) -> None:
    answer = client.get("/docs")
    assert (answer.status_code, answer.content_type) == (200, "text/html; charset=utf-8")
    for path, operations in walk.paths().items():
        for method in operations.keys() - {"parameters"}:
            listed = rf'<span class="method">{method.upper()}</span> <code>{re.escape(path)}</code>'
            assert re.search(listed, answer.text), f"{method} {path}"
    # the examples and the canonical link name the service's own address
    assert not re.search("https?://", answer.text.replace("http://localhost", ""))


@pytest.mark.parametrize("path", ["/", "/v1/elements/Sc", "/v1/nope", "/openapi.json"])
def test_answers_for_machines_may_load_nothing_at_all(client: Client, path: str) -> None:
    policy = client.get(path).headers["Content-Security-Policy"]
    assert policy == "default-src 'none'; frame-ancestors 'none'"
