"""Where the bytes of each document were read: a help for who shows their pages, no output.

It stands in `.prestatie/sources.json`, places by hash. A place on this machine is as seen from the
output folder, so that both can be moved together.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from prestatie_extract.batch.files import Folder, hash_file, is_local
from prestatie_extract.batch.inputs import InputFile
from prestatie_extract.batch.manifest import STATE
from prestatie_extract.read import SUFFIXES

SOURCES = f"{STATE}/sources.json"


def remember_sources(folder: Folder, places: Mapping[str, Sequence[InputFile]]) -> None:
    """Add where the inputs of this run were read, by the hash of their bytes.

    Raises:
        OutputError: the system refused.
    """
    known = _load(folder)
    new = known | {sha256: _as_seen_from(folder, files[0].url) for sha256, files in places.items()}
    if new != known:
        folder.write(SOURCES, msgspec.json.encode(dict(sorted(new.items()))))


def find_sources(
    folder: Folder, wanted: Iterable[str], search: Iterable[Path] = ()
) -> dict[str, str]:
    """Where the bytes with the `wanted` hashes are; a hash that is found nowhere is left out.

    Each file is hashed before it is named.

    Args:
        folder: the output of the run that read them.
        wanted: SHA-256 of the files.
        search: folders in which to look for what is no longer where it was.
    """
    known, missing = _load(folder), set(wanted)
    found: dict[str, str] = {}
    for sha256 in sorted(missing & known.keys()):
        url = _to_url(folder, known[sha256])
        if hash_file(url) == sha256:
            found[sha256] = url
    missing -= found.keys()
    for path in (path for root in search for path in sorted(root.rglob("*"))):
        if missing and path.suffix.lower() in SUFFIXES:
            sha256 = hash_file(str(path)) or ""
            if sha256 in missing:
                found[sha256] = str(path)
                missing.remove(sha256)
    return found


def _load(folder: Folder) -> dict[str, str]:
    try:
        return msgspec.json.decode(folder.read(SOURCES) or b"{}", type=dict[str, str])
    except msgspec.MsgspecError:
        return {}


def _as_seen_from(folder: Folder, url: str) -> str:
    if not is_local(url):
        return url
    path = os.path.abspath(url)  # noqa: PTH100 (links are kept: what they lead to may move)
    return os.path.relpath(path, folder.local.absolute()) if folder.local else path


def _to_url(folder: Folder, place: str) -> str:
    return str(folder.local / place) if folder.local and is_local(place) else place
