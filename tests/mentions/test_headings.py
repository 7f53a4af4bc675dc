"""Heads of columns, alone and together, and values whose kind is left open."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from service.mentions import Heading, Lexicon, Options, Outcome, Reader, Reading, Share
from tests.conftest import real_catalogue
from tests.mentions.test_work import MOST, CountingReader

CATALOGUE = real_catalogue()
READER = Reader(Lexicon(CATALOGUE.records))
PARTS = [
    *("Cu", "CU", "al2o3", "Fe2O3", "TREO", "T", "N", "NO3", "iron", "칼슘", "总", "Gesamt"),
    *("_", " ", ", ", " (", ")", "[", "]", "-", ".", "/", " as ", "|", "+D", "(", "%", "ppm"),
    *("mg/kg", "ICP40", "ME-ICP61", "tot", "dissolved", "in ore", "Error1s", "1s", "4.1E-2%"),
    *("log", "+/-", "_pv", "_3", "nat-", "26-", "-56", "(VI)", "^2-", "refined", "soil"),
]
HEADS = st.lists(st.sampled_from(PARTS), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "symbol", "heading"),
    [
        ("Cu_ppm_ICP40", "Cu", Heading(unit="ppm", method="ICP40")),
        ("Lead, dissolved (µg/L)", "Pb", Heading(unit="µg/L", fraction="dissolved")),
        ("Al2O3_pct", "Al", Heading(unit="%", species="Al2O3", oxide_of="Al")),
        ("FE2O3T", "Fe", Heading(species="Fe2O3", oxide_of="Fe", fraction="total")),
        ("NO3-N (mg/L)", "N", Heading(unit="mg/L", species="NO3", form="as N")),
        ("NO3_IC", "N", Heading(method="IC", species="NO3")),
        ("Li2O (wt%)", "Li", Heading(unit="wt%", species="Li2O", oxide_of="Li")),
    ],
)
def test_a_heading_gives_back_its_parts(
    reader: Reader, text: str, symbol: str, heading: Heading
) -> None:
    reading = reader.read_heading(text)
    assert reading.symbol == symbol
    assert (reading.resolution and reading.resolution.heading) == heading


def test_a_heading_read_strictly_is_an_exact_symbol(reader: Reader) -> None:
    strict = Options(strict=True)
    assert reader.read_heading("Cu", strict).symbol == "Cu"
    assert reader.read_heading("Cu_ppm", strict).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("heads", "symbols"),
    [
        (["ag", "as", "co", "cu", "ni"], ["Ag", "As", "Co", "Cu", "Ni"]),
        (["AG", "AS", "SC", "CU", "NI"], ["Ag", "As", "Sc", "Cu", "Ni"]),
        (["ag", "co", "cu", "ni"], ["Ag", None, "Cu", "Ni"]),
        (["ag", "as", "co", "cu", "ni", "no2"], ["Ag", "As", None, "Cu", "Ni", "N"]),
        (["AG", "AS", "SC", "CU", "NI", "Sc"], ["Ag", "As", None, "Cu", "Ni", "Sc"]),
        (["ag", "as", "NO", "cu", "ni"], ["Ag", "As", None, "Cu", "Ni"]),
    ],
)
def test_the_other_heads_tell_what_a_doubtful_one_is(
    reader: Reader, heads: list[str], symbols: list[str | None]
) -> None:
    readings = reader.read_headings(heads)
    assert [reading.symbol for reading in readings] == symbols
    alone = [reader.read_heading(head) for head in heads]
    changed = [both for both in zip(readings, alone, strict=True) if both[0] != both[1]]
    assert all("other headings" in reading.warnings[0] for reading, _ in changed)
    assert all(before.outcome is Outcome.UNKNOWN for _, before in changed)


@pytest.mark.parametrize(
    ("value", "kind", "contains"),
    [
        ("copper", "mention", {}),
        ("Ti-6Al-4V", "composition", {"Ti": 90.0, "Al": 6.0, "V": 4.0}),
        ("63Sn/37Pb", "composition", {"Sn": 63.0, "Pb": 37.0}),
        ("Cu 60%, Zn 40%", "composition", {"Cu": 60.0, "Zn": 40.0}),
        ("Nd-Fe-B", "composition", {"Nd": None, "Fe": None, "B": None}),
        ("Gold, Silver", "several", {"Au": None, "Ag": None}),
        ("1;Sc", "mention", {}),
        ("SmCo5", "formula", {"Sm": None, "Co": None}),
        ("CUO", "formula", {"Cu": None, "O": None}),
        ("1,1", "mention", {}),
        ("Ti-60Al-60V", "formula", {"Ti": None, "Al": None, "V": None}),
        ("COUNT", "mention", {}),
        ("CUBIC", "mention", {}),
        ("SS316", "mention", {}),
        ("Pa-11", "mention", {}),
        ("WC", "formula", {"W": None, "C": None}),
        ("S8", "formula", {"S": None}),
        ("O100", "mention", {}),
        (21, "mention", {}),
    ],
)
def test_a_value_of_any_kind_says_which_it_was(
    reader: Reader, value: Any, kind: str, contains: dict[str, float | None]
) -> None:
    reading = reader.read_auto(value)
    assert reading.kind == kind
    assert reading.contains == tuple(Share(*each) for each in contains.items())
    assert (reading.outcome is Outcome.OK) is (value in {"copper", 21} or bool(contains))


def things(reading: Reading) -> list[str]:
    return [
        f"{share.thing} (material)" if share.is_material else share.thing
        for share in reading.contains
    ]


@pytest.mark.parametrize(
    ("value", "contains"),
    [
        ("Gold; Barite; fluorite", ["Au", "barite (material)", "fluorspar (material)"]),
        ("Zn/Pb/fluorite", ["Zn", "Pb", "fluorspar (material)"]),
        (
            "quartz, feldspar and mica",
            ["quartz (material)", "feldspar (material)", "mica (material)"],
        ),
        ("铜和银", ["Cu", "Ag"]),
        ("boron_tellurium", ["B", "Te"]),
        ("Gold, Native Silver, Gold, coal", ["Au", "Ag", "coal (material)"]),
    ],
)
def test_several_things_are_each_read_once(reader: Reader, value: str, contains: list[str]) -> None:
    reading = reader.read_auto(value)
    assert (reading.outcome, reading.kind, reading.symbol) == (Outcome.OK, "several", None)
    assert things(reading) == contains
    assert reading.things == tuple(share.thing for share in reading.contains)


def test_several_things_keep_the_warnings_of_each(reader: Reader) -> None:
    warnings = reader.read_auto("barite; nickel sulfate; gold").warnings
    assert [each.partition(".")[0] for each in warnings] == ["Read as nickel (Ni)"]


def test_a_part_of_several_things_that_is_not_read_is_told(reader: Reader) -> None:
    reading = reader.read_auto("Gold, Silver, unobtainium, REE")
    assert (reading.outcome, reading.kind) == (Outcome.UNKNOWN, "several")
    assert reading.problem is not None
    assert reading.problem.detail.endswith("is a list of which 'unobtainium', 'REE' is not read.")


def test_several_things_are_24_at_most(reader: Reader) -> None:
    named = ["coal", "barite"] * 12
    assert things(reader.read_auto(", ".join(named))) == ["coal (material)", "barite (material)"]
    problem = reader.read_auto(", ".join([*named, "Fe"])).problem
    assert problem is not None
    assert problem.detail == "It lists 25 things: at most 24 are read in a value."


def test_a_formula_or_composition_of_any_kind_has_500_characters_at_most(reader: Reader) -> None:
    for text in ("NaCl" * 125, "Cu, Zn" + " " * 494, "(Ce,La)PO4" * 50):
        assert len(text) == 500
        assert reader.read_auto(text).symbols
    for text in ("NaCl" * 125 + "O", "Sc" + "q" * 254):
        reading = reader.read_auto(text)
        assert reading.outcome is Outcome.INVALID
        assert reading.problem is not None
        assert "at most 255 characters" in reading.problem.detail


@pytest.mark.parametrize("text", ["NMC811", "sanicro"])
def test_an_alloy_that_is_not_known_is_told_of_formulas(reader: Reader, text: str) -> None:
    problem = reader.read_auto(text).problem
    assert problem is not None
    assert problem.detail.endswith("a CAS number or a formula would.")


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("lithium bromide", "Li"),
        ("Sodium tungstate", "Na"),
        ("carbon tetrachloride", "C"),
        ("sulfur dioxide", "S"),
    ],
)
def test_a_compound_that_is_not_known_is_told_of_its_element(
    reader: Reader, text: str, symbol: str
) -> None:
    problem = reader.read_auto(text).problem
    assert problem is not None
    assert problem.suggestions == (symbol,)
    assert "/v1/formulas" in problem.detail


def test_a_code_that_four_headings_share_is_read_past_with_a_warning(reader: Reader) -> None:
    heads = ["SiO2_Gt", "MgO_Gt", "Ni_Gt", "Zr_Gt", "Y_Gt", "Comment_Gt", "Cu_Zn"]
    readings = reader.read_headings(heads)
    assert [each.symbol for each in readings] == ["Si", "Mg", "Ni", "Zr", "Y", None, None]
    assert all("'Gt'" in each.warnings[-1] for each in readings[:5])
    heading = readings[0].resolution.heading if readings[0].resolution else None
    assert heading is not None
    assert (heading.oxide_of, heading.form) == ("Si", "Gt")
    assert [each.symbol for each in reader.read_headings(heads[:3])] == [None] * 3
    assert [e.symbol for e in reader.read_headings(["A_Si", "A_Fe", "A_Mn", "A_Cu"])] == [
        *("Si", "Fe", "Mn", "Cu"),
    ]
    sites = ["Site C", "Site F", "Site I", "Site K", "Site S"]
    assert [each.symbol for each in reader.read_headings(sites)] == [None] * 5


def test_headings_behind_a_shared_code_are_read_together(reader: Reader) -> None:
    heads = ["top5_ag", "top5_al", "top5_ba", "top5_cd", "top5_co", "top5_in", "top5_other"]
    readings = reader.read_headings(heads)
    assert [each.symbol for each in readings] == ["Ag", "Al", "Ba", "Cd", "Co", "In", None]
    assert "symbols in such letters" in readings[4].warnings[0]
    assert "'top5'" in readings[4].warnings[-1]
    airs = reader.read_headings(["top5_ag", "top5_al", "top5_ba", "top5_cd", "top5_co", "top5_no2"])
    assert airs[4].symbol is None


def test_lines_of_spectra_head_columns_of_their_elements(reader: Reader) -> None:
    heads = ["feh", "CI", "MgI", "e_NaI", "[SI]", "err_TiII", "logg"]
    readings = reader.read_headings(heads)
    assert [each.symbol for each in readings] == [None, "C", "Mg", "Na", "S", "Ti", None]
    heading = readings[3].resolution and readings[3].resolution.heading
    assert heading == Heading(form="line I e")
    # iodides, and charges of what is in water, are no lines
    iodides = reader.read_headings(["NaI", "CsI", "AgI", "LiI"])
    assert {each.symbols[-1] for each in iodides} == {"I"}
    salts = reader.read_headings(["NaI", "CsI", "AgI", "FeII", "CrIII"])
    assert [each.symbols for each in salts[:3]] == [("Na", "I"), ("Cs", "I"), ("Ag", "I")]
    charges = reader.read_headings(["FeII", "MnII", "CuII", "AsIII", "CrIII"])
    assert {each.resolution and each.resolution.charge for each in charges} == {2, 3}


def test_symbols_among_abbreviations_of_minerals_are_doubted(reader: Reader) -> None:
    readings = reader.read_headings(["zr", "tm", "rt", "ap", "gt", "ky"])
    assert [each.symbol for each in readings] == ["Zr", "Tm", None, None, None, None]
    assert all("names of minerals" in each.warnings[-1] for each in readings[:2])
    assert reader.read_headings(["zr", "rt", "ap", "ky", "la"])[0].warnings == ()


def test_amounts_that_add_up_to_100_may_be_per_cent(reader: Reader) -> None:
    reading = reader.read_auto("Sn96.5Ag3.0Cu0.5")
    assert reading.warnings == ("The amounts add up to 100: they may be per cent by weight.",)
    assert {share.weight_percent for share in reading.contains} == {None}
    assert reader.read_auto("SmCo5").warnings == ()


@pytest.mark.parametrize(
    ("heads", "doubted"),
    [
        (["Label", "Vapor ratio%", "Th", "Tm"], ["Th", "Tm"]),
        (["Label", "Vapor ratio%", "Th"], []),
        (["Label", "La", "Th", "Tm"], []),
        (["Player", *(f"game {n}" for n in range(16)), "PD", "BA"], ["PD", "BA"]),
        (["Player", *(f"game {n}" for n in range(13)), "PD", "BA"], []),
        (["Site", *(f"day {n}" for n in range(16)), "Pb (mg/kg)"], []),
    ],
)
def test_a_bare_symbol_is_doubted_where_few_headings_are_elements(
    reader: Reader, heads: list[str], doubted: list[str]
) -> None:
    readings = reader.read_headings(heads)
    few = [h for h, r in zip(heads, readings, strict=True) if "Few headings" in str(r.warnings)]
    assert few == doubted


@pytest.mark.parametrize(
    ("text", "symbols", "behind"),
    [
        ("LiMn0.8Fe0.2PO4/C (N-LMFP)", ("Li", "Mn", "Fe", "P", "O", "C"), "N-LMFP"),
        ("K0.5Na0.5NbO3 (KNN)", ("K", "Na", "Nb", "O"), "KNN"),
        ("TiO2 anatase", ("Ti", "O"), "anatase"),
    ],
)
def test_a_formula_is_read_without_the_words_behind_it(
    reader: Reader, text: str, symbols: tuple[str, ...], behind: str
) -> None:
    reading = reader.read_auto(text)
    assert reading.symbols == symbols
    assert reading.warnings == (f"Read without {behind!r} behind it.",)
    assert reader.read_auto("In (situ)").outcome is Outcome.UNKNOWN


@given(HEADS | st.text(max_size=256))
@example("T-(")
@example("III (U)")
@example("U refined")
@example("nat-")
@example("ln()")
@example("gesamt")
@example("Cu (,)")
def test_a_text_of_any_kind_is_read_or_refused(text: str) -> None:
    for reading in (READER.read_heading(text), READER.read_auto(text), READER.read_formula(text)):
        assert (reading.problem is None) is (reading.outcome is Outcome.OK)
        assert set(reading.symbols) <= set(CATALOGUE.elements)


@given(HEADS)
@example("Cu_ppm_" * 14)
@example("total " * 16 + "zz")
@example("log(" * 20 + "Cu" + ")" * 20)
@example("Fe (total) " * 9)
def test_a_heading_makes_a_bounded_number_of_readings(text: str) -> None:
    reader = CountingReader(READER.lexicon)
    reader.read_heading(text[:100], suggest=False)
    assert reader.readings <= MOST


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("MG1AL1GE1LA1ZR1DY1", ("Mg", "Al", "Ge", "La", "Zr", "Dy")),
        ("MG1AL1GE1LA1ZR1DY1O", ()),
        ("C" * 13, ("C",)),
    ],
)
def test_a_formula_in_capitals_alone_has_12_letters_at_most(
    reader: Reader, text: str, symbols: tuple[str, ...]
) -> None:
    """More are read only where no two of them are one symbol."""
    reading = reader.read_formula(text)
    assert reading.symbols == symbols
    assert symbols or (reading.problem and "at most 12 letters" in reading.problem.detail)
