"""Every character of a text can be seen, and every word is in one script.

Letters of Cyrillic and Greek look like those of Latin: a word with both is never found.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from service.loading.faults import Fault
from service.loading.integrity.places import name_place
from service.model import Records

_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
_WORD = re.compile(r"[^\W\d_]+")
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)
"""Fillers, joiners and selectors of variants: invisible, but printable to Python."""


def faults(file: str, tree: Any, path: str = "") -> Iterator[Fault]:
    """Check every text in a parsed file.

    Args:
        file: the file's name.
        tree: the file, or one of its rows: mappings, lists, texts and other values.
        path: where the tree stands in the file.
    """
    for place, text in _texts(tree, path):
        if text.isascii() and text.isprintable():
            continue
        for character in sorted(set(text)):
            if not character.isprintable() or _INVISIBLE.match(character):
                name = unicodedata.name(character, "a control character")
                what = f"The text has U+{ord(character):04X}, {name}."
                yield Fault(file, place, "hidden-character", what)
        for word in _WORD.findall(text):
            if len(scripts := _scripts(word)) > 1:
                what = f"{word!r} has letters of {' and '.join(sorted(scripts))}."
                yield Fault(file, place, "mixed-scripts", what)


def foreign(records: Records) -> Iterator[Fault]:
    """Check that the names and terms of a language are in the script of most of its names."""
    used: dict[str, Counter[str]] = {}
    for name in records.names:
        used.setdefault(name.language, Counter()).update(_scripts(name.text))
    usual = {language: most for language, times in used.items() for most, _ in times.most_common(1)}
    spelt = [("names.csv", name_place(name), name.language, name.text) for name in records.names]
    spelt += [("collective-terms.csv", t.text, t.language, t.text) for t in records.terms]
    for file, place, language, text in spelt:
        for word in _WORD.findall(text):
            scripts = _scripts(word)
            if scripts and language in usual and usual[language] not in scripts:
                what = f"{word!r} is {min(scripts)}; names in {language!r} are {usual[language]}."
                yield Fault(file, place, "mixed-scripts", what)


def _texts(tree: Any, path: str) -> Iterator[tuple[str, str]]:
    """Give each text and its path; a list of what is left, for files may nest deeper than calls."""
    left = [(path, tree)]
    while left:
        place, value = left.pop()
        if isinstance(value, str):
            yield place, value
        elif isinstance(value, dict):
            left += [(f"{place}.{key}".lstrip("."), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            left += [(f"{place}.{i}".lstrip("."), inner) for i, inner in enumerate(value)]


def _scripts(word: str) -> set[str]:
    return {script for script in map(_script, word) if script}


@lru_cache(maxsize=4096)
def _script(letter: str) -> str | None:
    first = unicodedata.name(letter, "").partition(" ")[0]
    return first.capitalize() if first in _SCRIPTS else None
