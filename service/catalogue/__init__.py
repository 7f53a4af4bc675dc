"""The frozen result of the seeds: records, positions, and views of the editions in force."""

from service.catalogue.catalogue import Catalogue, position_lines
from service.catalogue.filters import selection_of
from service.catalogue.ids import UnknownIdError, find
from service.catalogue.selection import Filters, Selection
from service.catalogue.view import Concepts, View

__all__ = [
    "Catalogue",
    "Concepts",
    "Filters",
    "Selection",
    "UnknownIdError",
    "View",
    "find",
    "position_lines",
    "selection_of",
]
