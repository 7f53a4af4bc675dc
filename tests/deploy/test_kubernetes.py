"""The manifests: valid, restricted, and of one mind with each other and with the service."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from service.api.bulk.uploads import BYTES_LIMIT
from service.server import gunicorn_conf
from service.settings import VARIABLES
from tests.support.tools import DEPLOY, lacking

FOLDER = DEPLOY / "kubernetes"
FILES = sorted(FOLDER.glob("*.yaml"))
NAME = {"app.kubernetes.io/name": "element-classifier"}
MIB = 1024 * 1024


def manifest(name: str) -> dict[str, Any]:
    try:
        import yaml
    except ImportError:
        lacking("PyYAML is not installed")
    found: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    return found


@pytest.fixture
def pod() -> dict[str, Any]:
    found: dict[str, Any] = manifest("deployment")["spec"]["template"]["spec"]
    return found


@pytest.fixture
def container(pod: dict[str, Any]) -> dict[str, Any]:
    (found,) = pod["containers"]
    return dict(found)


def validated(*paths: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "kubernetes-validate"
    if not program.exists():
        lacking("kubernetes-validate is not installed")
    command = [str(program), "--strict", *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_every_manifest_is_valid_and_a_misspelt_key_would_be_found(tmp_path: Path) -> None:
    assert len(FILES) == 7
    done = validated(*FILES)
    assert done.returncode == 0, done.stdout + done.stderr
    text = (FOLDER / "deployment.yaml").read_text("utf-8")
    (tmp_path / "bad.yaml").write_text(text.replace("readOnlyRootFilesystem", "readOnlyRoot"))
    assert validated(tmp_path / "bad.yaml").returncode != 0


def test_the_pod_is_restricted(pod: dict[str, Any], container: dict[str, Any]) -> None:
    assert pod["securityContext"] == {
        "runAsNonRoot": True,
        "runAsUser": 10001,
        "runAsGroup": 10001,
        "seccompProfile": {"type": "RuntimeDefault"},
    }
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert pod["automountServiceAccountToken"] is False
    assert not {"hostNetwork", "hostPID", "hostIPC"} & set(pod)
    assert all(set(volume) == {"name", "emptyDir"} for volume in pod["volumes"])
    labels = manifest("00-namespace")["metadata"]["labels"]
    assert labels["pod-security.kubernetes.io/enforce"] == "restricted"
    resources = container["resources"]
    assert resources["requests"]["memory"] == resources["limits"]["memory"] == "192Mi"


def test_it_writes_where_it_may(pod: dict[str, Any], container: dict[str, Any]) -> None:
    mounts = {mount["mountPath"]: mount["name"] for mount in container["volumeMounts"]}
    assert set(mounts) == {"/tmp", "/dev/shm"}  # noqa: S108 - the container's
    volumes = {volume["name"]: volume["emptyDir"] for volume in pod["volumes"]}
    assert set(volumes) == set(mounts.values())
    spool = volumes[mounts["/tmp"]]  # noqa: S108 - the container's
    # on the disk, with room for the eight columns that nginx.conf lets in, and something to spare
    assert "medium" not in spool
    room = int(spool["sizeLimit"].removesuffix("Mi")) * MIB
    text = (DEPLOY / "nginx.conf").read_text("utf-8")
    (columns,) = re.findall(r"limit_conn columns (\d+);", text)
    assert room > int(columns) * BYTES_LIMIT


def test_it_agrees_with_the_service(pod: dict[str, Any], container: dict[str, Any]) -> None:
    settings = {each["name"]: each["value"] for each in container["env"]}
    assert set(settings) - {"FORWARDED_ALLOW_IPS"} <= set(VARIABLES)
    ports = {port["name"]: port["containerPort"] for port in container["ports"]}
    assert ports == {"http": 8000, "metrics": int(settings["ELEMENTS_METRICS_PORT"])}
    annotations = manifest("deployment")["spec"]["template"]["metadata"]["annotations"]
    assert annotations["prometheus.io/port"] == str(ports["metrics"]) == "9100"
    # the cluster's own variables would look like settings of ours
    assert pod["enableServiceLinks"] is False
    for probe, path in (("livenessProbe", "/livez"), ("readinessProbe", "/readyz")):
        assert container[probe]["httpGet"] == {"path": path, "port": "http"}
    waited = int(container["lifecycle"]["preStop"]["exec"]["command"][1])
    assert waited + gunicorn_conf.graceful_timeout < pod["terminationGracePeriodSeconds"]


def test_the_manifests_mean_the_same_pods_of_which_at_least_two_stand() -> None:
    for file in FILES[1:]:
        assert manifest(file.stem)["metadata"]["namespace"] == "element-classifier"
    deployment, budget = manifest("deployment"), manifest("poddisruptionbudget")["spec"]
    scaling = manifest("horizontalpodautoscaler")["spec"]
    assert [
        deployment["spec"]["template"]["metadata"]["labels"],
        deployment["spec"]["selector"]["matchLabels"],
        manifest("service")["spec"]["selector"],
        budget["selector"]["matchLabels"],
        manifest("networkpolicy")["spec"]["podSelector"]["matchLabels"],
    ] == [NAME] * 5
    assert scaling["scaleTargetRef"]["name"] == deployment["metadata"]["name"]
    assert "replicas" not in deployment["spec"]
    assert 2 <= scaling["minReplicas"] < scaling["maxReplicas"]
    assert budget["maxUnavailable"] == 1
    assert deployment["spec"]["strategy"]["rollingUpdate"]["maxUnavailable"] == 0


def test_the_service_and_the_metrics_are_reached_by_different_people() -> None:
    spec = manifest("networkpolicy")["spec"]
    anybody, monitoring = spec["ingress"]
    assert anybody == {"ports": [{"port": "http"}]}
    assert monitoring["ports"] == [{"port": "metrics"}]
    assert monitoring["from"]
    assert spec["policyTypes"] == ["Ingress", "Egress"]
    assert "egress" not in spec
    assert [port["targetPort"] for port in manifest("service")["spec"]["ports"]] == ["http"]


def test_the_ingress_buffers_and_leads_to_the_service() -> None:
    ingress, service = manifest("ingress"), manifest("service")
    notes = ingress["metadata"]["annotations"]
    for prefix, on, size in (
        ("nginx.org", "true", "client-max-body-size"),
        ("nginx.ingress.kubernetes.io", "on", "proxy-body-size"),
    ):
        assert notes[f"{prefix}/proxy-buffering"] == on
        assert int(notes[f"{prefix}/{size}"].removesuffix("m")) * MIB == BYTES_LIMIT
        assert int(notes[f"{prefix}/proxy-read-timeout"].rstrip("s")) > gunicorn_conf.timeout
    assert notes["nginx.ingress.kubernetes.io/proxy-request-buffering"] == "on"
    (path,) = ingress["spec"]["rules"][0]["http"]["paths"]
    port = {"name": service["spec"]["ports"][0]["name"]}
    assert path["backend"]["service"] == {"name": service["metadata"]["name"], "port": port}
