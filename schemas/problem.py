"""The shape of every error: RFC 9457, with members of our own."""

from marshmallow import fields

from schemas.response.base import Out
from schemas.response.mentions import CandidateOut


class FaultOut(Out):
    """One thing wrong with a request."""

    detail = fields.String(required=True)
    parameter = fields.String(metadata={"description": "The query parameter, if it is one."})
    pointer = fields.String(metadata={"description": "The place in the body, by RFC 6901."})


class ProblemOut(Out):
    """Why there is no answer, and what would have worked."""

    type = fields.String(required=True, metadata={"format": "uri-reference"})
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True)
    instance = fields.String(required=True, metadata={"format": "uri-reference"})
    request_id = fields.String(required=True)
    suggestions = fields.List(fields.String())
    candidates = fields.List(fields.Nested(CandidateOut))
    errors = fields.List(fields.Nested(FaultOut))
    allowed = fields.List(fields.String())
    available = fields.List(fields.String())
    limit = fields.Integer()
    unit = fields.String()
    line = fields.Integer()
    column = fields.Integer()
    position = fields.Integer()
    concept = fields.String()


class ProblemTypeOut(Out):
    """What one type of problem means."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True, allow_none=True)
    meaning = fields.String(required=True)


class ProblemTypesOut(Out):
    """All types of problem."""

    problems = fields.List(fields.Nested(ProblemTypeOut), required=True)
