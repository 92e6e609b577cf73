"""Texts of documents where they could format, link or notify."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from prestatie_extract.printable import escape_markdown, to_printable

NO_WIDTH = "\u200b"
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HOSTILE = "<>&\"'`*_~|[]()#@!$^=\\/:.-+1aW "
PAYLOADS = (
    "<script>alert(1)</script>", "![x](http://x.nl/y.png)", "[klik](javascript:alert(1))",
    "`code`", "a|b", "**vet**", "~~weg~~", "&lt;b&gt;", "$x$", "\\", "<!-- x", "a\\|b",
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.text(st.one_of(st.sampled_from(HOSTILE), st.characters()), max_size=40),
        st.sampled_from(PAYLOADS),
    )
)
def test_markdown_shows_the_text_and_does_nothing_else(text: str) -> None:
    """No element, no link, no picture."""
    shown = " ".join(to_printable(text).replace(NO_WIDTH, "").split())
    rendered = MARKDOWN.renderInline(f"x {escape_markdown(shown)} x")
    assert not re.search(r"<(?!/?p>)", rendered)
    assert html.unescape(rendered).replace(NO_WIDTH, "") == f"x {shown} x"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("vraag @iemand", f"@{NO_WIDTH}iemand", id="mention"),
        pytest.param("a@b.nl", f"@{NO_WIDTH}b", id="mail"),
        pytest.param("zie #12", f"#{NO_WIDTH}12", id="issue"),
        pytest.param("org/repo#3", f"#{NO_WIDTH}3", id="issue-elsewhere"),
        pytest.param("GH-12", f"GH-{NO_WIDTH}12", id="issue-by-name"),
        pytest.param("https://x.nl", f"https:{NO_WIDTH}//x.nl", id="address"),
        pytest.param("WWW.x.nl", f"WWW.{NO_WIDTH}x.nl", id="address-without-scheme"),
    ],
)
def test_markdown_notifies_and_links_nobody(text: str, shown: str) -> None:
    """Platforms look for names and addresses in what is shown, so that escaping is not enough."""
    assert shown in html.unescape(MARKDOWN.renderInline(escape_markdown(text)))


def test_plain_text_stays_plain() -> None:
    assert escape_markdown("12.30, t/m 2030: 5-10 €") == "12.30, t/m 2030: 5-10 €"
