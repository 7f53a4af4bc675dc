"""Options for reading a mention."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Options for reading.

    Attributes:
        strict: accept exact symbols only.
        na: what ``NA`` means, ``sodium`` or ``missing``.
        language: of names that mean different elements in several.
        material: take a material's name for the material, even where it also names an element.
        heads: read the head of a column, where an oxide names its element: see `read_heading`.
    """

    strict: bool = False
    na: str | None = None
    language: str | None = None
    material: bool = False
    heads: bool = False
