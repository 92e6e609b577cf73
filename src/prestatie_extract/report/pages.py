"""The pages of a document with the boxes on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from prestatie_extract.batch import PageFile
from prestatie_extract.report.anchors import box_anchor
from prestatie_extract.report.headings import make_headings, make_numbers
from prestatie_extract.report.views import BoxView, PageView
from prestatie_extract.schema import Record
from prestatie_extract.schema.model import Box

A4 = (595.28, 841.89)  # points; the least that a page without a picture is taken for
MARGIN = 20.0  # points right of and below the last box of such a page


def make_pages(
    record: Record, anchors: Mapping[str, str], files: Mapping[int, PageFile]
) -> tuple[PageView, ...]:
    """The pages that were drawn, and those without a picture that have boxes.

    Args:
        record: of the document.
        anchors: of its agreements and targets.
        files: the pictures by page number.
    """
    boxes = defaultdict(list)
    for page_number, box in _find_boxes(record, anchors):
        boxes[page_number].append(box)
    return tuple(
        _make_page(number, tuple(sorted(boxes[number], key=_depth)), record, files.get(number))
        for number in sorted({*boxes, *files})
    )


def _make_page(
    number: int, boxes: tuple[BoxView, ...], record: Record, file: PageFile | None
) -> PageView:
    if file:
        href = f"{record.document.document_id}/{file.name}"
        return PageView(
            number, file.width, file.height, href, file.pixel_width, file.pixel_height, boxes
        )
    width = max(A4[0], *(box.x + box.width + MARGIN for box in boxes))
    height = max(A4[1], *(box.y + box.height + MARGIN for box in boxes))
    return PageView(number, round(width, 2), round(height, 2), None, 0, 0, boxes)


def _find_boxes(record: Record, anchors: Mapping[str, str]) -> Iterator[tuple[int, BoxView]]:
    numbers = make_numbers(record, make_headings(record))
    for agreement in record.agreements:
        name = f"Afspraak {numbers[agreement.agreement_id] or agreement.ordinal}"
        anchor = anchors[agreement.agreement_id]
        for box in agreement.provenance:
            yield box.page_number, _make_box(box, anchor, name, is_target=False)
        for target in agreement.targets:
            anchor = anchors[target.target_id]
            for box in target.provenance:
                yield box.page_number, _make_box(box, anchor, target.raw, is_target=True)


def _make_box(box: Box, anchor: str, label: str, *, is_target: bool) -> BoxView:
    return BoxView(
        anchor=box_anchor(anchor, box.page_number),
        of=anchor,
        label=label,
        is_target=is_target,
        x=box.x0,
        y=box.top,
        width=round(box.x1 - box.x0, 2),
        height=round(box.bottom - box.top, 2),
    )


def _depth(box: BoxView) -> tuple[bool, float]:
    """Targets above agreements, small boxes above large ones, so that each can be clicked."""
    return box.is_target, -box.width * box.height
