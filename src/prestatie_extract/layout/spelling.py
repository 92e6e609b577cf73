"""Lines to running text: words hyphenated at a line end made whole, real hyphens kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from prestatie_extract.document import Passage, PlacedWord
from prestatie_extract.layout.lines import Line
from prestatie_extract.page import Word

HYPHENS = ("-", "\u2010", "\u00ad")
CONJUNCTIONS = frozenset(
    {"en", "of", "tot", "als", "dan", "danwel", "c.q.", "respectievelijk", "noch"}
)
"""Words behind a hanging hyphen: "zorg- en welzijnspartijen", "door- of uitstroom"."""
PUNCTUATION = ".,;:!?()[]\"'“”‘’„"


JOINED_PAIRS_MIN = 3  # different words cut at a line end that the document spells whole elsewhere
HYPHENATED_SHARE = 0.015  # of the lines; real hyphens end 0.008 of them, a typesetter's 0.05 and up
HYPHENATED_SHARE_SURE = 0.03


@dataclass(frozen=True)
class Spelling:
    """The words the document itself spells within a line."""

    words: frozenset[str]
    is_hyphenated: bool
    """Whether the typesetter cuts words; if not, each hyphen at a line end is the author's."""
    hyphen_prefixes: frozenset[str] = frozenset()
    """First parts of words with a hyphen: "wlz" of "Wlz-zorg"."""

    def join(self, left: str, right: str) -> str:
        """What stands between a word that ends a line in a hyphen and the next: "", "-" or "- ".

        The document's own spelling decides; a word it spells nowhere is taken as hyphenated by
        the typesetter, unless a capital or a digit asks for the hyphen.
        """
        bare_left, bare_right = left.strip(PUNCTUATION), right.strip(PUNCTUATION)
        if bare_right.casefold() in CONJUNCTIONS:
            return "- "
        if f"{bare_left}-{bare_right}".casefold() in self.words:
            return "-"
        if not self.is_hyphenated:
            return "-" if self._knows(bare_left) or self._knows(bare_right) else ""
        if f"{bare_left}{bare_right}".casefold() in self.words:
            return ""
        is_plain = bare_left.isalpha() and bare_right[:1].islower() and not bare_left.isupper()
        return "" if is_plain and bare_left.casefold() not in self.hyphen_prefixes else "-"

    def _knows(self, part: str) -> bool:
        """Whether the part of a word is a word of its own: the author wrote the hyphen then."""
        return not part.isalpha() or part.isupper() or part.casefold() in self.words


def learn_spelling(pages: Iterable[Sequence[Word]]) -> Spelling:
    """The spelling of a document from the words of its pages in stream order."""
    words: set[str] = set()
    pairs: list[tuple[str, str]] = []
    line_count = 1
    for page in map(_with_hyphens, pages):
        words.update(_bare(w.text) for w in page[:1])
        for a, b in pairwise(page):
            starts_line = b.bbox.top >= a.bbox.y_mid
            line_count += starts_line
            if (
                starts_line
                and a.text.endswith(HYPHENS)
                and len(a.text) > 1
                and b.text[:1].islower()
            ):
                pairs.append((_bare(a.text[:-1]), _bare(b.text)))
            else:
                words.add(_bare(b.text))
    whole = frozenset(w for w in words if not w.endswith(HYPHENS))
    prefixes = frozenset(w.split("-", 1)[0] for w in whole if "-" in w)
    return Spelling(whole, _is_hyphenated(pairs, whole, line_count), prefixes)


def _with_hyphens(page: Sequence[Word]) -> list[Word]:
    """The words, a hyphen that is set in another font than its word put behind it."""
    found: list[Word] = []
    for word in page:
        if word.text in HYPHENS and found and found[-1].stream_end == word.stream_start:
            found[-1] = replace(found[-1], text=found[-1].text + word.text)
        else:
            found.append(word)
    return found


def _bare(word: str) -> str:
    return word.strip(PUNCTUATION).casefold()


def _is_hyphenated(
    pairs: Sequence[tuple[str, str]], words: frozenset[str], line_count: int
) -> bool:
    cut = [p for p in pairs if p[1] not in CONJUNCTIONS]
    joined = {p for p in cut if f"{p[0]}{p[1]}" in words}
    share = len(cut) / line_count
    return share >= HYPHENATED_SHARE_SURE or (
        len(joined) >= JOINED_PAIRS_MIN and share >= HYPHENATED_SHARE
    )


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
