"""Places on pages: boxes inside their page, pages that the document has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prestatie_extract.verify.violations import Node, Violation, tell

PAGE_POINTS_MAX = 14_400.0  # a side; what PDF allows where a page sets no unit of its own
ROUNDING_POINTS = 0.01  # page and box are rounded each for itself

Sizes = Mapping[int, tuple[float, float]]
"""Width and height of a page in points, by its number."""


def check_places(record: Node) -> Iterator[Violation]:
    """Boxes that reach outside their page, and pages that the document does not have."""
    sizes, last = _read_sizes(record), record.child("document").whole("page_count") or 0
    for agreement in record.children("agreements"):
        for node in (agreement, *agreement.children("targets")):
            for box in node.children("provenance"):
                yield from _check_box(box, sizes, last)
    for key in ("sections", "findings"):
        for node in record.children(key):
            page = node.whole("page_number") or 0
            if page > last:
                problem = f"page {page} of a document of {last} pages"
                yield tell("schema_violation", node.at("page_number"), problem=problem)


def _read_sizes(record: Node) -> Sizes:
    sizes: dict[int, tuple[float, float]] = {}
    for page in record.child("coverage").children("pages"):
        width = page.number("width") or PAGE_POINTS_MAX
        height = page.number("height") or PAGE_POINTS_MAX
        sizes[page.whole("page_number") or 0] = width, height
    return sizes


def _check_box(box: Node, sizes: Sizes, last: int) -> Iterator[Violation]:
    page = box.whole("page_number")
    if page is None:
        return
    width, height = sizes.get(page, (PAGE_POINTS_MAX, PAGE_POINTS_MAX))
    is_inside = all(
        -ROUNDING_POINTS <= place <= limit + ROUNDING_POINTS
        for key, limit in (("x0", width), ("x1", width), ("top", height), ("bottom", height))
        if (place := box.number(key)) is not None
    )
    if page > last or not is_inside:
        yield tell("box_outside_page", box.pointer, page=page)
