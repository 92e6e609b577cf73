"""Inline markup of converter text: HTML tags, markdown emphasis, footnote marks."""

from __future__ import annotations

import html
import re

SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
DROPPED_TAG = re.compile(
    r"</?(?:u|em|i|span|div|font|a|p|ul|ol|li|b|strong|sub|sup|br|mark|small)\b[^>]*>",
    re.IGNORECASE,
)
IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>", re.IGNORECASE)
LINK = re.compile(r"\[([^\]^]+)\]\((?:https?:|mailto:|#)[^)]*\)")
EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])")
"""**bold**, *italic*, _italic_; not the star of "toegankelijk*"."""
FOOTNOTE_MARK = re.compile(
    rf"""
      (?<!\bm)(?<!\bkm)[{SUPERSCRIPT_DIGITS}]+    # 2023¹, but not m²
    | \s?\^\[\d{{1,3}}\]                          # ambities. ^[1]
    | \s?\[\^\d{{1,3}}\]                          # markdown's own: [^1]
    | \s?<sup>\s*\d{{1,3}}\s*</sup>               # omschrijven<sup>1</sup>
    """,
    re.VERBOSE | re.IGNORECASE,
)
RAISED_LETTERS = re.compile(
    r"\s?\^\{?([a-z]{1,3})\}?\b|<sup>\s*([a-z]{1,3})\s*</sup>", re.IGNORECASE
)
"""The ordinal ending of "2 ^e jaar", "1<sup>ste</sup>"."""


PIPE_ROW = re.compile(r"(?m)^\s*\|.*\|\s*$")
"""A table row in markdown."""


def clean_inline(text: str) -> str:
    """The running text: no tags, emphasis, images or footnote marks; white space folded."""
    text = IMAGE.sub(" ", text)
    text = FOOTNOTE_MARK.sub("", text)
    text = RAISED_LETTERS.sub(lambda m: m[1] or m[2], text)
    return _fold(_strip_emphasis(html.unescape(DROPPED_TAG.sub("", LINK.sub(r"\1", text)))))


def _strip_emphasis(text: str) -> str:
    before = None
    while before != text:
        before, text = text, EMPHASIS.sub(r"\2", text)
    return text


def _fold(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def is_bold(text: str) -> bool:
    """Whether the whole text is set in bold, by markdown or HTML."""
    text = re.sub(r"</?(?:p|u|span)\b[^>]*>", "", text).strip()
    return bool(
        re.fullmatch(r"(\*\*|__)(?:(?!\1).)+\1", text)
        or re.fullmatch(r"<(b|strong)>(?:(?!</\1>).)+</\1>", text, re.IGNORECASE)
        or re.fullmatch(r"(\*\*\*|\*\*_|_\*\*).+(\*\*\*|_\*\*|\*\*_)", text)
    )


def is_italic(text: str) -> bool:
    """Whether the whole text is set in italics."""
    text = re.sub(r"</?p\b[^>]*>", "", text).strip()
    return bool(
        re.fullmatch(r"([*_])(?![*_])(?:(?!\1).)+\1", text)
        or re.fullmatch(r"<(i|em)>.+</\1>", text)
    )


def count_printed(text: str) -> int:
    """Printed characters, white space not counted; footnote marks count, markup does not."""
    text = IMAGE.sub(" ", text)
    text = re.sub(r"(?m)^\s*#{1,6}\s", "", text)
    text = re.sub(r"(?m)^[\s|:\-]*-{2,}[\s|:\-]*$", "", text)
    text = PIPE_ROW.sub(lambda m: m[0].replace("|", " "), text)
    text = _strip_emphasis(html.unescape(DROPPED_TAG.sub("", LINK.sub(r"\1", text))))
    return len(re.sub(r"\s", "", text))
