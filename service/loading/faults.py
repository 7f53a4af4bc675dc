"""Faults of the seeds, and the remedy of each kind."""

from dataclasses import dataclass

REMEDIES = {
    "unreadable": "Make it valid UTF-8 TOML, CSV or JSON; the message says where it breaks.",
    "missing-file": "Restore the file: every catalogue needs it.",
    "unread-file": "Take it out, or name it as a seed: editions/<id>.toml, in lower case.",
    "hidden-character": "Write the text anew without it: nobody sees it, and nothing finds it.",
    "mixed-scripts": "Type the word anew in one script: letters that look alike differ.",
    "shape": "Follow seeds/README.md: it lists each key, its type and its closed set of words.",
    "duplicate-id": "Give one of the two another id, or delete it.",
    "unknown-authority": "Add the authority to authorities.toml, or correct the id.",
    "unknown-source": "Add the source to sources.toml, or correct the id.",
    "unknown-concept": "Add the concept to concepts.toml, or correct the id.",
    "unknown-edition": "Correct the id: an edition's id is its file's name without .toml.",
    "unknown-material": "Add the material to materials.toml, or correct the id.",
    "unknown-category": "Correct the slug, or for an expansion write edition/slug.",
    "unknown-element": "Write the symbol as IUPAC does: one of the 118, case included.",
    "unknown-rule": "Name a function of the rule module's DEFINITIONS, or add one with its source.",
    "unused-authority": "Delete it, or add the edition it was meant for.",
    "unused-source": "Delete it, or cite it in the edition it was meant for.",
    "unused-concept": "Delete it, or map a category to it.",
    "duplicate-claim": "Keep one of the claims; a second reading belongs into the note.",
    "claim-and-undecided": "Either the wording decides (a claim) or it does not (undecided).",
    "wrong-expansion": "Take only members of the category whose expansion is named.",
    "circular-broader": "Let broader lead upwards: nothing is wider than itself.",
    "disjoint-same-concept": "Disjoint categories need concepts of their own, or match = narrow.",
    "date-order": "Let every period end after it starts, and after the edition's publication.",
    "not-yet-published": "Release the data on or after the last publication date.",
    "overlap": "End the earlier edition of the series where the later one begins.",
    "supersedes-other-series": "supersedes names the edition before it in the same series.",
    "supersedes-later": "supersedes names the edition before it: one that began earlier.",
    "release-order": "The newest release comes first, within a year after the last reading of a "
    "source; a version is the year.month of its day and a number.",
    "internal-contradiction": "Read both again; where the authority does hold both, name the other "
    "edition in contradicts.",
    "official-count": "Read the list again; if the count really differs, say why in count_note.",
    "count-said": "Read the category again; mark the claim that the count has no room for with "
    "against_count, or say in the category's note why the numbers differ.",
    "figure-size": "Write at most 15 digits, with a unit that suits them.",
    "missing-name": "Give each element exactly one preferred name in each declared language.",
    "undeclared-language": "Declare the language in dataset.toml, or correct the code.",
    "name-of-another": "Correct the number or the name: a name stands for one element.",
    "ambiguous-term": "A collective term is no element's name or symbol; write it once.",
    "ambiguous-alias": "Leave it with the record that readers mean, and out of the others.",
    "wrong-mass-number": "Isotopes have a mass number that mendeleev lists; other names have none.",
    "elements-table": "Run `python -m service snapshot`; never edit elements.json by hand.",
    "wrong-identifier": "Run `python -m service snapshot`; an error that stays is mendeleev's.",
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
