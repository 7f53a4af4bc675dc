"""Alerts and dashboard: sound, and about metrics that the service really gives."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.support.server import Server
from tests.support.tools import DEPLOY, ask, lacking, program

RULES = DEPLOY / "prometheus-rules.yaml"
_WORDS = {
    *("sum", "by", "rate", "le", "or", "absent", "changes", "histogram_quantile", "topk", "time"),
    *("job", "status", "route", "outcome", "instance"),
}


def expressions() -> Iterator[str]:
    """Every query of the dashboard and of the rules."""
    dashboard: dict[str, Any] = json.loads((DEPLOY / "grafana-dashboard.json").read_text("utf-8"))
    for panel in dashboard["panels"]:
        yield from (target["expr"] for target in panel["targets"])
    yield from (rule["expr"] for rule in rules())


def rules() -> list[dict[str, Any]]:
    """The alert rules."""
    try:
        import yaml
    except ImportError:
        lacking("PyYAML is not installed")
    found: list[dict[str, Any]] = yaml.safe_load(RULES.read_text("utf-8"))["groups"][0]["rules"]
    return found


@pytest.fixture(scope="module")
def scraped(service: Server, metrics_port: int) -> tuple[set[str], dict[str, set[str]]]:
    """The names of all samples after one request of each kind, and their labels' values."""
    for path, body in (("classify", b'{"items": ["Sc", null]}'), ("check", b'{"checks": []}')):
        headers = {"Content-Type": "application/json"}
        ask(service.port, f"/v1/{path}", method="POST", headers=headers, body=body)
    ask(service.port, "/v1/elements/Sc")
    text = ask(metrics_port, "/metrics").body.decode()
    samples = [one for family in text_string_to_metric_families(text) for one in family.samples]
    labels: dict[str, set[str]] = {}
    for name, value in (item for sample in samples for item in sample.labels.items()):
        labels.setdefault(name, set()).add(value)
    return {sample.name for sample in samples}, labels


def test_every_query_names_what_is_there(scraped: tuple[set[str], dict[str, set[str]]]) -> None:
    names, labels = scraped
    for query in expressions():
        plain = re.sub(r'"[^"]*"|\[[^]]*\]', "", query)
        used = set(re.findall(r"\b[a-z_]+\b", plain)) - _WORDS
        assert used, query
        assert used <= names, query
        asked = set(re.findall(r"(\w+) *(?:=~|!~|!=|=) *\"", query)) - {"job"}
        grouped = {each for group in re.findall(r"by \((\w+)\)", query) for each in [group]}
        assert asked | grouped <= set(labels), query
        for pattern in re.findall(r'route[!=]~"([^"]*)"', query):
            told_apart = {r for r in labels["route"] if re.fullmatch(pattern, r)}
            assert told_apart == {"/v1/classify", "/v1/check"}


def test_the_alerts_fire_where_they_must(tmp_path: Path) -> None:
    written = (Path(__file__).parent / "rules.test.yaml").read_text("utf-8")
    (tmp_path / "rules.yaml").write_text(written.replace("RULES", str(RULES)), "utf-8")
    for checks in (["check", "rules", str(RULES)], ["test", "rules", str(tmp_path / "rules.yaml")]):
        command = [program("promtool"), *checks]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_dashboard_is_whole() -> None:
    dashboard: dict[str, Any] = json.loads((DEPLOY / "grafana-dashboard.json").read_text("utf-8"))
    panels = dashboard["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    assert len({(p["gridPos"]["x"], p["gridPos"]["y"]) for p in panels}) == len(panels)
    for panel in panels:
        assert panel["datasource"]["uid"] == "${datasource}"
        assert panel["title"]
        assert panel["targets"]
