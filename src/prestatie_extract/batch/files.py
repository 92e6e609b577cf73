"""Files on any file system that fsspec knows: this machine's, S3, …"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fsspec
from fsspec.implementations.local import LocalFileSystem

from prestatie_extract.errors import (
    MissingExtra,
    NoInput,
    OutputError,
    PrestatieError,
    UnreadableFile,
)
from prestatie_extract.write import write_file

SCHEME_MARK = "://"
CHUNK_BYTES = 1 << 20
EXTRAS = {"s3": "s3", "s3a": "s3"}
"""Which of our extras a scheme needs."""


def locate(entry: str) -> tuple[Any, str]:
    """The file system of a path or URL, and the path on it.

    Raises:
        NoInput: nobody knows the scheme.
        MissingExtra: the package for it is not installed.
    """
    if SCHEME_MARK not in entry:
        return LocalFileSystem(), entry
    scheme = entry.partition(SCHEME_MARK)[0]
    try:
        system, path = fsspec.core.url_to_fs(entry, use_listings_cache=False)
    except ImportError as error:
        extra = EXTRAS.get(scheme)
        wanted = f"'prestatie-extract[{extra}]'" if extra else f"what fsspec needs for {scheme}"
        raise MissingExtra(f"{entry}: not installed: pip install {wanted}") from error
    except ValueError as error:
        raise NoInput(f"{entry}: {error}: use a path, or a URL that fsspec knows") from error
    return system, str(path)


def is_local(url: str) -> bool:
    """Whether `url` is a path on this machine."""
    return SCHEME_MARK not in url


def hash_file(url: str) -> str | None:
    """SHA-256 of the bytes; None where they cannot be read."""
    system, path = locate(url)
    digest = hashlib.sha256()
    try:
        if is_local(url) and not stat.S_ISREG(Path(path).stat().st_mode):
            return None  # reading a pipe or a device may never end
        with system.open(path, "rb", cache_type="none") as stream:
            while chunk := stream.read(CHUNK_BYTES):
                digest.update(chunk)
    except Exception:  # each file system has errors of its own
        return None
    return digest.hexdigest()


@contextmanager
def local_copy(url: str) -> Iterator[Path]:
    """A path on this machine with the bytes of `url`.

    Raises:
        UnreadableFile: they cannot be had.
    """
    if is_local(url):
        yield Path(url)
        return
    with tempfile.TemporaryDirectory(prefix="prestatie-") as folder:
        copy = Path(folder) / "document"
        system, path = locate(url)
        try:
            system.get_file(path, str(copy))
        except Exception as error:  # each file system has errors of its own
            raise UnreadableFile(url, str(error)) from error
        yield copy.rename(copy.with_suffix(Path(path).suffix))


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder on any file system; its files appear whole or not at all."""

    url: str

    def __post_init__(self) -> None:
        """Make it.

        Raises:
            OutputError: the system refused.
        """
        with self._explained("make"):
            system, path = locate(self.url)
            system.makedirs(path, exist_ok=True)

    @property
    def local(self) -> Path | None:
        """Its path on this machine; None elsewhere."""
        return Path(self.url) if is_local(self.url) else None

    def read(self, name: str) -> bytes | None:
        """A file's content; None where there is none."""
        system, path = self._locate(name)
        try:
            return bytes(system.cat_file(path))
        except (FileNotFoundError, NotADirectoryError):
            return None

    def write(self, name: str, content: bytes) -> None:
        """Write a file.

        Raises:
            OutputError: the system refused.
        """
        if self.local:
            write_file(self.local / name, content)
            return
        with self._explained("write to"):
            system, path = self._locate(name)
            system.pipe_file(path, content)

    def delete(self, name: str) -> None:
        """Take a file away, if it is there."""
        system, path = self._locate(name)
        if system.exists(path):
            with self._explained("write to"):
                system.rm_file(path)

    def exists(self, name: str) -> bool:
        """Whether there is such a file."""
        system, path = self._locate(name)
        return bool(system.exists(path))

    def names(self, below: str) -> list[str]:
        """The names of the files in a folder below this one, in alphabetical order."""
        system, path = self._locate(below)
        if not system.isdir(path):
            return []
        return sorted(
            entry.rstrip("/").rpartition("/")[2] for entry in system.ls(path, detail=False)
        )

    def upload(self, local: Path, below: str) -> None:
        """Copy the files of a folder of this machine to one below this, the last one last.

        Raises:
            OutputError: the system refused.
        """
        for file in sorted(local.iterdir()):
            with self._explained("write to"):
                system, path = self._locate(f"{below}/{file.name}")
                system.put_file(str(file), path)

    def _locate(self, name: str) -> tuple[Any, str]:
        system, path = locate(self.url)
        return system, f"{path.rstrip('/')}/{name}" if not self.local else os.fspath(
            self.local / name
        )

    @contextmanager
    def _explained(self, action: str) -> Iterator[None]:
        try:
            yield
        except PrestatieError:
            raise
        except Exception as error:  # each file system has errors of its own
            reason = getattr(error, "strerror", None) or str(error)
            raise OutputError(
                f"cannot {action} {self.url} ({reason}): choose another --out"
            ) from error
