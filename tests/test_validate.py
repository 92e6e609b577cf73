from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_extract.document import (
    Agreement,
    Block,
    Cell,
    DocumentInfo,
    Finding,
    Label,
    Match,
    Party,
    Passage,
    PlacedWord,
    Planning,
    Reference,
    Region,
    Role,
    Section,
    Source,
    Table,
    TaggedAgreement,
    Theme,
)
from prestatie_extract.geometry import BBox
from prestatie_extract.page import Page, TextLayer
from prestatie_extract.schema.record import Record
from prestatie_extract.validate import build_record, make_agreement_ids
from prestatie_extract.validate.coverage import Tally, spread_over_pages

SHA256 = "0123456789ab" + "0" * 52
DOCUMENT_ID = SHA256[:12]
NOBODY = Role(None, (), ())
INFO = DocumentInfo("Afspraken Merendaal", "Merendaal", None, "kader", 2025, 2028, None)
SECTIONS = (
    Section("s1", "1", "Wonen", 1, None, 1),
    Section("s2", "1.1", "Nieuwbouw", 2, "s1", 1),
    Section("s3", None, "Wat spreken wij af?", 3, "s2", 1),
    Section("s4", None, "Zorg & welzijn", 1, None, 2),
    Section("s5", None, "Afspraken", 2, "s4", 2),
)


def place(text: str, page_number: int = 1) -> Passage:
    """A text with all its words in one spot of a page."""
    words, start = [], 0
    for word in text.split(" "):
        box = BBox(10.0, 20.0, 30.0, 40.0)
        words.append(PlacedWord(start, start + len(word), page_number, box))
        start += len(word) + 1
    return Passage(text, tuple(words))


def block(label: Label, text: str, page_number: int = 1) -> Block:
    passage = place(text, page_number)
    return Block(label, passage, regions=passage.regions, characters=count(text))


def count(text: str) -> int:
    return len("".join(text.split()))


def agree(
    number: str | None, section_id: str | None = "s1", kind: str = "afspraak", text: str = "Wij."
) -> Agreement:
    return Agreement(number, kind, section_id, Passage(text))


def tag(
    agreements: Sequence[Agreement], sections: Sequence[Section] = SECTIONS
) -> list[TaggedAgreement]:
    """Agreements as tagged when nothing is found."""
    ids = make_agreement_ids(DOCUMENT_ID, agreements, sections)
    unknown = Planning(None, None, None)
    return [
        TaggedAgreement(agreement, ids[i], i + 1, (), NOBODY, NOBODY, unknown, (), (), ())
        for i, agreement in enumerate(agreements)
    ]


MISSING, BLANK = TextLayer.MISSING, TextLayer.BLANK


def page(number: int, characters: int, *, layer: TextLayer = TextLayer.GOOD) -> Page:
    return Page(number, 595.0, 842.0, (), (), characters, text_layer=layer)


def source(characters: int = 0, pages: tuple[Page, ...] = ()) -> Source:
    return Source("a.txt", SHA256, "text/plain", None, "text", pages, (), characters)


SOURCE = source()


def build(
    tagged: Sequence[TaggedAgreement] = (),
    *,
    source: Source = SOURCE,
    blocks: Sequence[Block] = (),
    sections: Sequence[Section] = SECTIONS,
    parties: Sequence[Party] = (),
) -> Record:
    return build_record(source, INFO, blocks, sections, tagged, parties)


def codes(record: Record) -> list[str]:
    return [finding.code for finding in record.findings]


# ------------------------------------------------------------------------------------------- ids


