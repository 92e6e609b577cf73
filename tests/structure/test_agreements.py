"""Kinds, appendices and tables that belong to an agreement."""

from __future__ import annotations

from tests.structure.builders import (
    agreements_of,
    findings_of,
    heading,
    item,
    numbers_of,
    other,
    table,
    text,
)

from prestatie_extract.document import Label
from prestatie_extract.structure.passus import split_sections
from prestatie_extract.structure.sections import find_sections

HEADER = ["Nr", "Afspraak", "Trekker"]
INZET = heading("Inzet: wat spreken we af?", 2)
DOELEN = heading("Doelstellingen: hoe werken we dat uit?", 2)
LIST = [item("1.", "Wij bouwen woningen."), item("2.", "Wij slopen woningen.")]
ROWS = table(["Afspraak", "Trekker"], ["Bij 1. Wij bouwen er 40.", "Allen"])


def test_pair_of_kinds() -> None:
    """A document with both tells inzet from doelstelling."""
    found = agreements_of(heading("1 Wonen"), INZET, *LIST, DOELEN, ROWS)
    assert [(a.number, a.kind) for a in found] == [
        ("1", "inzet"),
        ("2", "inzet"),
        ("Bij 1", "doelstelling"),
    ]


def test_one_of_the_pair() -> None:
    """A document with one of them makes no distinction."""
    assert {a.kind for a in agreements_of(heading("1 Wonen"), INZET, *LIST)} == {"afspraak"}
    assert {a.kind for a in agreements_of(heading("1 Wonen"), DOELEN, ROWS)} == {"afspraak"}


def test_heading_that_names_process_agreements() -> None:
    """Process agreements are a kind of their own, also in a list."""
    found = agreements_of(heading("Procesafspraken"), *LIST)
    assert {a.kind for a in found} == {"procesafspraak"}


def test_appendix_is_left_out_with_a_finding() -> None:
    """A table of agreements in an appendix is no agreement; the reader is told."""
    blocks = [
        heading("1 Wonen"),
        table(HEADER, ["1", "Wij bouwen honderd huizen.", "Allen"]),
        heading("Bijlage 1 Afspraken van vorig jaar"),
        table(HEADER, ["1", "Wij bouwden.", "Allen"], page_number=9),
    ]
    assert numbers_of(*blocks) == ["1"]
    assert [(f.code, f.page_number) for f in findings_of(*blocks)] == [("agreements_left_out", 9)]


def test_table_named_in_the_text() -> None:
    """A numbered table goes to the first agreement that names it, with its caption."""
    blocks = [
        heading("De afspraken"),
        item("1.", "Wij bouwen wat in tabel 2 staat."),
        item("2.", "Ook tabel 2 telt."),
        other(Label.CAPTION, "Tabel 2: Aantallen"),
        table(["Kern", "Aantal"], ["Dorp", "40"]),
    ]
    first, second = agreements_of(*blocks)
    assert (first.captions, second.captions) == (("Tabel 2: Aantallen",), ())
    assert first.tables == (blocks[-1].table,)


def test_caption_below_its_table() -> None:
    """Some houses print the caption below."""
    blocks = [
        heading("De afspraken"),
        item("1.", "Wij bouwen wat in tabel 2 staat."),
        table(["Kern", "Aantal"], ["Dorp", "40"]),
        other(Label.CAPTION, "Tabel 2: Aantallen"),
    ]
    assert [a.captions for a in agreements_of(*blocks)] == [("Tabel 2: Aantallen",)]


def test_table_that_nobody_names() -> None:
    """A table of figures that no agreement names belongs to none."""
    blocks = [
        heading("De afspraken"),
        item("1.", "Wij bouwen 40 woningen."),
        other(Label.CAPTION, "Tabel 1: Aantallen"),
        table(["Kern", "Aantal"], ["Dorp", "40"]),
    ]
    assert [a.tables for a in agreements_of(*blocks)] == [()]


def test_list_goes_on_behind_a_table() -> None:
    """A table between two items ends neither the list nor the section."""
    blocks = [
        heading("De afspraken"),
        item("1.", "Wij bouwen 40 woningen."),
        table(["Kern", "Aantal"], ["Dorp", "40"]),
        item("2.", "Wij slopen 10 woningen."),
    ]
    assert numbers_of(*blocks) == ["1", "2"]


def test_split_sections() -> None:
    """Each section has the blocks up to the next heading, the path to it, and its own id."""
    blocks = [
        text("Vooraf."),
        heading("1 Wonen"),
        text("a"),
        heading("1.1 Bouwen", 2),
        text("b"),
        text("c"),
    ]
    found = list(split_sections(blocks, find_sections(blocks)))
    assert [p.section_id for p in found] == [None, "1", "1.1"]
    assert [[b.text for b in p.blocks] for p in found] == [["Vooraf."], ["a"], ["b", "c"]]
    assert [s.title for s in found[2].path] == ["Wonen", "Bouwen"]


def test_document_without_sections() -> None:
    """A table needs no heading."""
    (found,) = agreements_of(table(HEADER, ["1", "Wij bouwen.", "Allen"]))
    assert found.section_id is None


def test_label_outside_agreements() -> None:
    """Who leads, said where no agreement is, is a sign that one was lost; a definition is none."""
    lost = text("Trekker: gemeente")
    definition = text("Trekker: de partij die zorgt dat het gebeurt en daarvan ook verslag doet.")
    found = findings_of(heading("1 Wonen"), text("Wij bouwen."), lost)
    assert [(f.code, f.page_number) for f in found] == [("label_outside_agreements", 1)]
    assert findings_of(heading("1 Begrippen"), definition) == []
    kept = [heading("1 Wonen"), item("B1", "Wij bouwen samen."), lost, item("B2", "Wij slopen.")]
    assert findings_of(*kept) == []


def test_horizon_of_a_heading() -> None:
    """A framework and its years are told apart by their headings; one of them alone is not."""
    framework, yearly = (
        heading("Meerjarige afspraken 2026-2029", 2),
        heading("Jaarafspraken 2027", 2),
    )
    found = agreements_of(heading("1 Wonen"), framework, *LIST, yearly, *LIST)
    assert [a.horizon for a in found] == ["meerjarig", "meerjarig", "2027", "2027"]
    assert [a.horizon for a in agreements_of(heading("1 Wonen"), yearly, *LIST)] == [None, None]


def test_articles_in_a_part() -> None:
    """The articles of a part on the contract are its chapters, no agreements."""
    promise = "De gemeente wijst ieder jaar samen met de corporaties twee plekken aan in elk dorp."
    blocks = [heading("Deel C: Algemeen"), heading("Artikel 3 Overleg", 2), text(promise)]
    assert numbers_of(*blocks) == []
