"""The palette in both themes: contrast by WCAG 2.2 AA, also for the colour-blind."""

import re
from itertools import product
from pathlib import Path

import pytest

import service.web

CSS = (Path(service.web.__file__).parent / "assets" / "site.css").read_text("utf-8")
THEMES = dict(zip(("light", "dark"), re.findall(r":root \{(.*?)\}", CSS, re.DOTALL), strict=True))
TEXT = [
    *product(("ink", "soft", "link", "hot", "warm-ink"), ("paper", "raised")),
    *[("on-hot", "hot"), ("warm-ink", "warm"), ("ink", "warm"), ("calm-ink", "calm")],
    *[("calm-ink", "pale"), ("ink", "pale"), ("paper", "ink")],
]
SHAPES = [("edge", "paper"), ("edge", "raised"), ("bar-in", "raised"), ("bar-out", "raised")]
DEFICIENCIES = {
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
}
"""Machado, Oliveira and Fernandes 2009, severity 1, on linear light."""

Colour = tuple[float, ...]


def linear(theme: str, name: str) -> Colour:
    found = re.search(rf"--{name}: #([0-9a-f]{{6}});", THEMES[theme])
    assert found, name
    parts = [int(found[1][at : at + 2], 16) / 255 for at in (0, 2, 4)]
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)


def contrast(one: Colour, other: Colour) -> float:
    weights = (0.2126, 0.7152, 0.0722)
    low, high = sorted(
        sum(w * part for w, part in zip(weights, c, strict=True)) for c in (one, other)
    )
    return (high + 0.05) / (low + 0.05)


def seen(colour: Colour, deficiency: str) -> Colour:
    rows = DEFICIENCIES[deficiency]
    return tuple(sum(w * c for w, c in zip(row, colour, strict=True)) for row in rows)


@pytest.mark.parametrize("theme", THEMES)
def test_text_and_shapes_that_mean_something_have_contrast(theme: str) -> None:
    for pairs, least in ((TEXT, 4.5), (SHAPES, 3)):
        for ink, ground in pairs:
            assert contrast(linear(theme, ink), linear(theme, ground)) >= least, (ink, ground)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_what_is_disputed_is_apart_without_red_or_green(theme: str, deficiency: str) -> None:
    hot = seen(linear(theme, "hot"), deficiency)
    for other in ("warm", "calm", "raised", "paper"):
        assert contrast(hot, seen(linear(theme, other), deficiency)) >= 3


def test_a_lone_dissent_is_not_coloured_like_a_dispute() -> None:
    hot = [selectors for selectors, rules in re.findall(r"([^{}]*)\{([^{}]*)\}", CSS)
           if "--hot" in rules and "--hot:" not in rules]  # fmt: skip
    assert hot
    assert "dissent" not in "".join(hot)