@pytest.mark.parametrize(
    ("section_id", "number", "expected"),
    [
        pytest.param("s2", "7", "1.1/7", id="section-number"),
        pytest.param("s3", "7", "1.1/7", id="deepest-numbered-section-above"),
        pytest.param("s4", "7", "zorg-welzijn/7", id="slug-of-chapter"),
        pytest.param("s5", "7", "zorg-welzijn/7", id="slug-of-chapter-above"),
        pytest.param(None, "7", "document/7", id="no-section"),
        pytest.param("s1", "Bij 4", "1/Bij-4", id="space-in-number"),
        pytest.param("s1", "4/5", "1/4-5", id="slash-would-cut-the-id"),
        pytest.param("s1", None, "1/u1", id="no-number"),
        pytest.param("s1", "1.4.1", "1/1.4.1", id="dotted-number"),
    ],
)
def test_agreement_id_says_where_it_stands(
    section_id: str | None, number: str | None, expected: str
) -> None:
    [made] = make_agreement_ids(DOCUMENT_ID, [agree(number, section_id)], SECTIONS)
    assert made == f"{DOCUMENT_ID}/{expected}"


def test_agreement_ids_of_one_number_are_counted() -> None:
    """A second and third with the same number, and those without, get a place."""
    numbers = ["1", None, "1", "1", None, "1-2"]
    made = make_agreement_ids(DOCUMENT_ID, [agree(n) for n in numbers], SECTIONS)
    assert [i.rpartition("/")[2] for i in made] == ["1", "u1", "1-2", "1-3", "u2", "1-2-2"]


@given(st.lists(st.tuples(st.sampled_from(["1", "1-2", "2", "Bij 1", "u1", "§", None]))))
def test_agreement_ids_are_unique(numbers: list[tuple[str | None]]) -> None:
    """Whatever the numbers, no two agreements share an id, and the same input gives the same."""
    agreements = [agree(number) for (number,) in numbers]
    made = make_agreement_ids(DOCUMENT_ID, agreements, SECTIONS)
    assert len(set(made)) == len(made) == len(agreements)
    assert made == make_agreement_ids(DOCUMENT_ID, agreements, SECTIONS)


# ------------------------------------------------------------------------------------- numbering

NUMBERINGS = [
    ("counts-on", "s1:1 s1:2 s1:3", []),
    ("restarts-in-section", "s1:1 s1:2 s2:1 s2:2", []),
    ("restarts-in-second-table", "s1:1 s1:2 s1:1 s1:2", []),
    ("runs-through-sections", "s1:1 s1:2 s2:3 s2:4", []),
    ("prefix-of-section", "s1:1.1 s1:1.2 s2:2.1 s2:2.2", []),
    ("letters", "s1:A1 s1:A2 s2:B1 s2:B2", []),
    ("letter-behind", "s1:1 s1:2a s1:2b s1:3", []),
    ("pointers-may-repeat", "s1:Bij.1 s1:Bij.1 s1:Bij.4", []),
    ("hundreds-by-chapter", "s1:101 s1:102 s2:201 s2:202", []),
    ("words-are-not-counted", "s1:x s1:y", []),
    ("gap", "s1:1 s1:3", ["numbering_gap number 2 is missing before 3 in 1 Wonen"]),
    ("gap-wide", "s1:1 s1:5", ["numbering_gap numbers 2 to 4 are missing before 5 in 1 Wonen"]),
    ("two-chapters-of-one", "s1:1 s2:1 s4:2", []),
    ("gap-between-sections", "s1:1 s1:2 s2:4", ["numbering_gap number 3 is missing before 4"]),
    ("first-lost", "s1:2 s1:3", ["numbering_gap number 1 is missing before 2"]),
    ("out-of-order-is-no-gap", "s1:1 s1:3 s1:2 s1:4", []),
    ("repeat", "s1:1 s1:2 s1:2 s1:3", ["duplicate_number number 2 occurs twice in 1 Wonen"]),
    ("repeat-of-letter", "s1:1 s1:2a s1:2a", ["duplicate_number number 2a"]),
]


@pytest.mark.parametrize(
    ("printed", "expected"), [row[1:] for row in NUMBERINGS], ids=[row[0] for row in NUMBERINGS]
)
def test_numbering_is_checked(printed: str, expected: list[str]) -> None:
    pairs = [entry.split(":") for entry in printed.split()]
    agreements = [agree(number.replace("Bij.", "Bij "), section) for section, number in pairs]
    found = [f"{f.code} {f.message}" for f in build(tag(agreements)).findings if "num" in f.code]
    assert len(found) == len(expected)
    assert all(message.startswith(start) for message, start in zip(found, expected, strict=True))


