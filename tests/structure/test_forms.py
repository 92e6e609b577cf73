"""The forms that agreements are written in, and which of them a section is read in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.structure.builders import (
    Content,
    agreements_of,
    all_findings_of,
    findings_of,
    heading,
    item,
    numbers_of,
    table,
    text,
)

from prestatie_extract.document import Block, Region
from prestatie_extract.geometry import BBox
from prestatie_extract.structure import find_sections, mark_blocks

WONEN = heading("2 Betaalbaar wonen")
PROMISE = "De gemeente wijst ieder jaar in alle dorpen samen met de corporaties twee plekken aan."
OTHER = "De corporaties bouwen er samen met de huurdersorganisaties in twee jaar honderd huizen."


def shift(bbox: BBox, distance: float) -> BBox:
    return BBox(bbox.x0 + distance, bbox.top, bbox.x1 + distance, bbox.bottom)


def titles_of(*blocks: Block) -> list[str]:
    return [s.title for s in find_sections(mark_blocks(blocks))]


class TestCoded:
    def test_codes_as_headings(self) -> None:
        """Headings with codes open agreements and are no sections."""
        blocks = [
            WONEN,
            heading("B1 Plekken", 3), text(PROMISE), text("Trekker: gemeente"),
            heading("B2 Huizen", 3), text(OTHER),
        ]  # fmt: skip
        found = agreements_of(*blocks)
        assert [(a.number, a.form) for a in found] == [("B1", "coded"), ("B2", "coded")]
        assert [a.title.text if a.title else None for a in found] == ["Plekken", "Huizen"]
        assert found[0].trekker is not None
        assert found[0].trekker_source == "label"
        assert titles_of(*blocks) == ["Betaalbaar wonen"]

    def test_named_paragraphs(self) -> None:
        """The word itself ("Afspraak 12") opens an agreement wherever it stands, one alone too."""
        assert numbers_of(WONEN, text(f"Afspraak 12 {PROMISE}")) == ["12"]
        assert numbers_of(WONEN, text(f"Afspraak 3.2 – {PROMISE}")) == ["3.2"]

    def test_mark_above_its_title(self) -> None:
        """A mark alone has the heading below it as its title."""
        blocks = [
            WONEN,
            heading("Afspraak 1", 4), heading("Plekken", 3), text(PROMISE),
            heading("Afspraak 2", 4), heading("Huizen", 3), text(OTHER),
        ]  # fmt: skip
        found = agreements_of(*blocks)
        assert [(a.number, a.title.text if a.title else None) for a in found] == [
            ("1", "Plekken"), ("2", "Huizen"),
        ]  # fmt: skip
        assert titles_of(*blocks) == ["Betaalbaar wonen"]

    def test_mention_is_no_opener(self) -> None:
        """A sentence that speaks of an agreement opens none."""
        assert numbers_of(WONEN, text("Afspraak 12 wordt ieder jaar besproken.")) == []

    def test_code_that_heads_others(self) -> None:
        """L1 above L1a and L1b is a section."""
        blocks = [
            WONEN, heading("L1 Schoon en heel", 3),
            heading("L1a Plekken", 4), text(PROMISE), heading("L1b Huizen", 4), text(OTHER),
        ]  # fmt: skip
        assert numbers_of(*blocks) == ["L1a", "L1b"]
        assert titles_of(*blocks) == ["Betaalbaar wonen", "Schoon en heel"]

    def test_rows_of_a_code_and_an_agreement(self) -> None:
        """A table without a header whose rows have a code each is a series of boxes."""
        body = [text("Plekken", bold=True), text(PROMISE), text("Trekker: gemeente")]
        found = agreements_of(
            WONEN, table(["B1", body], ["B2", [text(OTHER)]]), text("Dit is geen afspraak.")
        )
        assert [(a.number, a.text.text) for a in found] == [("B1", PROMISE), ("B2", OTHER)]
        assert [a.title.text if a.title else None for a in found] == ["Plekken", None]
        assert sum(a.characters for a in found) == sum(
            len(t.replace(" ", ""))
            for t in ("B1Plekken", PROMISE, "Trekker: gemeente", "B2", OTHER)
        )

    def test_boxes_below_each_other(self) -> None:
        """One table of titles and agreements in turn is a series of boxes; H1 is a code."""
        rows = [[item("H1", "Plekken")]], [[text(PROMISE)]], [[text("H2 Huizen")]], [[text(OTHER)]]
        found = agreements_of(WONEN, table(*rows))
        assert [(a.number, a.text.text) for a in found] == [("H1", PROMISE), ("H2", OTHER)]
        assert agreements_of(WONEN, text(f"H2 2026 {PROMISE}"), text(f"H1 2027 {OTHER}")) == []

    def test_text_around_indented_agreements(self) -> None:
        """A paragraph that starts left of the agreement before it is not its text."""
        first, around, second = (
            text(t) for t in (f"Afspraak 1 {PROMISE}", OTHER, "Afspraak 2 Wij.")
        )
        indented = [
            replace(b, regions=tuple(Region(1, shift(r.bbox, 12.0)) for r in b.regions))
            for b in (first, second)
        ]
        found = agreements_of(WONEN, indented[0], around, indented[1])
        assert [a.text.text for a in found] == [PROMISE, "Wij."]

    def test_labels_close_an_agreement(self) -> None:
        """A paragraph behind the labels of the last agreement is not its text."""
        found = agreements_of(
            WONEN, text(f"Afspraak 1 {PROMISE}"), text("Trekker: gemeente"), text("Tot zover.")
        )
        assert [a.text.text for a in found] == [PROMISE]


class TestArticles:
    def test_paragraphs_that_promise(self) -> None:
        """Third-level headings with promises below them are agreements of their section."""
        blocks = [
            heading("3 Betaalbaarheid"), heading("3.1 Huur", 2),
            heading("3.1.1 Plekken", 3), text(PROMISE), heading("3.1.2 Huizen", 3), text(OTHER),
        ]  # fmt: skip
        found = agreements_of(*blocks)
        assert [(a.number, a.section_id) for a in found] == [("3.1.1", "3.1"), ("3.1.2", "3.1")]
        assert titles_of(*blocks) == ["Betaalbaarheid", "Huur"]

    def test_articles_on_the_contract(self) -> None:
        """Articles on duration and disputes are none."""
        blocks = [
            heading("ARTIKEL 9 | SLOTBEPALINGEN"),
            heading("Artikel 9.1 Duur", 2), text("De overeenkomst treedt in werking op 1 mei."),
            heading("Artikel 9.2 Geschil", 2), text("Een geschil gaat naar de rechtbank."),
        ]  # fmt: skip
        assert numbers_of(*blocks) == []

    def test_list_inside_an_article(self) -> None:
        """A list that an article announces is part of it, in one article as in all."""
        lead = text("De gemeente en de corporaties komen samen met de bewoners overeen:")
        blocks = [
            heading("2 Betaalbaarheid"),
            heading("Artikel 2.1 Plekken", 2), text(PROMISE),
            heading("Artikel 2.2 Huizen", 2), lead, item("a.", PROMISE), item("b.", OTHER),
        ]  # fmt: skip
        assert numbers_of(*blocks) == ["2.1", "2.2"]

    def test_clauses_of_articles(self) -> None:
        """An article with clauses 1. and 2. is one agreement, as those without clauses are."""
        blocks = [
            heading("2 Betaalbaarheid"),
            heading("Artikel 2.1 Plekken", 2), item("1.", PROMISE), item("2.", OTHER),
            heading("Artikel 2.2 Huizen", 2), text(OTHER),
        ]  # fmt: skip
        assert [(a.number, len(a.items)) for a in agreements_of(*blocks)] == [
            ("2.1", 2),
            ("2.2", 0),
        ]

    def test_agreements_below_an_article(self) -> None:
        """Its own numbering going on below it makes the article a section."""
        blocks = [
            heading("2 Betaalbaarheid"),
            heading("Artikel 2.1 Plekken", 2), item("2.1.1", PROMISE), item("2.1.2", OTHER),
        ]  # fmt: skip
        assert numbers_of(*blocks) == ["2.1.1", "2.1.2"]

    def test_article_whose_title_says_that_it_is_none(self) -> None:
        """An article on disputes beside one that promises stays a section."""
        blocks = [
            heading("6 Overleg over wonen"),
            heading("Artikel 6.1 Plekken", 2), text(PROMISE),
            heading("Artikel 6.2 Geschillen", 2), text(OTHER),
        ]  # fmt: skip
        assert numbers_of(*blocks) == ["6.1"]
        assert titles_of(*blocks) == ["Overleg over wonen", "Geschillen"]


class TestGroups:
    BULLETS = (item("•", "wijst ieder jaar twee plekken aan;"), item("•", "verkoopt de grond."))

    def test_bullets_below_a_party(self) -> None:
        """Each bullet is an agreement without a number, led by the heading's party."""
        found = agreements_of(WONEN, text("De gemeente:"), *self.BULLETS)
        assert [(a.number, a.form, a.trekker_source) for a in found] == [
            (None, "group", "group")
        ] * 2
        assert [a.trekker.text if a.trekker else None for a in found] == ["De gemeente"] * 2

    def test_numbers_that_start_again_below_each_party(self) -> None:
        """Numbered items below a party keep their number and have its trekker."""
        found = agreements_of(
            WONEN,
            heading("Gemeente", 4), item("1.", PROMISE), item("2.", OTHER),
            heading("Corporaties", 4), item("1.", OTHER),
        )  # fmt: skip
        assert [(a.number, a.trekker.text if a.trekker else None) for a in found] == [
            ("1", "Gemeente"), ("2", "Gemeente"), ("1", "Corporaties"),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "title", ["Gezamenlijk:", "Wat doet de gemeente?", "Gemeente en corporaties", "Samen:"]
    )
    def test_headings_that_name_a_party(self, title: str) -> None:
        """They are no sections, also where they are set as headings."""
        blocks = [WONEN, heading(title, 4), *self.BULLETS]
        assert len(agreements_of(*blocks)) == 2
        assert titles_of(*blocks) == ["Betaalbaar wonen"]

    def test_name_beside_a_party(self) -> None:
        """A bare name counts where another heading of its kind surely names a party."""
        blocks = [WONEN, text("De gemeente:"), *self.BULLETS, text("Het Anker:"), *self.BULLETS]
        assert len(agreements_of(*blocks)) == 4
        assert agreements_of(WONEN, text("Het Anker:"), *self.BULLETS) == []

    def test_party_runs_in(self) -> None:
        """Bullets that each start with their party."""
        found = agreements_of(
            WONEN, item("–", "De gemeente: wijst plekken aan."), item("–", "Het Anker: bouwt erop.")
        )
        assert [a.trekker.text for a in found if a.trekker] == ["De gemeente", "Het Anker"]
        assert [a.text.text for a in found] == ["wijst plekken aan.", "bouwt erop."]

    def test_ambitions_by_party(self) -> None:
        """Below a heading that leaves out, bullets by party are none either."""
        assert agreements_of(heading("Onze ambities"), text("De gemeente:"), *self.BULLETS) == []


