"""man/prestatie-extract.1: the manual for `man`, in the macros of man(7)."""

from __future__ import annotations

from collections.abc import Iterable

from tests.published.manual import PROGRAM, Manual, manuals

from prestatie_extract import __version__
from prestatie_extract.cli.surroundings import ENVIRONMENT, FILES
from prestatie_extract.errors import ExitCode


def man_page() -> str:
    """The whole page."""
    whole, *others = manuals()
    parts = [
        f'.TH "{PROGRAM.upper()}" "1" "" "{PROGRAM} {__version__}" "User Commands"',
        ".SH NAME",
        f"{_escape(PROGRAM)} \\- {_escape(whole.description[0].rstrip('.'))}",
        ".SH SYNOPSIS",
        *(line for manual in (whole, *others) for line in (".nf", _escape(manual.synopsis), ".fi")),
        ".SH OPTIONS",
        *_listed((entry.name, entry.meaning) for entry in whole.options),
        *(line for manual in others for line in _command(manual)),
        ".SH EXIT STATUS",
        *_listed((str(int(code)), code.meaning) for code in ExitCode),
        ".SH ENVIRONMENT",
        *_listed(ENVIRONMENT.items()),
        ".SH FILES",
        *_listed(FILES.items()),
    ]
    return "\n".join(parts) + "\n"


def _command(manual: Manual) -> Iterable[str]:
    yield f".SH {_escape(manual.name.removeprefix(PROGRAM).strip().upper())}"
    for paragraph in manual.description:
        yield from (".PP", _escape(paragraph))
    entries = (*manual.arguments, *manual.options)
    yield from _listed((entry.name, entry.meaning) for entry in entries)
    yield from (".PP", "Examples:", ".PP", ".nf", *map(_escape, manual.examples), ".fi")


def _listed(entries: Iterable[tuple[str, str]]) -> Iterable[str]:
    for name, meaning in entries:
        yield from (".TP", f"\\fB{_escape(name)}\\fR", _escape(meaning))


def _escape(text: str) -> str:
    """Text in which troff sees no command, and a hyphen that can be copied."""
    plain = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
