"""The service's answers in Python: what kind of element something is, and who says so.

Every answer is the JSON that the service gives to the same question, as plain data. Nothing is
loaded before the first question; then the data stay in memory (some 30 MB). ``ELEMENTS_SEEDS`` in
the environment names another folder of seeds.
"""

from element_classifier.errors import UnknownMentionError
from element_classifier.filtering import Choosing, Holders, ReadingArguments
from element_classifier.identifying import identify_list
from element_classifier.questions import Detail, changes, check, classify, compare, look_up, table
from service.answers.comparisons import NoSharedConceptError
from service.catalogue import UnknownIdError
from service.catalogue.choice import UnknownLanguageError

__all__ = [
    "Choosing",
    "Detail",
    "Holders",
    "NoSharedConceptError",
    "ReadingArguments",
    "UnknownIdError",
    "UnknownLanguageError",
    "UnknownMentionError",
    "changes",
    "check",
    "classify",
    "compare",
    "identify_list",
    "look_up",
    "table",
]
