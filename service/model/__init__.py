"""The words of the domain as frozen records: standard library only.

A *match* is read from the category's side: ``narrow`` means that the edition's category is
narrower than our concept, ``broad`` that it is wider. Dates are ISO 8601 calendar dates whose
day, or month and day, may be missing where the source shows no more (``2025-03``, ``1978``).
"""

from service.model.dates import first_day
from service.model.derived import Disagreement, Position, Side, Summary
from service.model.records import (
    Authority,
    Category,
    Citation,
    Claim,
    CollectiveTerm,
    Concept,
    Dataset,
    Definition,
    Edition,
    Element,
    Figure,
    Locator,
    Material,
    Name,
    Records,
    Release,
    Source,
    Suspension,
    Undecided,
)
from service.model.words import (
    AuthorityKind,
    Basis,
    Coverage,
    Grade,
    Kind,
    Match,
    Relation,
    Stand,
    Status,
    Strength,
    Verdict,
    Via,
)

__all__ = [
    "Authority",
    "AuthorityKind",
    "Basis",
    "Category",
    "Citation",
    "Claim",
    "CollectiveTerm",
    "Concept",
    "Coverage",
    "Dataset",
    "Definition",
    "Disagreement",
    "Edition",
    "Element",
    "Figure",
    "Grade",
    "Kind",
    "Locator",
    "Match",
    "Material",
    "Name",
    "Position",
    "Records",
    "Relation",
    "Release",
    "Side",
    "Source",
    "Stand",
    "Status",
    "Strength",
    "Summary",
    "Suspension",
    "Undecided",
    "Verdict",
    "Via",
    "first_day",
]
