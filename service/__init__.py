"""The element classifier: what kind of element is this, and who says so."""
