"""Settings: each at its limits, the unknown refused by name, every fault at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from service.settings import SEEDS, VARIABLES, Settings, SettingsError, settings_from

ROOT = Path(__file__).resolve().parent.parent


ISSUES = "https://example.org/"


def faults(**environment: str) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        settings_from(environment)
    assert str(caught.value) == "\n".join(caught.value.faults)
    return caught.value.faults


def test_an_empty_environment_gives_the_defaults() -> None:
    assert settings_from({}) == Settings("127.0.0.1", 8000, 2, "INFO", SEEDS, "unknown", None)


def test_variables_of_others_are_left_alone() -> None:
    assert settings_from({"PATH": "/bin", "ELEMENT": "x", "elements_seeds": "y"}) == Settings()


@pytest.mark.parametrize(
    ("name", "text", "setting", "value"),
    [
        ("HOST", "0.0.0.0", "host", "0.0.0.0"),  # noqa: S104 - a value that containers use
        ("HOST", "h" * 200, "host", "h" * 200),
        ("PORT", "1", "port", 1),
        ("PORT", "65535", "port", 65535),
        ("WEB_CONCURRENCY", "1", "workers", 1),
        ("WEB_CONCURRENCY", "64", "workers", 64),
        ("LOG_LEVEL", "DEBUG", "log_level", "DEBUG"),
        ("LOG_LEVEL", "ERROR", "log_level", "ERROR"),
        ("ELEMENTS_SEEDS", str(SEEDS), "seeds", SEEDS),
        ("ELEMENTS_METRICS_PORT", "1", "metrics", 1),
        ("ELEMENTS_METRICS_PORT", "65535", "metrics", 65535),
        ("ELEMENTS_BASE", "https://elements.example/a", "base", "https://elements.example/a"),
        ("ELEMENTS_REVISION", "0d46774", "revision", "0d46774"),
        ("ELEMENTS_REVISION", "r" * 200, "revision", "r" * 200),
        *[
            ("ELEMENTS_SECURITY_CONTACT", text, "contact", text)
            for text in ("mailto:safe@example.org", "https://example.org/report")
        ],
        ("ELEMENTS_REPORTS", "mailto:data@example.org", "reports", "mailto:data@example.org"),
        ("ELEMENTS_REPORTS", ISSUES + "i" * 180, "reports", ISSUES + "i" * 180),
    ],
)
def test_a_variable_gives_its_setting(name: str, text: str, setting: str, value: object) -> None:
    settings = settings_from({name: text})
    assert getattr(settings, setting) == value
    assert all(
        getattr(settings, other) == getattr(Settings(), other)
        for other, _ in VARIABLES.values()
        if other != setting
    )


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


@pytest.mark.parametrize(
    ("name", "text", "takes"),
    [
        *[("PORT", text, PORTS) for text in ("0", "65536", "-1", "", "80.0", "8000 ", "٨٠", "x")],
        ("PORT", "9" * 5000, PORTS),
        *[("ELEMENTS_METRICS_PORT", text, PORTS) for text in ("0", "65536", "")],
        *[("WEB_CONCURRENCY", text, WORKERS) for text in ("0", "65", "two", "1e1")],
        *[("LOG_LEVEL", text, LEVELS) for text in ("debug", "TRACE", "")],
        *[("HOST", text, WORD) for text in ("", " host", "host\n", "h" * 201)],
        *[("ELEMENTS_REVISION", text, WORD) for text in ("", "r" * 201)],
        *[("ELEMENTS_BASE", text, ADDRESS) for text in ("x.example", "ftp://x.example", "http://")],
        *[
            ("ELEMENTS_BASE", f"https://x.example{end}", ADDRESS)
            for end in ("/", "/?q", "/a b", "#")
        ],
        *[("ELEMENTS_DOWNLOADS", text, DOWNLOADS) for text in ("/nonexistent", "", "s" * 5000)],
        *[
            ("ELEMENTS_SECURITY_CONTACT", text, CONTACT)
            for text in ("", "safe@example.org", "http://example.org", "mailto:a b@example.org")
        ],
        *[
            ("ELEMENTS_REPORTS", text, REPORTS)
            for text in ("", "mailto:x", "http://example.org", f"{ISSUES}?a=b", ISSUES + "i" * 181)
        ],
        *[("ELEMENTS_SEEDS", text, FOLDER) for text in ("/nonexistent", str(ROOT), "s" * 5000)],
    ],
)
def test_a_value_that_cannot_be_used_is_refused_by_name(name: str, text: str, takes: str) -> None:
    (fault,) = faults(**{name: text})
    assert fault == f"{name}={text[:80]!r} cannot be used: it takes {takes}."


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("ELEMENTS_SEED", "ELEMENTS_SEEDS"),
        ("ELEMENTS_REVISON", "ELEMENTS_REVISION"),
        ("ELEMENTS_", "ELEMENTS_BASE"),
        ("ELEMENTS_METRIC_PORT", "ELEMENTS_METRICS_PORT"),
    ],
)
def test_an_unknown_variable_of_ours_is_refused_with_a_suggestion(name: str, meant: str) -> None:
    assert faults(**{name: "x"}) == [f"{name} is no setting. Did you mean {meant}?"]


def test_an_unknown_variable_like_no_other_is_answered_with_all_there_are() -> None:
    (fault,) = faults(ELEMENTS_ZZZZZZZZZZZZZZZZZZZZ="x")
    assert all(name in fault for name in VARIABLES)


def test_all_faults_come_at_once() -> None:
    found = faults(PORT="0", LOG_LEVEL="loud", ELEMENTS_SEED="x", WEB_CONCURRENCY="2")
    assert [fault.split("=")[0].split()[0] for fault in found] == [
        *("PORT", "LOG_LEVEL", "ELEMENTS_SEED"),
    ]


@pytest.mark.parametrize(
    ("environment", "named"),
    [({"PORT": "0"}, ["PORT='0'"]), ({"PORT": "x", "ELEMENTS_X": "1"}, ["PORT='x'", "ELEMENTS_X"])],
)
def test_the_service_does_not_start_with_a_bad_setting(
    environment: dict[str, str], named: list[str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "service"],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == len(named)
    assert all(name in done.stderr for name in named)
    assert "Traceback" not in done.stderr
