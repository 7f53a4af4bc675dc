"""The delta between the claims of two releases: one operation a claim, each with its reason."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from service.tables.formats import json_line

Claims = Mapping[str, Mapping[str, Any]]
"""The rows of the table of claims by claim id."""
_WORDING = {"note", "form", "list_group"}


class DeltaError(ValueError):
    """An operation does not fit the claims that it is applied to."""


def claims_of(lines: bytes) -> dict[str, dict[str, Any]]:
    """Read the table of claims as NDJSON.

    Raises:
        ValueError: it is not NDJSON.
        KeyError: a line is no claim.
    """
    return {row["claim"]: row for row in records_of(lines)}


def records_of(lines: bytes) -> Iterator[dict[str, Any]]:
    """Read the objects of NDJSON.

    Raises:
        ValueError: a line is not JSON.
    """
    # of bytes, for a text is split at other characters, too
    yield from map(json.loads, lines.splitlines())


def lines_of(records: Iterable[Mapping[str, Any]]) -> bytes:
    """Write objects as NDJSON, as the tables are written."""
    return "".join(map(json_line, records)).encode()


def delta(
    before: Claims, after: Claims, editions_before: Iterable[str], editions_after: Iterable[str]
) -> list[dict[str, Any]]:
    """Give the operations that lead from one release's claims to a later one's, by claim id.

    Args:
        before: the claims of the earlier release.
        after: the claims of the later one.
        editions_before: the ids of the editions of the earlier release.
        editions_after: likewise of the later one.

    Returns:
        ``{"op", "reason", "claim"}`` each: a claim is its row, of a ``delete`` its id. The reason
        is ``new edition`` or ``retired`` where the edition came or went, ``spelling`` where only
        wording changed, ``columns`` where only columns came or went, else ``correction``.
    """
    earlier_editions, later_editions = set(editions_before), set(editions_after)
    operations: list[dict[str, Any]] = []
    for id_ in sorted(before.keys() | after.keys()):
        edition = id_.partition("/")[0]
        if id_ not in before:
            reason = "correction" if edition in earlier_editions else "new edition"
            operations.append({"op": "add", "reason": reason, "claim": after[id_]})
        elif id_ not in after:
            reason = "correction" if edition in later_editions else "retired"
            operations.append({"op": "delete", "reason": reason, "claim": id_})
        elif list(before[id_].items()) != list(after[id_].items()):
            reason = _reason(before[id_], after[id_])
            operations.append({"op": "modify", "reason": reason, "claim": after[id_]})
    return operations


def _reason(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    changed = {name for name in before.keys() & after.keys() if before[name] != after[name]}
    if not changed:
        return "columns"
    return "spelling" if changed <= _WORDING else "correction"


def apply(claims: bytes, *deltas: bytes) -> bytes:
    """Apply deltas to the claims of a release, one after another.

    Args:
        claims: a release's ``claims.ndjson``.
        deltas: the ``delta.ndjson`` of the releases after it, in their order.

    Returns:
        The ``claims.ndjson`` of the last of them.

    Raises:
        DeltaError: a delta is of other claims.
        ValueError: a file is not NDJSON.
        KeyError: a line is no claim or no operation.
    """
    rows = claims_of(claims)
    for operations in deltas:
        for operation in records_of(operations):
            op, claim = operation["op"], operation["claim"]
            id_ = claim if op == "delete" else claim["claim"]
            if (id_ in rows) is (op == "add"):
                there = "there already" if op == "add" else "not there"
                raise DeltaError(f"{op} {id_}: the claim is {there}")
            if op == "delete":
                del rows[id_]
            else:
                rows[id_] = claim
    return lines_of(rows[id_] for id_ in sorted(rows))
