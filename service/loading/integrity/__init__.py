"""Cross-file checks of the seeds: pure functions that return every fault."""

from service.loading.faults import Fault
from service.loading.integrity import counts, dates, names, references
from service.model import Records


def faults(records: Records) -> list[Fault]:
    """Check everything that no single file can show.

    Returns:
        Every fault, sorted by file and path; an empty list means that a catalogue can be made.
    """
    found = [
        *references.faults(records),
        *dates.faults(records),
        *counts.faults(records),
        *names.faults(records),
    ]
    return sorted(found)
