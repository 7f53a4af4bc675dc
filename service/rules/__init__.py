"""THE rule module: claims -> positions -> disagreements -> verdicts. Pure functions.

An inclusion in a category that is narrower than the concept is an inclusion in the concept; an
exclusion from a category that is wider than it is an exclusion. The other two say nothing.
"""

from service.rules.definitions import DEFINITIONS, made_claims
from service.rules.disagreements import disagreements, summary, support
from service.rules.positions import Apart, EditionReading, Held
from service.rules.time import era, eras, in_force, suspended

__all__ = [
    "DEFINITIONS",
    "Apart",
    "EditionReading",
    "Held",
    "disagreements",
    "era",
    "eras",
    "in_force",
    "made_claims",
    "summary",
    "support",
    "suspended",
]
