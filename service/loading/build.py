"""The one place that wires: seeds -> loading -> integrity -> rules -> catalogue."""

from pathlib import Path

from service.catalogue import Catalogue
from service.loading import integrity
from service.loading.faults import Fault, SeedError
from service.loading.loader import Loader
from service.model import Records
from service.settings import SEEDS


def read_seeds(folder: Path) -> tuple[Records | None, list[Fault]]:
    """Read and check a folder of seeds.

    Returns:
        The records, or None where there are none to make, and every fault. Faults that only
        follow from a file that could not be read are left out until it can.
    """
    loader = Loader(folder)
    records = loader.records()
    faults = integrity.faults(records) if records else []
    if not loader.whole:
        faults = [
            fault
            for fault in faults
            if not fault.kind.startswith(("unknown-", "unused-", "missing-"))
        ]
    return records, sorted([*loader.faults, *faults])


def build_catalogue(folder: Path = SEEDS) -> Catalogue:
    """Make the catalogue of a folder of seeds.

    Raises:
        SeedError: the seeds have faults; all of them are listed.
    """
    records, faults = read_seeds(folder)
    if faults or records is None:
        raise SeedError(faults)
    return Catalogue(records)
