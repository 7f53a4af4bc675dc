"""The page of an element: its verdicts, their authorities, the history of its lists."""

from dataclasses import dataclass

from service.answers import sentences
from service.answers.briefs import by_interest
from service.catalogue import Catalogue, View
from service.model import Element
from service.web.views.sections import ConceptGroups, concept_groups

_DESCRIBED = 2
"""Verdicts in a description: more do not fit a preview or a search result."""


@dataclass(frozen=True, slots=True)
class ElementPage:
    """Everything an element's page shows.

    Attributes:
        element: the element.
        description: the verdicts of most interest in sentences.
        names: its preferred names, each with the languages that share it.
        as_of: the day of the view.
        groups: its concepts by verdict.
        previous: the element before it.
        following: the element after it.
    """

    element: Element
    description: str
    names: list[tuple[str, str]]
    as_of: str
    groups: ConceptGroups
    previous: Element | None
    following: Element | None


def description(view: View, thing: str) -> str:
    """Put the verdicts of most interest on an element or material in a few lines."""
    summaries = by_interest(view.catalogue, view.summaries(thing))
    return sentences.answer(view, thing, summaries[:_DESCRIBED])


def element_page(view: View, symbol: str, concept: str | None = None) -> ElementPage:
    """Make the page of an element.

    Args:
        view: the editions that take part.
        symbol: the element's.
        concept: where given, the only one to show, whatever its verdict.
    """
    catalogue = view.catalogue
    groups = concept_groups(view, symbol, concept, whole=concept is not None)
    number = catalogue.elements[symbol].atomic_number
    around = {e.atomic_number: e for e in catalogue.elements.values()}
    return ElementPage(
        element=catalogue.elements[symbol],
        description=description(view, symbol),
        names=_names(catalogue, symbol),
        as_of=view.selection.as_of.isoformat(),
        groups=groups,
        previous=around.get(number - 1),
        following=around.get(number + 1),
    )


def _names(catalogue: Catalogue, symbol: str) -> list[tuple[str, str]]:
    """Give the preferred names, each with the languages that share it."""
    languages: dict[str, list[str]] = {}
    for name in catalogue.names_of[symbol]:
        if name.kind == "preferred":
            languages.setdefault(name.text.lower(), []).append(name.language)
    return [(" ".join(sorted(codes)), text) for text, codes in languages.items()]
