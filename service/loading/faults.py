"""Faults of the seeds, and the remedy of each kind."""

from dataclasses import dataclass

REMEDIES = {
    "unreadable": "Make the file valid UTF-8 TOML, CSV or JSON; the message names the place.",
    "missing-file": "Restore the file: every catalogue needs it.",
    "unread-file": "Remove the file, or name it as a seed: editions/<id>.toml, in lower case.",
    "hidden-character": "Type the text again without the invisible character.",
    "mixed-scripts": "Type the word again in one script: letters that look alike differ.",
    "shape": "See seeds/README.md: the page lists each key, its type and its closed set of words.",
    "duplicate-id": "Give one of the two another id, or delete one.",
    "unknown-authority": "Add the authority to authorities.toml, or correct the id.",
    "unknown-source": "Add the source to sources.toml, or correct the id.",
    "unknown-concept": "Add the concept to concepts.toml, or correct the id.",
    "unknown-edition": "Correct the id: an edition's id is its file's name without .toml.",
    "unknown-material": "Add the material to materials.toml or minerals.csv, or correct the id.",
    "unknown-category": "Correct the slug, or for an expansion write edition/slug.",
    "unknown-element": "Write the symbol as IUPAC does: one of the 118, case included.",
    "unknown-rule": "Name a function of the rule module's DEFINITIONS, or add one with its source.",
    "unused-authority": "Delete the authority, or add its edition.",
    "unused-source": "Delete the source, or cite the source in an edition.",
    "unused-concept": "Delete the concept, or map a category to the concept.",
    "duplicate-claim": "Keep one of the claims; write a second reading in the note.",
    "claim-and-undecided": "Keep the claim if the wording decides; keep undecided if not.",
    "wrong-expansion": "Take only members of the category whose expansion is named.",
    "circular-broader": "Name a wider record in broader: nothing is wider than itself.",
    "disjoint-same-concept": "Disjoint categories need concepts of their own, or match = narrow.",
    "date-order": "Let every period end after it starts, and after the edition's publication.",
    "not-yet-published": "Release the data on or after the last publication date.",
    "overlap": "Let the earlier edition's in_force_to be the day on which the later one begins.",
    "supersedes-other-series": "Name in supersedes the edition before, of the same series.",
    "supersedes-later": "Name in supersedes an edition that began earlier.",
    "release-order": "Put the newest release first, at most a year after a source was last "
    "read. Write the version as year.month.number, of the day of the release.",
    "internal-contradiction": "Read both editions again; where the authority does hold both, "
    "name the other edition in contradicts.",
    "official-count": "Read the list again; if the count really differs, say why in count_note.",
    "count-said": "Read the category again. Mark the claim beyond the count with against_count, or "
    "say in the category's note why the numbers differ.",
    "figure-size": "Write at most 15 digits, with a unit that suits them.",
    "missing-name": "Give each element exactly one preferred name in each declared language.",
    "undeclared-language": "Declare the language in dataset.toml, or correct the code.",
    "name-of-another": "Correct the number or the name: a name stands for one element.",
    "ambiguous-term": "Write each collective term once; a term is no element's name or symbol.",
    "ambiguous-alias": "Keep the alias with the record that readers mean; delete the others.",
    "wrong-mass-number": "Isotopes have a mass number that mendeleev lists; other names have none.",
    "elements-table": "Run `python -m service snapshot`; never edit elements.json by hand.",
    "wrong-identifier": "Run `python -m service snapshot`; a fault that stays is mendeleev's.",
    "edited-snapshot": "Run `python -m service snapshot`; never edit elements.json by hand.",
}
"""Every kind of fault and its remedy."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong with the seeds: in which file, at which path in it, and what."""

    file: str
    path: str
    kind: str
    what: str

    @property
    def remedy(self) -> str:
        """The remedy."""
        return REMEDIES[self.kind]

    def __str__(self) -> str:
        """Say the fault in one line."""
        where = f"{self.file}: {self.path}" if self.path else self.file
        return f"{where}: {self.what} [{self.kind}] {self.remedy}"


class SeedError(Exception):
    """The seeds have faults; all of them are in ``faults``."""

    def __init__(self, faults: list[Fault]) -> None:
        """Keep the faults, sorted by place."""
        self.faults = sorted(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))
