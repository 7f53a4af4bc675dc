"""Settings: each at its limits, the unknown refused by name, every fault at once."""

import os
import subprocess
import sys

import pytest

from service.settings import SEEDS, VARIABLES, Settings, SettingsError, settings_from
from tests.support.server import ROOT

ISSUES = "https://example.org/"
PORTS = "a whole number from 1 to 65535"
ADDRESS = "an address such as https://elements.example, without a slash at its end"
DOWNLOADS = "a folder that `python -m service downloads` wrote, or a release"
WORKERS = "a whole number from 1 to 64"
LEVELS = "one of DEBUG, INFO, WARNING, ERROR"
WORD = "a word of at most 200 characters without blanks around it"
CONTACT = "an address that begins with mailto: or https://"
REPORTS = (
    "mailto: with an address, or the https:// address of a form for new issues, "
    "of at most 200 characters and without a query"
)
FOLDER = "a folder of seeds, with a dataset.toml in it"


def faults(**environment: str) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        settings_from(environment)
    assert str(caught.value) == "\n".join(caught.value.faults)
    return caught.value.faults


def test_without_a_variable_of_ours_the_defaults_hold() -> None:
    assert settings_from({}) == Settings("127.0.0.1", 8000, 2, "INFO", SEEDS, "unknown", None)
    assert settings_from({"PATH": "/bin", "ELEMENT": "x", "elements_seeds": "y"}) == Settings()


@pytest.mark.parametrize(
    ("name", "setting", "text", "value"),
    [
        ("HOST", "host", "0.0.0.0", "0.0.0.0"),  # noqa: S104 - a value that containers use
        ("HOST", "host", "h" * 200, "h" * 200),
        ("PORT", "port", "1", 1),
        ("PORT", "port", "65535", 65535),
        ("WEB_CONCURRENCY", "workers", "1", 1),
        ("WEB_CONCURRENCY", "workers", "64", 64),
        ("LOG_LEVEL", "log_level", "DEBUG", "DEBUG"),
        ("LOG_LEVEL", "log_level", "ERROR", "ERROR"),
        ("ELEMENTS_SEEDS", "seeds", str(SEEDS), SEEDS),
        ("ELEMENTS_METRICS_PORT", "metrics", "1", 1),
        ("ELEMENTS_METRICS_PORT", "metrics", "65535", 65535),
        ("ELEMENTS_BASE", "base", "https://elements.example/a", "https://elements.example/a"),
        ("ELEMENTS_REVISION", "revision", "r" * 200, "r" * 200),
        ("ELEMENTS_SECURITY_CONTACT", "contact", "mailto:a@example.org", "mailto:a@example.org"),
        ("ELEMENTS_SECURITY_CONTACT", "contact", ISSUES, ISSUES),
        ("ELEMENTS_REPORTS", "reports", "mailto:data@example.org", "mailto:data@example.org"),
        ("ELEMENTS_REPORTS", "reports", ISSUES + "i" * 180, ISSUES + "i" * 180),
    ],
)
def test_a_variable_gives_its_setting(name: str, setting: str, text: str, value: object) -> None:
    found, default = settings_from({name: text}), Settings()
    assert getattr(found, setting) == value
    others = {other for other, _ in VARIABLES.values()} - {setting}
    assert all(getattr(found, other) == getattr(default, other) for other in others)


@pytest.mark.parametrize(
    ("name", "texts", "takes"),
    [
        ("PORT", ["0", "65536", "-1", "", "80.0", "8000 ", "٨٠", "x", "9" * 5000], PORTS),
        ("ELEMENTS_METRICS_PORT", ["0", "65536", ""], PORTS),
        ("WEB_CONCURRENCY", ["0", "65", "two", "1e1"], WORKERS),
        ("LOG_LEVEL", ["debug", "TRACE", ""], LEVELS),
        ("HOST", ["", " host", "host\n", "h" * 201], WORD),
        ("ELEMENTS_REVISION", ["", "r" * 201], WORD),
        ("ELEMENTS_BASE", ["x.example", "ftp://x.example", "http://"], ADDRESS),
        (
            "ELEMENTS_BASE",
            [f"https://x.example{end}" for end in ("/", "/?q", "/a b", "#")],
            ADDRESS,
        ),
        ("ELEMENTS_DOWNLOADS", ["/nonexistent", "", "s" * 5000], DOWNLOADS),
        (
            "ELEMENTS_SECURITY_CONTACT",
            ["", "safe@example.org", "http://example.org", "mailto:a b@example.org"],
            CONTACT,
        ),
        (
            "ELEMENTS_REPORTS",
            ["", "mailto:x", "http://example.org", f"{ISSUES}?a=b", ISSUES + "i" * 181],
            REPORTS,
        ),
        ("ELEMENTS_SEEDS", ["/nonexistent", str(ROOT), "s" * 5000], FOLDER),
    ],
)
def test_a_bad_value_is_refused_by_name(name: str, texts: list[str], takes: str) -> None:
    for text in texts:
        (fault,) = faults(**{name: text})
        assert fault == f"{name}={text[:80]!r} cannot be used: it takes {takes}."


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("ELEMENTS_SEED", "ELEMENTS_SEEDS"),
        ("ELEMENTS_", "ELEMENTS_BASE"),
        ("ELEMENTS_METRIC_PORT", "ELEMENTS_METRICS_PORT"),
    ],
)
def test_an_unknown_variable_of_ours_is_refused_with_a_suggestion(name: str, meant: str) -> None:
    assert faults(**{name: "x"}) == [f"{name} is no setting. Did you mean {meant}?"]
    (fault,) = faults(ELEMENTS_ZZZZZZZZZZZZZZZZZZZZ="x")
    assert all(known in fault for known in VARIABLES)


def test_the_service_does_not_start_with_bad_settings_and_tells_all_at_once() -> None:
    bad = {"PORT": "0", "LOG_LEVEL": "loud", "ELEMENTS_SEED": "x", "WEB_CONCURRENCY": "2"}
    done = subprocess.run(
        [sys.executable, "-m", "service"],
        cwd=ROOT,
        env=os.environ | bad,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    starts = [line.split("=")[0].split()[0] for line in done.stderr.splitlines()]
    assert starts == ["PORT", "LOG_LEVEL", "ELEMENTS_SEED"]
