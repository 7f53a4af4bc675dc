"""THE rule module: claims -> positions -> disagreements -> verdicts. Pure functions.

An inclusion in a category that is narrower than the concept is an inclusion in the concept; an
exclusion from a category that is wider than it is an exclusion. The other two say nothing.
"""

from service.rules.definitions import DEFINITIONS, made_claims, material_claims
from service.rules.disagreements import disagreements
from service.rules.in_force import era, eras, in_force, suspended, uncertain
from service.rules.positions import EditionReading
from service.rules.verdicts import summary, support

__all__ = [
    "DEFINITIONS",
    "EditionReading",
    "disagreements",
    "era",
    "eras",
    "in_force",
    "made_claims",
    "material_claims",
    "summary",
    "support",
    "suspended",
    "uncertain",
]
