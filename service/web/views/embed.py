"""A small view of one element or material and one concept, for other sites' pages."""

from dataclasses import dataclass
from html import escape

from service.answers.reasons import for_material
from service.catalogue import View
from service.web.views.sections import ConceptGroups, ConceptSection, concept_groups

WIDTH, HEIGHT = 640, 400
"""The size that the snippet gives the frame."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """Everything the view shows.

    Attributes:
        name: of the element or material.
        symbol: of an element, else empty.
        as_of: the day.
        section: the verdict and the authorities; None where nobody says anything.
        reason: why nobody says anything, where it is not the day.
    """

    name: str
    symbol: str
    as_of: str
    section: ConceptSection | None
    reason: str


def embedded(view: View, thing: str, concept: str | None) -> Embedded:
    """Make the small view of one element or material and one concept.

    Args:
        view: the editions that take part.
        thing: the symbol of an element or the id of a material.
        concept: the one to show; None for the first by interest.
    """
    catalogue = view.catalogue
    element = catalogue.elements.get(thing)
    concepts = [concept] if concept else None
    section = first_section(concept_groups(view, thing, concepts, whole=False))
    name = element.name if element else catalogue.materials[thing].name
    day = view.selection.as_of.isoformat()
    reason = "" if element else " ".join(for_material(catalogue, thing, concepts))
    return Embedded(name, element.symbol if element else "", day, section, reason)


def first_section(groups: ConceptGroups) -> ConceptSection | None:
    """Give the section that says most: the first that is disputed or on a list."""
    return next(iter([*groups.sections, *groups.tail]), None)


def snippet(address: str, title: str) -> str:
    """Give the HTML that puts the view into a page.

    Args:
        address: the view's.
        title: names the frame for screen readers.
    """
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="{WIDTH}" '
        f'height="{HEIGHT}" loading="lazy"></iframe>'
    )
