"""Damages a PDF at random, byte by byte or where it hurts, the same way for the same seed."""

from __future__ import annotations

import re
import zlib
from base64 import a85decode, a85encode
from collections.abc import Callable
from random import Random

Mutation = Callable[[bytes, Random], bytes]

STEPS_MAX = 6  # mutations of one file
PLACES_MAX = 8  # that one mutation touches
SPAN_MAX = 400  # bytes
NAME_LETTERS = b"ABCDEFabcdef0#/"
EXTREMES = (
    b"0", b"-1", b"1", b"2147483647", b"2147483648", b"-2147483648", b"4294967296",
    b"9223372036854775808", b"1e300", b"-0.0000000001", b"340282346638528859811704183484516925440",
    b"65535", b"nan", b"99999999999999999999",
)  # fmt: skip
NUMBER = re.compile(rb"(?<![\w.#-])-?\d+(?:\.\d+)?(?![\w.])")
KEY = re.compile(rb"/[A-Z][A-Za-z]+")
REFERENCE = re.compile(rb"\b\d+ \d+ R\b")
XREF_ROW = re.compile(rb"\d{10} \d{5} [nf]")
LENGTH = re.compile(rb"/Length \d+")
STREAM = re.compile(rb"(?<=\bstream\n).+?(?=\s*endstream)", re.DOTALL)
OPERATOR = re.compile(rb"(?<=\s)(?:[BE]T|T[cdDfJjLmrswz*]|cm|re|[a-zA-Z]\*?|BDC|EMC)(?=\s)")
OPERATORS = b"BT ET Tj TJ Tf Td TD Tm T* Tr Tz cm re q Q S f n m l c h W Do BI ID BDC EMC".split()
A85_END = b"~>"
KEEP_SHARES = (1.0, 0.98, 0.9, 0.7, 0.4)  # of changed content, until it packs as small as it was


def mutate(content: bytes, seed: int) -> bytes:
    """`content` after one to `STEPS_MAX` mutations that `seed` picks."""
    random = Random(seed)  # noqa: S311 (repeatable, no secret)
    for _ in range(random.randint(1, STEPS_MAX)):
        content = random.choice(MUTATIONS)(content, random)
    return content


