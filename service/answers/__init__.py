"""Answers: the catalogue as plain data and records, which the response schemas write."""
