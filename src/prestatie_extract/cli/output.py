"""Where data goes: standard output, or the file that `--out` names."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from prestatie_extract.cli.printable import to_printable
from prestatie_extract.errors import OutputError


def put_out(content: str, path: Path | None = None) -> None:
    """The content in the file, or on standard output where there is none.

    A reader that has seen enough, as `head`, is no failure: the exit code stays what it would be.

    Raises:
        OutputError: the system refused.
    """
    encoded = content.encode("utf-8", "replace")
    if path is None:
        _print(encoded)
    elif path.is_symlink() or (path.exists() and not path.is_file()):
        _write_through(encoded, path)
    else:
        from prestatie_extract.write import write_file

        write_file(path, encoded)


def to_printable_lines(text: str) -> str:
    """The lines, each as it may be sent to a terminal, with a line break at the end."""
    return "".join(f"{to_printable(line)}\n" for line in text.splitlines())


def _print(content: bytes) -> None:
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still in the buffer would be written once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise OutputError(f"cannot write to standard output ({error.strerror})") from error


def _write_through(content: bytes, path: Path) -> None:
    """Into a link or a device such as /dev/stdout, which a new file must not take the place of."""
    try:
        with path.open("wb") as file:
            file.write(content)
    except OSError as error:
        raise OutputError(f"cannot write to {path} ({error.strerror})") from error
