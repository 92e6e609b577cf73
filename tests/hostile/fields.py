"""Text that stands in form fields and annotations instead of in the page."""

from __future__ import annotations

from collections.abc import Sequence

from tests.hostile.assembly import LINES, form_object, one_page, show_lines
from tests.hostile.registry import Register

BUILDERS = Register()


def _text_field(appearance: Sequence[bytes]) -> bytes:
    """A form field that holds the text; `appearance` is object 7, if it has one."""
    value = b"\\n".join(LINES)
    shown = b"/AP<</N 7 0 R>>" if appearance else b""
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(%b)/Rect[0 0 595 842]%b>>" % (value, shown)
    forms = b"/AcroForm<</Fields[6 0 R]/DA(/F1 11 Tf)/DR<</Font<</F1 5 0 R>>>>>>"
    return one_page(b"", page=b"/Annots[6 0 R]", catalog=forms, more=[field, *appearance])


@BUILDERS.add
def field_without_appearance() -> bytes:
    """Elsewhere: all text is the value of a form field, which a viewer has yet to draw."""
    return _text_field([])


@BUILDERS.add
def field_with_appearance() -> bytes:
    """Elsewhere: all text is a form field, drawn by its appearance."""
    return _text_field([form_object(show_lines(*LINES), b"/Font<</F1 5 0 R>>")])


@BUILDERS.add
def field_cycle() -> bytes:
    """Endless walk: a form field that is its own kid and parent."""
    field = b"<</FT/Tx/T(a)/Kids[6 0 R]/Parent 6 0 R>>"
    return one_page(catalog=b"/AcroForm<</Fields[6 0 R]>>", more=[field])


@BUILDERS.add
def annotation_only() -> bytes:
    """Elsewhere: all text is a note that somebody put on an empty page."""
    note = b"<</Type/Annot/Subtype/FreeText/Contents(%b)/Rect[0 0 595 842]>>" % b"\\n".join(LINES)
    return one_page(b"", page=b"/Annots[6 0 R]", more=[note])
