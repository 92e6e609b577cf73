from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.diff.builders import Chapters, make_record
from tests.diff.pairs import OLD, SALE

from prestatie_extract.diff import CLASSES, Form, compare, render
from prestatie_extract.diff.as_html import STYLE
from prestatie_extract.diff.as_markdown import CHARS_MAX
from prestatie_extract.diff.outcome import Comparison
from prestatie_extract.diff.words import to_legible

BUILD = "De corporaties bouwen samen maximaal {} woningen in de wijk De Hoven."
HOSTILE = "<>&\"'`*_~|[]()#@!\\/:.-+1aW \n\x1b\u202e"
SAID = st.text(st.one_of(st.sampled_from(HOSTILE), st.characters()),
               min_size=1, max_size=40)  # fmt: skip
MARKDOWN_TAGS = frozenset(
    (
        "",
        "h2",
        "h3",
        "h4",
        "p",
        "ul",
        "li",
        "strong",
        "s",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    )
)
PAYLOADS = (
    "<script>alert(1)</script>", "</span></p><img src=x onerror=alert(1)>", "![x](http://x.nl/y.png)",
    "[klik](javascript:alert(1))", "@gemeente", "#12", "GH-12", "http://x.nl", "www.x.nl", "`code`",
    "a|b", "**vet**", "~~weg~~", "&lt;b&gt;", "$x$", "\\", "<!-- x", "a@b.nl", "org/repo#3",
)  # fmt: skip


def make_comparison(said: str = "", amount: int = 150) -> Comparison:
    """Of every class something, with `said` wherever a document can put words."""
    old = {f"1|Wonen {said}": [("1", f"{BUILD.format(180)} {said}"), ("2", f"{SALE} {said}")]}
    new: Chapters = {
        f"1|Wonen {said}": [(f"1{said}", f"{BUILD.format(amount)} {said}"), ("3", f"Nieuw: {said}")]
    }
    tag = {"theme": "betaalbaarheid", "horizon": said, "context": {"toelichting": said}}
    facts = {"title": said, "municipality": f"Merendaal {said}", "source_path": f"{said}.pdf"}
    changes: Mapping[str, Mapping[str, Any]] = {f"1{said}": tag}
    made = make_record(new, changes=changes, **facts)
    return compare([make_record(old)], [made], is_given=True)


def test_text_says_what_changed() -> None:
    """The text form has the number, the words and the counts on lines of their own."""
    lines = render(make_comparison(), Form.TEXT).splitlines()
    assert "        maximaal 180 → 150 woningen" in lines
    assert (
        "        De corporaties bouwen samen maximaal [-180-] {+150+} woningen in de wijk De Hoven."
        in lines
    )
    assert lines[-1] == "1 document: 1 changed, 1 new, 1 dropped"


def test_only_the_classes_asked_for_are_shown() -> None:
    """What is left out is counted all the same."""
    text = render(make_comparison(), Form.TEXT, ["new"])
    assert "Nieuw:" in text
    assert "maximaal" not in text
    assert "1 changed, 1 new, 1 dropped" in text


def test_json_has_the_keys_that_are_documented() -> None:
    """A pair in JSON tells both sides, the words, the numbers and the tags."""
    content = json.loads(render(make_comparison(), Form.JSON))
    assert content["counts"]["changed"] == 1
    (document,) = content["documents"]
    pair = document["pairs"][0]
    assert list(pair) == [
        "class", "old", "new", "similarity", "moved", "only", "words", "targets", "fields", "near",
    ]  # fmt: skip
    assert pair["targets"][0]["says"] == "maximaal 180 → 150 woningen"
    assert {p["class"] for p in document["pairs"]} <= set(CLASSES)


@pytest.mark.parametrize("form", Form)
def test_same_input_gives_the_same_bytes(form: Form) -> None:
    """Nothing in a rendering depends on when or where it is made."""
    assert render(make_comparison("x"), form) == render(make_comparison("x"), form)


class Tags(HTMLParser):
    """The elements and attributes of a page, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[tuple[str, str | None, str | None]] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen |= {(tag, *attribute) for attribute in attrs} or {(tag, None, None)}

    def handle_data(self, data: str) -> None:
        self.text += data


def read_page(said: str) -> Tags:
    tags = Tags()
    tags.feed(render(make_comparison(said), Form.HTML).replace(STYLE, ""))
    return tags


@settings(max_examples=40, deadline=None)
@given(st.one_of(SAID, st.sampled_from(PAYLOADS)))
def test_page_is_not_changed_by_what_documents_say(said: str) -> None:
    """Whatever a document says, the page shows it and has the elements that it had without it."""
    page = read_page(said)
    assert page.seen <= ALLOWED
    assert " ".join(to_legible(said).split()) in " ".join(page.text.split())


ALLOWED = read_page("x").seen | read_page(";").seen | {("ul", "class", "numbers")}


def test_page_loads_nothing() -> None:
    """The page has a policy that forbids what it does not need, and no address to load from."""
    page = render(make_comparison(), Form.HTML)
    assert "default-src &#x27;none&#x27;; style-src &#x27;sha256-" in page
    assert not re.search(r"<script|src=|href=\"[^#]|@import|url\(", page)


@settings(max_examples=30, deadline=None)
@given(st.one_of(SAID, st.sampled_from(PAYLOADS)))
def test_markdown_has_no_other_blocks(said: str) -> None:
    """Whatever a document says, the comment is headings, a table and lists of text."""
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    blocks = markdown.parse(render(make_comparison(said), Form.MARKDOWN))
    tokens = [token for block in blocks for token in (block, *(block.children or ()))]
    assert {token.tag for token in tokens} <= MARKDOWN_TAGS
    assert {token.type for token in tokens}.isdisjoint({"html_block", "html_inline", "fence"})


def test_table_of_markdown_keeps_its_columns() -> None:
    """A bar in the name of a town makes no column."""
    lines = render(make_comparison("a|b"), Form.MARKDOWN).splitlines()
    rows = [re.sub(r"\\\|", "", line).count("|") for line in lines if line.startswith("|")]
    assert set(rows) == {len(CLASSES) + 2}


def test_markdown_fits_in_a_comment() -> None:
    """A long comparison is cut where a comment would be full, and says so."""
    texts = [(str(n), f"{n} " * 150) for n in range(200)]
    markdown = render(
        compare([make_record({"1|A": texts})], [make_record(OLD)], is_given=True), Form.MARKDOWN
    )
    assert len(markdown) < CHARS_MAX + 2000
    assert "This is not all" in markdown
