"""Mentions: a user's text -> an element or a material, or the reason why not."""

from service.mentions.language.qualifiers import Heading
from service.mentions.language.text import key, normalise
from service.mentions.lexicon import Lexicon
from service.mentions.options import Options
from service.mentions.reader import Reader
from service.mentions.reading import (
    MENTION_LIMIT,
    SUGGESTED,
    Candidate,
    Problem,
    Reading,
    Resolution,
    Share,
)
from service.model import By, Outcome, ValueKind

__all__ = [
    "MENTION_LIMIT",
    "SUGGESTED",
    "By",
    "Candidate",
    "Heading",
    "Lexicon",
    "Options",
    "Outcome",
    "Problem",
    "Reader",
    "Reading",
    "Resolution",
    "Share",
    "ValueKind",
    "key",
    "normalise",
]
