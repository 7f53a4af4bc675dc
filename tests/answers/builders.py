"""Catalogues made of a line an authority, on the elements of the tiny seeds."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.catalogue import Catalogue
from service.loading.build import build_catalogue
from service.model import (
    AuthorityKind,
    Category,
    Citation,
    Claim,
    Concept,
    Coverage,
    Dataset,
    Edition,
    Grade,
    ListedMaterial,
    Locator,
    Match,
    Nature,
    Records,
    Relation,
    Source,
    Status,
    Suspension,
    Via,
    Where,
)
from tests.conftest import TINY_SEEDS
from tests.rules import builders

ELEMENTS = build_catalogue(TINY_SEEDS).records.elements
HERE = Locator("page", "1")
LISTINGS = {"critical", "strategic"}
LABELS = {"earth": "Rare earth", "metal": "Rare metal", "critical": "Critical raw material"}


@dataclass(frozen=True)
class Says:
    """One edition of one authority, whose short name is its id in capitals, on one concept.

    Symbols have spaces between them; the material is of scandium.
    """

    authority: str
    concept: str = "earth"
    includes: str = ""
    excludes: str = ""
    material: str = ""
    kind: AuthorityKind = AuthorityKind.SCIENCE
    jurisdiction: str | None = None
    closed: bool = False
    via: Via = Via.NAMED
    suspended: Suspension | None = None


def read(text: str, concept: str = "earth") -> list[Says]:
    """Read ``a in, b out, c both, d closed, e silent, f sand``.

    Each authority's edition names scandium so; ``closed`` leaves it out of a closed list, and
    any other word is a material on a closed list. An authority may bear the name of a kind.
    """
    found = []
    for each in filter(None, text.split(", ")):
        authority, word = each.split()
        kind = AuthorityKind(authority) if authority in list(AuthorityKind) else Says.kind
        names = "Sc" if word in ("in", "both") else "", "Sc" if word in ("out", "both") else ""
        material = "" if word in ("in", "out", "both", "closed", "silent") else word
        closed = word == "closed" or bool(material)
        found.append(Says(authority, concept, *names, material, kind, closed=closed))
    return found


def catalogue(*said: Says, unsaid: Sequence[str] = ()) -> Catalogue:
    """Make a catalogue of the day 2024-06-01, the newest edition last: ``<authority>-<n>``."""
    concepts = dict.fromkeys([*(each.concept for each in said), *unsaid])
    authorities = {
        each.authority: builders.authority(each.authority, each.kind, each.jurisdiction)
        for each in said
    }
    ids = [f"{each.authority}-{number}" for number, each in enumerate(said)]
    pairs = list(zip(ids, said, strict=True))
    return Catalogue(
        Records(
            dataset=Dataset("2024.6.0", "2024-06-01", "MIT", ("en",), ()),
            elements=ELEMENTS,
            made_from="nothing",
            materials=tuple(
                builders.material(id_, "Sc") for id_ in sorted({s.material for s in said} - {""})
            ),
            authorities=tuple(authorities.values()),
            sources=(_source("gazette"),),
            concepts=tuple(map(_concept, concepts)),
            editions=tuple(_edition(id_, each, n) for n, (id_, each) in enumerate(pairs)),
            categories=tuple(_category(id_, each) for id_, each in pairs),
            claims=tuple(claim for id_, each in pairs for claim in _claims(id_, each)),
        )
    )


def _source(id_: str) -> Source:
    url = f"https://example.org/{id_}"
    return Source(id_, "Gazette", "P", None, "en", url, None, None, None, None, None)


def _concept(id_: str) -> Concept:
    nature = Nature.LISTING if id_ in LISTINGS else Nature.CLASSIFICATION
    return Concept(id_, LABELS.get(id_, id_.capitalize()), "A class.", nature, None, ())


def _edition(id_: str, says: Says, number: int) -> Edition:
    return builders.edition(
        id_,
        says.authority,
        citations=(Citation("gazette", Grade.PRIMARY, Where.OWN_PAGE, None, "Read whole."),),
        published=f"{2000 + number}",
        suspensions=(says.suspended,) if says.suspended else (),
    )


def _category(id_: str, says: Says) -> Category:
    coverage = Coverage.CLOSED if says.closed else Coverage.OPEN
    materials = (ListedMaterial(says.material, says.material),) if says.material else ()
    return Category(
        *(f"{id_}/c", id_, "a class", says.concept, Match.EXACT, coverage, HERE),
        materials=materials,
    )


def _claims(id_: str, says: Says) -> list[Claim]:
    status = Status.STATED if says.via is Via.NAMED else Status.IMPLIED
    said = [(symbol, Relation.INCLUDES) for symbol in says.includes.split()]
    said += [(symbol, Relation.EXCLUDES) for symbol in says.excludes.split()]
    return [
        Claim(f"{id_}/c/{symbol}/{relation}", f"{id_}/c", symbol, relation, status, says.via, HERE)
        for symbol, relation in said
    ]
