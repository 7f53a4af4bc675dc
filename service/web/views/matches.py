"""Records whose names hold a text: concepts, authorities, editions, materials."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from service.catalogue import Catalogue, UnknownIdError
from service.model import Authority, Concept, Edition, Material
from service.web import phrases

_SHORTEST = 3
"""Shorter texts are in every name; they match whole names and aliases only."""
_MOST = 20
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Matches:
    """Records that a text may mean.

    Attributes:
        exact: whether the text is the whole name or an alias of one of them.
        concepts: by name or alias.
        authorities: by name, alias, country or code.
        editions: those whose title, authority, class and year hold every word, the newest first.
        materials: by name.
    """

    exact: bool
    concepts: list[Concept]
    authorities: list[Authority]
    editions: list[Edition]
    materials: list[Material]

    @property
    def any(self) -> bool:
        """Tell whether anything matches."""
        return bool(self.concepts or self.authorities or self.editions or self.materials)


def matches(catalogue: Catalogue, typed: str) -> Matches:
    """Find the records that a text may mean."""
    text = " ".join(typed.casefold().split())
    concepts = [c for c in catalogue.concepts.values() if _holds(_concept_names(c), text)]
    authorities = [a for a in catalogue.authorities.values() if _holds(_authority_names(a), text)]
    return Matches(
        any(_is_named(catalogue, kind, text) for kind in ("concept", "authority")),
        concepts[:_MOST],
        authorities[:_MOST],
        _editions(catalogue, text)[:_MOST],
        [m for m in catalogue.materials.values() if _holds(_material_names(m), text)][:_MOST],
    )


def _is_named(catalogue: Catalogue, kind: str, text: str) -> bool:
    try:
        catalogue.names[kind].find(text)
    except UnknownIdError:
        return False
    return True


def _holds(names: Iterable[str | None], text: str) -> bool:
    filled = [name.casefold() for name in names if name]
    return text in filled or (len(text) >= _SHORTEST and any(text in name for name in filled))


def _concept_names(concept: Concept) -> list[str]:
    return [concept.id, concept.label, *concept.aliases]


def _authority_names(authority: Authority) -> list[str | None]:
    about = (authority.jurisdiction, authority.code)
    return [authority.id, authority.name, authority.short, *authority.aliases, *about]


def _material_names(material: Material) -> list[str]:
    return [material.id, material.name, *(name.text for name in material.names)]


def _editions(catalogue: Catalogue, text: str) -> list[Edition]:
    """Give the editions about which every word of the text is said."""
    if len(text) < _SHORTEST:
        return []
    words = _WORD.findall(text)
    selected = []
    for edition in catalogue.editions.values():
        holder = catalogue.authorities[edition.authority]
        concepts = [catalogue.concepts[c.concept] for c in catalogue.categories_of[edition.id]]
        about = [
            edition.id,
            edition.title,
            phrases.edition_year(edition),
            *_authority_names(holder),
        ]
        about += [name for concept in concepts for name in _concept_names(concept)]
        names = _WORD.findall(" ".join(filter(None, about)).casefold())
        if words and all(any(each.startswith(word) for each in names) for word in words):
            selected.append(edition)
    return selected