def test_each_kind_is_numbered_for_itself() -> None:
    """What is agreed and what works it out number the same section side by side."""
    pairs = [("1", "inzet"), ("1", "doelstelling"), ("2", "inzet"), ("2", "doelstelling")]
    tagged = tag([agree(number, "s1", kind) for number, kind in pairs])
    assert not {"numbering_gap", "duplicate_number"} & set(codes(build(tagged)))


# ------------------------------------------------------------------------------------ other checks

ANKER = Party("het-anker", "Het Anker", "corporatie", (), True, Match("new", 100))
POLITIE = replace(ANKER, party_id="politie", name="Politie", type="overig", signatory=False)


@pytest.mark.parametrize(
    ("names", "party_ids", "is_found"),
    [
        pytest.param(("Het Anker",), ("het-anker",), False, id="signed"),
        pytest.param(("gemeente", "allen"), (), False, id="generic"),
        pytest.param(("Politie",), ("politie",), True, id="only-named"),
        pytest.param(("overig:zorgloket",), (), True, id="unknown"),
    ],
)
def test_trekker_is_a_party(
    names: tuple[str, ...], party_ids: tuple[str, ...], is_found: bool
) -> None:
    [tagged] = tag([agree("1")])
    tagged = replace(tagged, trekker=Role(None, names, party_ids, "column"))
    record = build([tagged], parties=[ANKER, POLITIE])
    assert ("trekker_not_a_party" in codes(record)) is is_found


def test_reference_that_leads_nowhere_is_told() -> None:
    """The finding quotes the words and stands at the agreement."""
    [tagged] = tag([agree("1")])
    tagged = replace(tagged, references=(Reference("afspraak 9", "9", None),))
    [finding] = [f for f in build([tagged]).findings if f.code == "reference_unresolved"]
    assert "'afspraak 9'" in finding.message
    assert finding.agreement_id == tagged.agreement_id


def test_empty_section_is_told() -> None:
    """A heading with text, agreements or headings below it is filled; page numbers do not fill."""
    blocks = [
        block(Label.SECTION_HEADER, "Wonen"),
        block(Label.SECTION_HEADER, "Nieuwbouw"),
        block(Label.TEXT, "Er is veel vraag."),
        block(Label.SECTION_HEADER, "Wat spreken wij af?"),
        block(Label.PAGE_FOOTER, "pagina 3"),
        block(Label.SECTION_HEADER, "Zorg & welzijn"),
        block(Label.SECTION_HEADER, "Afspraken"),
    ]
    places = [i for i, b in enumerate(blocks) if b.label is Label.SECTION_HEADER]
    sections = [replace(s, block_index=i) for s, i in zip(SECTIONS, places, strict=True)]
    record = build(tag([agree("1", "s5")]), blocks=blocks, sections=sections)
    assert [f.message.split(" holds")[0] for f in record.findings if f.code == "empty_section"] == [
        "section Wat spreken wij af?"
    ]


@pytest.mark.parametrize(
    ("pages", "expected", "status"),
    [
        pytest.param([page(1, 0, layer=MISSING)], ["needs_ocr"], "failed", id="scan"),
        pytest.param([page(1, 0, layer=BLANK)], ["no_text_layer"], "failed", id="blank"),
        pytest.param(
            [page(1, 9), page(2, 0, layer=MISSING)],
            ["page_needs_ocr", "no_agreements_found", "low_coverage"],
            "failed",
            id="one-scanned-page",
        ),
        pytest.param(
            [page(1, 9), page(2, 9, layer=TextLayer.JUNK)],
            ["page_needs_ocr", "no_agreements_found", "low_coverage"],
            "failed",
            id="one-page-of-junk",
        ),
        pytest.param(
            [page(1, 9, layer=TextLayer.OCR), page(2, 9, layer=TextLayer.UNMAPPED)],
            ["page_read_by_ocr", "page_font_unmapped", "no_agreements_found", "low_coverage"],
            "failed",
            id="to-be-compared",
        ),
        pytest.param([], ["no_agreements_found"], "failed", id="text"),
    ],
)
def test_document_without_agreements_has_failed(
    pages: list[Page], expected: list[str], status: str
) -> None:
    """Either there is no text to read, or the text is something else."""
    characters = sum(page.characters for page in pages)
    record = build(source=source(characters, tuple(pages)), sections=())
    assert codes(record) == expected
    assert record.status == status
    assert record.failure


