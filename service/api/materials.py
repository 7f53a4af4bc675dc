"""``/v1/materials``: minerals, ores, compounds and products on lists."""

from typing import Any

from flask import Response

from schemas import request as queries
from schemas.response.materials import (
    BriefMaterialOut,
    BriefMaterialsOut,
    MaterialDetailOut,
    MaterialsOut,
)
from schemas.response.operations import ReceiptOut
from service.answers import materials, rows
from service.answers.elements import envelope
from service.answers.queries import query_of
from service.api.context import catalogue, choose, context, default_view
from service.api.errors import NotAMaterialError
from service.api.receipts import receipt, shape_of
from service.api.representations import in_words, represent
from service.api.request import Blueprint
from service.api.response import dump, either
from service.mentions import Options

blueprint = Blueprint("materials", __name__, url_prefix="/v1", description=__doc__)
_ONE = {"brief": BriefMaterialOut(), "full": MaterialDetailOut()}
_MANY = {"brief": BriefMaterialsOut(), "full": MaterialsOut()}


@blueprint.get("/materials")
@blueprint.doc(operationId="listMaterials")
@blueprint.arguments(queries.MaterialsQuery, location="query")
@blueprint.response(200, either(BriefMaterialsOut, MaterialsOut))
def many_materials(arguments: dict[str, Any]) -> Response:
    """Materials that lists name; on request the others, minerals above all, that are known.

    `detail=full` adds their spellings in every language.
    """
    data = catalogue()
    listed = arguments.get("listed", True)
    chosen = [id_ for id_ in data.materials if (id_ in data.listed) is listed]
    records = [materials.identity(data, id_) for id_ in chosen]
    answer = _MANY[arguments.get("detail", "brief")]
    return dump(answer, {**envelope(default_view()), "materials": records})


@blueprint.get("/materials/<mention>")
@blueprint.doc(operationId="getMaterial")
@blueprint.arguments(queries.MaterialQuery, location="query")
@blueprint.response(200, either(BriefMaterialOut, MaterialDetailOut, ReceiptOut))
def material(arguments: dict[str, Any], mention: str) -> Response:
    """One material: on whose lists it stands, and where to read it.

    The mention may be an id, a name or a list's wording. An element is never included by a
    material, nor a material by an element. `detail=full` adds the material's spellings, claims,
    locators and every record named.
    """
    view, concept = choose(arguments)
    reading = context().reader.read(mention, Options(material=True))
    if reading.material is None:
        raise NotAMaterialError(mention, reading)
    id_ = reading.material
    detail = arguments.get("detail", "brief")
    chosen = view.selection.filters, concept
    answers = {
        "brief": lambda: materials.brief(view, id_, reading, concept),
        "full": lambda: materials.full(view, id_, mention, concept),
    }
    path = f"/v1/materials/{id_}"
    if arguments.get("receipt"):
        address = f"{path}{query_of(*chosen, **shape_of(arguments))}"
        return receipt(address, view.selection.as_of)
    more = {"detail": detail} if detail != "brief" else {}
    listings = materials.listings(view.catalogue, concept)
    return represent(
        arguments.get("format"),
        _ONE[detail],
        answers[detail],
        rows=lambda: rows.of_element(view, id_, view.summaries(id_, listings)),
        text=lambda _: in_words(answers["brief"]()["answer"], reading),
        location=f"{path}{query_of(*chosen, **more)}",
    )
