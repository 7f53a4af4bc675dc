"""An MCP server: the questions as tools of an assistant, over stdio or streamable HTTP.

Answers are brief and name their sources. A question that means nothing is a tool error that says
what would have worked. https://modelcontextprotocol.io
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Annotated, Any, ParamSpec, cast

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError, ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from element_classifier import questions
from element_classifier.errors import QUESTION_ERRORS
from element_classifier.filtering import Choosing, Holders, ReadingArguments
from element_classifier.identifying import identify_list as identified
from service.answers.encoding import Json
from service.mentions.reading import MENTION_LIMIT

MENTIONS_LIMIT = 20
"""Most mentions of one classification: the verdicts on more would be long to read."""
LIST_LIMIT = 150
"""Most items of a list to identify: published lists have fewer than a hundred."""
UNREAD_SHOWN = 10
"""Most items that were not read with their reasons; the others are counted."""
CHANGES_LIMIT = 20
"""Most changes of one answer, the newest; the others are counted."""

Text = Annotated[str, Field(max_length=MENTION_LIMIT)]
Mention = Annotated[
    str,
    Field(max_length=MENTION_LIMIT, description="Symbol, number, name, CAS number or material."),
]
Concept = Annotated[
    str,
    Field(max_length=MENTION_LIMIT, description="Such as rare-earth, rare-metal or critical."),
]
Day = Annotated[str, Field(description="The day in question, as YYYY-MM-DD.")]
Whose = Annotated[
    str,
    Field(
        max_length=MENTION_LIMIT, description="One authority by id or alias, such as EU or USGS."
    ),
]
Where = Annotated[
    str, Field(max_length=MENTION_LIMIT, description="A state or union, by name or ISO code.")
]

_INSTRUCTIONS = (
    "Tells what kind of element something is, and who says so: rare earth, rare metal, critical "
    "raw material and others, by authority and dated edition. Authorities contradict each other: "
    "name them and their editions when you answer. Silence of a list is not a no."
)
_P = ParamSpec("_P")


@contextmanager
def _refusals() -> Iterator[None]:
    """Let an error of the question reach the client: the server sends no other text."""
    try:
        yield
    except QUESTION_ERRORS as error:
        raise ToolError(str(error)) from None


def _tool(ask: Callable[_P, Json]) -> Callable[_P, str]:
    @wraps(ask)
    def call(*args: _P.args, **kwargs: _P.kwargs) -> str:
        with _refusals():
            return json.dumps(ask(*args, **kwargs), ensure_ascii=False)

    # the schema of the answer would be read from here, and would be a plain map
    call.__annotations__ = {**ask.__annotations__, "return": str}
    return call


def _given(**arguments: Any) -> dict[str, Any]:
    return {name: value for name, value in arguments.items() if value is not None}


def look_up(
    mention: Mention,
    concept: Concept | None = None,
    authority: Whose | None = None,
    jurisdiction: Where | None = None,
    as_of: Day | None = None,
) -> Json:
    """Tell what kind of element or material something is, and who says so.

    Without a concept the answer has all concepts, those in dispute first.
    """
    chosen = _given(authority=authority, jurisdiction=jurisdiction, as_of=as_of)
    return questions.look_up(mention, concept, **cast("ReadingArguments", chosen))


def check(
    mention: Mention,
    concept: Concept,
    authority: Whose | None = None,
    jurisdiction: Where | None = None,
    as_of: Day | None = None,
) -> Json:
    """Tell whether the editions in force support the sentence "MENTION is CONCEPT"."""
    chosen = _given(authority=authority, jurisdiction=jurisdiction, as_of=as_of)
    return questions.check(mention, concept, **cast("Choosing", chosen))


def classify(
    mentions: Annotated[list[Text], Field(min_length=1, max_length=MENTIONS_LIMIT)],
    concept: Concept | None = None,
    as_of: Day | None = None,
) -> Json:
    """Read a list of mentions, one outcome each; with a concept, also the verdicts on it."""
    answer = questions.classify(mentions, concept, **cast("ReadingArguments", _given(as_of=as_of)))
    if concept is None:
        return {name: answer[name] for name in ("as_of", "data_version", "summary", "results")}
    return answer


def identify_list(
    items: Annotated[list[Text], Field(min_length=1, max_length=LIST_LIMIT)],
    concept: Concept | None = None,
    as_of: Day | None = None,
) -> Json:
    """Tell which published list a list of elements and minerals is, and what differs."""
    answer = identified(items, concept, **cast("ReadingArguments", _given(as_of=as_of)))
    beyond = answer["unread"][UNREAD_SHOWN:]
    answer["unread"] = answer["unread"][:UNREAD_SHOWN]
    return {**answer, "unread_beyond": len(beyond)} if beyond else answer


def compare(left: Text, right: Text, concept: Concept | None = None) -> Json:
    """Put two editions side by side, by id: eu-critical-2024 and us-critical-2025, for example.

    The resource element-classifier://editions has all ids.
    """
    return questions.compare(left, right, concept)


def changes(
    mention: Mention | None = None,
    concept: Concept | None = None,
    jurisdiction: Where | None = None,
    start: Day | None = None,
    end: Day | None = None,
) -> Json:
    """Tell what new editions of lists added and dropped, the newest first."""
    holders = cast("Holders", _given(jurisdiction=jurisdiction))
    answer = questions.changes(mention, concept, start=start, end=end, **holders)
    newest = sorted(answer["changes"], key=lambda change: change["date"] or "", reverse=True)
    shown = newest[:CHANGES_LIMIT]
    named = {change[side] for change in shown for side in ("before", "after")}
    return {
        **{name: answer[name] for name in ("as_of", "data_version", "count")},
        "shown": len(shown),
        "changes": shown,
        "editions": {row["edition"]: row for row in _rows("editions") if row["edition"] in named},
    }


def _rows(table: str) -> list[Json]:
    """Give a table's rows without the cells that are empty."""
    return [_given(**row) for row in questions.table(table)]


