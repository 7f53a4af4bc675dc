"""The shape of every error: RFC 9457, with members of our own."""

from marshmallow import fields

from schemas.response.base import Out, many, number, text, texts
from schemas.response.mentions import CandidateOut


def _address(description: str) -> fields.String:
    metadata = {"description": description, "format": "uri-reference"}
    return fields.String(required=True, metadata=metadata)


class FaultOut(Out):
    """One thing wrong with a request."""

    detail = text("What is wrong.")
    parameter = text("The query parameter, if it is one.", required=False)
    pointer = text("The place in the body, by RFC 6901.", required=False)


class ProblemOut(Out):
    """Why there is no answer, and what would have worked."""

    type = _address("Address of the description of this type of problem.")
    title = text("The type in a few words.")
    status = number("The HTTP status.")
    detail = text("This problem, and what would have worked.")
    instance = _address("The path of the request.")
    request_id = text("Id of the request, as in the log.")
    suggestions = texts("Values that may have been meant.", required=False)
    candidates = many(CandidateOut, "Readings to choose from.", required=False)
    errors = many(FaultOut, "Everything wrong with the request.", required=False)
    allowed = texts("Methods that are possible here.", required=False)
    available = texts("Media types that there are.", required=False)
    limit = number("The limit that was passed.", required=False)
    unit = text("What the limit counts.", required=False)
    line = number("Line of the body, from 1.", required=False)
    column = number("Column of that line, from 1.", required=False)
    position = number("Place in the formula, from 1.", required=False)
    concept = text("The concept that a collective term stands for.", required=False)


class ProblemTypeOut(Out):
    """The meaning of one type of problem."""

    type = text("Address.")
    title = text("The type in a few words.")
    status = number("Its HTTP status; null where it comes inside an answer.", allow_none=True)
    meaning = text("What it means.")


class ProblemTypesOut(Out):
    """All types of problem."""

    problems = many(ProblemTypeOut, "Every type.")
