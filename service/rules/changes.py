"""Editions of one series, one after the other -> what each did differently: revisions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from service.model import Category, ChangeKind, Claim, Coverage, Edition, Relation, Stand

_MOVES = [
    (ChangeKind.ADDED, Stand.EXCLUDED, Stand.INCLUDED),
    (ChangeKind.DROPPED, Stand.INCLUDED, Stand.EXCLUDED),
    (ChangeKind.INCLUDED_AFTER_SILENCE, Stand.SILENT, Stand.INCLUDED),
    (ChangeKind.SILENT_AFTER_INCLUSION, Stand.INCLUDED, Stand.SILENT),
]


@dataclass(frozen=True, slots=True)
class Change:
    """One revision; ``date`` is the later edition's start, labels are in its editions' words."""

    kind: ChangeKind
    authority: str
    series: str
    concept: str
    before: str
    after: str
    date: str | None
    elements: tuple[str, ...] = ()
    from_labels: tuple[str, ...] = ()
    to_labels: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditionOnConcept:
    """One edition on one concept: categories, claims, stands on elements and on materials."""

    categories: tuple[Category, ...]
    claims: tuple[Claim, ...]
    stands: Mapping[str, Stand]
    material_stands: Mapping[str, Stand]

    def entries(self) -> dict[str, frozenset[str]]:
        """Give the group entries of the list: label -> elements."""
        groups: dict[str, set[str]] = {}
        for claim in self.claims:
            if claim.group is not None and claim.relation is Relation.INCLUDES:
                groups.setdefault(claim.group, set()).add(claim.thing)
        return {label: frozenset(elements) for label, elements in groups.items()}

    def named(self) -> frozenset[str]:
        """Give the elements that are entries of their own."""
        return frozenset(
            c.thing for c in self.claims if c.group is None and c.relation is Relation.INCLUDES
        )

    def closed(self) -> bool:
        """Tell whether the list is closed."""
        return any(category.coverage is Coverage.CLOSED for category in self.categories)


def revisions(
    before: Edition,
    after: Edition,
    concept: str,
    old: EditionOnConcept | None,
    new: EditionOnConcept | None,
) -> Iterator[Change]:
    """Find what the later edition of a series did differently on one concept.

    Args:
        before: the earlier edition.
        after: the later one.
        concept: the concept's id.
        old: the earlier one's reading; None where it does not speak of the concept.
        new: the later one's reading, likewise.
    """

    def change(
        kind: ChangeKind,
        elements: Sequence[str] = (),
        from_labels: Sequence[str] = (),
        to_labels: Sequence[str] = (),
        materials: Sequence[str] = (),
    ) -> Change:
        return Change(
            kind,
            after.authority,
            after.series,
            concept,
            before.id,
            after.id,
            after.start if after.dated else None,
            tuple(elements),
            tuple(from_labels),
            tuple(to_labels),
            tuple(materials),
        )

    if old is None or new is None:
        kind = ChangeKind.CONCEPT_ADDED if old is None else ChangeKind.CONCEPT_DROPPED
        if reading := new or old:
            inside, materials = _inside(reading.stands), _inside(reading.material_stands)
            yield change(kind, inside, materials=materials)
        return
    for kind, left, entered in _MOVES:
        moved = _moved(old.stands, new.stands, left, entered)
        materials = _moved(old.material_stands, new.material_stands, left, entered)
        if moved or materials:
            yield change(kind, moved, materials=materials)
    if old.closed() != new.closed():
        yield change(ChangeKind.LIST_CLOSED if new.closed() else ChangeKind.LIST_OPENED)
    old_labels, new_labels = _labels(old), _labels(new)
    if len(old_labels) == len(new_labels) == 1 and old_labels != new_labels:
        yield change(ChangeKind.RENAMED, (), old_labels, new_labels)
    for kind, elements, from_labels, to_labels in _regroupings(old, new):
        yield change(kind, [s for s in new.stands if s in elements], from_labels, to_labels)


def _inside(stands: Mapping[str, Stand]) -> list[str]:
    return [thing for thing, stand in stands.items() if stand is Stand.INCLUDED]


def _moved(
    old: Mapping[str, Stand], new: Mapping[str, Stand], left: Stand, entered: Stand
) -> list[str]:
    return [thing for thing in new if (old[thing], new[thing]) == (left, entered)]


def _labels(reading: EditionOnConcept) -> list[str]:
    return [category.label for category in reading.categories]


def _regroupings(
    old: EditionOnConcept, new: EditionOnConcept
) -> Iterator[tuple[ChangeKind, frozenset[str], list[str], list[str]]]:
    """Find group entries that split, merged, took another name, or were spelled out."""
    before, after = old.entries(), new.entries()
    merged: set[str] = set()
    for label, elements in before.items():
        if label in after:
            continue
        heirs = [name for name, members in after.items() if members & elements]
        fresh = [name for name in heirs if name not in before]
        if len(heirs) > 1:
            yield ChangeKind.SPLIT, elements, [label], heirs
        elif fresh and fresh[0] not in merged:
            sources = [n for n, members in before.items() if members & after[fresh[0]]]
            kind = ChangeKind.MERGED if len(sources) > 1 else ChangeKind.RENAMED
            merged.add(fresh[0])
            yield kind, after[fresh[0]], sources, fresh
        elif not heirs and elements & new.named():
            yield ChangeKind.SPELLED_OUT, elements & new.named(), [label], []
    for label, elements in after.items():
        if label not in before and elements & old.named() == elements:
            yield ChangeKind.GROUPED, elements, [], [label]
