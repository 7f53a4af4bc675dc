"""Words of the languages of the names, and what they mean beside an element or material."""
