"""Every position, held against the reviewed file."""

from pathlib import Path

from service.catalogue import Catalogue, position_lines
from service.model import Nature

GOLDEN = Path(__file__).parents[1] / "golden" / "positions.txt"


def test_every_position_is_as_reviewed(catalogue: Catalogue) -> None:
    reviewed = GOLDEN.read_text("utf-8").splitlines()
    derived = position_lines(catalogue)
    changed = sorted(set(reviewed) ^ set(derived))
    remedy = "python -m service positions > tests/golden/positions.txt, and read the diff"
    assert not changed, f"{len(changed)} lines differ, such as {changed[:6]}: {remedy}"
    assert derived == reviewed


def test_everything_has_a_line_on_every_concept_an_edition_speaks_of(catalogue: Catalogue) -> None:
    spoken = {(c.edition, c.concept) for c in catalogue.categories.values()}
    things = {Nature.CLASSIFICATION: 118, Nature.LISTING: 118 + len(catalogue.listed)}
    number = sum(things[catalogue.concepts[concept].nature] for _, concept in spoken)
    assert len(GOLDEN.read_text("utf-8").splitlines()) == number
