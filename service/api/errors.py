"""Errors of requests: each is answered as a problem."""

from typing import Any

from service.answers.problem_types import TYPES
from service.catalogue import UnknownIdError
from service.mentions import Problem, Reading

_FAULTS_TOLD = 20


class InvalidRequestError(Exception):
    """A request that can be parsed and is not valid.

    Each fault in ``errors`` has a ``detail``, and a ``parameter``, ``pointer`` or ``member``. A
    member may stand in the query or in the body: the answer says in which of them.
    """

    def __init__(self, errors: list[dict[str, str]]) -> None:
        """Keep the first faults: an answer is not to outgrow the request."""
        self.errors = errors[:_FAULTS_TOLD]
        # several members may have one fault, which is told once
        super().__init__(" ".join(dict.fromkeys(error["detail"] for error in self.errors)))


class InvalidFormulaError(Exception):
    """A formula that cannot be read."""

    def __init__(self, problem: Problem) -> None:
        """Keep what was wrong, and where."""
        self.problem = problem
        super().__init__(problem.detail)


class NotAnElementError(Exception):
    """A mention in a path that gives no element."""

    def __init__(self, reading: Reading) -> None:
        """Keep the reading, whose problem says why."""
        self.reading = reading
        super().__init__(reading.outcome)


class NotAMaterialError(Exception):
    """A mention in a path of materials that names none."""

    def __init__(self, mention: str, reading: Reading) -> None:
        self.mention, self.reading = mention, reading
        super().__init__(mention)


class TooLargeError(Exception):
    """More than a stated limit."""

    def __init__(self, detail: str, limit: int, unit: str) -> None:
        """Keep the limit and its unit."""
        self.detail, self.limit, self.unit = detail, limit, unit
        super().__init__(detail)


def check_count(count: int, limit: int, unit: str) -> None:
    """Refuse more of something than its limit.

    Raises:
        TooLargeError: there are more.
    """
    if count > limit:
        detail = f"At most {limit} {unit}, not {count}: send fewer at a time."
        raise TooLargeError(detail, limit, unit)


class CutBodyError(Exception):
    """The body ended before its announced length."""


class NoRoomError(Exception):
    """There is no room on the disk for the body."""


class NotAcceptableError(Exception):
    """None of the representations that exist is accepted."""

    def __init__(self, available: list[str]) -> None:
        """Keep the media types there are."""
        self.available = available
        super().__init__(", ".join(available))


def invalid_parameter(name: str, error: UnknownIdError) -> InvalidRequestError:
    """Make of an unknown id, in the query or as a member of the body, a fault of the request."""
    several = " Each value stands alone: repeat the parameter." if "," in error.id else ""
    return invalid_member(name, f"{with_hint(error)}{several}")


def invalid_member(name: str, detail: str) -> InvalidRequestError:
    """Name a member of the query or of the body as the fault of the request."""
    return InvalidRequestError([{"member": name, "detail": detail}])


def with_hint(error: UnknownIdError) -> str:
    """Give the text of an error, and the meaning of its problem where nothing is near."""
    slug = f"unknown-{error.kind}"
    if error.suggestions or slug not in TYPES:
        return str(error)
    return f"{error} {TYPES[slug].meaning}"


def faults_of(messages: Any) -> list[dict[str, str]]:
    """Turn webargs' messages, by location and field, into one fault each."""
    faults = []
    for location, fields in messages.items():
        if not isinstance(fields, dict):
            faults += [{"detail": str(text)} for text in fields]
            continue
        for path, detail in _flat(fields, ()):
            if location == "query":
                faults.append({"parameter": path[0], "detail": detail})
            else:
                pointer = "".join(f"/{_escaped(part)}" for part in path if part != "_schema")
                faults.append({"pointer": pointer, "detail": detail})
    return faults


def _flat(messages: Any, path: tuple[str, ...]) -> list[tuple[tuple[str, ...], str]]:
    if isinstance(messages, dict):
        inner = [_flat(value, (*path, str(part))) for part, value in messages.items()]
        return [pair for pairs in inner for pair in pairs]
    return [(path, str(text)) for text in messages]


def _escaped(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")