class TestMatrix:
    HEADER = ("Nr", "Onderwerp", "Gemeente", "Het Anker")

    def test_each_filled_cell(self) -> None:
        """A cell is an agreement with its row's number and topic and its column's party."""
        found = agreements_of(
            WONEN,
            table(
                self.HEADER,
                ["1", "Plekken", "Wijst ieder jaar twee plekken aan.", "–"],
                ["2", "Huizen", "", "Bouwt in twee jaar honderd huizen."],
            ),
        )
        assert [(a.number, a.context["onderwerp"].text, a.form) for a in found] == [
            ("1", "Plekken", "matrix"), ("2", "Huizen", "matrix"),
        ]  # fmt: skip
        assert [a.trekker.text for a in found if a.trekker] == ["Gemeente", "Het Anker"]

    def test_bare_number_before_a_topic(self) -> None:
        """The number of a topic may lack its dot."""
        found = agreements_of(
            WONEN,
            table(
                ("Onderwerp", "Gemeente", "Het Anker"),
                ["1 Plekken", "Wijst ieder jaar twee plekken aan.", "–"],
                ["2 Huizen", "", "Bouwt in twee jaar honderd huizen."],
            ),
        )
        assert [(a.number, a.context["onderwerp"].text) for a in found] == [
            ("1", "Plekken"), ("2", "Huizen"),
        ]  # fmt: skip

    def test_column_of_the_whole_row(self) -> None:
        """When it is done is said once for all cells of the row."""
        row = ["1", "Plekken", "Wijst er twee aan dit jaar.", "Bouwt er huizen op daarna.", "2027"]
        found = agreements_of(WONEN, table((*self.HEADER, "Wanneer"), row))
        assert [a.planning.text for a in found if a.planning] == ["2027", "2027"]

    def test_figures_by_party(self) -> None:
        """Figures in columns of parties are no matrix of agreements."""
        assert agreements_of(WONEN, table(self.HEADER, ["1", "Sloop", "12", "40"])) == []


