"""Checks of the seeds: pure functions that find every fault."""

from service.loading.faults import Fault
from service.loading.integrity import (
    aliases,
    characters,
    contradictions,
    counts,
    dates,
    identity,
    materials,
    names,
    references,
)
from service.model import Records


def faults(records: Records) -> list[Fault]:
    """Check everything that no single file can show.

    Returns:
        Every fault, sorted by file and path; an empty list means that a catalogue can be made.
    """
    seed_faults = {
        *references.faults(records),
        *dates.faults(records),
        *counts.faults(records),
        *identity.faults(records),
        *names.faults(records),
        *materials.faults(records),
        *aliases.faults(records),
        *characters.foreign(records),
    }
    # positions are derived only from records that are sound
    return sorted(seed_faults or contradictions.faults(records))
