"""Text of odd characters, numbers, dates and lengths."""

from __future__ import annotations

from tests.hostile.assembly import (
    A4,
    FIRST_EXTRA,
    LINES,
    one_page,
    packed_stream,
    page_object,
    show_lines,
    stream_object,
    tree,
)
from tests.hostile.registry import Register
from tests.hostile.text_maps import FIRST_ODD, mapped_font, to_unicode_map

BUILDERS = Register()


def _mapped(*odd: str) -> bytes:
    """`LINES` with the odd texts before, inside and behind words, each by one character code."""
    targets = [text.encode("utf-16-be", "surrogatepass") for text in odd]
    codes = bytes(range(FIRST_ODD, FIRST_ODD + len(odd)))
    lines = [codes + line.replace(b" ", codes + b" " + codes) + codes for line in LINES]
    sparse = [line.replace(b"e", b"e" + codes[:1]) for line in LINES]
    font = mapped_font()
    return one_page(
        show_lines(*lines, *sparse), font=font, more=[stream_object(to_unicode_map(targets))]
    )


@BUILDERS.add
def text_high_surrogate() -> bytes:
    """Encoding: text with first halves of surrogate pairs that lack the second."""
    return _mapped("\ud800", "\udbff")


@BUILDERS.add
def text_low_surrogate() -> bytes:
    """Encoding: text with second halves of surrogate pairs that lack the first."""
    return _mapped("\udc00", "\udfff")


@BUILDERS.add
def text_surrogates_exchanged() -> bytes:
    """Encoding: text with the halves of surrogate pairs in the wrong order."""
    return _mapped("\udc00\ud800", "\ud83d", "\ude00")


@BUILDERS.add
def text_beyond_bmp() -> bytes:
    """Encoding: text with sound surrogate pairs."""
    return _mapped("\U0001f3e0", "\U0010ffff")


@BUILDERS.add
def text_nul() -> bytes:
    """Encoding: text with NUL, other control characters, non-characters and a byte order mark."""
    return _mapped("\0", "\x01", "\x08", "\x7f", "\x85", "\ufffe", "\uffff", "\ufeff")


@BUILDERS.add
def text_line_ends() -> bytes:
    """Encoding: single characters that are line ends, tabs, form feeds and separators."""
    return _mapped("\n", "\r", "\t", "\x0b", "\x0c", "\x1c", "\x1e", "\u2028", "\u2029")


@BUILDERS.add
def text_bidi_controls() -> bytes:
    """Payload: text whose direction is turned, isolated and overridden."""
    return _mapped("\u202e", "\u202d", "\u2066", "\u2069", "\u200f", "\u061c")


@BUILDERS.add
def text_escape_sequences() -> bytes:
    """Payload: text that clears the terminal and rewrites its title."""
    return _mapped("\x1b[2J", "\x1b]0;gotcha\x07", "\x9b31m", "[bold red]", "[/]")


@BUILDERS.add
def text_formulas() -> bytes:
    """Payload: text that a spreadsheet takes for a formula."""
    formula = b"=cmd|' /C calc'!A0"
    lines = (formula, b"@SUM(1)", b"+1+1", b"-2+3", b"A4. " + formula, b"Gemeente " + formula)
    return one_page(show_lines(*lines, *LINES, b"A5. =HYPERLINK(http://invalid.example) De Linde"))


@BUILDERS.add
def text_invisible() -> bytes:
    """Encoding: zero-width characters and piles of combining ones."""
    return _mapped("\u200b", "\u2060", "\u00ad", "\u0301" * 50, "\ufe0f")


@BUILDERS.add
def text_odd_digits() -> bytes:
    """Numbers: characters that count as digits but are no number, and digits of other scripts."""
    odd = ("²", "①", "٣", "௧", "Ⅻ", "½", "\U0001d7d8", "〇", "㊿", "༳")
    targets = [text.encode("utf-16-be") for text in odd]
    codes = [bytes([FIRST_ODD + i]) for i in range(len(odd))]
    lines = [
        b"A%b. De Linde bouwt %b woningen voor 31 december 202%b, 10%b%% van 2%b00 (%b.%b)."
        % ((code,) * 7)
        for code in codes
    ]
    text = show_lines(*LINES, *lines, *(b"Afspraak %b" % code for code in codes))
    return one_page(text, font=mapped_font(), more=[stream_object(to_unicode_map(targets))])


@BUILDERS.add
def text_long_numbers() -> bytes:
    """Numbers: five thousand digits as number of an agreement, target, year, amount and page."""
    nines = b"9" * 5000
    lines = (
        b"A%b. De Linde bouwt %b woningen in %b." % ((nines,) * 3),
        b"A4. %b De gemeente betaalt %b,%b euro voor 31 december %b." % ((nines,) * 4),
        b"Afspraak %b: ten minste %b%% van de woningen, zie artikel %b." % ((nines,) * 3),
    )
    return one_page(show_lines(*LINES, *lines, font=b"/F1 0.01 Tf"))