def test_document_that_does_not_say_whose_it_is() -> None:
    """Municipality, years and parties that are not found are told, where there are agreements."""
    nothing = DocumentInfo(None, None, None, "overig", None, None, None)
    record = build_record(SOURCE, nothing, [], SECTIONS, tag([agree("1")]), [])
    expected = {"municipality_unknown", "period_unknown", "no_contracting_parties"}
    assert expected <= set(codes(record))
    known = {
        f.code for f in build_record(SOURCE, INFO, [], SECTIONS, tag([agree("1")]), []).findings
    }
    assert expected & known == {"no_contracting_parties"}


def test_findings_of_earlier_stages_come_first() -> None:
    """They are published as they are."""
    early = Finding("unknown_column_header", "warning", "column 'Wie' is unknown", 3)
    record = build_record(SOURCE, INFO, [], [], [], [], [early])
    assert codes(record) == ["unknown_column_header", "no_agreements_found"]
    assert record.findings[0].page_number == 3


# --------------------------------------------------------------------------------------- coverage


def table_of(*texts: str) -> Block:
    """A table with one row a text; the first cell spans two columns."""
    rows = []
    for row, text in enumerate(texts):
        cell = Cell((block(Label.TEXT, text),), row, 0, column_span=2, characters=count(text))
        rows.append((cell, cell))
    return Block(
        Label.TABLE, Passage(), table=Table(tuple(rows)), characters=sum(map(count, texts))
    )


def test_every_character_is_in_one_class() -> None:
    """Agreements are taken out of the lists and tables they stand in."""
    listed, in_row = "Wij bouwen huizen.", "Wij planten bomen."
    blocks = [
        block(Label.PAGE_HEADER, "Merendaal"),
        block(Label.SECTION_HEADER, "Wonen"),
        block(Label.LIST_ITEM, listed),
        table_of("Afspraak", in_row),
    ]
    agreements = [
        replace(agree("1", text=listed), characters=count(listed)),
        replace(agree("2", text=in_row), form="table", characters=count(in_row)),
    ]
    characters = sum(b.characters for b in blocks) + 3
    coverage = build(tag(agreements), source=source(characters), blocks=blocks).coverage
    assert coverage.agreements == count(listed) + count(in_row)
    assert coverage.sections == count("Wonen")
    assert coverage.tables == count("Afspraak")
    assert coverage.furniture == count("Merendaal")
    assert coverage.unassigned == 3


def test_pages_are_accounted_for() -> None:
    """A list item over a page break counts on both pages; loss is told with its page."""
    first, second = place("Wij bouwen", 1), place("huizen.", 2)
    shifted = tuple(replace(w, start=w.start + 11, end=w.end + 11) for w in second.words)
    passage = Passage("Wij bouwen huizen.", (*first.words, *shifted))
    item = Block(Label.LIST_ITEM, passage, "1.", characters=18, regions=passage.regions)
    agreement = Agreement("1", "afspraak", "s1", passage, characters=18, regions=passage.regions)
    pages = (page(1, 20), page(2, 8))
    record = build(tag([agreement]), source=source(28, pages), blocks=[item])
    assert [(p.page_number, p.agreements, p.unassigned) for p in record.coverage.pages] == [
        (1, 10, 10),
        (2, 8, 0),
    ]
    assert record.coverage.unassigned == 10
    [finding] = [f for f in record.findings if f.code == "low_coverage"]
    assert "35.7%" in finding.message
    assert "page 1:" in finding.message


def test_pages_tell_their_size() -> None:
    """In points, so that a box can be seen to lie on its page; null for a page not opened."""
    pages = (page(1, 0), replace(page(2, 0), width=841.889, height=595.2), Page(3, 0, 0, (), (), 0))
    record = build(source=source(0, pages))
    assert [(p.width, p.height) for p in record.coverage.pages] == [
        (595.0, 842.0),
        (841.89, 595.2),
        (None, None),
    ]


