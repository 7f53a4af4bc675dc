"""The page of a material: the lists that name it."""

from dataclasses import dataclass

from service.answers.materials import kinds_of, listings
from service.catalogue import View
from service.model import Material
from service.web.views.element import description
from service.web.views.sections import ConceptGroups, concept_groups


@dataclass(frozen=True, slots=True)
class MaterialPage:
    """Everything a material's page shows.

    Attributes:
        material: the material.
        description: the verdicts of most interest in sentences.
        broader: a wider material, where there is one.
        narrower: its kinds.
        as_of: the day of the view.
        groups: the listings by verdict.
    """

    material: Material
    description: str
    broader: Material | None
    narrower: list[Material]
    as_of: str
    groups: ConceptGroups


def material_page(view: View, id_: str, concept: str | None = None) -> MaterialPage:
    """Make the page of a material.

    Args:
        view: the editions that take part.
        id_: the material's.
        concept: where given, the only listing to show.
    """
    materials = view.catalogue.materials
    material = materials[id_]
    concepts = listings(view.catalogue, [concept] if concept else None)
    return MaterialPage(
        material=material,
        description=description(view, id_),
        broader=materials[material.broader] if material.broader else None,
        narrower=[materials[each] for each in kinds_of(view.catalogue, id_)],
        as_of=view.selection.as_of.isoformat(),
        groups=concept_groups(view, id_, concepts, whole=concept is not None),
    )