@BUILDERS.add
def text_ranges_enormous() -> bytes:
    """Numbers: references to all agreements from the first to the last of a hundred digits."""
    last = b"9" * 100
    lines = (
        b"A4. De Linde werkt volgens afspraak 1 t/m %b en afspraken A1 tot en met A%b."
        % (last, last),
        b"A5. De gemeente betaalt %b tot %b euro, zie afspraak 5 t/m 4." % (last, last),
    )
    return one_page(show_lines(*LINES, *lines))


@BUILDERS.add
def text_numbering_jumps() -> bytes:
    """Memory: numbers of agreements that jump by a billion, with a finding for each gap."""
    lines = [b"A%d. De Linde bouwt 100 woningen in 2026." % (n * 10**9) for n in range(1, 4)]
    return one_page(show_lines(*LINES, *lines))


@BUILDERS.add
def text_zero_divisors() -> bytes:
    """Division: rates, shares and fractions of nothing."""
    lines = (
        b"A4. De Linde meldt elke 0 jaar, 1 keer per 0 maanden en iedere 0 weken de voortgang.",
        b"A5. De Linde wijst 1 op de 0 woningen toe, 1/0 van de woningen en 0/0 deel.",
        b"A6. De gemeente betaalt 0% van 0 euro per 0 woningen, 1 maal in de 0 jaar.",
    )
    return one_page(show_lines(*LINES, *lines))


@BUILDERS.add
def contents_with_odd_digits() -> bytes:
    """Numbers: lines that end in a circled digit set apart, as page numbers in a contents are."""
    rows = b"".join(b"[<%b> -2200 <80>] TJ T*\n" % line.hex().encode() for line in LINES * 2)
    text = show_lines(*LINES) + b"BT /F1 11 Tf 16 TL 60 600 Td %bET" % rows
    cmap = stream_object(to_unicode_map(["①".encode("utf-16-be")]))
    return one_page(text, font=mapped_font(), more=[cmap])


@BUILDERS.add
def header_with_number_sign() -> bytes:
    """Numbers: a page header that has a number on three pages and a number sign on three others."""
    show = b"BT /F1 9 Tf 60 %d Td (%b) Tj ET\n"
    heads = [show % (820, b"Lindermark 2026, pagina %b" % number) for number in (b"3", b"#")]
    page = b"/Contents %d 0 R/MediaBox" + A4
    return tree(
        b"<</Type/Pages/Kids[%b]/Count 6>>" % (b"6 0 R 7 0 R " * 3),
        *(page_object(page % (FIRST_EXTRA + 2 + i)) for i in range(2)),
        *(stream_object(head + show_lines(*LINES)) for head in heads),
    )


@BUILDERS.add
def header_with_long_number() -> bytes:
    """Numbers: a page header with five thousand digits on each of six pages."""
    head = b"BT /F1 0.05 Tf 60 825 Td (Kop %b) Tj ET\n" % (b"9" * 5000)
    return tree(
        b"<</Type/Pages/Kids[%b]/Count 6>>" % (b"6 0 R " * 6),
        page_object(b"/Contents 7 0 R/MediaBox" + A4),
        stream_object(head + show_lines(*LINES)),
    )


@BUILDERS.add
def text_impossible_dates() -> bytes:
    """Numbers: days, months, quarters and years that there are not."""
    lines = (
        b"A4. De Linde bouwt 100 woningen voor 31 februari 2026 en 99-99-9999.",
        b"A5. De gemeente doet dit voor 0 januari 0000, 32-13-2026 of in kwartaal 9 van 2026.",
        b"A6. De Linde sloopt in 9999-1000 en 2029-2026 jaarlijks 0 tot -5 woningen (1e30%).",
        b"Looptijd: 1 januari 2029 tot en met 31 december 2020",
    )
    return one_page(show_lines(*LINES, *lines))


@BUILDERS.add
def text_endless_word() -> bytes:
    """Time: a word of 200,000 letters, and one as long of dots, brackets and hyphens."""
    words = (b"a" * 200_000, b"." * 100_000, b"(" * 100_000, b"-" * 100_000, b"1." * 100_000)
    return one_page(stream=packed_stream(show_lines(*LINES, *words, font=b"/F1 0.001 Tf")))


@BUILDERS.add
def text_endless_list() -> bytes:
    """Time: 3,000 parties in one sentence, and 3,000 commas, ands and numbers."""
    parties = b", ".join(b"Stichting Wonen %d" % i for i in range(3_000))
    lines = (b"Partijen: " + parties, b"en " * 3_000, b"en/of, " * 3_000, b"100 en " * 3_000)
    return one_page(stream=packed_stream(show_lines(*LINES, *lines, font=b"/F1 0.005 Tf")))
