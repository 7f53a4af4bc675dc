"""The commented skeleton of a new edition's file."""

import re

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TEXT = """\
# {id}: who says it, in which dated edition, where we read it. seeds/README.md explains each key.
# Replace every value in capitals; delete what does not apply; then run: python -m service check
authority = "AUTHORITY-ID"      # from authorities.toml: who holds the opinion, not who printed it
series = "SERIES"               # the list it is an edition of: one edition stands on a day
title = "TITLE OF THE STATEMENT"
published = "YYYY-MM-DD"        # or YYYY-MM, or YYYY: no finer than the document shows
# in_force_from = "YYYY-MM-DD"  # where it differs from its publication
# in_force_to = "YYYY-MM-DD"    # the first day on which it no longer stands
# supersedes = "EDITION-ID"     # the edition before it in the series
# derived_from = "EDITION-ID"   # the edition that this one copies or repeats
# official_count = 0            # entries, as the document counts them
# count_note = "WHY OURS ARE NOT AS MANY"
# note = "A REMARK OF OURS"

[[sources]]
source = "SOURCE-ID"            # from sources.toml
grade = "primary"               # primary: its own text; reported: somebody's report; software
where = "own-page"              # own-page, copy, translation, report or software
# reporter = "WHO REPORTS IT"   # with grade = "reported"
read = "WHAT WAS READ, AND WHAT WAS NOT"

[[categories]]
slug = "CATEGORY"
label = "IN THE EDITION'S WORDS"
concept = "CONCEPT-ID"          # from concepts.toml
match = "exact"                 # the category against the concept: exact, close, broad, narrow
coverage = "open"               # closed only where the list excludes what it does not name
locator = {{ kind = "section", value = "WHERE" }}
# broader = "SLUG"              # a wider category of this edition
# disjoint_with = ["SLUG"]      # categories of this edition that exclude this one
# count_said = 0                # elements, as the edition counts them
# materials = [{{ id = "bauxite", label = "ITS WORDS" }}]           # id of materials.toml: no claim
# undecided = [{{ elements = ["Pm"], note = "WHY" }}]               # the wording does not decide

[[categories.claims]]           # elements named one by one, in the order of atomic numbers
elements = ["SYMBOL"]

# [[categories.claims]]         # a group that the edition does not spell out
# elements = ["SYMBOL"]
# via = "group"
# group = "THE ENTRY IN THE EDITION'S WORDS"
# expansion = "EDITION/CATEGORY"
"""


def skeleton(id_: str) -> str:
    """Give the text of a new edition's file.

    Args:
        id_: the edition's id: lower-case letters, digits and single hyphens.

    Raises:
        ValueError: the id is not of that form.
    """
    if not _ID.fullmatch(id_):
        raise ValueError(f"{id_!r} is no id: lower-case letters, digits and single hyphens.")
    return _TEXT.format(id=id_)
