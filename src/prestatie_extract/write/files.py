"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from prestatie_extract.errors import OutputError


@contextmanager
def replacing(paths: Sequence[Path]) -> Iterator[list[Path]]:
    """Temporary names beside `paths`, renamed to them at the end; removed where anything failed.

    Raises:
        OutputError: the system refused to make a folder, to write or to rename.
    """
    temporary = [path.with_name(f".{path.name}.{os.getpid()}.tmp") for path in paths]
    try:
        for path in paths:
            path.parent.mkdir(parents=True, exist_ok=True)
        yield temporary
        for source, target in zip(temporary, paths, strict=True):
            source.replace(target)
    except OSError as error:
        raise OutputError(_explain(error, paths)) from error
    finally:
        for path in temporary:
            with suppress(OSError):
                path.unlink()


def _explain(error: OSError, paths: Sequence[Path]) -> str:
    folder = paths[0].parent if paths else Path()
    reason = error.strerror or str(error)
    return f"cannot write to {folder} ({reason}): free the disk or choose another --out"
