"""The catalogue as flat, typed tables: for files, engines and joins."""

from service.tables.catalogue_tables import TABLES
from service.tables.table import FlatColumn, FlatTable

__all__ = ["TABLES", "FlatColumn", "FlatTable"]
