"""How a command ends: the exit codes, and errors on one line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from prestatie_extract.cli.printable import complain
from prestatie_extract.errors import ExitCode, PrestatieError

EXIT_CODES = "\b\nExit codes:\n" + "\n".join(f"{code:>5}  {code.meaning}" for code in ExitCode)
"""The end of each command's help."""


@contextmanager
def errors_on_one_line(name: str | None = None) -> Iterator[None]:
    """What a user can mend as one line on standard error; a bug keeps its traceback."""
    try:
        yield
    except PrestatieError as error:
        complain(f"{name}: {error}" if name else str(error))
        raise typer.Exit(error.exit_code) from error
    except KeyboardInterrupt:
        complain(ExitCode.INTERRUPTED.meaning)
        raise typer.Exit(ExitCode.INTERRUPTED) from None
