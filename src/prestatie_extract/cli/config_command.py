"""`prestatie-extract config`: the configuration that counts, with where each value comes from."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from prestatie_extract.cli.exits import errors_on_one_line
from prestatie_extract.cli.output import put_out
from prestatie_extract.cli.printable import say
from prestatie_extract.errors import OutputError


class ConfigFormat(StrEnum):
    """What the configuration is printed as."""

    TOML = "toml"
    JSON = "json"


File = Annotated[
    str,
    typer.Option(
        "--config",
        metavar="FILE|none",
        help="Configuration; without it prestatie.toml where that exists.",
    ),
]
Format = Annotated[
    ConfigFormat,
    typer.Option("--format", help="As TOML, which can be saved as prestatie.toml, or as JSON."),
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        help="A value as if its option stood on the command line, as limits.jobs=2; repeatable.",
    ),
]
Init = Annotated[
    bool, typer.Option("--init", help="Write prestatie.toml with all keys as comments.")
]

HELP = """Print the configuration that counts, and where each value comes from.

The command line goes before PRESTATIE_... in the environment, that before prestatie.toml, that
before the default.

\b
Examples:
  prestatie-extract config
  prestatie-extract config --config ci/prestatie.toml --format json
  PRESTATIE_LIMITS__JOBS=2 prestatie-extract config
  prestatie-extract config --init
"""


def config(
    file: File = "",
    form: Format = ConfigFormat.TOML,
    values: Set = None,
    init: Init = False,
) -> None:
    """Print the configuration that counts, and where each value comes from."""
    with errors_on_one_line():
        if init:
            _write_template()
            return
        from prestatie_extract.configuration.loading import load_configuration
        from prestatie_extract.configuration.printed import to_json, to_toml

        given = dict(_split(value) for value in values or ())
        effective = load_configuration(file or None, command_line=given)
        printed = to_toml(effective) if form is ConfigFormat.TOML else to_json(effective)
        put_out(printed)


def _split(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign or "." not in key:
        raise typer.BadParameter(f"{text!r}: write KEY=VALUE, as limits.jobs=2", param_hint="--set")
    return key.strip(), value.strip()


def _write_template() -> None:
    from prestatie_extract.configuration.model import FILE_NAME
    from prestatie_extract.configuration.printed import to_template

    path = Path(FILE_NAME)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(to_template())
    except FileExistsError:
        raise OutputError(f"{path} is there already: move it away first") from None
    except OSError as error:
        raise OutputError(f"cannot write {path} ({error.strerror})") from error
    say(f"written: {path}")
