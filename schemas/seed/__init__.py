"""The shape of the seed files; closed sets of words are the enums of the model."""

from schemas.seed.editions import EditionFile
from schemas.seed.elements import ElementsFile, NameRow, TermRow
from schemas.seed.materials import MaterialsFile, MineralNameRow, MineralRow
from schemas.seed.records import AuthoritiesFile, ConceptsFile, DatasetSchema, SourcesFile

__all__ = [
    "AuthoritiesFile",
    "ConceptsFile",
    "DatasetSchema",
    "EditionFile",
    "ElementsFile",
    "MaterialsFile",
    "MineralNameRow",
    "MineralRow",
    "NameRow",
    "SourcesFile",
    "TermRow",
]
