"""From a PDF page's own space to the page as it is shown: origin top left, turned, cropped."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2 as pdfium


@dataclass(frozen=True, slots=True)
class PageFrame:
    """The visible box of a page in its own space, and how far it is turned for reading."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int
    """Degrees clockwise: 0, 90, 180 or 270. Many landscape pages are portrait ones turned by 90."""

    def to_shown(self, x: float, y: float) -> tuple[float, float]:
        """A point's distance from the left and from the top of the page as shown."""
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y


def read_frame(page: pdfium.PdfPage) -> PageFrame:
    """The page's frame; its box is inherited from the page tree where the page has none."""
    left, bottom, right, top = page.get_bbox()
    return PageFrame(left, bottom, right, top, rotation=page.get_rotation())
