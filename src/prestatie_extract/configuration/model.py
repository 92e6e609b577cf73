"""The sections and keys of prestatie.toml, each with type, default and meaning.

A key bears the name of the long option that it stands for, where there is one: `--jobs` is
`limits.jobs`. Only folders are called `dir`: that of the output is an argument of some commands
and `--out` of others.
"""

from __future__ import annotations

import typing
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from prestatie_extract.configuration.gates import GatesSection
from prestatie_extract.configuration.kinds import FailOn, Place, Places, Section, Size, TableFormats
from prestatie_extract.configuration.values import parse_licence
from prestatie_extract.verify.gates import Gates

FILE_NAME = "prestatie.toml"
ENV_PREFIX = "PRESTATIE_"
ENV_DELIMITER = "__"


class InputSection(Section):
    """What is converted."""

    paths: Places = ()
    """Files, folders, glob patterns or URLs that `run` takes where it is given none."""


class OutputSection(Section):
    """What is written, and where `report`, `db` and `validate` look for it."""

    dir: Place | None = None
    """Output folder or URL: `--out` of `run`, the argument of `report`, `db` and `validate`."""
    format: TableFormats = ()
    """`csv`: the tables as CSV too; Parquet is always there."""
    licence: Annotated[str, AfterValidator(parse_licence)] = ""
    """Identifier of the licence that the data package names, as `CC-BY-4.0`; empty for none."""


class RunSection(Section):
    """How documents are converted, by `run` and, where it has the option, `show`."""

    ocr: Literal["auto", "never", "force"] = "auto"
    """Which pages are read by OCR, where that is installed."""
    model: Place = ""
    """Folder of a trained spaCy pipeline; empty for the shipped one, `none` for rules alone."""
    corrections: Place = ""
    """Folder of corrections; empty for `corrections/` where that exists, `none` for none."""
    fail_on: FailOn | None = None
    """The mildest severity of a finding that makes the exit code of `run` 3."""
    engine: Literal["local", "dask"] = "local"
    """Processes of this machine, or a Dask cluster."""
    scheduler: str | None = None
    """Address of the Dask scheduler, as `tcp://host:8786`."""
    log: Place | None = None
    """File to which `run` appends what happens."""


class LimitsSection(Section):
    """What a document may use, and how many are done at a time."""

    jobs: Annotated[int, Field(ge=0)] = 0
    """Documents at a time; 0 is one a core."""
    timeout: Annotated[float, Field(ge=0.001)] = 120.0
    """Seconds after which a document is stopped."""
    memory: Size = "2GB"
    """Memory beyond which a document is stopped, as `2GB`."""


class ReportSection(Section):
    """The site that `report` writes."""

    dir: Place | None = None
    """Where the site goes; `report` in the output folder if left out."""
    sources: Places = ()
    """Folders to look for documents that are no longer where they were read."""


class ValidateSection(Section):
    """What `validate` does with what it finds."""

    fail_on: FailOn = "error"
    """The mildest severity of a finding that makes the exit code 3."""


class VocabularySection(Section):
    """Words to add to those that are shipped."""

    dir: Place = ""
    """Folder of CSV tables whose rows are added; empty or `none` for none."""


class Configuration(BaseModel):
    """All of prestatie.toml; a key that is left out has its default."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    input: InputSection = InputSection()
    output: OutputSection = OutputSection()
    run: RunSection = RunSection()
    limits: LimitsSection = LimitsSection()
    report: ReportSection = ReportSection()
    validate_: ValidateSection = Field(ValidateSection(), alias="validate")
    gates: GatesSection = GatesSection()
    vocabulary: VocabularySection = VocabularySection()

    def to_gates(self) -> Gates:
        """The quality gates that `verify` asks for."""
        return Gates(**dict(self.gates))


class FromEnvironment(BaseSettings, Configuration):
    """The same, as `EnvSettingsSource` reads it; it only tells the names and is never made."""

    model_config = SettingsConfigDict(
        env_prefix=ENV_PREFIX,
        env_prefix_target="all",
        env_nested_delimiter=ENV_DELIMITER,
        env_ignore_empty=True,
    )


SECTIONS: dict[str, type[Section]] = {
    field.alias or name: typing.cast("type[Section]", field.annotation)
    for name, field in Configuration.model_fields.items()
}
"""The sections by their names in the file, in its order."""
KEYS: tuple[str, ...] = tuple(
    f"{name}.{key}" for name, section in SECTIONS.items() for key in section.model_fields
)
"""All keys, as `gates.min_coverage`."""


def env_name(key: str) -> str:
    """The environment variable of a key: "limits.jobs" -> "PRESTATIE_LIMITS__JOBS"."""
    return ENV_PREFIX + key.replace(".", ENV_DELIMITER).upper()
