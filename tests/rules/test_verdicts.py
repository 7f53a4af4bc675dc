"""Positions -> verdicts: authorities are counted, in the order of their kinds, of either nature.

An authority that bears the name of a kind is of that kind; ``r1`` and ``r2`` are of Ruritania.
"""

from collections.abc import Sequence

import pytest

from service.model import AuthorityKind, Nature, Stand, Summary, Voice
from service.rules import summary, support
from tests.rules.builders import (
    IMPLIED,
    MUTE,
    OUT,
    STANDS,
    authority,
    concept,
    held,
    holds,
    names,
    sum_up,
)

KINDS = {str(kind): kind for kind in AuthorityKind}
PLACES = {"r1": "Ruritania", "r2": "Ruritania"}


def told(each: Summary) -> str:
    """Write a summary as ``disputed inferred in:a-2+a-1 out:b~``; ``~`` is implied."""
    words = [str(each.verdict)]
    if each.nature is Nature.LISTING:
        words.append(f"{each.listed_by}/{each.lists}")
    words += [str(each.strength)] if each.strength else []
    words += [f"dissent:{each.dissent.authority}"] if each.dissent else []
    sides = (each.included, each.excluded, each.silent, each.contradictory)
    for (word, stand), voices in zip(STANDS.items(), sides, strict=True):
        assert {voice.stand for voice in voices} <= {stand}
        words += [f"{word}:{_voices(voices)}"] if voices else []
    for voice in each.as_material:
        words.append(f"as:{'+'.join(voice.materials)}")
    return " ".join(words)


def _voices(voices: Sequence[Voice]) -> str:
    found = []
    for voice in voices:
        editions = [position.edition for position in voice.positions]
        assert {edition.partition("-")[0] for edition in editions} == {voice.authority}
        assert voice.edition == editions[0]
        assert (voice.status is None) is (voice.stand is MUTE)
        found.append("+".join(editions) + ("~" if voice.status is IMPLIED else ""))
    return ",".join(found)


@pytest.mark.parametrize(
    ("positions", "expected", "answer"),
    [
        ("", "silent", "silent"),
        ("a silent, b silent", "silent silent:a,b", "silent"),
        ("a in", "single in:a", "supported"),
        ("a out", "single out:a", "contradicted"),
        ("a in, b silent", "single in:a silent:b", "supported"),
        ("a out, b silent", "single out:a silent:b", "contradicted"),
        ("a in, b in", "agreed-in in:a,b", "supported"),
        ("a in, b in, c silent", "agreed-in in:a,b silent:c", "supported"),
        ("a out, b out", "agreed-out out:a,b", "contradicted"),
        ("a out, b out, c silent", "agreed-out out:a,b silent:c", "contradicted"),
        ("a in, b out", "disputed explicit in:a out:b", "disputed"),
        ("a in, b in, c out, d silent", "disputed explicit in:a,b out:c silent:d", "disputed"),
        ("a both", "internal both:a", "disputed"),
        ("a both, b silent", "internal silent:b both:a", "disputed"),
        ("a both, b in", "single in:b both:a", "supported"),
        ("a both, b out", "single out:b both:a", "contradicted"),
        ("a both, b in, c in", "agreed-in in:b,c both:a", "supported"),
        ("a both, b in, c out", "disputed explicit in:b out:c both:a", "disputed"),
        # editions of one authority are one voice, and a silent one adds nothing to it
        ("a-2 in, a-1 in", "single in:a-2+a-1", "supported"),
        ("a-2 out, a-1 out", "single out:a-2+a-1", "contradicted"),
        ("a-2 silent, a-1 silent", "silent silent:a-2+a-1", "silent"),
        ("a-2 silent, a-1 in", "single in:a-1", "supported"),
        ("a-2 silent, a-1 out", "single out:a-1", "contradicted"),
        # a voice is stated where one of its editions states it
        ("a-2 in implied, a-1 in, b in implied", "agreed-in in:a-2+a-1,b~", "supported"),
        # an authority on both sides contradicts itself and is no party to a dispute
        ("a-3 silent, a-2 out, a-1 in", "internal both:a-2+a-1", "disputed"),
        ("a-2 out, a-1 in, b in", "single in:b both:a-2+a-1", "supported"),
        ("a-2 out, a-1 in, b out, c out", "agreed-out out:b,c both:a-2+a-1", "contradicted"),
        ("a-2 out, a-1 in, b out, c in", "disputed explicit in:c out:b both:a-2+a-1", "disputed"),
        # a dispute is explicit where someone on each side states it
        ("a in, b out implied", "disputed inferred in:a out:b~", "disputed"),
        ("a in implied, b out", "disputed inferred in:a~ out:b", "disputed"),
        ("a in implied, b in implied, c out", "disputed inferred in:a~,b~ out:c", "disputed"),
        (
            "a in implied, b in, c out implied, d out",
            "disputed explicit in:a~,b out:c~,d",
            "disputed",
        ),
        # one authority against three is a dissent; three editions of one are no majority
        ("a in, b out, c out", "disputed explicit in:a out:b,c", "disputed"),
        ("a in, b in, c out", "disputed explicit in:a,b out:c", "disputed"),
        ("a in, b out, c out, d out", "disputed explicit dissent:a in:a out:b,c,d", "disputed"),
        ("a in, b in, c in, d out", "disputed explicit dissent:d in:a,b,c out:d", "disputed"),
        ("a in, z in, b out, c out, d out", "disputed explicit in:a,z out:b,c,d", "disputed"),
        (
            "a in, b out, c out, d out, e silent, f both",
            "disputed explicit dissent:a in:a out:b,c,d silent:e both:f",
            "disputed",
        ),
        ("b in, a-3 out, a-2 out, a-1 out", "disputed explicit in:b out:a-3+a-2+a-1", "disputed"),
        (
            "a-2 in, a-1 in, b out, c out, d out",
            "disputed explicit dissent:a in:a-2+a-1 out:b,c,d",
            "disputed",
        ),
        # within a kind, authorities keep the order of their editions
        ("z-3 in, b-2 in, law in, a-1 in", "agreed-in in:law,z-3,b-2,a-1", "supported"),
        # a material decides nothing
        ("a silent bauxite, b in", "single in:b silent:a as:bauxite", "supported"),
        ("a out bauxite", "single out:a as:bauxite", "contradicted"),
    ],
)
def test_the_verdict_on_a_classification(positions: str, expected: str, answer: str) -> None:
    result = sum_up(held(positions), kinds=KINDS)
    assert (told(result), support(result)) == (expected, answer)
    assert (result.concept, result.nature) == ("rare", Nature.CLASSIFICATION)
    assert result.listed_by is result.lists is None


