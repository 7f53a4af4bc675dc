"""Identity facts of the 118 elements: the one door to mendeleev, and the snapshot made of it.

A running service reads the snapshot ``seeds/elements.json`` alone.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from service.loading.filling import filled
from service.model import Element

_YEAR = 31_556_926.0
_SECONDS = {
    **{"sec": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "year": _YEAR},
    **{f"{prefix}year": _YEAR * 1000.0**power for power, prefix in enumerate("kMGTPEZY", start=1)},
}
"""How long mendeleev's units of a half-life are, in seconds; shorter ones do not matter here."""
_LASTING = 60.0


def snapshot() -> dict[str, Any]:
    """Read mendeleev's tables of elements and isotopes, each once.

    Returns:
        ``made_from``, the package and its version, and ``elements``, one mapping an element
        in the order of atomic numbers: group is the column 1-18 or None, InChI and InChIKey are
        those of the atom, mass numbers are those of the isotopes that mendeleev lists; an
        isotope is lasting if it gives it a natural abundance or a half-life of a minute or more,
        and an element natural if it gives one of its isotopes such an abundance. What is not so
        may only lack a measurement.

    Raises:
        ImportError: the optional dependencies ``element-classifier[snapshot]`` are missing.
    """
    import mendeleev
    from mendeleev.fetch import fetch_table
    from rdkit.Chem.inchi import InchiToInchiKey

    isotopes = fetch_table("isotopes")
    natural = isotopes["abundance"] > 0
    seconds = isotopes["half_life"] * isotopes["half_life_unit"].map(_SECONDS)
    mass_numbers = _by_element(isotopes)
    lasting = _by_element(isotopes[natural | (seconds >= _LASTING)])
    occurring = set(isotopes[natural]["atomic_number"])
    rows = []
    for row in fetch_table("elements").sort_values("atomic_number").itertuples():
        inchi = f"InChI=1S/{row.symbol}"
        rows.append(
            {
                "atomic_number": int(row.atomic_number),
                "symbol": row.symbol,
                "name": row.name,
                # pandas makes a missing column of the periodic table a NaN, unequal to itself
                "group": int(row.group_id) if row.group_id == row.group_id else None,
                "period": int(row.period),
                "block": row.block,
                "cas": row.cas,
                "inchi": inchi,
                "inchikey": InchiToInchiKey(inchi),
                "mass_numbers": mass_numbers[row.atomic_number],
                "lasting_mass_numbers": lasting.get(row.atomic_number, []),
                "natural": row.atomic_number in occurring,
            }
        )
    return {"made_from": f"mendeleev {mendeleev.__version__}", "elements": rows}


def _by_element(isotopes: Any) -> dict[int, list[int]]:
    """Give the mass numbers of a table of isotopes in order, by atomic number."""
    grouped = isotopes.groupby("atomic_number")["mass_number"]
    return {int(z): sorted(int(number) for number in numbers) for z, numbers in grouped}


def snapshot_text(facts: dict[str, Any]) -> str:
    """Write the snapshot as the file has it: one element a line, a newline at the end."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in facts["elements"])
    head = {"made_from": facts["made_from"], "sha256": digest(facts["elements"])}
    return f'{json.dumps(head)[:-1]}, "elements": [\n{lines}\n]}}\n'


def digest(rows: Iterable[Mapping[str, Any]]) -> str:
    """Give the SHA-256 of the elements' rows, in hexadecimal: it shows an edit by hand."""
    text = "\n".join(json.dumps(row, sort_keys=True) for row in rows)
    return hashlib.sha256(text.encode()).hexdigest()


def from_snapshot(facts: dict[str, Any]) -> tuple[Element, ...]:
    """Make elements of a snapshot that has the shape of ``schemas.seed.ElementsFile``."""
    return tuple(filled(Element, row) for row in facts["elements"])
