"""The pages, on the same catalogue."""
