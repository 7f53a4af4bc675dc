"""The frozen result of the seeds: records, positions, and views of the editions in force."""

from service.catalogue.catalogue import Catalogue, position_lines
from service.catalogue.ids import UnknownIdError, find
from service.catalogue.selection import Selection
from service.catalogue.view import Concepts, View

__all__ = [
    "Catalogue",
    "Concepts",
    "Selection",
    "UnknownIdError",
    "View",
    "find",
    "position_lines",
]