def flip_bytes(content: bytes, random: Random) -> bytes:
    """Some bits turned."""
    changed = bytearray(content)
    for _ in range(random.randint(1, PLACES_MAX) if content else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def delete_span(content: bytes, random: Random) -> bytes:
    """A piece left out."""
    start, end = _pick_span(content, random)
    return content[:start] + content[end:]


def duplicate_span(content: bytes, random: Random) -> bytes:
    """A piece that comes twice, or far more often."""
    start, end = _pick_span(content, random)
    return content[:end] + content[start:end] * random.choice((1, 1, 2, 50)) + content[end:]


def swap_spans(content: bytes, random: Random) -> bytes:
    """Two neighbouring pieces exchanged."""
    start, middle = _pick_span(content, random)
    end = min(len(content), middle + random.randint(0, SPAN_MAX))
    return content[:start] + content[middle:end] + content[start:middle] + content[end:]


def splice_spans(content: bytes, random: Random) -> bytes:
    """A piece overwritten with one from elsewhere in the file."""
    start, end = _pick_span(content, random)
    other, other_end = _pick_span(content, random)
    return content[:start] + content[other:other_end] + content[end:]


def truncate(content: bytes, random: Random) -> bytes:
    """The end missing, seldom more than a little."""
    share = random.choice((0.02, 0.1, 0.5, 1.0)) * random.random()
    return content[: len(content) - int(share * len(content))]


def insert_junk(content: bytes, random: Random) -> bytes:
    """Random bytes, or one byte many times, put in between."""
    at, size = random.randint(0, len(content)), random.randint(1, SPAN_MAX)
    junk = random.choice((random.randbytes(size), random.randbytes(1) * size, b"<<[(" * size))
    return content[:at] + junk + content[at:]


def replace_numbers(content: bytes, random: Random) -> bytes:
    """Numbers at the ends of what number types hold."""
    return _replace_some(NUMBER, content, random, lambda _: random.choice(EXTREMES))


def rename_keys(content: bytes, random: Random) -> bytes:
    """Names with a letter changed, or exchanged for another name of the file."""
    names = KEY.findall(content)

    def rename(name: bytes) -> bytes:
        at = random.randrange(1, len(name))
        letter = bytes([random.choice(NAME_LETTERS)])
        return random.choice((random.choice(names), name[:at] + letter + name[at + 1 :]))

    return _replace_some(KEY, content, random, rename)


def swap_references(content: bytes, random: Random) -> bytes:
    """References that point at what another one points at: cycles and wrong types."""
    found = REFERENCE.findall(content)
    return _replace_some(REFERENCE, content, random, lambda _: random.choice(found))


def corrupt_xref(content: bytes, random: Random) -> bytes:
    """Rows of the xref table with offsets at random, or freed."""

    def corrupt(row: bytes) -> bytes:
        at = random.choice((random.randint(0, len(content)), 0, 9_999_999_999))
        return b"%010d %b %b" % (at, row[11:16], random.choice((b"n", b"n", b"f")))

    return _replace_some(XREF_ROW, content, random, corrupt)


def break_lengths(content: bytes, random: Random) -> bytes:
    """Streams that claim another length."""

    def lie(_: bytes) -> bytes:
        length = random.choice((*EXTREMES, b"%d" % random.randint(0, SPAN_MAX), b"1 0 R"))
        return b"/Length " + length

    return _replace_some(LENGTH, content, random, lie)


def corrupt_streams(content: bytes, random: Random) -> bytes:
    """Bits turned inside streams only: compressed data that breaks off or unfolds to junk."""
    return _replace_some(STREAM, content, random, lambda data: flip_bytes(data, random))


def mutate_operators(content: bytes, random: Random) -> bytes:
    """Compressed streams unpacked, changed and packed again: the file around them stays sound."""
    return _replace_some(STREAM, content, random, lambda data: _repack(data, random))


MUTATIONS: tuple[Mutation, ...] = (
    flip_bytes,
    delete_span,
    duplicate_span,
    swap_spans,
    splice_spans,
    truncate,
    insert_junk,
    replace_numbers,
    rename_keys,
    swap_references,
    corrupt_xref,
    break_lengths,
    corrupt_streams,
    mutate_operators,
)
"""What `mutate` picks from."""


def _repack(data: bytes, random: Random) -> bytes:
    """A Flate stream with other content of the same packed length; others as they are."""
    try:
        is_text = data.endswith(A85_END)
        plain = zlib.decompress(a85decode(data.removesuffix(A85_END)) if is_text else data)
    except (ValueError, zlib.error):
        return data
    for _ in range(random.randint(1, PLACES_MAX)):
        plain = random.choice(CONTENT_MUTATIONS)(plain, random)
    sizes = (int(share * len(plain)) for share in KEEP_SHARES)
    packed = (_pack(plain[:size], is_text=is_text) for size in sizes)
    fitting = next((p for p in packed if len(p) <= len(data)), None)
    return data if fitting is None else fitting.ljust(len(data), b"\n")


def _pack(plain: bytes, *, is_text: bool) -> bytes:
    packed = zlib.compress(plain, 9)
    return a85encode(packed) + A85_END if is_text else packed


def _swap_operators(content: bytes, random: Random) -> bytes:
    """Operators exchanged for others, which find the wrong operands."""
    return _replace_some(OPERATOR, content, random, lambda _: random.choice(OPERATORS))


CONTENT_MUTATIONS: tuple[Mutation, ...] = (
    _swap_operators,
    _swap_operators,
    replace_numbers,
    replace_numbers,
    rename_keys,
    flip_bytes,
    delete_span,
    swap_spans,
    splice_spans,
)
"""What `mutate_operators` does to the unpacked content."""


def _replace_some(
    pattern: re.Pattern[bytes], content: bytes, random: Random, change: Callable[[bytes], bytes]
) -> bytes:
    """`content` with up to `PLACES_MAX` matches of `pattern` changed."""
    places = [match.span() for match in pattern.finditer(content)]
    count = min(len(places), random.randint(1, PLACES_MAX))
    for start, end in sorted(random.sample(places, count), reverse=True):
        content = content[:start] + change(content[start:end]) + content[end:]
    return content


def _pick_span(content: bytes, random: Random) -> tuple[int, int]:
    """Start and end of a piece of at most `SPAN_MAX` bytes."""
    start = random.randint(0, len(content))
    return start, min(len(content), start + random.randint(0, SPAN_MAX))
