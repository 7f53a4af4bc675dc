"""Materials that no list names: known, and with positions that are read when asked for."""

import pytest

from service.catalogue import Catalogue, View
from service.model import Basis, Stand


def test_the_kin_of_a_named_material_is_held(catalogue: Catalogue) -> None:
    named = {row.material for c in catalogue.categories.values() for row in c.materials}
    wider = {catalogue.materials[id_].broader for id_ in named} - {None}
    narrower = {each.id for id_ in named for each in catalogue.narrower[id_]}
    assert named | wider | narrower <= set(catalogue.listed)
    assert {"graphite", "graphite-natural", "fluorspar", "bauxite"} <= set(catalogue.listed)
    assert not {"malachite", "adelite", "allanite-la"} & set(catalogue.listed)


def test_a_position_on_any_other_material_is_read_when_asked_for(catalogue: Catalogue) -> None:
    positions = catalogue.positions_on["critical"]["us-critical-2025"]
    assert "adelite" not in list(positions)
    assert "adelite" in positions
    assert "adelite " not in positions
    named = positions["adelite"]  # CaMgAsO4(OH)
    assert (named.stand, named.basis) == (Stand.SILENT, Basis.UNDECIDED_WORDING)
    assert named.note == "It names Mg, and not adelite."
    closed = positions["natron"]
    assert (closed.stand, closed.basis) == (Stand.EXCLUDED, Basis.CLOSED_LIST)
    with pytest.raises(KeyError):
        positions["adelite "]


def test_a_chemical_class_has_no_position_on_a_material(catalogue: Catalogue) -> None:
    positions = catalogue.positions_on["rare-earth"]["iupac-2005"]
    assert "graphite" not in positions
    assert "adelite" not in positions
    with pytest.raises(KeyError):
        positions["adelite"]


def test_a_mineral_on_no_list_has_a_verdict(catalogue: Catalogue) -> None:
    verdict = View(catalogue).summaries("adelite", "critical")[0]
    assert verdict.listed_by == 0
    assert verdict.verdict == View(catalogue).summaries("malachite", "critical")[0].verdict
