"""How many connections fit under a limit on open files."""

import resource

import pytest

from service import descriptors

Limits = tuple[int, int]
ENDLESS = resource.RLIM_INFINITY


@pytest.mark.parametrize(
    ("limits", "listeners", "raised", "fit"),
    [
        ((1024, 4096), 1, (4096, 4096), 1984),
        ((1024, 4128), 1, (4128, 4128), 2000),
        ((1024, 1024), 1, None, 448),
        ((1024, 1024), 2, None, 298),
        ((1024, ENDLESS), 1, (4128, ENDLESS), 2000),
        ((1024, ENDLESS), 2, (6128, ENDLESS), 2000),
        ((8192, 8192), 2, None, 2000),
        ((ENDLESS, ENDLESS), 2, None, 2000),
    ],
)
def test_the_limit_is_raised_as_far_as_needed_and_never_outrun(
    monkeypatch: pytest.MonkeyPatch, limits: Limits, listeners: int, raised: Limits | None, fit: int
) -> None:
    told: list[Limits] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: limits)
    monkeypatch.setattr(resource, "setrlimit", lambda _, new: told.append(new))
    assert descriptors.connections(listeners) == fit
    assert told == ([] if raised is None else [raised])


def test_where_it_may_not_be_raised_what_there_is_must_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise ValueError("not allowed")

    monkeypatch.setattr(resource, "getrlimit", lambda _: (1024, 4096))
    monkeypatch.setattr(resource, "setrlimit", refused)
    assert descriptors.connections(1) == 448