@pytest.mark.parametrize(
    ("positions", "expected", "answer"),
    [
        ("a silent, b silent", "silent 0/2 silent:a,b", "silent"),
        ("a out", "on-none 0/1 out:a", "contradicted"),
        ("a out, b silent", "on-none 0/2 out:a silent:b", "contradicted"),
        ("a in", "on-all 1/1 in:a", "supported"),
        ("a in, b in", "on-all 2/2 in:a,b", "supported"),
        ("a in, b out, c out", "on-some 1/3 in:a out:b,c", "supported"),
        ("a in, b silent", "on-some 1/2 in:a silent:b", "supported"),
        ("a both", "on-all 1/1 both:a", "supported"),
        ("a both, b out", "on-some 1/2 out:b both:a", "supported"),
        # of several lists of one authority it is enough to be on one
        ("a-2 out, a-1 in", "on-all 1/1 in:a-1", "supported"),
        # two authorities of one jurisdiction are one list
        ("r1 in, r2 in, c out", "on-some 1/2 in:r1,r2 out:c", "supported"),
        ("r1 in, r2 out, c in", "on-all 2/2 in:r1,c out:r2", "supported"),
        ("r1 out, r2 silent", "on-none 0/1 out:r1 silent:r2", "contradicted"),
        # a list that names a material alone lists no element
        (
            "a out graphite coal, b out",
            "as-material-only 0/2 out:a,b as:graphite+coal",
            "as-material-only",
        ),
        (
            "a silent graphite, b out",
            "as-material-only 0/2 out:b silent:a as:graphite",
            "as-material-only",
        ),
        ("a in bauxite, b out alumina", "on-some 1/2 in:a out:b as:alumina", "supported"),
    ],
)
def test_the_verdict_on_a_listing_counts_the_lists(
    positions: str, expected: str, answer: str
) -> None:
    result = sum_up(held(positions), Nature.LISTING, jurisdictions=PLACES)
    assert (told(result), support(result)) == (expected, answer)
    assert result.nature is Nature.LISTING


def test_authorities_stand_in_the_order_of_their_kinds() -> None:
    assert list(KINDS) == [
        *("standards-body", "law", "ministry", "agency", "survey", "science"),
        *("reference-work", "software", "press"),
    ]
    kinds = {f"k{number}": kind for number, kind in enumerate(AuthorityKind)}
    for stand in STANDS.values():
        result = sum_up([holds(id_, stand) for id_ in reversed(kinds)], kinds=kinds)
        voices = (*result.included, *result.excluded, *result.silent, *result.contradictory)
        assert names(voices) == list(kinds)


@pytest.mark.parametrize(("newer", "older"), [(OUT, OUT), (MUTE, OUT), (OUT, MUTE), (MUTE, MUTE)])
def test_a_material_on_any_list_of_an_authority_is_said(newer: Stand, older: Stand) -> None:
    listing = Nature.LISTING
    result = sum_up([holds("a-2", newer), holds("a-1", older, materials=("potash",))], listing)
    (voice,) = result.as_material
    assert (str(result.verdict), voice.materials) == ("as-material-only", ("potash",))
    assert [position.edition for position in voice.naming] == ["a-1"]
    assert voice.edition == ("a-1" if (newer, older) == (MUTE, OUT) else "a-2")
    twice = [holds(id_, older, materials=("potash",)) for id_ in ("a-2", "a-1")]
    assert sum_up(twice, listing).as_material[0].materials == ("potash",)


@pytest.mark.parametrize("nature", list(Nature))
def test_a_copy_adds_no_voice_beside_its_original(nature: Nature) -> None:
    positions = held("copy in, first in, other out")
    holders = {p.edition: authority(p.edition) for p in positions}
    found = summary(concept(nature), positions, holders, {"copy": "first"})
    assert names(found.included) == ["first"]
    alone = summary(concept(nature), positions[::2], holders, {"copy": "first"})
    assert names(alone.included) == ["copy"]
