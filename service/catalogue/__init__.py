"""The frozen result of the seeds: records, positions, and views of the editions in force."""

from service.catalogue.catalogue import Catalogue, position_lines
from service.catalogue.ids import UnknownIdError, check_ids, find
from service.catalogue.selection import Selection
from service.catalogue.view import View

__all__ = [
    "Catalogue",
    "Selection",
    "UnknownIdError",
    "View",
    "check_ids",
    "find",
    "position_lines",
]
