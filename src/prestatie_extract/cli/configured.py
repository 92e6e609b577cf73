"""Values of prestatie.toml and the environment as defaults of options: `--config`.

The option is read before the others and makes their defaults; what stands on the command line goes
before them, as it goes before any default.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from prestatie_extract.cli.exits import errors_on_one_line

USUAL_FILE = Path("prestatie.toml")
PREFIX = "PRESTATIE_"

KEYS = {
    "formats": "output.format",
    "licence": "output.licence",
    "ocr": "run.ocr",
    "model": "run.model",
    "corrections": "run.corrections",
    "engine": "run.engine",
    "scheduler": "run.scheduler",
    "log": "run.log",
    "jobs": "limits.jobs",
    "timeout": "limits.timeout",
    "memory": "limits.memory",
    "vocabulary": "vocabulary.dir",
}
"""Parameters that mean the same in all commands, and their keys."""
KEYS_OF: Mapping[str, Mapping[str, str]] = {
    "run": {"inputs": "input.paths", "out": "output.dir", "fail_on": "run.fail_on"},
    "report": {"output": "output.dir", "out": "report.dir", "sources": "report.sources"},
    "db": {"folder": "output.dir"},
    "validate": {"paths": "output.dir", "fail_on": "validate.fail_on"},
}
"""Parameters of one command, and their keys."""
LISTS = frozenset(("formats", "inputs", "paths", "sources"))
"""Parameters that take several values."""


def keys_of(command: str) -> dict[str, str]:
    """The keys that a command's parameters have their defaults from, by name of the parameter."""
    return {**KEYS, **KEYS_OF.get(command, {})}


def use_configuration(context: typer.Context, config: str) -> str:
    """Give the command's parameters the configured values as defaults.

    Loads nothing where nothing is configured, so that a command without configuration starts fast.
    """
    if context.resilient_parsing or not _is_configured(config):
        return config
    with errors_on_one_line():
        from prestatie_extract.configuration.loading import load_configuration

        effective = load_configuration(config or None)
    names = {parameter.name for parameter in context.command.params}
    context.default_map = {
        name: _to_default(name, effective.value_of(key))
        for name, key in keys_of(context.command.name or "").items()
        if name in names and key in effective.origins
    }
    return config


class ConfiguredCommand(TyperCommand):
    """A command that tells of a value that is missing where in prestatie.toml it may stand too."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """What is left of the arguments.

        Raises:
            typer.BadParameter: one is missing, or wrong.
        """
        try:
            return super().parse_args(ctx, args)
        except typer.BadParameter as error:
            key = keys_of(self.name or "").get(getattr(error.param, "name", None) or "")
            if key and not error.message:  # what is missing has no message of its own
                error.message = f"Give it, or set {key} in {USUAL_FILE}."
            raise


def _is_configured(config: str) -> bool:
    return (
        bool(config)
        or USUAL_FILE.is_file()
        or any(n.upper().startswith(PREFIX) for n in os.environ)
    )


def _to_default(name: str, value: Any) -> Any:
    """A value as the command line would give it."""
    if name in LISTS:
        return list(value) if isinstance(value, tuple) else [value]
    return value


ConfigOption = Annotated[
    str,
    typer.Option(
        "--config",
        metavar="FILE|none",
        is_eager=True,
        callback=use_configuration,
        help="Configuration; without it prestatie.toml where that exists.",
    ),
]
