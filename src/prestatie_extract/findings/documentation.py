"""docs/findings.md: every code with what it means and what to do."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from prestatie_extract.findings.kinds import FindingGroup, FindingKind, load_groups

DOCUMENTATION = "docs/findings.md"
"""Where it is in the repository; each code is an anchor there."""
LINE_CHARS = 120

INTRODUCTION = """# Findings

What the program can say about a document, a record, a table or a quality gate. Each finding has
a code that keeps its name, a severity and a message; what the messages mean stands here.

- `info`: good to know, nothing is wrong.
- `warning`: something may be wrong or missing; a look at the page settles it.
- `error`: the document has no usable record, a file is not what the contract promises, or a gate
  is not met.

`--fail-on` names the mildest severity that makes a command fail. The headings are the checks that
JUnit shows. `make docs` writes this page from `src/prestatie_extract/findings/findings.toml`.
"""


def describe_findings() -> str:
    """The page in Markdown: a heading a group, and below it one with an anchor for each code."""
    groups = load_groups()
    return "\n".join([INTRODUCTION, *map(_list, groups), *map(_describe_group, groups)]) + "\n"


def help_link(code: str) -> str:
    """Where the documentation explains `code`."""
    return f"{DOCUMENTATION}#{code}"


def _list(group: FindingGroup) -> str:
    anchor = group.title.casefold().replace(" ", "-")  # as GitHub makes it
    codes = ", ".join(f"[`{kind.code}`](#{kind.code})" for kind in group.kinds)
    return _wrap(f"- [{group.title}](#{anchor}): {codes}", below="  ")


def _describe_group(group: FindingGroup) -> str:
    kinds = "\n".join(line for kind in group.kinds for line in _describe_kind(kind))
    return f"\n## {group.title}\n\n{_wrap(group.about)}\n{kinds}"


def _describe_kind(kind: FindingKind) -> Iterator[str]:
    yield f"\n### {kind.code}\n"
    yield f"`{kind.severity}` · {kind.label_nl}\n"
    if kind.message:
        yield _wrap(f"> {kind.message}", below="> ") + "\n"
    yield _wrap(kind.meaning) + "\n"
    yield _wrap(f"What to do: {kind.advice}")


def _wrap(text: str, below: str = "") -> str:
    return textwrap.fill(
        text, LINE_CHARS, subsequent_indent=below, break_long_words=False, break_on_hyphens=False
    )
