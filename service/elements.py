"""Identity facts of the 118 elements: the one door to mendeleev, and the snapshot made of it.

A running service reads the snapshot ``seeds/elements.json`` alone.
"""

import json
from typing import Any

from service.model import Element


def snapshot() -> dict[str, Any]:
    """Read mendeleev's tables of elements and isotopes, each once.

    Returns:
        ``made_from``, the package and its version, and ``elements``, one mapping an element
        in the order of atomic numbers: group is the column 1-18 or None, InChI and InChIKey are
        those of the atom, mass numbers are those of the isotopes that mendeleev lists.

    Raises:
        ImportError: the optional dependencies ``element-classifier[snapshot]`` are missing.
    """
    import mendeleev
    from mendeleev.fetch import fetch_table
    from rdkit.Chem.inchi import InchiToInchiKey

    mass_numbers = fetch_table("isotopes").groupby("atomic_number")["mass_number"].apply(sorted)
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
                "mass_numbers": [int(number) for number in mass_numbers[row.atomic_number]],
            }
        )
    return {"made_from": f"mendeleev {mendeleev.__version__}", "elements": rows}


def snapshot_text(facts: dict[str, Any]) -> str:
    """Write the snapshot as the file has it: one element a line, a newline at the end."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in facts["elements"])
    made_from = json.dumps(facts["made_from"])
    return f'{{"made_from": {made_from}, "elements": [\n{lines}\n]}}\n'


def from_snapshot(facts: dict[str, Any]) -> tuple[Element, ...]:
    """Make elements of a snapshot that has the shape of ``schemas.seed.ElementsFile``."""
    return tuple(
        Element(**{**row, "mass_numbers": tuple(row["mass_numbers"])}) for row in facts["elements"]
    )
