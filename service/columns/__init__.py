"""Columns of values: lines and tables in, the same lines with their outcomes out."""
