"""The identity facts are mendeleev's, and a running service does without mendeleev."""

import subprocess
import sys
from pathlib import Path

from service.catalogue import Catalogue
from service.loading.snapshot import snapshot, snapshot_text
from service.settings import SEEDS

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("mendeleev", "pandas", "numpy", "rdkit", "sqlalchemy")


def test_the_snapshot_is_what_the_installed_mendeleev_gives() -> None:
    made = snapshot_text(snapshot()).encode("utf-8")
    assert made == (SEEDS / "elements.json").read_bytes()


def test_the_application_imports_none_of_the_packages_the_snapshot_needs() -> None:
    program = f"import sys, service.app; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_facts_are_those_of_the_periodic_table(catalogue: Catalogue) -> None:
    scandium = catalogue.elements["Sc"]
    assert (scandium.atomic_number, scandium.name) == (21, "Scandium")
    assert (scandium.group, scandium.period, scandium.block) == (3, 4, "d")
    assert scandium.cas == "7440-20-2"
    assert scandium.inchi == "InChI=1S/Sc"
    assert scandium.inchikey == "SIXSYDAISGFNSX-UHFFFAOYSA-N"
    assert 45 in scandium.mass_numbers
    nitrogen = catalogue.elements["N"]
    assert nitrogen.lasting_mass_numbers == (13, 14, 15)
    assert nitrogen.mass_numbers[-1] == 25
    assert not catalogue.elements["Tc"].natural
    assert catalogue.elements["U"].natural
    assert catalogue.elements["Ce"].group is None
    assert catalogue.elements["Og"].atomic_number == 118
