"""Lines to running text: words hyphenated at a line end made whole, real hyphens kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prestatie_extract.document import Passage, PlacedWord, Word
from prestatie_extract.layout.lines import Line

HYPHENS = ("-", "\u2010", "\u00ad")
CONJUNCTIONS = frozenset({"en", "of", "tot", "als", "dan", "danwel", "c.q.", "respectievelijk", "noch"})
"""Words behind a hanging hyphen: "zorg- en welzijnspartijen", "door- of uitstroom"."""
PUNCTUATION = ".,;:!?()[]\"'“”‘’„"


@dataclass(frozen=True)
class Spelling:
    """The words the document itself spells within a line."""

    words: frozenset[str]

    def join(self, left: str, right: str) -> str:
        """What stands between a word that ends a line in a hyphen and the next: "", "-" or "- ".

        The document's own spelling decides; a word it spells nowhere is taken as hyphenated by
        the typesetter, unless a capital or a digit asks for the hyphen.
        """
        bare_left, bare_right = left.strip(PUNCTUATION), right.strip(PUNCTUATION)
        if bare_right.casefold() in CONJUNCTIONS:
            return "- "
        if f"{bare_left}{bare_right}".casefold() in self.words:
            return ""
        if f"{bare_left}-{bare_right}".casefold() in self.words:
            return "-"
        is_plain = bare_left.isalpha() and bare_right[:1].islower() and not bare_left.isupper()
        return "" if is_plain else "-"


def learn_spelling(words: Iterable[Word]) -> Spelling:
    """All words of the document but those that end in a hyphen."""
    found = {w.text.strip(PUNCTUATION).casefold() for w in words}
    return Spelling(frozenset(w for w in found if not w.endswith(HYPHENS)))


def lines_to_passage(lines: Sequence[Line], spelling: Spelling) -> Passage:
    """The lines' text in one, joined by a space or made whole at a hyphen."""
    text, placed = "", list[PlacedWord]()
    for line in lines:
        passage = line.passage
        if not passage.text:
            continue
        if text:
            text, placed = _close_line(text, placed, passage.text, spelling)
        shift = len(text)
        text += passage.text
        placed += [
            PlacedWord(w.start + shift, w.end + shift, w.page_number, w.bbox) for w in passage.words
        ]
    return Passage(text, tuple(placed))


def _close_line(
    text: str, placed: list[PlacedWord], following: str, spelling: Spelling
) -> tuple[str, list[PlacedWord]]:
    """The text so far, ready for the next line to be put behind it."""
    last = text.rsplit(" ", 1)[-1]
    if last.endswith("/") and len(last) > 1:
        return text, placed
    if not last.endswith(HYPHENS) or len(last) < 2 or not last[-2].isalnum():
        return text + " ", placed
    joint = spelling.join(last[:-1], following.split(" ", 1)[0])
    if joint:
        return text[:-1] + joint, placed
    final = placed[-1]
    shorter = PlacedWord(final.start, final.end - 1, final.page_number, final.bbox)
    return text[:-1], [*placed[:-1], shorter]
