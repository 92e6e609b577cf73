"""What the pipeline that is shipped reads in agreements, and what is left without it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.tagging.builders import NLP as PLAIN

from prestatie_extract.document import Agreement, Passage, Target
from prestatie_extract.errors import ModelMissing
from prestatie_extract.tagging.contents import (
    MAY_BE_NAME,
    NO_MODEL,
    READ_CHARS,
    Content,
    find_model,
    judge_numbers,
    load_nlp,
    model_name,
    read_contents,
)

if TYPE_CHECKING:
    from spacy.language import Language

INSULATION = "De corporaties isoleren de daken en gevels van woningen met een slecht energielabel."


def agreement(text: str, title: str = "", **columns: str) -> Agreement:
    context = {role: Passage(cell) for role, cell in columns.items()}
    heading = Passage(title) if title else None
    return Agreement("1", "afspraak", None, Passage(text), title=heading, context=context)


def number(raw: str, text: str, where: str = "text") -> Target:
    start = text.index(raw)
    return Target(
        raw=raw, where=where, start=start, end=start + len(raw), value=1, value_max=None,
        unit="woningen", qualifier="exact", subject=None, party_id=None, period=None, role="target",
    )  # fmt: skip


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_nlp()


def test_themes_come_from_the_words(nlp: Language) -> None:
    [content] = read_contents([agreement(INSULATION)], nlp)
    assert max(content.themes, key=lambda theme: content.themes[theme]) == "duurzaamheid"
    assert len(content.themes) == 8


def test_promise_is_judged(nlp: Language) -> None:
    wish = agreement("Wij willen dat ouderen prettig blijven wonen en hebben daar aandacht voor.")
    talk = agreement("Partijen bespreken de voortgang en stellen samen een plan van aanpak op.")
    found = read_contents([wish, talk], nlp)
    types = [max(c.commitment, key=lambda kind: c.commitment[kind]) for c in found]
    assert types == ["intentie", "proces"]
    assert set(found[0].concreteness) == {1, 2, 3}


def test_organisations_that_no_list_names(nlp: Language) -> None:
    text = "De gemeente vraagt Stichting Buurtkracht Polderland om de bewoners te begeleiden."
    [content] = read_contents([agreement(text)], nlp)
    assert any("Buurtkracht Polderland" in name for name in content.organisations)


def test_first_word_of_a_sentence_is_no_name(nlp: Language) -> None:
    """Any word has a capital there."""
    text = "Mogelijk volgt later meer. Waarbij partijen overleggen.\nUitgangspunt: geen sloop."
    [content] = read_contents([agreement(text)], nlp)
    assert content.organisations == ()


def test_names_in_other_columns_are_not_the_agreements(nlp: Language) -> None:
    cell = "De gemeente vraagt Stichting Buurtkracht Polderland om de bewoners te begeleiden."
    [content] = read_contents([agreement("Wij overleggen.", toelichting=cell)], nlp)
    assert content.organisations == ()


def test_numbers_are_placed_in_every_text(nlp: Language) -> None:
    """Title, text and other columns stand one behind another in what is read."""
    title, text, cell = "Bouw van 12 huizen", "Er komen 30 woningen.", "Nu zijn er 200 woningen."
    [content] = read_contents([agreement(text, title, toelichting=cell)], nlp)
    assert content.doc is not None
    for raw, where, source in (
        ("12 huizen", "title", title),
        ("30 woningen", "text", text),
        ("200 woningen", "context:toelichting", cell),
    ):
        start, end = content.place(number(raw, source, where)) or (0, 0)
        assert content.doc.text[start:end] == raw


def test_number_elsewhere_has_no_place(nlp: Language) -> None:
    text = "Er komen 30 woningen."
    [content] = read_contents([agreement(text)], nlp)
    assert content.place(number("30", text, "planning")) is None
    assert Content().place(number("30", text)) is None


def test_roles_of_numbers(nlp: Language) -> None:
    text = "De voorraad bestaat momenteel uit 4.210 huizen. De corporaties bouwen er minimaal 85."
    contents = read_contents([agreement(text), agreement("Geen getal.")], nlp)
    spans = [
        (text.index(raw), text.index(raw) + len(raw)) for raw in ("4.210 huizen", "minimaal 85")
    ]
    told, nothing = judge_numbers(contents, [spans, []], nlp)
    assert [told[span][0] for span in spans] == ["context", "target"]
    assert nothing == {}


def test_endless_text_is_cut(nlp: Language) -> None:
    """A hostile document does not stop the others by one agreement of a million words."""
    text = "huur " * READ_CHARS
    [content] = read_contents([agreement(text)], nlp)
    assert content.doc is not None
    assert len(content.doc.text) == READ_CHARS
    assert content.place(number("huur", text)) == (0, 4)
    beyond = number("huur", text)
    beyond = Target(**{f: getattr(beyond, f) for f in beyond.__slots__} | {
        "start": READ_CHARS, "end": READ_CHARS + 4,
    })  # fmt: skip
    assert content.place(beyond) is None


def test_without_a_model_nothing_is_said() -> None:
    contents = read_contents([agreement(INSULATION)], PLAIN)
    assert contents == (Content(),)
    assert judge_numbers(contents, [[(0, 2)]], PLAIN) == [{}]
    assert model_name(PLAIN) is None
    assert find_model(NO_MODEL) is None


def test_name_tells_the_version(nlp: Language) -> None:
    assert model_name(nlp) == f"nl_prestatie-{nlp.meta['version']}"


@pytest.mark.parametrize("damage", ["nothing", "empty", "no-weights"])
def test_missing_model_is_told(damage: str, tmp_path: Path) -> None:
    """With the folder and what to do, never as a traceback of spaCy's."""
    folder = tmp_path / "model"
    if damage != "nothing":
        folder.mkdir()
    if damage == "no-weights":
        (folder / "meta.json").write_text('{"lang": "nl"}', encoding="utf-8")
    with pytest.raises(ModelMissing, match="--model none"):
        load_nlp(str(folder))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De gemeente en de corporaties bouwen samen. Zij overleggen vaak.", False),
        ("De gemeente en Het Anker bouwen samen.", True),
        ("WoonRaad bouwt.", True),
        ("Samen met de ‘Woonraad’ bouwen zij.", True),
        ("Samen met 3Huis bouwen zij.", True),
    ],
)
def test_names_are_looked_for_where_there_may_be_one(text: str, expected: bool) -> None:
    """A text without a capital inside a sentence has none, and the slow part is left out."""
    assert (MAY_BE_NAME.search(text) is not None) is expected


def test_numbers_of_a_text_without_names_have_roles(nlp: Language) -> None:
    """The roles need the network that names did not."""
    text = "De corporaties bouwen jaarlijks 40 woningen."
    [content] = read_contents([agreement(text)], nlp)
    place = content.place(number("40 woningen", text))
    assert place is not None
    [roles] = judge_numbers([content], [[place]], nlp)
    assert roles[place][0] == "target"
