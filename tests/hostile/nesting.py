"""Arrays, dictionaries, graphics states and forms, one in the other without end."""

from __future__ import annotations

from tests.hostile.assembly import (
    DEEP,
    FIRST_EXTRA,
    LINES,
    form_object,
    nested,
    one_page,
    packed_stream,
    show_lines,
)
from tests.hostile.registry import Register

BUILDERS = Register()


@BUILDERS.add
def deep_arrays_in_trailer() -> bytes:
    """Stack: 100,000 arrays in each other in the trailer."""
    return one_page(trailer=b"/Deep" + nested(DEEP, b"[", b"]"))


@BUILDERS.add
def deep_dictionaries_in_trailer() -> bytes:
    """Stack: 100,000 dictionaries in each other in the trailer."""
    return one_page(trailer=b"/Deep" + nested(DEEP, b"<</A", b">>", b" 0"))


@BUILDERS.add
def deep_arrays_in_page() -> bytes:
    """Stack: 100,000 arrays in each other in the page."""
    return one_page(page=b"/Deep" + nested(DEEP, b"[", b"]"))


@BUILDERS.add
def deep_dictionaries_in_page() -> bytes:
    """Stack: 100,000 dictionaries in each other in the page."""
    return one_page(page=b"/Deep" + nested(DEEP, b"<</A", b">>", b" 0"))


@BUILDERS.add
def deep_arrays_in_content() -> bytes:
    """Stack: the operand of a text operator is 100,000 arrays in each other."""
    text = b"BT /F1 11 Tf %b TJ ET\n" % nested(DEEP, b"[", b"]", b"(a)")
    return one_page(text + show_lines(*LINES))


@BUILDERS.add
def deep_dictionaries_in_content() -> bytes:
    """Stack: the properties of marked content are 100,000 dictionaries in each other."""
    mark = b"/Span %b BDC\n" % nested(DEEP, b"<</A", b">>", b" 0")
    return one_page(mark + show_lines(*LINES) + b"EMC")


@BUILDERS.add
def deep_marked_content() -> bytes:
    """Stack: text in 100,000 spans of marked content."""
    return one_page(b"/Span BMC\n" * DEEP + show_lines(*LINES) + b"EMC\n" * DEEP)


@BUILDERS.add
def deep_graphics_state() -> bytes:
    """Memory: a million states saved and never restored."""
    return one_page(stream=packed_stream(b"q " * 1_000_000 + show_lines(*LINES)))


@BUILDERS.add
def unsaved_graphics_state() -> bytes:
    """A million states restored that were never saved."""
    return one_page(stream=packed_stream(b"Q ET EMC " * 1_000_000 + show_lines(*LINES)))


def _forms(levels: int, draws: int) -> bytes:
    """Forms that each draw the next `draws` times; the last shows the text."""
    forms = [
        form_object(b"/X Do " * draws, b"/XObject<</X %d 0 R>>" % (FIRST_EXTRA + level + 1))
        for level in range(levels)
    ]
    last = form_object(show_lines(*LINES), b"/Font<</F1 5 0 R>>")
    return one_page(b"/X Do", resources=b"/XObject<</X 6 0 R>>", more=[*forms, last])


@BUILDERS.add
def deep_forms() -> bytes:
    """Stack: a thousand form XObjects that each draw the next."""
    return _forms(1000, 1)


@BUILDERS.add
def exponential_forms() -> bytes:
    """Time: 40 form XObjects that each draw the next one twice."""
    return _forms(40, 2)


@BUILDERS.add
def form_draws_itself() -> bytes:
    """Endless walk: a form XObject that draws itself."""
    form = form_object(b"/X Do " + show_lines(*LINES), b"/Font<</F1 5 0 R>>/XObject<</X 6 0 R>>")
    return one_page(b"/X Do", resources=b"/XObject<</X 6 0 R>>", more=[form])
