"""Running headers, footers and page numbers, found by repetition and position."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from prestatie_extract.geometry import BBox
from prestatie_extract.layout.lines import Line
from prestatie_extract.page import Page

MARGIN_RATIO = 0.12  # of the page height; headers of 9 documents lie within 0.09
REPEAT_PAGES_MIN = 2
REPEAT_SHARE = 0.25  # of the pages; odd and even pages may differ, chapters may change the text
PLACE_TOLERANCE = 6.0  # points between the same line on two pages

PAGE_NUMBER = re.compile(
    r"^[-–—\s]*(?:(?:pagina|pag\.?|blz\.?|p\.)\s*)?(\d{1,3})(?:\s*(?:van|/|\|)\s*\d{1,3})?[-–—\s]*$",
    re.IGNORECASE,
)

NUMBER = re.compile(r"\d{1,9}")  # of more digits than a number of pages or years ever has


def find_furniture(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> set[Line]:
    """The lines that are page furniture, of the lines of each page.

    A line in the top or bottom margin is furniture where the same words, digits aside, stand in
    the same place on other pages, or where it is a page number that counts along.
    """
    places: dict[Line, float] = {}
    for page, page_lines in zip(pages, lines, strict=True):
        found = {line: _margin_place(line, page) for line in page_lines}
        places |= {line: place for line, place in found.items() if place is not None}
    return _repeated(places, len(pages)) | _page_numbers(places)


def in_margin(bbox: BBox, page: Page) -> bool:
    """Whether a word stands where headers and footers do."""
    margin = MARGIN_RATIO * page.height
    return bbox.bottom <= margin or bbox.top >= page.height - margin


def _margin_place(line: Line, page: Page) -> float | None:
    """How far from the top of the page a header starts, or, negative, from its bottom a footer.

    `None` for a line in neither margin.
    """
    margin = MARGIN_RATIO * page.height
    if line.bbox.bottom <= margin:
        return line.bbox.top
    return line.bbox.top - page.height if line.bbox.top >= page.height - margin else None


def _shape(line: Line) -> tuple[str, ...]:
    """What stands around the line's numbers: ("pagina ", " van ", "")."""
    return tuple(NUMBER.split(line.text.casefold()))


def _repeated(places: Mapping[Line, float], page_count: int) -> set[Line]:
    alike: dict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in places:
        alike[_shape(line)].append(line)
    needed = max(REPEAT_PAGES_MIN, REPEAT_SHARE * page_count)
    found: set[Line] = set()
    for shape, lines in alike.items():
        if any(shape):
            found.update(_running(_by_place(lines, places), needed))
    return found


def _by_place(lines: Sequence[Line], places: Mapping[Line, float]) -> list[tuple[float, Line]]:
    return sorted(((places[line], line) for line in lines), key=lambda placed: placed[0])


def _running(placed: Sequence[tuple[float, Line]], needed: float) -> Iterator[Line]:
    """The lines that stand at the same place on enough pages; `placed` is in order of place."""
    heights = [place for place, _ in placed]
    verdicts: dict[tuple[int, int], bool] = {}
    for place, line in placed:
        first = bisect_left(heights, place - PLACE_TOLERANCE)
        end = bisect_right(heights, place + PLACE_TOLERANCE)
        if (first, end) not in verdicts:
            near = [other for _, other in placed[first:end]]
            is_often = len({other.page_number for other in near}) >= needed
            verdicts[first, end] = is_often and _counts_along(near)
        if verdicts[first, end]:
            yield line


def _counts_along(lines: Sequence[Line]) -> bool:
    """Whether the numbers of alike lines stay the same or go up by one a page.

    Others head what they stand above: "Afspraak 2" on one page, "Afspraak 5" on the next.
    """
    numbers = [[int(n) for n in NUMBER.findall(line.text)] for line in lines]
    return all(
        _is_usual(column)
        or _is_usual([n - ln.page_number for n, ln in zip(column, lines, strict=True)])
        for column in zip(*numbers, strict=True)
    )


def _is_usual(values: Sequence[int]) -> bool:
    """Whether most of them are the same: a title may differ on a page of its own."""
    return Counter(values).most_common(1)[0][1] * 2 > len(values)


def _page_numbers(lines: Iterable[Line]) -> set[Line]:
    """Lone numbers that differ from their page's number by what most of them differ by."""
    offsets: dict[Line, int] = {}
    for line in lines:
        match = PAGE_NUMBER.match(line.text)
        if match:
            offsets[line] = int(match[1]) - line.page_number
    if not offsets:
        return set()
    usual, _ = Counter(offsets.values()).most_common(1)[0]
    return {line for line, offset in offsets.items() if offset == usual}