class TestCards:
    def test_table_of_labels(self) -> None:
        """A table for each agreement, its labels in the first column."""
        found = agreements_of(
            WONEN,
            table(
                "B1 Plekken", ["Afspraak", PROMISE], ["Trekker", "Gemeente"], ["Planning", "2027"]
            ),
        )
        assert [(a.number, a.form, a.text.text) for a in found] == [("B1", "card", PROMISE)]
        assert found[0].planning is not None

    def test_box_with_a_column_of_labels(self) -> None:
        """Labels without colons beside the agreement."""
        cells: list[Content] = [
            [item("D-1", "Plekken"), text(PROMISE)],
            "Wie Gemeente Wanneer eind 2027",
        ]
        found = agreements_of(WONEN, table(cells, header_rows=0))
        assert [(a.number, a.form) for a in found] == [("D-1", "card")]
        assert found[0].trekker is not None
        assert found[0].trekker.text == "Gemeente"


class TestLists:
    def test_letters_below_a_number(self) -> None:
        """Letters right below a numbered item are parts of it."""
        found = agreements_of(
            heading("Afspraken"), item("1.", PROMISE), item("a.", "Eén plek."), item("2.", OTHER)
        )
        assert [a.number for a in found] == ["1", "2"]
        assert [i.text for i in found[0].items] == ["Eén plek."]

    @pytest.mark.parametrize(
        ("markers", "numbers"),
        [
            pytest.param(("a.", "b."), ["a", "b"], id="letters"),
            pytest.param(("i.", "ii."), ["i", "ii"], id="roman"),
            pytest.param(("1)", "2)"), ["1", "2"], id="brackets"),
            pytest.param(("h.", "i."), ["h", "i"], id="i behind h is a letter"),
        ],
    )
    def test_numberings(self, markers: tuple[str, str], numbers: list[str]) -> None:
        first, second = markers
        blocks = [heading("Kaderafspraken"), item(first, PROMISE), item(second, OTHER)]
        assert numbers_of(*blocks) == numbers

    def test_figures_between_items(self) -> None:
        """A table of figures below an item is its own, and the list goes on behind it."""
        figures = table(["", "Het Anker"], ["Sloop", "12"])
        found = agreements_of(heading("Afspraken"), item("1.", PROMISE), figures, item("2.", OTHER))
        assert [len(a.tables) for a in found] == [1, 0]


