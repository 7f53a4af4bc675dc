"""The catalogue as flat, typed tables: for files, engines and joins."""

from service.tables.derived_tables import DERIVED_TABLES
from service.tables.flat_table import FlatColumn, FlatTable
from service.tables.record_tables import RECORD_TABLES
from service.tables.spelling_tables import SPELLING_TABLES

TABLES = (*RECORD_TABLES, *DERIVED_TABLES, *SPELLING_TABLES)
"""Every table, in the order in which they are read."""

__all__ = ["TABLES", "FlatColumn", "FlatTable"]
