from __future__ import annotations

import re
from pathlib import Path

from prestatie_extract.findings import load_groups, load_kinds
from prestatie_extract.findings.documentation import DOCUMENTATION, describe_findings, help_link

ROOT = Path(__file__).resolve().parents[2]
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
LINE_MAX = 130  # columns of Markdown


def test_page_is_that_of_the_table() -> None:
    """`make docs` writes it."""
    assert (ROOT / DOCUMENTATION).read_text("utf-8") == describe_findings()


def test_every_code_has_an_anchor_and_its_words() -> None:
    """In the order of the table; links into the page lead somewhere."""
    text = (ROOT / DOCUMENTATION).read_text("utf-8")
    headings = HEADING.findall(text)
    assert [heading for heading in headings if heading in load_kinds()] == list(load_kinds())
    anchors = {heading.casefold().replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\(#([^)]+)\)", text)) <= anchors
    unbroken = " ".join(text.split())
    for kind in load_kinds().values():
        assert kind.meaning in unbroken
        assert kind.advice in unbroken
        assert kind.label_nl in unbroken
        assert help_link(kind.code).split("#")[1] in anchors
    assert all(group.title in headings for group in load_groups())


def test_lines_are_not_long() -> None:
    assert max(len(line) for line in describe_findings().splitlines()) <= LINE_MAX
