"""The options and arguments of the commands, each with its name, type and help."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from prestatie_extract.cli.configured import ConfigOption
from prestatie_extract.cli.sizes import check_licence, parse_size
from prestatie_extract.read import OcrMode


class FailOn(StrEnum):
    """The mildest severity of a finding that makes the exit code 3."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Engine(StrEnum):
    """Where documents are converted."""

    LOCAL = "local"
    DASK = "dask"


class TableFormat(StrEnum):
    """What the tables are written as."""

    PARQUET = "parquet"
    CSV = "csv"


Config = ConfigOption


def parse_path(text: str) -> Path:
    """The path; the current folder must be named, as ".".

    Raises:
        typer.BadParameter: it is empty, as a variable that is not set.
    """
    if not str(text).strip():
        raise typer.BadParameter("a path is empty: is a variable not set that should hold it?")
    return Path(text)


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files (PDF, .txt, .md), folders or glob patterns; URLs too, as s3://bucket/raw. "
        "Without it those of prestatie.toml.",
    ),
]
Out = Annotated[
    str,
    typer.Option(
        "--out",
        metavar="DIR",
        help="Where json/ and parquet/ are written; or a URL. Without it that of prestatie.toml.",
    ),
]
Format = Annotated[
    list[TableFormat] | None,
    typer.Option("--format", help="csv: the tables as CSV too, in csv/; parquet is always there."),
]
Licence = Annotated[
    str,
    typer.Option(
        "--licence",
        metavar="ID",
        callback=check_licence,
        help="The licence that the data package names, as CC-BY-4.0.",
    ),
]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option("--fail-on", help="Exit with 3 where a finding is at least this severe."),
]
Jobs = Annotated[
    int,
    typer.Option("--jobs", metavar="N", min=0, help="Documents at a time; 0 is one a core."),
]
Ocr = Annotated[
    OcrMode,
    typer.Option("--ocr", help="Read pictures and unusable text by OCR, if it is installed."),
]
Model = Annotated[
    str,
    typer.Option(
        "--model",
        metavar="DIR|none",
        help="A trained spaCy pipeline instead of the one that is shipped; none: rules alone.",
    ),
]
CorrectionsOption = Annotated[
    str,
    typer.Option(
        "--corrections",
        metavar="DIR|none",
        help="Folder of .yaml corrections; without it corrections/ where that exists.",
    ),
]
VocabularyOption = Annotated[
    str,
    typer.Option(
        "--vocabulary",
        metavar="DIR|none",
        help="Folder of CSV tables whose rows are added to the shipped words.",
    ),
]
Timeout = Annotated[
    float,
    typer.Option("--timeout", metavar="SECONDS", min=0.001, help="Stop a document after so long."),
]
Memory = Annotated[
    int,
    typer.Option(
        "--memory", metavar="SIZE", parser=parse_size, help="Stop a document that needs more."
    ),
]
EngineOption = Annotated[
    Engine, typer.Option("--engine", help="Processes of this machine, or a Dask cluster.")
]
Scheduler = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="URL", help="The Dask scheduler, as tcp://host:8786."),
]
Prune = Annotated[
    bool, typer.Option("--prune", help="Take out documents that are no longer in the input.")
]
RetryFailed = Annotated[bool, typer.Option("--retry-failed", help="Try failed documents again.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
Log = Annotated[
    Path | None, typer.Option("--log", metavar="FILE", help="Append what happens to a file.")
]
Folder = Annotated[
    Path,
    typer.Argument(
        metavar="DIR",
        help="An output folder, with parquet/ in it. Without it that of prestatie.toml.",
    ),
]
Database = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Where to write; prestatieafspraken.duckdb in DIR."),
]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A PDF, .txt or .md file.")]
