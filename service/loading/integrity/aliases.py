"""An alias, or a collective term, means one thing; capitals make no difference."""

from collections import Counter
from collections.abc import Iterator, Sequence

from service.loading.faults import Fault
from service.model import CollectiveTerm, Records

_Named = tuple[str, tuple[str, ...], tuple[str, ...]]
"""A record's id, its names, its aliases."""


def faults(records: Records) -> Iterator[Fault]:
    """Check the aliases of authorities and concepts, and the collective terms."""
    words = {element.symbol.casefold() for element in records.elements}
    words |= {name.text.casefold() for name in records.names}
    authorities = [(a.id, (a.name, a.short), a.aliases) for a in records.authorities]
    concepts = [(c.id, (c.label,), c.aliases) for c in records.concepts]
    yield from _shared("authorities.toml", authorities)
    yield from _shared("concepts.toml", concepts)
    for id_, _, aliases in concepts:
        for alias in aliases:
            if alias.casefold() in words:
                what = f"{alias!r} is an element's name or symbol."
                yield Fault("concepts.toml", id_, "ambiguous-alias", what)
    yield from _terms(records.terms, words)


def _shared(file: str, records: Sequence[_Named]) -> Iterator[Fault]:
    words = [(id_, name) for id_, names, _ in records for name in dict.fromkeys(names)]
    words += [(id_, alias) for id_, _, aliases in records for alias in aliases]
    owners = {id_.casefold(): id_ for id_, _, _ in records}
    for id_, word in words:
        owner = owners.setdefault(word.casefold(), id_)
        if owner != id_:
            yield Fault(file, id_, "ambiguous-alias", f"{word!r} means {owner!r} too.")
    for id_, _, aliases in records:
        for alias, times in Counter(map(str.casefold, aliases)).items():
            if times > 1:
                yield Fault(file, id_, "ambiguous-alias", f"{alias!r} stands twice.")


def _terms(terms: tuple[CollectiveTerm, ...], words: set[str]) -> Iterator[Fault]:
    seen = set()
    for term in terms:
        text = term.text.casefold()
        if text in words:
            what = f"{term.text!r} is an element's name or symbol."
            yield Fault("collective-terms.csv", term.text, "ambiguous-term", what)
        if (term.language, text) in seen:
            what = f"{term.text!r} stands twice in {term.language!r}."
            yield Fault("collective-terms.csv", term.text, "ambiguous-term", what)
        seen.add((term.language, text))