_OF_EDITION = ("edition", "title", "published")


def editions() -> str:
    """All editions by id, with title and day; element-classifier://editions/ID has the rest."""
    rows = [{name: row.get(name) for name in _OF_EDITION} for row in _rows("editions")]
    return json.dumps(rows, ensure_ascii=False)


def edition(edition: str) -> str:
    """One edition with its categories, and what each includes or excludes."""
    rows = [row for row in _rows("editions") if row["edition"] == edition]
    if not rows:
        raise ResourceNotFoundError(
            f"There is no edition {edition[:MENTION_LIMIT]!r}: see element-classifier://editions."
        )
    categories = [row for row in _rows("categories") if row["edition"] == edition]
    claims = _rows("claims")
    for category in categories:
        category["claims"] = [
            {name: value for name, value in claim.items() if name not in ("claim", "category")}
            for claim in claims
            if claim["category"] == category["category"]
        ]
    return json.dumps({**rows[0], "categories": categories}, ensure_ascii=False)


def server() -> MCPServer[Any]:
    """Make the server with its tools and resources."""
    mcp: MCPServer[Any] = MCPServer(
        "element-classifier", instructions=_INSTRUCTIONS, log_level="WARNING"
    )
    reads = ToolAnnotations(read_only_hint=True, open_world_hint=False)
    for ask in (look_up, check, classify, identify_list, compare, changes):
        mcp.tool(annotations=reads, structured_output=False)(_tool(ask))
    for address, resource in (("editions", editions), ("editions/{edition}", edition)):
        mcp.resource(f"element-classifier://{address}", mime_type="application/json")(resource)
    return mcp


def serve(port: int | None = None) -> None:
    """Serve over standard input and output, or over HTTP at 127.0.0.1:``port``/mcp."""
    if port is None:
        server().run("stdio")
    else:
        server().run("streamable-http", port=port, stateless_http=True, json_response=True)
