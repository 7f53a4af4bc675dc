"""Options for reading a mention."""

from dataclasses import dataclass

from service.model import ValueKind


@dataclass(frozen=True, slots=True)
class Options:
    """Options for reading a mention: spelling, language, kind.

    Attributes:
        strict: accept exact symbols only.
        na: what ``NA`` means, ``sodium`` or ``missing``.
        language: of a name that means other elements in other languages.
        material: take a material's name for the material, even where it also names an element.
        kind: of the values: mentions, formulas, heads of columns; auto finds it out.
    """

    strict: bool = False
    na: str | None = None
    language: str | None = None
    material: bool = False
    kind: ValueKind = ValueKind.MENTION

    @property
    def heads(self) -> bool:
        """True for the head of a column, where an oxide names its element."""
        return self.kind is ValueKind.HEADER
