"""Mentions with something around them: marks, labels, or the same element said twice."""

import pytest

from service.mentions import By, Options, Outcome, Reader, Reading


def read(reader: Reader, text: str) -> Reading:
    return reader.read(text, Options())


@pytest.mark.parametrize(
    ("text", "symbol", "note"),
    [
        *[(text, "Sc", "quotation marks") for text in ('"Sc"', "'scandium'", "“Sc”", "«скандий»")],
        *[
            (text, "Sc", "quotation marks")
            for text in ("`Sc`", "「スカンジウム」", '"sc"', "''Sc''")
        ],
        *[(text, "Sc", "brackets") for text in ("(Sc)", "[scandium]", "{Sc}", "<Sc>", "【钪】")],
        *[("scandium.", "Sc", "full stop"), ("Scandium ...", "Sc", "full stop")],
        *[(text, "Sc", "behind it") for text in ("Sc,", "Sc;", "scandium:", "Sc *", "Sc†")],
        *[(text, "Sc", "the element's") for text in ("scandium metal", "Metallic scandium")],
        *[(text, "Sc", "the element's") for text in ("elemental Sc", "Sc element", "element Sc")],
        *[(text, "Sc", "the element's") for text in ("element: Sc", "Symbol = Sc", "metal: Sc")],
        *[(text, "Sc", "the element's") for text in ("Sc (metal)", "scandium, unwrought")],
        *[(text, "As", "the element's") for text in ("total As", "As, total", "As_dissolved")],
        *[("Fe total", "Fe", "the element's"), ("Arsenic (dissolved)", "As", "the element's")],
        *[("radium, total", "Ra", "the element's"), ("Nobelium (%)", "No", "unit, %.")],
        *[(f"Cu{unit}", "Cu", "the unit, %") for unit in ("%", " %", " (%)", ", %", "_%", "[%]")],
        *[(f"Cu {unit}", "Cu", f"unit, {unit}.") for unit in ("ppm", "PPB", "g/t", "gpt", "wt.%")],
        *[(f"Cu_{unit}", "Cu", f"unit, {unit}.") for unit in ("ppm", "pct", "mg_kg", "wt_pct")],
        *[(f"Cu ({unit})", "Cu", f"unit, {unit}.") for unit in ("mg/kg", "ug/L", "oz/ton", "at%")],
        *[("As µg/L", "As", "unit, μg/L."), ("медь, %", "Cu", "unit, %."), ("铜(%)", "Cu", "%")],
        *[("% Cu", "Cu", "unit, %."), ("%Cu", "Cu", "unit, %."), ("wt% Cu", "Cu", "unit, wt%.")],
        *[("Lead (dissolved), µg/L", "Pb", "unit, μg/L."), ("W %", "W", "unit, %.")],
        *[("Золото, г/т", "Au", "unit, г/т."), ("Свинец (мг/кг)", "Pb", "unit, мг/кг.")],
        *[(text, "Pb", "the element's") for text in ("lead content", "Pb_tot", "Pb-tot")],
    ],
)
def test_what_stands_around_a_mention_is_read_past_and_said(
    reader: Reader, text: str, symbol: str, note: str
) -> None:
    reading = read(reader, text)
    assert reading.symbol == symbol
    assert reading.resolution is not None
    assert reading.resolution.note is not None
    assert note in reading.resolution.note


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *[("No.", "No"), ("Pt.", "Pt"), ("in.", "In"), ("(V)", "V"), ("(s)", "S")],
        *[("no metal", "No"), ("No metal", "No"), ("In total", "In"), ("Re:", "Re"), ("No:", "No")],
        *[("NO ppb", "No"), ("PM (µg/m3)", "Pm"), ("TC mg/L", "Tc"), ("in %", "In")],
        *[("T total", "H"), ("D %", "H"), ("C:", "C"), ("pb total", "Pb"), ("total PR", "Pr")],
    ],
)
def test_what_may_be_an_abbreviation_is_suggested_and_not_taken(
    reader: Reader, text: str, meant: str
) -> None:
    reading = read(reader, text)
    assert reading.problem is not None
    assert reading.problem.suggestions == (meant,)
    assert "send the symbol alone" in reading.problem.detail


@pytest.mark.parametrize("text", ["No (%)", "No, total", "total Mt", "At (mg/L)", "Pu_ppm"])
def test_an_element_without_an_abundance_is_doubted_where_it_is_measured(
    reader: Reader, text: str
) -> None:
    assert "No natural abundance of it is listed" in read(reader, text).warnings[-1]
    assert read(reader, "Th (%)").warnings == read(reader, "radium, total").warnings == ()


@pytest.mark.parametrize("text", ["(As)", "[No]", "{In}"])
def test_a_word_in_brackets_is_said_to_be_one(reader: Reader, text: str) -> None:
    assert "also a word in" in read(reader, text).warnings[0]


@pytest.mark.parametrize("text", ["6 C", "1. H", "74 W"])
def test_an_amount_that_equals_the_atomic_number_is_said_to_be_one(
    reader: Reader, text: str
) -> None:
    assert "an amount" in read(reader, text).warnings[-1]
    assert read(reader, "26 Fe").warnings == ()


