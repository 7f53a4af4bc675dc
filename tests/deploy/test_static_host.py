"""The export behind nginx is the same API, as far as files go."""

from pathlib import Path

import pytest

from service.catalogue import Catalogue
from service.cli.answer_files import paths
from tests.support.server import Server
from tests.support.tools import Nginx, ask, problem, static_host

SAME = [
    "content-type",
    "content-length",
    "cache-control",
    "x-content-type-options",
    "referrer-policy",
    "content-security-policy",
    "cross-origin-resource-policy",
    "access-control-allow-origin",
    "access-control-expose-headers",
]


def test_the_configuration_is_valid_without_a_warning(exported: Path, tmp_path: Path) -> None:
    assert "warn" not in static_host(tmp_path, exported).validated()


def test_every_answer_is_the_services(static: Nginx, service: Server, catalogue: Catalogue) -> None:
    for path in paths(catalogue):
        file, wanted = ask(static.port, path), ask(service.port, path)
        assert (file.status, file.body) == (wanted.status, wanted.body) == (200, wanted.body)
        for name in SAME:
            assert file.headers[name] == wanted.headers[name], (path, name)


def test_an_unchanged_answer_is_a_304(static: Nginx) -> None:
    first = ask(static.port, "/v1/elements/Sc")
    again = ask(static.port, "/v1/elements/Sc", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    assert again.headers["cache-control"] == first.headers["cache-control"]
    head = ask(static.port, "/v1/elements/Sc", method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == str(len(first.body))


@pytest.mark.parametrize(
    ("method", "path", "status", "slug"),
    [
        ("GET", "/v1/elements/unobtainium", 404, "no-such-path"),
        ("GET", "/v1/elements/sc", 404, "no-such-path"),
        ("GET", "/v1/elements/", 404, "no-such-path"),
        ("GET", "/v1//elements", 404, "no-such-path"),
        ("GET", "/v1/elements/Sc.json", 404, "no-such-path"),
        ("GET", "/v1", 404, "no-such-path"),
        ("GET", "/", 404, "no-such-path"),
        ("GET", "/v1/../SHA256SUMS", 404, "no-such-path"),
        ("GET", '/v1/"quoted"', 404, "no-such-path"),
        ("GET", "/v1/elements/Sc?concept=rare-earth", 422, "invalid-request"),
        ("GET", "/openapi.json?x", 422, "invalid-request"),
        ("POST", "/v1/elements/Sc", 405, "method-not-allowed"),
        ("DELETE", "/openapi.json", 405, "method-not-allowed"),
    ],
)
def test_the_rest_is_a_problem(
    static: Nginx, method: str, path: str, status: int, slug: str
) -> None:
    answer = ask(static.port, path, method=method)
    said = problem(answer, status, slug)
    assert said["instance"] == path.partition("?")[0].partition('"')[0]
    assert ("allow" in answer.headers) == (status == 405)
    assert ask(static.port, said["type"]).status == 200
