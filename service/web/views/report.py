"""Everything that a report of a wrong claim needs, as facts and as a text to send."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from service.catalogue import View
from service.model import Edition, Position, Source
from service.web import phrases
from service.web.views.sections import PositionRow, position_row


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that may be wrong.

    Attributes:
        label: the concept's.
        answer: such as ``Yes`` or ``Not on the list``.
        row: the position with its reason and places.
        claims: the ids of the claims it rests on.
    """

    label: str
    answer: str
    row: PositionRow
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the page shows.

    Attributes:
        title: the edition, and the element or material where one is meant.
        edition: the one that is said to be wrong.
        page: the address of the page that shows it.
        statements: on the element or material; empty where none is meant.
        sources: the documents in which the edition was read.
        data: version and digest of the data.
    """

    title: str
    edition: Edition
    page: str
    statements: list[Statement]
    sources: list[Source]
    data: str

    @property
    def text(self) -> str:
        """The whole report as text, to be copied."""
        lines = [f"Wrong claim: {self.title}", "", f"Page: {self.page}"]
        lines.append(f"Edition: {self.edition.id}")
        for each in self.statements:
            lines.append(f"{each.label}: {each.answer}. {each.row.explanation}")
            lines.append(f"Claims: {', '.join(each.claims) or 'none: it follows from the list'}")
            lines.append(f"Place: {', '.join(each.row.places)}")
        lines += [f"Source: {s.title}, {s.url or s.doi or s.id}" for s in self.sources]
        return "\n".join([*lines, f"Data: {self.data}", "", "What I read instead, and where:", ""])

    def send_to(self, address: str) -> str:
        """Give a link that opens a mail or a form for an issue, filled in.

        Args:
            address: ``mailto:`` with an address, or the ``https://`` address of a form.
        """
        title = f"Wrong claim: {self.title}"
        if address.startswith("mailto:"):
            query = urlencode({"subject": title, "body": self.text}, quote_via=quote)
        else:
            query = urlencode({"title": title, "body": self.text})
        return f"{address}?{query}"


def report(
    view: View, edition: str, thing: str | None, concepts: Sequence[str], host: str
) -> Report:
    """Gather the facts of a report on an edition.

    Args:
        view: of all authorities.
        edition: the edition's id.
        thing: the symbol of an element or the id of a material; None for the whole edition.
        concepts: the concepts on which the edition has a position on the thing.
        host: the address of the service, without a slash at its end.
    """
    catalogue = view.catalogue
    record = catalogue.editions[edition]
    positions = [catalogue.positions_on[id_][edition][thing] for id_ in concepts] if thing else []
    title = f"{catalogue.holder_of[edition].short}, {record.title}"
    page = f"{host}/editions/{edition}"
    if thing:
        is_element = thing in catalogue.elements
        name = (catalogue.elements if is_element else catalogue.materials)[thing].name
        title = f"{phrases.capital(name)} in {title}"
        page = f"{host}/{'elements' if is_element else 'materials'}/{thing}#{concepts[0]}"
    statements = [_statement(view, position) for position in positions]
    sources = [catalogue.sources[citation.source] for citation in record.citations]
    data = f"{catalogue.records.dataset.version}, digest {catalogue.digest[:16]}"
    return Report(title, record, page, statements, sources, data)


def _statement(view: View, position: Position) -> Statement:
    concept = view.catalogue.concepts[position.concept]
    answer = phrases.ANSWERS[concept.nature].get(position.stand, "Silent")
    return Statement(concept.label, answer, position_row(view, position), position.claims)
