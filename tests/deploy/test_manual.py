"""The tables of ``deploy/README.md`` say what the code and ``nginx.conf`` do."""

import re

from schemas import bodies, parameters
from schemas import request as shapes
from service.api.bulk import columns, uploads
from service.api.request import BODY_LIMIT
from service.columns import lines
from service.mentions.chemistry import capitals, formulas
from service.server import cache, gunicorn_conf
from service.settings import VARIABLES, Settings
from tests.support.tools import DEPLOY

MANUAL = (DEPLOY / "README.md").read_text("utf-8")
NGINX = (DEPLOY / "nginx.conf").read_text("utf-8")
MIB = 1024 * 1024


def test_every_setting_is_named_with_its_default() -> None:
    table = MANUAL.partition("## Settings")[2].partition("##")[0]
    assert set(re.findall(r"`([A-Z_]+)`", table)) >= set(VARIABLES)
    default = Settings()
    for value in (default.host, default.port, default.workers, default.log_level):
        assert f"`{value}`" in table


def test_the_limits_are_those_of_the_code() -> None:
    for text in (
        f"{parameters.MENTION_LIMIT} characters",
        f"{parameters.FORMULA_LIMIT} characters, {formulas.DEPTH} brackets deep",
        f"{shapes.ITEMS_LIMIT:,} items, {BODY_LIMIT // MIB} MiB",
        f"{uploads.LINES_LIMIT:,} lines, {uploads.BYTES_LIMIT // MIB} MiB",
        f"{lines.LINE_LIMIT // 1024} KiB a line",
        f"{columns.DISTINCT_LIMIT:,} distinct values of {columns.DISTINCT_BYTES_LIMIT // MIB} MiB",
        f"{capitals.MOST_LETTERS} letters in capitals alone",
        f"{bodies.HEADERS_LIMIT:,} headings, {BODY_LIMIT // MIB} MiB",
        f"{shapes.CHECKS_LIMIT:,} questions, {BODY_LIMIT // MIB} MiB",
        f"identify-list` | {bodies.LIST_LIMIT:,} items, {BODY_LIMIT // MIB} MiB",
        f"bom` | {bodies.BILL_LIMIT:,} rows, {BODY_LIMIT // MIB} MiB",
        f"{parameters.QUERY_LIMIT} values",
        f"{gunicorn_conf.limit_request_line:,} bytes",
        f"{gunicorn_conf.limit_request_field_size:,} bytes, {gunicorn_conf.limit_request_fields}",
        f"complete {gunicorn_conf.keepalive} s after",
        f"within {gunicorn_conf.graceful_timeout} s",
        f"{cache.CACHE_BYTES // MIB} MiB a worker",
    ):
        assert text in MANUAL, text


def test_the_limits_of_nginx_are_those_of_its_file() -> None:
    for text, directives in {
        "50 a second, bursts of 100": ["rate=50r/s", "zone=requests burst=100 nodelay"],
        "10 a second, bursts of 20": ["rate=10r/s", "zone=bodies burst=20 nodelay"],
        "8, of these 2 from one address": ["columns 8;", "columns_of_one 2;"],
        "10 s; 60 s for the answer": ["client_body_timeout 10s;", "send_timeout 60s;"],
        "35 s; 300 s for a column": ["proxy_read_timeout 35s;", "proxy_read_timeout 300s;"],
        "| 30 s |": ["keepalive_timeout 30s;"],
        "192 MiB, in memory": ["max_size=192m"],
    }.items():
        assert text in MANUAL
        assert all(directive in NGINX for directive in directives), text