def test_boxes_end_at_the_edge_of_the_page() -> None:
    """What a PDF prints beyond the page it shows is boxed as far as the page goes."""
    beyond = (Region(1, BBox(-5, 100, 700, 112)), Region(2, BBox(10, 850, 90, 862)))
    text = Passage("De gemeente bouwt.")
    agreement = Agreement("1", "afspraak", "s1", text, regions=beyond)
    record = build(tag([agreement]), source=source(0, (page(1, 0), page(2, 0))))
    boxes = [(b.x0, b.top, b.x1, b.bottom) for b in record.agreements[0].provenance]
    assert boxes == [(0, 100, 595, 112), (10, 842, 90, 842)]


def test_double_count_is_told() -> None:
    """Blocks that hold more than was printed leave the sum right and give a finding."""
    record = build(source=source(5), blocks=[block(Label.TEXT, "tien tekens")])
    assert record.coverage.sections == 5
    assert "coverage_mismatch" in codes(record)


counts = st.integers(0, 1000)


@given(st.builds(Tally, counts, counts, counts, counts, counts), counts)
def test_classes_always_add_up(tally: Tally, characters: int) -> None:
    """No class is negative and their sum is the number of characters, whatever was counted."""
    classes, excess = tally.balance(characters)
    parts = [
        classes.agreements,
        classes.sections,
        classes.tables,
        classes.furniture,
        classes.unassigned,
    ]
    assert sum(parts) == characters
    assert min(parts) >= 0
    assert excess == max(0, tally.text + tally.tables + tally.furniture - characters)


@given(counts, st.dictionaries(st.integers(1, 4), st.integers(1, 30), min_size=1))
def test_spread_over_pages_is_exact(characters: int, weights: dict[int, int]) -> None:
    """The shares of the pages add up to the whole, each within one of its proportion."""
    spread = spread_over_pages(characters, weights)
    assert sum(spread.values()) == characters
    for number, weight in weights.items():
        assert abs(spread[number] - characters * weight / sum(weights.values())) < 1


# ----------------------------------------------------------------------------------------- record


def test_record_keeps_what_the_stages_found() -> None:
    """Ids get the document in front, the theme is the best one, points are rounded."""
    text = place("Wij bouwen 12,5 % meer.")
    [tagged] = tag([Agreement("1", "inzet", "s3", text, regions=text.regions)])
    themes = (Theme("leefbaarheid", 0.987654, "model"), Theme("overig", 0.1, "heading"))
    planning = Planning("eind 2026", None, "2026-12-31")
    tagged = replace(tagged, themes=themes, planning=planning)
    record = build_record(
        SOURCE, INFO, [], SECTIONS, [tagged], [], section_themes={"s1": "leefbaarheid"}
    )
    [agreement] = record.agreements
    assert agreement.section_id == f"{DOCUMENT_ID}/s3"
    assert agreement.theme == "leefbaarheid"
    assert agreement.themes[0].score == 0.99
    assert str(agreement.planning.end) == "2026-12-31"
    assert [s.theme for s in record.sections] == ["leefbaarheid", None, None, None, None]
    assert record.sections[1].parent_id == f"{DOCUMENT_ID}/s1"


def test_name_that_is_not_utf8_is_published() -> None:
    """A file name in an old encoding does not stop the document."""
    record = build(source=replace(SOURCE, path="afspra\udceek.txt"))
    assert record.document.source_path == "afspra?k.txt"


def test_record_without_the_model_says_so() -> None:
    """Else a missing type of commitment would look like one that nobody could tell."""
    tagged = tag([agree("1")])
    without = build_record(SOURCE, INFO, [], SECTIONS, tagged, [])
    with_it = build_record(SOURCE, INFO, [], SECTIONS, tagged, [], model="nl_prestatie-1.0.0")
    assert "model_off" in codes(without)
    assert "model_off" not in codes(with_it)
    assert with_it.document.extractor.model == "nl_prestatie-1.0.0"
