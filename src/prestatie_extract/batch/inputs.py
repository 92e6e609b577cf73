"""The files to convert: what the user named, each once, with the name it is published by."""

from __future__ import annotations

import glob
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from prestatie_extract.batch.files import SCHEME_MARK, is_local, locate
from prestatie_extract.errors import NoInput, PrestatieError
from prestatie_extract.read import SUFFIXES
from prestatie_extract.write.data_dictionary import DICTIONARY
from prestatie_extract.write.data_package import PACKAGE


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to convert."""

    url: str
    """A path of this machine, or a URL."""
    name: str
    """Its path below the folder that was named, with slashes; what it is published as."""


def find_inputs(inputs: Iterable[str | Path], *, leave_out: str | None = None) -> list[InputFile]:
    """The files that `inputs` name, each once, folders in the order of their paths.

    A file that is named but does not exist stays in the list, so that its row says so.

    Args:
        inputs: files, folders and glob patterns; paths or URLs.
        leave_out: a folder whose files are no input, such as that of the output.

    Raises:
        NoInput: none of them exists, or one has no name.
        MissingExtra: the package for a file system is not installed.
    """
    entries = [str(entry) for entry in inputs]
    if not all(entry.strip() for entry in entries):
        raise NoInput("an input has no name: is a variable empty that should hold it?")
    found: dict[str, InputFile] = {}
    is_left_out = False
    for file in (file for entry in entries for file in _find(entry)):
        if leave_out is None or not _is_below(file.url, leave_out):
            found.setdefault(_identity(file.url), file)
        else:
            is_left_out = True
    files = list(found.values())
    if not any(_exists(file.url) for file in files):
        named = ", ".join(entries)
        if is_left_out:
            raise NoInput(f"{named} is in the output folder {leave_out}: choose another --out")
        raise NoInput(f"no input found in {named}: name PDF, .txt or .md files or their folder")
    return files


def _find(entry: str) -> list[InputFile]:
    """What an entry names; what a file system cannot answer is told as what it is."""
    try:
        return list(_expand(entry))
    except (PrestatieError, OSError):
        raise
    except Exception as error:  # each file system has errors of its own
        raise NoInput(f"{entry}: {error}: check the address and the credentials") from error


def _expand(entry: str) -> Iterator[InputFile]:
    system, path = locate(entry)
    if system.isdir(path):
        yield from _search(system, path, entry)
    elif system.exists(path) or not glob.has_magic(path):
        yield InputFile(entry, _printable(PurePosixPath(path).name))
    else:
        root = _plain(system, _root_of_pattern(path))
        for match in sorted(system.glob(path), key=PurePosixPath):
            if _is_hidden(match, root):
                continue
            if system.isdir(match):
                yield from _search(system, match, entry)
            elif _is_document(system, match):
                yield InputFile(_to_url(system, match, entry), _below(match, root))


def _search(system: Any, folder: str, entry: str) -> Iterator[InputFile]:
    """The documents in a folder and below; what is hidden or what a run wrote is left out."""
    root = _plain(system, folder)
    listed = frozenset(system.find(root))
    for path in sorted(listed, key=PurePosixPath):
        if _is_document(system, path) and not (_is_hidden(path, root) or _is_ours(path, listed)):
            yield InputFile(_to_url(system, path, entry), _below(path, root))


def _plain(system: Any, path: str) -> str:
    """The path as the file system lists it: without scheme, absolute on this machine."""
    return str(system._strip_protocol(path)).rstrip("/")


def _is_document(system: Any, path: str) -> bool:
    return PurePosixPath(path).suffix.lower() in SUFFIXES and bool(system.isfile(path))


def _is_hidden(path: str, root: str) -> bool:
    return any(part.startswith(".") for part in PurePosixPath(path).relative_to(root).parts)


def _to_url(system: Any, path: str, entry: str) -> str:
    return path if is_local(entry) else str(system.unstrip_protocol(path))


def _is_ours(path: str, listed: frozenset[str]) -> bool:
    """Whether it is the data dictionary of another output folder."""
    place = PurePosixPath(path)
    return place.name == DICTIONARY and str(place.with_name(PACKAGE)) in listed


def _root_of_pattern(pattern: str) -> str:
    """The folders before the first part with a wildcard: "in/2024/*.pdf" -> in/2024."""
    path = PurePosixPath(pattern)
    plain = itertools.takewhile(lambda part: not glob.has_magic(part), path.parts[:-1])
    return str(PurePosixPath(*plain))


def _below(path: str, root: str) -> str:
    """The path as seen from `root`, as text: a file's name may be any bytes."""
    return _printable(str(PurePosixPath(path).relative_to(root)))


def _printable(name: str) -> str:
    return name.encode(errors="replace").decode()


def _identity(url: str) -> str:
    return str(Path(url).resolve()) if is_local(url) else url


def _is_below(url: str, folder: str) -> bool:
    if is_local(url) and is_local(folder):
        return Path(folder).resolve() in Path(url).resolve().parents
    return SCHEME_MARK in folder and url.startswith(f"{folder.rstrip('/')}/")


def _exists(url: str) -> bool:
    system, path = locate(url)
    return bool(system.exists(path))