def test_marks_come_off_one_after_another_and_the_mention_keeps_what_it_is(reader: Reader) -> None:
    reading = read(reader, '"[U-235]",')
    assert reading.resolution is not None
    assert (reading.symbol, reading.resolution.by) == ("U", By.ISOTOPE)
    assert reading.resolution.mass_number == 235
    assert reading.resolution.note == (
        "The classification is the element's, not the isotope's. Read without its brackets. "
        "Read without its quotation marks. Read without the ',' behind it."
    )


@pytest.mark.parametrize(
    ("text", "outcome"),
    [('"NA"', "ambiguous"), ("(n/a)", "missing"), ("[REE]", "collective-term"), ("''", "unknown")],
)
def test_inside_marks_everything_is_what_it_is_without(
    reader: Reader, text: str, outcome: str
) -> None:
    assert read(reader, text).outcome == outcome


@pytest.mark.parametrize(
    ("text", "by"),
    [
        *[("Scandium (Sc)", "name"), ("Sc (scandium)", "symbol"), ("скандий (Sc)", "name")],
        *[("钪(Sc)", "name"), ("Scandium, Sc", "name"), ("Sc: Scandium", "symbol")],
        *[("Sc - scandium", "symbol"), ("scandium / Sc", "name"), ("Sc|Scandium", "symbol")],
        *[("scandium = Sc", "name"), ("Sc, scandium, 21", "symbol"), ("21 Sc", "symbol")],
        *[("21. Scandium", "name"), ("scandium; 7440-20-2", "name"), ("Sc and scandium", "symbol")],
        *[("Scandium (escandio)", "name"), ("Scandium (Sc3+)", "name")],
        *[("21. Scandium (Sc)", "name"), ("Scandium (Sc, 21)", "name"), ("21, (scandium)", "name")],
        *[("Scandium, Sc(III)", "name"), ('"Sc", "scandium"', "symbol")],
        *[("Scandium (Sc metal)", "name"), ("Sc - ppm (scandium)", "symbol")],
    ],
)
def test_an_element_said_twice_is_read_once(reader: Reader, text: str, by: str) -> None:
    reading = read(reader, text)
    assert reading.resolution is not None
    assert (reading.symbol, reading.resolution.by) == ("Sc", by)
    assert reading.resolution.note is not None
    assert "Each part of it names the element." in reading.resolution.note
    assert reading.resolution.mass_number is None


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        *[("Fe, Cu", ("Fe", "Cu")), ("iron and copper", ("Fe", "Cu")), ("iron (Cu)", ("Fe", "Cu"))],
        *[("Nd-Fe-B", ("Nd", "Fe", "B")), ("Fe/Cu/Zn/Sn", ("Fe", "Cu", "Zn"))],
        *[("['Fe', 'Cu']", ("Fe", "Cu")), ("[Fe], [Cu]", ("Fe", "Cu"))],
        *[("Iron (Fe), Copper (Cu)", ("Fe", "Cu")), ("Fe (%), Cu (%)", ("Fe", "Cu"))],
    ],
)
def test_several_elements_are_refused_with_which(
    reader: Reader, text: str, symbols: tuple[str, ...]
) -> None:
    reading = read(reader, text)
    assert reading.outcome is Outcome.UNKNOWN
    assert reading.problem is not None
    assert reading.problem.suggestions == symbols
    assert "send each as an item of its own" in reading.problem.detail


@pytest.mark.parametrize(
    "text", ["1,1", "26,26", "21/21", "1/1/2020", "U-235, U-238", "C (graphite)", "vitamin C"]
)
def test_numbers_and_isotopes_side_by_side_are_not_guessed_at(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    assert reading.outcome is Outcome.UNKNOWN
    assert reading.problem is not None
    assert reading.problem.suggestions == ()


@pytest.mark.parametrize(("text", "mass"), [("Tritium (H-3)", 3), ("uranium-235 (U-235)", 235)])
def test_an_isotope_said_twice_is_read_once(reader: Reader, text: str, mass: int) -> None:
    match = read(reader, text).resolution
    assert match is not None
    assert (match.by, match.mass_number) == (By.ISOTOPE, mass)


def test_the_warnings_of_all_parts_are_kept(reader: Reader) -> None:
    assert read(reader, "arsenic (as)").warnings == read(reader, "as").warnings != ()


def test_eight_parts_are_read_and_nine_are_not(reader: Reader) -> None:
    assert read(reader, ", ".join(["Sc"] * 7 + ["scandium"])).symbol == "Sc"
    assert read(reader, ", ".join(["Sc"] * 8 + ["scandium"])).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("text", ["Pb-Pb", "Fe, Fe", "iron and iron"])
def test_the_same_twice_may_be_something_else(reader: Reader, text: str) -> None:
    """Pb-Pb is a way of dating, Ar-Ar another, H-H a bond."""
    reading = read(reader, text)
    assert reading.problem is not None
    assert "says the same more than once" in reading.problem.detail
    assert len(reading.problem.suggestions) == 1


@pytest.mark.parametrize("text", ["argon (Ar-Ar)", "lead (Pb/Pb)", "H (1/1)"])
def test_a_part_that_says_the_same_twice_is_not_read(reader: Reader, text: str) -> None:
    assert read(reader, text).outcome is Outcome.UNKNOWN
