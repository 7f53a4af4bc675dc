"""Columns of mentions: NDJSON and CSV, read and answered line by line."""
