"""Locks, with and without a key."""

from __future__ import annotations

import hashlib

from tests.hostile.assembly import LINES, one_page, show_lines
from tests.hostile.registry import Register

PASSWORD_PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")

BUILDERS = Register()


def _rc4(key: bytes, data: bytes) -> bytes:
    """RC4, as the oldest encryption of PDF has it."""
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, j = bytearray(), 0
    for n, byte in enumerate(data, 1):
        i = n % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def _encrypted(password: bytes) -> bytes:
    """`LINES` encrypted with 40 bits; `password` opens them."""
    padded = (password + PASSWORD_PAD)[:32]
    owner = _rc4(_md5(padded)[:5], padded)
    key = _md5(padded + owner + b"\xfc\xff\xff\xff" + b"0123456789abcdef")[:5]
    user = _rc4(key, PASSWORD_PAD)
    content = _rc4(_md5(key + b"\4\0\0" + b"\0\0")[:10], show_lines(*LINES))
    strings = (owner.hex().encode(), user.hex().encode())
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%b>/U<%b>>>" % strings
    return one_page(content, trailer=lock + b"/ID[(0123456789abcdef)(0123456789abcdef)]")


@BUILDERS.add
def encrypted_with_password() -> bytes:
    """Lock: nobody reads it without the password."""
    return _encrypted(b"geheim")


@BUILDERS.add
def encrypted_with_empty_password() -> bytes:
    """Lock: everybody may read it, the password is empty."""
    return _encrypted(b"")


@BUILDERS.add
def encrypted_by_unknown_handler() -> bytes:
    """Lock: encrypted by a program that nobody else has."""
    lock = b"/Encrypt<</Filter/Made.Up/V 99/R 99/O()/U()/P 0>>/ID[(a)(a)]"
    return one_page(trailer=lock)


@BUILDERS.add
def encrypted_without_keys() -> bytes:
    """Lock: an encryption dictionary of the newest kind with nothing sound in it."""
    lock = b"/Encrypt<</Filter/Standard/V 5/R 6/Length -256/O(a)/U null/P(x)/CF 7>>/ID[7]"
    return one_page(trailer=lock)


@BUILDERS.add
def encryption_cycle() -> bytes:
    """Endless walk: the encryption dictionary is found through itself."""
    lock = b"<</Filter/Standard/V 4/R 4/O 6 0 R/U 6 0 R/P 6 0 R/CF 6 0 R/StmF/A/StrF/A>>"
    return one_page(more=[lock], trailer=b"/Encrypt 6 0 R/ID 6 0 R")
