"""Deltas by themselves: order, wording, and what does not fit."""

import pytest

from service.tables.delta import DeltaError, apply, claims_of, delta, lines_of, records_of

OLD = {"claim": "a/x/Sc", "category": "a/x", "status": "stated", "note": None}


def test_a_line_separator_inside_a_text_ends_no_line() -> None:
    claim = {**OLD, "note": "One\u2028two\x85three"}
    assert [*records_of(lines_of([claim]))] == [claim]
    assert apply(b"", lines_of([{"op": "add", "claim": claim}])) == lines_of([claim])


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        ({**OLD, "note": "Why."}, "spelling"),
        ({**OLD, "note": "Why.", "status": "implied"}, "correction"),
        ({**OLD, "via": "named"}, "columns"),
        ({"category": "a/x", "claim": "a/x/Sc", "status": "stated", "note": None}, "columns"),
        ({**OLD, "via": "named", "status": "implied"}, "correction"),
        (dict(OLD), None),
    ],
)
def test_a_claim_is_modified_for_a_reason(new: dict[str, object], reason: str | None) -> None:
    found = delta({"a/x/Sc": OLD}, {"a/x/Sc": new}, ["a"], ["a"])
    assert found == ([{"op": "modify", "reason": reason, "claim": new}] if reason else [])
    assert apply(lines_of([OLD]), lines_of(found)) == lines_of([new])


@pytest.mark.parametrize(
    ("operation", "said"),
    [
        ({"op": "add", "claim": OLD}, "add a/x/Sc: the claim is there already"),
        ({"op": "delete", "claim": "a/x/Y"}, "delete a/x/Y: the claim is not there"),
        ({"op": "modify", "claim": {**OLD, "claim": "a/x/Y"}}, "modify a/x/Y: the claim is not"),
    ],
)
def test_a_delta_of_other_claims_is_refused(operation: dict[str, object], said: str) -> None:
    with pytest.raises(DeltaError, match=said):
        apply(lines_of([OLD]), lines_of([operation]))


def test_a_file_that_is_no_claims_is_refused() -> None:
    with pytest.raises(ValueError, match="Expecting value"):
        claims_of(b"claim\n")
    with pytest.raises(KeyError, match="claim"):
        claims_of(b"{}\n")
