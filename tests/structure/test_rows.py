"""Agreements from table rows."""

from __future__ import annotations

from tests.structure.builders import (
    agreements_of,
    findings_of,
    heading,
    item,
    numbers_of,
    table,
    text,
)

HEADER = ["Nr", "Afspraak", "Trekker"]
WONEN = heading("1 Wonen")


def test_row_with_all_roles() -> None:
    """Each column goes where its header says."""
    (found,) = agreements_of(
        WONEN,
        table(
            ["Nr", "Afspraak", "Toelichting", "Trekker", "Betrokkenen", "Gereed"],
            ["1", "Wij bouwen.", "Omdat het kan.", "Gemeente", "Allen", "Q2 2026"],
        ),
    )
    assert (found.number, found.text.text, found.section_id) == ("1", "Wij bouwen.", "1")
    parts = [found.trekker, found.involved, found.planning]
    assert [p.text for p in parts if p] == ["Gemeente", "Allen", "Q2 2026"]
    assert {k: v.text for k, v in found.context.items()} == {"toelichting": "Omdat het kan."}
    assert (found.kind, found.form, found.title) == ("afspraak", "table", None)


def test_empty_cells_are_left_out() -> None:
    """An empty cell is no trekker and no context."""
    (found,) = agreements_of(
        table(["Nr", "Afspraak", "Toelichting", "Trekker"], ["1", "Wij bouwen.", "", ""])
    )
    assert (found.trekker, dict(found.context)) == (None, {})


def test_number_in_the_text() -> None:
    """Without a column of numbers the number opens the text."""
    found = agreements_of(
        table(
            ["Afspraak", "Trekker"],
            ["1. Wij bouwen.", "Gemeente"],
            [[item("2.", "Wij slopen.")], "Allen"],
            ["Bij 2. Wij ruimen op.", "Allen"],
        )
    )
    assert [(a.number, a.text.text) for a in found] == [
        ("1", "Wij bouwen."),
        ("2", "Wij slopen."),
        ("Bij 2", "Wij ruimen op."),
    ]


def test_continuation_row() -> None:
    """A row without a number under a numbered one is its continuation."""
    found = agreements_of(
        table(
            HEADER,
            ["1", "Wij bouwen", "Gemeente"],
            ["", "en slopen.", "Woonwijs"],
            ["2", "Wij huren.", "Allen"],
        )
    )
    assert [(a.number, a.text.text) for a in found] == [
        ("1", "Wij bouwen en slopen."),
        ("2", "Wij huren."),
    ]
    assert found[0].trekker is not None
    assert found[0].trekker.text == "Gemeente Woonwijs"


def test_merged_number_cell() -> None:
    """Rows that share a merged number cell are one agreement; the cell counts once."""
    (found,) = agreements_of(
        table(HEADER, ["1", "Wij bouwen.", "Gemeente"], [None, "Wij slopen.", None])
    )
    assert found.text.text == "Wij bouwen. Wij slopen."
    assert found.characters == len("1Wijbouwen.GemeenteWijslopen.")


def test_rows_without_any_number() -> None:
    """In a table without numbers each filled row is an agreement."""
    found = agreements_of(
        table(["Afspraak", "Trekker"], ["Wij bouwen.", "Gemeente"], ["Wij slopen.", "Allen"])
    )
    assert [(a.number, a.text.text) for a in found] == [
        (None, "Wij bouwen."),
        (None, "Wij slopen."),
    ]


def test_newest_year_column() -> None:
    """Of several columns of agreements the newest filled one is the text."""
    rows = table(
        ["Nr", "Kaderafspraken 2024-2027", "Jaarafspraken 2025", "Jaarafspraken 2026"],
        ["1", "Wij bouwen.", "Dit jaar 10.", "Dit jaar 20."],
        ["2", "Wij slopen.", "Dit jaar 5.", ""],
        ["3", "Wij huren.", "", ""],
    )
    found = agreements_of(rows)
    assert [(a.text.text, a.horizon) for a in found] == [
        ("Dit jaar 20.", "2026"),
        ("Dit jaar 5.", "2025"),
        ("Wij huren.", "2024-2027"),
    ]
    assert [{k: v.text for k, v in a.context.items()} for a in found] == [
        {"kaderafspraak": "Wij bouwen.", "jaarafspraak_2025": "Dit jaar 10."},
        {"kaderafspraak": "Wij slopen."},
        {},
    ]
    assert [f.code for f in findings_of(rows)] == ["older_column_used"] * 2


def test_banner_above_the_header() -> None:
    """A row across the table with the theme may stand above its header."""
    found = agreements_of(table("Thema 1: Wonen", HEADER, ["1", "Wij bouwen.", "Allen"]))
    assert [(a.number, a.text.text) for a in found] == [("1", "Wij bouwen.")]


