"""Files and folders that appear whole or not at all."""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from prestatie_extract.errors import OutputError

TABLE_SUFFIXES = frozenset((".parquet", ".csv"))
AT_FDCWD = -100  # linux/fcntl.h
RENAME_EXCHANGE = 2  # linux/fs.h


def write_file(path: Path, content: bytes) -> None:
    """The file with this content, on the disk before it has its name.

    Raises:
        OutputError: the system refused.
    """
    temporary = _temporary(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError as error:
        raise OutputError(_explain(error, path)) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


@contextmanager
def replacing_folder(folder: Path) -> Iterator[Path]:
    """An empty folder that takes the place of `folder` at the end; removed where anything failed.

    Who reads `folder` sees all of the old files or all of the new ones. Files that are no part of
    the set move along: those of another name, but for tables, which may be of an older version.

    Raises:
        OutputError: the system refused to make a folder, to write or to rename.
    """
    temporary = _temporary(folder)
    try:
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir(parents=True)
        yield temporary
        if folder.exists():
            _exchange(temporary, folder)
            _keep_others(temporary, folder)
        else:
            temporary.rename(folder)
    except OSError as error:
        raise OutputError(_explain(error, folder)) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def remove_leftovers(path: Path) -> None:
    """Take away what writers of `path` left that were killed; nobody may be writing it now.

    Args:
        path: a file, a folder that is replaced as a whole, or with `*` several of them.
    """
    for leftover in path.parent.glob(f".{path.name}.*.tmp"):
        if leftover.is_dir() and not leftover.is_symlink():
            shutil.rmtree(leftover, ignore_errors=True)
        else:
            with suppress(OSError):
                leftover.unlink()


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")


def _exchange(one: Path, other: Path) -> None:
    """Swap the names of two folders, in one step where the system can."""
    if _exchange_at_once(one, other):
        return
    aside = other.with_name(f"{one.name}.old")
    other.rename(aside)
    one.rename(other)
    aside.rename(one)


def _exchange_at_once(one: Path, other: Path) -> bool:
    """Linux' renameat2, which Python does not offer; False where there is none."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    names = os.fsencode(one), os.fsencode(other)
    return bool(renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0)


def _keep_others(old: Path, new: Path) -> None:
    names = {path.name for path in new.iterdir()}
    for path in old.iterdir():
        if path.name not in names and path.suffix not in TABLE_SUFFIXES:
            path.replace(new / path.name)


def _explain(error: OSError, path: Path) -> str:
    reason = error.strerror or str(error)
    return f"cannot write to {path} ({reason}): free the disk or choose another --out"
