"""The environment -> settings, refused by name where they are unknown or out of range."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
"""The seeds stand beside the package: in a checkout, an editable install and a wheel."""
PREFIX = "ELEMENTS_"
"""A variable with this prefix is ours: one we do not know is refused."""
_LONGEST = 200
"""Longest text of a setting, in characters: longer than any host or address."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of the service."""

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    log_level: str = "INFO"
    seeds: Path = SEEDS
    revision: str = "unknown"
    metrics: int | None = None
    base: str | None = None
    downloads: Path | None = None
    contact: str | None = None
    reports: str | None = None


class SettingsError(ValueError):
    """Settings that cannot be used; ``faults`` names each variable and says what would do."""

    def __init__(self, faults: list[str]) -> None:
        """Keep the faults."""
        self.faults = faults
        super().__init__("\n".join(faults))


def _number(low: int, high: int) -> Any:
    def parse(text: str) -> int:
        plain = text.isascii() and text.isdigit() and len(text) <= len(str(high))
        if not plain or not low <= int(text) <= high:
            raise ValueError(f"a whole number from {low} to {high}")
        return int(text)

    return parse


def _level(text: str) -> str:
    if text not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise ValueError("one of DEBUG, INFO, WARNING, ERROR")
    return text


def _folder(text: str) -> Path:
    try:
        there = (Path(text) / "dataset.toml").is_file()
    except OSError:
        there = False
    if not there:
        raise ValueError("a folder of seeds, with a dataset.toml in it")
    return Path(text)


def _word(text: str) -> str:
    if not text or text != text.strip() or len(text) > _LONGEST:
        raise ValueError("a word of at most 200 characters without blanks around it")
    return text


def _contact(text: str) -> str:
    if not text.isascii() or not text.startswith(("mailto:", "https://")) or " " in _word(text):
        raise ValueError("an address that begins with mailto: or https://")
    return text


def _address(text: str) -> str:
    parts = urlsplit(text)
    whole = parts.scheme in ("http", "https") and parts.netloc
    if not whole or text.endswith("/") or not re.fullmatch(r"[!$-;=@-Z_a-z~]+", text):
        raise ValueError("an address such as https://elements.example, without a slash at its end")
    return text


def _downloads(text: str) -> Path:
    try:
        there = (Path(text) / "index.json").is_file()
    except OSError:
        there = False
    if not there:
        raise ValueError("a folder that `python -m service downloads` wrote, or a release")
    return Path(text)


def _reports(text: str) -> str:
    mail = text.startswith("mailto:") and "@" in text
    usable = mail or text.startswith("https://")
    if not usable or any(map(str.isspace, text)) or len(text) > _LONGEST or "?" in text:
        raise ValueError(
            "mailto: with an address, or the https:// address of a form for new issues, "
            "of at most 200 characters and without a query"
        )
    return text


VARIABLES: dict[str, tuple[str, Any]] = {
    "HOST": ("host", _word),
    "PORT": ("port", _number(1, 65535)),
    "WEB_CONCURRENCY": ("workers", _number(1, 64)),
    "LOG_LEVEL": ("log_level", _level),
    "ELEMENTS_SEEDS": ("seeds", _folder),
    "ELEMENTS_METRICS_PORT": ("metrics", _number(1, 65535)),
    "ELEMENTS_REVISION": ("revision", _word),
    "ELEMENTS_BASE": ("base", _address),
    "ELEMENTS_DOWNLOADS": ("downloads", _downloads),
    "ELEMENTS_SECURITY_CONTACT": ("contact", _contact),
    "ELEMENTS_REPORTS": ("reports", _reports),
}
"""Every variable, the setting it gives, and what reads it."""


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Read the settings.

    Args:
        environment: such as ``os.environ``; variables of others are left alone.

    Raises:
        SettingsError: every variable that is unknown under our prefix or has a bad value.
    """
    values: dict[str, Any] = {}
    faults = []
    for name, (setting, parse) in VARIABLES.items():
        if name not in environment:
            continue
        try:
            values[setting] = parse(environment[name])
        except ValueError as error:
            faults.append(f"{name}={environment[name][:80]!r} cannot be used: it takes {error}.")
    for name in environment:
        if name.startswith(PREFIX) and name not in VARIABLES:
            near = get_close_matches(name, VARIABLES, n=1) or sorted(VARIABLES)
            faults.append(f"{name} is no setting. Did you mean {', '.join(near)}?")
    if faults:
        raise SettingsError(faults)
    return Settings(**values)


def log_configuration(level: str) -> dict[str, Any]:
    """Give the logging configuration: one JSON object a line on standard output."""
    form = {
        "timestamp": "ts",
        "rename_fields": {"levelname": "level"},
        "fmt": "%(levelname)s %(name)s %(message)s",
    }
    stream = {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "any": {"()": "pythonjsonlogger.json.JsonFormatter", **form},
            # orjson is faster, and refuses texts that are not UTF-8: no line of access has one
            "access": {"()": "pythonjsonlogger.orjson.OrjsonFormatter", **form},
        },
        "handlers": {
            "any": {"formatter": "any", **stream},
            "access": {"formatter": "access", **stream},
        },
        "root": {"handlers": ["any"], "level": level},
        "loggers": {
            "service.access": {"handlers": ["access"], "level": level, "propagate": False},
            "gunicorn.error": {"handlers": ["any"], "level": level, "propagate": False},
            "gunicorn.access": {"handlers": [], "propagate": False},
        },
    }
