from __future__ import annotations

import pytest
from tests.layout.builders import PITCH, make_lines, make_words

from prestatie_extract.layout.spelling import Spelling, learn_spelling, lines_to_passage
from prestatie_extract.page import Word

KNOWN = frozenset({"woningmarkt", "aardgasvrij-ready", "zorg", "wijk", "bestuur"})
HYPHENATED = Spelling(KNOWN, is_hyphenated=True, hyphen_prefixes=frozenset({"wlz", "aardgasvrij"}))
PLAIN = Spelling(KNOWN, is_hyphenated=False)


def _joined(spelling: Spelling, first: str, second: str) -> str:
    return lines_to_passage(make_lines(first, second), spelling).text


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        pytest.param("de woning-", "markt is", "de woningmarkt is", id="spelled whole elsewhere"),
        pytest.param("de huur-", "prijs is", "de huurprijs is", id="spelled nowhere else"),
        pytest.param("zorg-", "en welzijn", "zorg- en welzijn", id="hanging hyphen"),
        pytest.param("door-", "of uitstroom", "door- of uitstroom", id="hanging hyphen, of"),
        pytest.param(
            "een aardgasvrij-", "ready huis", "een aardgasvrij-ready huis", id="hyphen elsewhere"
        ),
        pytest.param("via Wlz-", "zorg of", "via Wlz-zorg of", id="first part of other hyphens"),
        pytest.param("in Noord-", "Holland is", "in Noord-Holland is", id="capital behind it"),
        pytest.param("de DAEB-", "woningen zijn", "de DAEB-woningen zijn", id="abbreviation"),
        pytest.param("de 65-", "plussers zijn", "de 65-plussers zijn", id="number"),
        pytest.param("en/of bouw/", "sloop van", "en/of bouw/sloop van", id="slash at the end"),
        pytest.param("ruimte - ", "een huis", "ruimte - een huis", id="dash between words"),
        pytest.param("de huur en", "de prijs", "de huur en de prijs", id="no hyphen"),
    ],
)
def test_hyphenated_document(first: str, second: str, text: str) -> None:
    """Where the typesetter cuts words they are made whole, and real hyphens are kept."""
    assert _joined(HYPHENATED, first, second) == text


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        pytest.param("de wijk-", "agent is", "de wijk-agent is", id="a word of its own before"),
        pytest.param("de dagelijks-", "bestuur is", "de dagelijks-bestuur is", id="one behind"),
        pytest.param("de verduur-", "zaming is", "de verduurzaming is", id="two halves of a word"),
        pytest.param("zorg-", "en welzijn", "zorg- en welzijn", id="hanging hyphen"),
        pytest.param(
            "een aardgasvrij-", "ready huis", "een aardgasvrij-ready huis", id="elsewhere"
        ),
    ],
)
def test_document_without_hyphenation(first: str, second: str, text: str) -> None:
    """Where nobody cuts words a hyphen at a line end is the author's, if its parts are words."""
    assert _joined(PLAIN, first, second) == text


def test_words_keep_their_place() -> None:
    """Each printed part knows its characters of the word made whole."""
    passage = lines_to_passage(make_lines("de huur-", "prijs is"), HYPHENATED)
    assert [passage.text[w.start : w.end] for w in passage.words] == ["de", "huur", "prijs", "is"]
    assert [r.bbox for r in passage.locate(3, 12)] == [passage.cut(3, 12).regions[0].bbox]


def _page(*texts: str) -> tuple[Word, ...]:
    lines = (make_words(t, top=60.0 + i * PITCH) for i, t in enumerate(texts))
    return tuple(w for line in lines for w in line)


FILLER = [f"regel met woorden nummer {i}" for i in range(60)]


def test_learns_that_words_are_cut() -> None:
    """Many different words cut at line ends and spelled whole elsewhere are a typesetter's."""
    cut = ["de woning-", "markt en de huur-", "prijs met het bouw-", "plan en"]
    whole = ["woningmarkt huurprijs bouwplan"]
    assert learn_spelling([_page(*cut, *whole, *FILLER)]).is_hyphenated
    assert not learn_spelling([_page(*whole, *FILLER)]).is_hyphenated


def test_hanging_hyphens_are_no_cuts() -> None:
    """A hanging hyphen at a line end with "en" below it is no word cut in two."""
    hanging = ["de zorg-", "en welzijn huur-", "en bouw bouw-", "of sloop"] * 4
    assert not learn_spelling([_page(*hanging, "tekst")]).is_hyphenated


def test_learns_words_and_prefixes() -> None:
    """The words of the document are known without case and punctuation, cut parts are not."""
    spelling = learn_spelling([_page("De Wlz-zorg, (wonen)", "en woning-", "markt bloeit")])
    assert {"de", "wlz-zorg", "wonen", "bloeit"} <= spelling.words
    assert "markt" not in spelling.words
    assert spelling.hyphen_prefixes == {"wlz"}
