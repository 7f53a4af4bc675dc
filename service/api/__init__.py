"""Routes only: parse, look up, answer."""
