"""One run at a time in an output folder."""

from __future__ import annotations

import fcntl
import os
import socket
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from prestatie_extract.batch.files import Folder
from prestatie_extract.batch.manifest import STATE
from prestatie_extract.errors import OutputInUse

LOCK = f"{STATE}/lock"
BEAT_SECONDS = 10.0  # between signs of life where the system holds no locks
DEAD_SECONDS = 60.0  # without a sign of life; six beats
SETTLE_SECONDS = 1.0  # for another that took the lock at the same moment to be seen


@contextmanager
def locked(folder: Folder) -> Iterator[None]:
    """Hold the folder's lock; one that a killed run left is taken over.

    Raises:
        OutputInUse: another run holds it.
    """
    if folder.local:
        with _flocked(folder.local / LOCK, folder.url):
            yield
        return
    with _beating(folder):
        yield


@contextmanager
def _flocked(path: Path, url: str) -> Iterator[None]:
    """The system lets go of it when the process ends, however it ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise _refusal(url, file.read().strip()) from None
        file.truncate(0)
        file.write(_me())
        file.flush()
        yield


@contextmanager
def _beating(folder: Folder) -> Iterator[None]:
    """An object with the time in it, renewed as long as the run lives."""
    token = uuid.uuid4().hex
    _refuse_if_alive(folder, token)
    _beat(folder, token)
    time.sleep(SETTLE_SECONDS)
    _refuse_if_alive(folder, token)
    done = threading.Event()
    heart = threading.Thread(target=_keep_beating, args=(folder, token, done), daemon=True)
    heart.start()
    try:
        yield
    finally:
        done.set()
        heart.join()
        folder.delete(LOCK)


def _refuse_if_alive(folder: Folder, token: str) -> None:
    content = folder.read(LOCK)
    if content is None:
        return
    owner, holder, beaten_at = msgspec.json.decode(content, type=tuple[str, str, float])
    age = time.time() - beaten_at
    if owner != token and age < DEAD_SECONDS:
        rest = f"if it was killed, try again in {DEAD_SECONDS - age:.0f} s"
        raise _refusal(folder.url, f"{holder}; {rest}")


def _beat(folder: Folder, token: str) -> None:
    folder.write(LOCK, msgspec.json.encode((token, _me(), time.time())))


def _keep_beating(folder: Folder, token: str, done: threading.Event) -> None:
    while not done.wait(BEAT_SECONDS):
        _beat(folder, token)


def _me() -> str:
    return f"process {os.getpid()} on {socket.gethostname()}"


def _refusal(url: str, holder: str) -> OutputInUse:
    return OutputInUse(
        f"another run writes to {url} ({holder}): wait until it is done or choose another --out"
    )
