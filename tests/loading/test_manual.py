"""The manual of the seeds and the skeleton of an edition name the keys that the loader reads."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from schemas.seed import EditionFile
from schemas.seed.editions import CategorySchema, ClaimsSchema
from service.cli.skeleton import skeleton
from service.loading.build import read_seeds
from tests.support.server import ROOT

MANUAL = (ROOT / "seeds/README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def example() -> dict[str, Any]:
    (block,) = re.findall(r"```toml\n(.+?)```", MANUAL, re.DOTALL)
    return tomllib.loads(block)


def test_the_example_of_the_manual_has_the_shape_of_an_edition(example: dict[str, Any]) -> None:
    assert EditionFile().validate(example) == {}


def test_the_example_of_the_manual_has_every_key(example: dict[str, Any]) -> None:
    (category,) = example["categories"]
    claims = {key for claim in category["claims"] for key in claim}
    assert set(EditionFile().fields) == set(example)
    assert set(CategorySchema().fields) == set(category)
    # the text below the example tells of these two
    assert set(ClaimsSchema().fields) - claims == {"against_count", "locator"}


def test_the_manual_names_every_file_of_the_seeds() -> None:
    files = [path.name for path in (ROOT / "seeds").iterdir() if path.suffix in (".toml", ".csv")]
    assert [name for name in files if f"`{name}`" not in MANUAL] == []


def test_every_optional_line_of_the_skeleton_is_a_key_of_its_table() -> None:
    head, blank, lines = skeleton("utopia-2024").partition('authority = "')
    taken_in = re.sub(r"(?m)^# ", "", f"{blank}{lines}")
    assert head.count("\n") == 2
    messages = str(EditionFile().validate(tomllib.loads(taken_in)))
    assert "Lower-case letters" in messages  # the values in capitals
    assert "Unknown field" not in messages
    assert "Missing data" not in messages


def test_a_group_with_an_unknown_expansion_is_one_fault(tiny_seeds: Path) -> None:
    path = tiny_seeds / "editions" / "league-2020.toml"
    text = path.read_text("utf-8")
    assert text.count('expansion = "chemists-2021/rare-earths"') == 1
    path.write_text(text.replace("chemists-2021/rare-earths", "chemists-2021/none"), "utf-8")
    faults = [fault for fault in read_seeds(tiny_seeds)[1] if fault.kind == "unknown-category"]
    assert [fault.what for fault in faults] == [
        "There is no category 'chemists-2021/none' to expand 'rare earths'."
    ]
