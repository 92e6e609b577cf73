"""The file, the environment and the command line to one configuration.

command line  >  PRESTATIE_… in the environment  >  prestatie.toml  >  default
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import EnvSettingsSource

from prestatie_extract.configuration.faults import describe_faults, find_nearest
from prestatie_extract.configuration.kinds import FOLDER, NONE
from prestatie_extract.configuration.model import (
    ENV_PREFIX,
    FILE_NAME,
    KEYS,
    Configuration,
    FromEnvironment,
    env_name,
)
from prestatie_extract.configuration.places import find_lines
from prestatie_extract.errors import BadConfiguration

FILE_VARIABLE = f"{ENV_PREFIX}CONFIG"
"""The environment variable that names another file."""
LARGEST_FILE_BYTES = 1_000_000  # a file of all keys has 4,000
Values = dict[str, dict[str, Any]]
"""Section, key, value."""
OriginKind = Literal["default", "file", "environment", "command line"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from."""

    kind: OriginKind
    place: str = ""
    """The line of the file, the name of the variable; "" where there is none."""

    def __str__(self) -> str:
        return self.place or self.kind


@dataclass(frozen=True, slots=True)
class Effective:
    """The configuration as it counts."""

    values: Configuration
    origins: Mapping[str, Origin]
    """Of each key that has another value than its default; `origin_of` answers for all."""
    file: Path | None
    """The file that was read; None where there is none."""

    def origin_of(self, key: str) -> Origin:
        """Where the value of a key comes from."""
        return self.origins.get(key, Origin("default"))

    def value_of(self, key: str) -> Any:
        """The value of a key, as `limits.jobs`."""
        section, _, name = key.partition(".")
        return getattr(dict(_named_sections(self.values))[section], name)


@dataclass(frozen=True, slots=True)
class _Layer:
    """One of the places that values come from."""

    values: Values
    origins: Mapping[str, Origin]


def load_configuration(
    file: str | Path | None = None, *, command_line: Mapping[str, object] | None = None
) -> Effective:
    """The configuration that counts, with where each value comes from.

    Paths in the file are relative to its folder, those of the environment and the command line to
    the current folder; all are given as seen from the current folder.

    Args:
        file: the file; where None, the one that PRESTATIE_CONFIG names, else prestatie.toml in the
            current folder, if it is there. "none" for no file.
        command_line: values by key, as `limits.jobs`, that go before all others.

    Raises:
        BadConfiguration: a named file is not there, or a key or value is wrong.
    """
    path = find_file(file)
    layers = [
        *([_load_file(path)] if path else []),
        _load_environment(),
        _check(dict(command_line or {}), Origin("command line")),
    ]
    merged: Values = {}
    origins: dict[str, Origin] = {}
    for layer in layers:
        for section, values in layer.values.items():
            merged.setdefault(section, {}).update(values)
            origins |= {f"{section}.{key}": layer.origins[f"{section}.{key}"] for key in values}
    return Effective(Configuration.model_validate(merged), origins, path)


def find_file(file: str | Path | None = None) -> Path | None:
    """The file to read: the named one, that of PRESTATIE_CONFIG or the usual one.

    Raises:
        BadConfiguration: the file that is named is not there.
    """
    named = str(file or os.environ.get(FILE_VARIABLE, ""))
    if named == NONE:
        return None
    path = Path(named or FILE_NAME)
    if path.is_file():
        return path
    if named:
        raise BadConfiguration(
            f"{path}: no such file: name another with --config, or --config none"
        )
    return None


def _load_file(path: Path) -> _Layer:
    text = _read_text(path)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadConfiguration(f"{path}: not TOML: {error}") from error
    except RecursionError as error:
        raise BadConfiguration(f"{path}: not TOML that can be read: nested too deeply") from error
    lines = find_lines(text)
    places = {key: Origin("file", f"{path}, line {line}") for key, line in lines.items()}
    return _check_layer(
        values, places, Origin("file", str(path)), folder=str(path.parent), is_strict=True
    )


def _read_text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE_BYTES + 1)
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise BadConfiguration(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise BadConfiguration(f"{path}: not UTF-8: save it as UTF-8") from error
    if len(content) > LARGEST_FILE_BYTES:
        raise BadConfiguration(f"{path}: too large to be a configuration: is it another file?")
    return text.replace("\r\n", "\n")


class _Environment(EnvSettingsSource):
    """Reads the variables; a list is JSON, or one plain text."""

    def decode_complex_value(self, field_name: str, field: FieldInfo, value: Any) -> Any:
        if not str(value).lstrip().startswith("["):
            return value  # also "2025", which is a folder here and a number in JSON
        try:
            return super().decode_complex_value(field_name, field, value)
        except ValueError:
            return value


def _load_environment() -> _Layer:
    known = {env_name(key): key for key in KEYS}
    names = sorted(name for name in os.environ if name.upper().startswith(ENV_PREFIX))
    for name in names:
        if name.upper() not in {*known, FILE_VARIABLE}:
            raise BadConfiguration(_tell_variable(name, [*known, FILE_VARIABLE]))
    origins = {
        known[name.upper()]: Origin("environment", name) for name in names if name.upper() in known
    }
    return _check_layer(_Environment(FromEnvironment)(), origins, Origin("environment"))


def _tell_variable(name: str, known: list[str]) -> str:
    near = find_nearest(name, known)
    advice = f"did you mean {near}?" if near else "take it out of the environment"
    return f"{name}: unknown environment variable; {advice}"


def _check(values: Mapping[str, object], origin: Origin) -> _Layer:
    nested: Values = {}
    for key, value in values.items():
        section, _, name = key.partition(".")
        nested.setdefault(section, {})[name] = value
    return _check_layer(nested, dict.fromkeys(values, origin), origin)


def _check_layer(
    values: Mapping[str, Any],
    origins: Mapping[str, Origin],
    whole: Origin,
    *,
    folder: str = "",
    is_strict: bool = False,
) -> _Layer:
    """The layer with values of the right types.

    Raises:
        BadConfiguration: a key is unknown or a value wrong; names all of them, each with its place.
    """
    try:
        checked = Configuration.model_validate(
            values, strict=is_strict, context={FOLDER: "" if folder == "." else folder}
        )
    except ValidationError as error:
        said = (f"{origins.get(key, whole)}: {fault}" for key, fault in describe_faults(error))
        raise BadConfiguration("; ".join(said)) from error
    dumped: Values = checked.model_dump(exclude_unset=True, by_alias=True)
    return _Layer(dumped, {k: origins.get(k, whole) for k in _keys_in(dumped)})


def _keys_in(values: Values) -> Iterator[str]:
    for section, inner in values.items():
        yield from (f"{section}.{key}" for key in inner)


def _named_sections(values: Configuration) -> Iterator[tuple[str, Any]]:
    for name, field in Configuration.model_fields.items():
        yield field.alias or name, getattr(values, name)