def test_banner_of_converter_text() -> None:
    """In text the theme fills the first cell of its row, the others are empty."""
    found = agreements_of(table(["Thema 1: Wonen", "", ""], HEADER, ["1", "Wij bouwen.", "Allen"]))
    assert [(a.number, a.text.text) for a in found] == [("1", "Wij bouwen.")]


def test_header_between_rows() -> None:
    """A converter that joins the pages of a table leaves their headers in."""
    found = agreements_of(
        table(HEADER, ["1", "Wij bouwen.", "Gemeente"], HEADER, ["2", "Wij helpen.", "Allen"])
    )
    assert [a.text.text for a in found] == ["Wij bouwen.", "Wij helpen."]
    assert [a.trekker.text for a in found if a.trekker] == ["Gemeente", "Allen"]


def test_banner_between_rows() -> None:
    """A row across the table with the next theme belongs to no agreement."""
    found = agreements_of(
        table(
            HEADER,
            ["1", "Wij bouwen.", "Gemeente"],
            "Thema 2: Zorg",
            ["2", "Wij helpen.", "Allen"],
        )
    )
    assert [a.text.text for a in found] == ["Wij bouwen.", "Wij helpen."]
    assert [a.trekker.text for a in found if a.trekker] == ["Gemeente", "Allen"]


def test_goal_is_carried_down() -> None:
    """A goal holds until the next one is printed; other context does not."""
    found = agreements_of(
        table(
            ["Nr", "Doelstelling", "Afspraak", "Toelichting"],
            ["1", "Betaalbaar", "Wij bouwen.", "Nu."],
            ["2", "", "Wij slopen.", ""],
            ["3", "Duurzaam", "Wij isoleren.", ""],
        )
    )
    assert [{k: v.text for k, v in a.context.items()} for a in found] == [
        {"doelstelling": "Betaalbaar", "toelichting": "Nu."},
        {"doelstelling": "Betaalbaar"},
        {"doelstelling": "Duurzaam"},
    ]


def test_merged_goal() -> None:
    """A goal cell merged over rows is the context of each, and is counted once."""
    found = agreements_of(
        table(
            ["Nr", "Doelstelling", "Afspraak"],
            ["1", "Betaalbaar", "Wij bouwen."],
            ["2", None, "Wij slopen."],
        )
    )
    assert [a.context["doelstelling"].text for a in found] == ["Betaalbaar"] * 2
    assert sum(a.characters for a in found) == len("1BetaalbaarWijbouwen.2Wijslopen.")


def test_goal_is_not_carried_into_another_chapter() -> None:
    """A chapter's table starts without the goal of the chapter before."""
    header = ["Nr", "Doelstelling", "Afspraak"]
    found = agreements_of(
        WONEN,
        table(header, ["1", "Betaalbaar", "Wij bouwen."]),
        heading("2 Zorg"),
        table(header, ["1", "", "Wij helpen."]),
    )
    assert [dict(a.context).keys() for a in found] == [{"doelstelling"}, set()]


def test_title_column() -> None:
    """Onderdeel is the title without its number; such a table with periods is of the process."""
    found = agreements_of(
        table(
            ["Onderdeel", "Periode", "Afspraak"],
            ["1. Terugblik", "Februari", "Wij kijken terug."],
            [[item("2.", "Bod")], "Mei", "Wij doen een bod."],
        )
    )
    assert [(a.number, a.title.text if a.title else None, a.kind) for a in found] == [
        ("1", "Terugblik", "procesafspraak"),
        ("2", "Bod", "procesafspraak"),
    ]
    assert [a.planning.text for a in found if a.planning] == ["Februari", "Mei"]


def test_inherited_header() -> None:
    """A table without a header that fits the one before has its columns."""
    found = agreements_of(
        WONEN,
        table(HEADER, ["1", "Wij bouwen.", "Gemeente"]),
        text("Tussentekst."),
        table(["2", "Wij slopen.", "Allen"], header_rows=0),
    )
    assert [(a.number, a.text.text) for a in found] == [("1", "Wij bouwen."), ("2", "Wij slopen.")]


def test_figures_do_not_inherit() -> None:
    """A table of as many columns whose first cells are no numbers is another table."""
    found = numbers_of(
        WONEN,
        table(HEADER, ["1", "Wij bouwen.", "Gemeente"]),
        table(["Kern", "40", "50"], ["Dorp", "20", "30"], header_rows=0),
    )
    assert found == ["1"]


def test_rest_of_a_row_in_the_next_table() -> None:
    """Rows without a number at the head of a table that goes on are the last agreement's."""
    (found,) = agreements_of(
        WONEN,
        table(HEADER, ["1", "Wij bouwen", "Gemeente"]),
        table(["", "en slopen.", ""], header_rows=0),
    )
    assert found.text.text == "Wij bouwen en slopen."