class TestEvidence:
    def test_definitions_are_left_out(self) -> None:
        """What defines terms is none, and a finding says so where it came close."""
        blocks = [
            heading("1 Betaalbaarheid"),
            item("1.1", "Onder partijen wordt verstaan de gemeente en de corporaties samen."),
            item("1.2", "Deze afspraken van partijen treden in werking op 1 mei van dit jaar."),
        ]
        assert numbers_of(*blocks) == []
        assert [f.code for f in findings_of(*blocks)] == ["agreements_left_out"]

    def test_confidence(self) -> None:
        """What the document announces is sure; a text cut off is not, and a finding says why."""
        cut = "van de huizen"
        blocks = [heading("Afspraken"), *(item(f"{n}.", PROMISE) for n in range(1, 7))]
        found = agreements_of(*blocks, item("7.", cut))
        assert all(a.confidence >= 0.9 for a in found[:6])
        assert found[6].confidence < found[0].confidence
        messages = [f.message for f in all_findings_of(*blocks, item("7.", cut))]
        assert any("starts in the middle of a sentence" in m for m in messages)


class TestAsides:
    def test_pull_quote(self) -> None:
        """A quote set as a heading is no section and does not end the list around it."""
        blocks = [
            heading("Afspraken"), item("1.", PROMISE),
            heading("“Liever vijf dingen die lukken dan vijftig die mooi klinken.”", 3),
            item("2.", OTHER),
        ]  # fmt: skip
        assert numbers_of(*blocks) == ["1", "2"]
        assert titles_of(*blocks) == ["Afspraken"]
