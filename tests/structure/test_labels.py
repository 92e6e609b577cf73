"""Labels inside an agreement: on lines of their own, run in, or in a cell without colons."""

from __future__ import annotations

import pytest
from tests.structure.builders import place, table, text

from prestatie_extract.structure.labels import split_bare_labels, split_labels

TEXT = "De gemeente wijst twee plekken aan."


@pytest.mark.parametrize(
    ("printed", "rest", "values"),
    [
        pytest.param(
            f"{TEXT} Trekker: gemeente. Planning: 2027.", TEXT,
            {"trekker": "gemeente", "planning": "2027"}, id="run in",
        ),
        pytest.param(
            f"{TEXT} Trekker: gemeente; Betrokken: corporaties; Planning: 2027", TEXT,
            {"trekker": "gemeente", "betrokkenen": "corporaties", "planning": "2027"},
            id="with semicolons",
        ),
        pytest.param(
            "Wie: Gemeente Met wie: Alle partijen Wanneer: mei", "",
            {"trekker": "Gemeente", "betrokkenen": "Alle partijen", "planning": "mei"},
            id="a line of labels",
        ),
        pytest.param(
            f"{TEXT} (trekker: gemeente)", TEXT, {"trekker": "gemeente"}, id="in brackets"
        ),
        pytest.param(
            "Afspraak: " + TEXT, TEXT, {}, id="the label of the text itself is dropped"
        ),
        pytest.param(
            "Wij zien twee doelen: bouwen en slopen.", "Wij zien twee doelen: bouwen en slopen.",
            {}, id="a colon in a sentence",
        ),
        pytest.param(
            f"{TEXT} Resultaat: Er staan huizen.", TEXT, {"resultaat": "Er staan huizen."},
            id="a sentence keeps its full stop",
        ),
    ],
)  # fmt: skip
def test_labels_in_a_block(printed: str, rest: str, values: dict[str, str]) -> None:
    found = split_labels([text(printed)])
    assert " ".join(b.text for b in found.blocks) == rest
    assert {role: passage.text for role, passage in found.values.items()} == values


def test_label_on_a_line_of_its_own() -> None:
    """A bare label takes the next block as its value."""
    found = split_labels([text(TEXT), text("Trekker:"), text("Gemeente")])
    assert [b.text for b in found.blocks] == [TEXT]
    assert found.values["trekker"].text == "Gemeente"


def test_table_of_labels() -> None:
    """Labels in one row and values in the next; a table of figures is none."""
    labels = table(["Trekker", "Planning"], ["Gemeente", "mei 2027"])
    found = split_labels([text(TEXT), labels])
    assert [b.text for b in found.blocks] == [TEXT]
    assert {role: v.text for role, v in found.values.items()} == {
        "trekker": "Gemeente", "planning": "mei 2027",
    }  # fmt: skip
    figures = table(["Kern", "Aantal"], ["Oost", "40"])
    assert split_labels([figures]).blocks == (figures,)


def test_value_keeps_its_place() -> None:
    """A value knows where its words are printed."""
    found = split_labels([text(f"{TEXT} Trekker: gemeente.")])
    value = found.values["trekker"]
    assert [value.text[w.start : w.end] for w in value.words] == ["gemeente"]


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        pytest.param(
            "Wie Gemeente Wanneer eind 2027", {"trekker": "Gemeente", "planning": "eind 2027"},
            id="two labels",
        ),
        pytest.param("Wie dat wil, kan zich melden", {}, id="a sentence"),
        pytest.param("Zie Wie en Wanneer hieronder", {}, id="not from the start"),
    ],
)  # fmt: skip
def test_labels_without_colons(printed: str, values: dict[str, str]) -> None:
    found = split_bare_labels(place(printed))
    assert {role: passage.text for role, passage in found.items()} == values


def test_labels_in_a_column() -> None:
    """Labels in the first column and values in the second; a value keeps its words."""
    found = split_labels([text(TEXT), table(["Trekker", "Gemeente"], ["Planning", "Gereed 2027"])])
    assert {role: p.text for role, p in found.values.items()} == {
        "trekker": "Gemeente", "planning": "Gereed 2027",
    }  # fmt: skip
    assert [b.text for b in found.blocks] == [TEXT]
