"""The tables as pandas DataFrames, with the joins people need."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from prestatie_extract.errors import NoTables
from prestatie_extract.schema.codes import SCHEMA_VERSION
from prestatie_extract.schema.columns import TableSpec
from prestatie_extract.schema.published import TABLES

if TYPE_CHECKING:
    import pandas as pd

FOLDER = "parquet"
AGAIN = "run prestatie-extract again on the same input"


@dataclass(frozen=True, slots=True)
class Dataset:
    """Every table of an output folder; DATA.md beside the tables says what is in them.

    Columns have pyarrow types, so that numbers with gaps stay whole numbers and dates are dates;
    those with codes are categorical, in the order of the contract.
    """

    documents: pd.DataFrame
    parties: pd.DataFrame
    sections: pd.DataFrame
    agreements: pd.DataFrame
    agreement_parties: pd.DataFrame
    agreement_themes: pd.DataFrame
    agreement_context: pd.DataFrame
    targets: pd.DataFrame
    references: pd.DataFrame
    provenance: pd.DataFrame
    findings: pd.DataFrame
    corrections: pd.DataFrame
    municipalities: pd.DataFrame
    document_municipalities: pd.DataFrame
    organisations: pd.DataFrame
    theme_crosswalk: pd.DataFrame
    theme_matrix: pd.DataFrame
    target_ledger: pd.DataFrame
    reciprocity: pd.DataFrame

    def agreements_with_targets(self) -> pd.DataFrame:
        """A row for each target beside its agreement; an agreement without targets has one row.

        What both tables call the same and mean differently has `target_` in front for the target.
        """
        shared = {"agreement_id", "document_id", "theme"}
        names = [name for name in self.targets if name not in shared]
        renamed = {name: f"target_{name}" for name in names if name in self.agreements}
        targets = self.targets[["agreement_id", *names]].rename(columns=renamed)
        return self.agreements.merge(targets, on="agreement_id", how="left")

    def by_party(self) -> pd.DataFrame:
        """A row for each agreement, party and role (trekker, involved, named), with the party's
        name, type and organisation and the agreement's columns.
        """
        about = ["document_id", "party_id", "organisation_id", "name", "type", "signatory"]
        parties = self.parties[about].rename(columns={"name": "party_name", "type": "party_type"})
        linked = self.agreement_parties.merge(self.agreements, on="agreement_id")
        joined = linked.merge(parties, on=["document_id", "party_id"])
        first = ["party_id", "organisation_id", "party_name", "party_type", "signatory", "role"]
        return joined[[*first, *(name for name in joined if name not in first)]]


def load(folder: str | Path) -> Dataset:
    """The tables that `prestatie-extract run` wrote.

    Args:
        folder: the output folder, or its `parquet` folder.

    Raises:
        NoTables: there are none, or they are of another version.
    """
    return Dataset(**{field.name: load_table(folder, field.name) for field in fields(Dataset)})


def load_table(folder: str | Path, name: str) -> pd.DataFrame:
    """One of the tables, as in `Dataset`.

    Args:
        folder: the output folder, or its `parquet` folder.
        name: of the table.

    Raises:
        NoTables: there are none, or they are of another version.
    """
    [spec] = (table for table in TABLES if table.name == name)
    return _load_table(find_tables(folder), spec)


def find_tables(folder: str | Path) -> Path:
    """The folder that holds the Parquet files.

    Raises:
        NoTables: there are none.
    """
    for place in (Path(folder) / FOLDER, Path(folder)):
        if (place / f"{TABLES[0].name}.parquet").is_file():
            return place
    raise NoTables(
        f"{folder}: no tables here: make them with prestatie-extract run IN --out {folder}"
    )


def find_table(folder: Path, name: str) -> Path:
    """The file of a table.

    Args:
        folder: that of the tables.
        name: of the table.

    Raises:
        NoTables: it is not there, or the system does not let us read it.
    """
    path = folder / f"{name}.parquet"
    try:
        path.open("rb").close()
    except FileNotFoundError as error:
        raise NoTables(f"{path} is missing: {AGAIN}") from error
    except OSError as error:
        raise NoTables(f"{path} cannot be read ({error.strerror}): {AGAIN}") from error
    return path


def _load_table(folder: Path, spec: TableSpec) -> pd.DataFrame:
    import pandas as pd
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = find_table(folder, spec.name)
    try:
        table = pq.read_table(path)
    except (OSError, pa.ArrowInvalid) as error:
        reason = " ".join(str(error).split())
        raise NoTables(f"{path} cannot be read ({reason}): {AGAIN}") from error
    _check_version(path, table.schema.metadata or {}, set(table.column_names), spec)
    frame: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype)
    codes = {column.name: list(column.codes) for column in spec.columns if column.codes}
    return frame.astype({name: pd.CategoricalDtype(values) for name, values in codes.items()})


def _check_version(
    path: Path, metadata: dict[bytes, bytes], columns: set[str], spec: TableSpec
) -> None:
    version = metadata.get(b"schema_version", b"").decode(errors="replace")
    missing = {column.name for column in spec.columns} - columns
    if missing or version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
        raise NoTables(
            f"{path} is of another version ({version or 'unknown'}, not {SCHEMA_VERSION}): {AGAIN}"
        )
