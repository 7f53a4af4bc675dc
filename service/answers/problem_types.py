"""Every type of problem there is: status, title and meaning."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Type:
    """A type of problem; the status is None where the type occurs only inside a batch."""

    status: int | None
    title: str
    meaning: str


TYPES = {
    "bad-request": Type(400, "The request cannot be read", "The request breaks the rules of HTTP."),
    "malformed-json": Type(
        400,
        "The body is not JSON",
        "Broken JSON, a duplicate key, NaN, or too many levels.",
    ),
    "unknown-element": Type(404, "No such element", "No reading of the mention gives an element."),
    "collective-term": Type(
        404,
        "Names a class or a mixture of elements, not an element",
        "Ask for the concept, or name one element.",
    ),
    "names-a-material": Type(
        404,
        "Names a material, not an element",
        "Ask /v1/materials: a material on a list does not put its elements there.",
    ),
    "unknown-material": Type(404, "No such material", "See /v1/materials."),
    "unknown-concept": Type(404, "No such concept", "See /v1/concepts."),
    "unknown-authority": Type(404, "No such authority", "See /v1/authorities."),
    "unknown-jurisdiction": Type(404, "No such jurisdiction", "See /v1/authorities."),
    "unknown-edition": Type(404, "No such edition", "See /v1/editions."),
    "unknown-source": Type(404, "No such source", "See /v1/sources."),
    "unknown-problem": Type(404, "No such type of problem", "See /v1/problems."),
    "no-such-path": Type(404, "Nothing is here", "See / for the addresses."),
    "method-not-allowed": Type(405, "Method not allowed", "The Allow header lists the methods."),
    "not-acceptable": Type(
        406, "No representation that you accept", "`available` lists the media types."
    ),
    "precondition-failed": Type(
        412, "The representation has changed", "The entity tag is not in If-Match."
    ),
    "too-large": Type(
        413, "The request is too large", "Split the request: `limit` and `unit` give the limit."
    ),
    "unsupported-media-type": Type(
        415, "The body's media type is not read here", "The Accept header lists the media types."
    ),
    "invalid-request": Type(
        422, "The request is not valid", "`errors` names each wrong part of the request."
    ),
    "ambiguous-mention": Type(
        422,
        "The mention has more than one reading",
        "`candidates` lists the readings and the parameter that chooses each.",
    ),
    "missing-value": Type(422, "No value", "The mention is absent, empty, or marks an absence."),
    "invalid-item": Type(
        422, "Not something that can name an element", "Send text, a number or null."
    ),
    "invalid-formula": Type(422, "Not a chemical formula", "`position` counts characters from 1."),
    "no-room": Type(507, "No room for the body", "The spool's disk is full: try again later."),
    "malformed-line": Type(
        None, "The line cannot be read", "The outcome of the line is `invalid`."
    ),
    "rate-limited": Type(
        429, "Too many requests", "A proxy says so: Retry-After gives the seconds to wait."
    ),
    "unavailable": Type(
        503,
        "The service does not answer",
        "A proxy says so: Retry-After gives the seconds to wait.",
    ),
    "internal": Type(500, "The service failed", "The fault is ours: report the request id."),
}
"""Every type of problem, by the last part of its address ``/v1/problems/<slug>``."""


def type_uri(slug: str) -> str:
    """Give the address of a type of problem."""
    return f"/v1/problems/{slug}"