def test_unknown_column() -> None:
    """A header that the vocabulary lacks is kept as context, with a finding."""
    rows = table(["Nr", "Afspraak", "Wijk"], ["1", "Wij bouwen.", "Noord"], page_number=3)
    (found,) = agreements_of(rows)
    assert found.context["wijk"].text == "Noord"
    assert [(f.code, f.severity, f.page_number) for f in findings_of(rows)] == [
        ("unknown_column_header", "info", 3)
    ]


def test_nested_table() -> None:
    """A table nested in the agreement's cell is its table, and not its text."""
    nested = table(["Kern", "40"], header_rows=0)
    (found,) = agreements_of(table(HEADER, ["1", [text("Wij bouwen:"), nested], "Gemeente"]))
    assert found.text.text == "Wij bouwen:"
    assert (found.tables, found.captions) == ((nested.table,), ("",))


def test_places_of_a_row() -> None:
    """An agreement's box goes around the words of all its cells."""
    (found,) = agreements_of(table(HEADER, ["1", "Wij bouwen.", "Gemeente"]))
    (region,) = found.regions
    assert region.bbox.height >= 3


def test_row_without_an_agreement() -> None:
    """A numbered row whose columns of agreements are empty takes the goal for its text."""
    found = agreements_of(
        table(
            ["Nr", "Doelstelling", "Afspraak", "Trekker"],
            ["1", "Betaalbaar wonen.", "", "Allen"],
            ["2", "", "", ""],
            ["3", "", "Wij slopen.", ""],
        )
    )
    assert [(a.number, a.text.text) for a in found] == [
        ("1", "Betaalbaar wonen."),
        ("3", "Wij slopen."),
    ]


def test_no_cell_of_a_row_is_lost() -> None:
    """Columns with one role, or without a header, keep what they hold in the context."""
    (found,) = agreements_of(
        table(
            ["Nr", "Afspraak", "Resultaat", "Resultaten", "", "Vrije ruimte (2.3)"],
            ["1", "Wij bouwen.", "Tien huizen.", "Een straat.", "Los.", "Ook dit."],
        )
    )
    assert {k: v.text for k, v in found.context.items()} == {
        "resultaat": "Tien huizen. Een straat.",
        "kolom_5": "Los.",
        "vrije_ruimte": "Ook dit.",
    }


def test_column_for_several_years() -> None:
    """A role is a name that tables and spans can carry."""
    (found,) = agreements_of(
        table(
            ["Nr", "Jaarafspraken 2024-2025", "Jaarafspraken 2026"],
            ["1", "Wij bouwden.", "Wij bouwen."],
        )
    )
    assert list(found.context) == ["jaarafspraak_2024_2025"]


def test_results_of_last_year() -> None:
    """A column that names agreements and holds figures tells results."""
    results = table(
        ["Indicator", "Afspraak 2025", "Gerealiseerd 2025"],
        ["Huizen erbij", "95", "78"],
        ["Beter label", "120", "131"],
        ["Uit huis gezet", "minder dan 5", "2"],
    )
    assert agreements_of(WONEN, results) == []


def test_calendar() -> None:
    """Rows that months lead, with a few words each, tell when people meet."""
    calendar = table(
        ["Maand", "Wat", "Wie"],
        ["Februari", "Cijfers van het jaar", "Corporaties"],
        ["Begin juni", "Overleg van bestuurders", "Allen"],
    )
    assert agreements_of(WONEN, calendar) == []


def test_promises_that_years_lead() -> None:
    """Whole sentences are agreements, whatever stands before them."""
    planned = table(
        ["Jaar", "Wat", "Wie"],
        [
            "2026",
            "De gemeente wijst samen met de corporaties in elk dorp twee plekken aan.",
            "Gemeente",
        ],
        [
            "2027",
            "De corporaties bouwen op die plekken samen honderd huizen voor ouderen.",
            "Allen",
        ],
    )
    assert len(agreements_of(WONEN, planned)) == 2


def test_table_below_a_heading_that_leaves_out() -> None:
    """Steps in an introduction are none, unless their header has the word."""
    rows = [["1", "Wij schreven een plan.", "Gemeente"], ["2", "Wij bespraken het.", "Allen"]]
    leeswijzer = heading("1 Leeswijzer")
    assert agreements_of(leeswijzer, table(["Nr", "Wat", "Wie"], *rows)) == []
    assert len(agreements_of(leeswijzer, table(["Nr", "Afspraak", "Wie"], *rows))) == 2


def test_report_on_last_year() -> None:
    """A table that tells what became of agreements holds none below a heading that looks back."""
    report = table(["Nr", "Afspraak 2026", "Status"], ["1", "Wij bouwen hier.", "Gereed"])
    assert agreements_of(heading("2 Terugblik op 2026"), report) == []
    assert len(agreements_of(WONEN, report)) == 1
