"""Answers about materials."""

from marshmallow import fields

from schemas.response.base import Out, by_key, many, mapping, one, text, texts, word
from schemas.response.briefs import BriefConceptOut, BriefEditionOut, ReadAsOut
from schemas.response.elements import DisagreementOut, PositionOut, SummaryOut
from schemas.response.records import Envelope, SideLoads, day_field, version_field
from service.model.enums import MaterialKind, Role


class ConstituentOut(Out):
    """An element of a material."""

    symbol = text("Symbol.")
    role = word("In its formula, hosted by it, or looked for under it.", Role)


class MaterialNameOut(Out):
    """A spelling of a material."""

    language = text("ISO 639-1 code.")
    spelling = text("The spelling.", attribute="text")
    source = text("Source id.")


class LinkOut(Out):
    """A material's id in another scheme."""

    scheme = text("Such as hs-2022 or gsq.")
    value = text("The id there.")
    source = text("Source id.")


class BriefMaterialRecordOut(Out):
    """A mineral, ore, compound, alloy or product, without its spellings."""

    id = text("Identifier.", attribute="record.id")
    name = text("Name in a sentence.", attribute="record.name")
    kind = word("What kind of thing.", MaterialKind, attribute="record.kind")
    formula = text("Chemical formula.", attribute="record.formula", allow_none=True)
    elements = many(ConstituentOut, "No claim on them.", attribute="record.elements")
    sought = texts("Symbols under which people look for it.", attribute="record.sought")
    broader = text("A wider material.", attribute="record.broader", allow_none=True)
    narrower = texts("Kinds of it.")
    links = many(LinkOut, "Ids in other schemes.", attribute="record.links")
    note = text("A remark of ours.", attribute="record.note", allow_none=True)


class MaterialOut(BriefMaterialRecordOut):
    """A mineral, ore, compound, alloy or product."""

    names = many(MaterialNameOut, "Other spellings.", attribute="record.names")


class BriefMaterialOut(Out):
    """One material in brief."""

    material = one(BriefMaterialRecordOut, "The material.")
    read_as = one(ReadAsOut, "How the mention was read.")
    as_of = day_field()
    data_version = version_field()
    answer = text("The answer in a sentence or a few.")
    concepts = many(BriefConceptOut, "Those of listings, the ones that name it first.")
    excluded_everywhere = texts("Concept ids: every list that speaks of it leaves it out.")
    silent_everywhere = texts("Concept ids: no list in force says anything of it.")
    editions = mapping(BriefEditionOut, "The editions named above, by id.")
    links = by_key(fields.String(), "Related addresses.")


class MaterialDetailOut(SideLoads):
    """One material whole: ``detail=full``."""

    query = text("The mention as it came.")
    material = one(MaterialOut, "The material.")
    summary = many(SummaryOut, "The verdict on each concept.")
    positions = many(PositionOut, "The position of every edition.")
    suspended = many(PositionOut, "Positions of editions that are suspended on that day.")
    disagreements = many(DisagreementOut, "Disagreements on this material.")
    reasons = texts("Why no edition selected speaks of it; empty where one does.")


class BriefMaterialsOut(Envelope):
    """Materials of lists, or all others."""

    materials = many(BriefMaterialRecordOut, "The materials.")


class MaterialsOut(Envelope):
    """Materials of lists, or all others, with their spellings: ``detail=full``."""

    materials = many(MaterialOut, "The materials.")
