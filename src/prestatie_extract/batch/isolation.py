"""The main process's side of a keeper: a function `Job` -> `Report` that cannot hang or die."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import replace
from types import TracebackType
from typing import IO, Self

import msgspec

from prestatie_extract.batch.channel import Channel, ChannelClosed
from prestatie_extract.batch.conversion import fail
from prestatie_extract.batch.files import local_copy
from prestatie_extract.batch.messages import Job, Report
from prestatie_extract.errors import Crash, DocumentError
from prestatie_extract.vocabulary import Vocabulary

START_SECONDS = 120.0  # to load everything on a machine under load; 3 s on an idle one
END_SECONDS = 5.0  # for a keeper that was killed to be gone
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OMP_THREAD_LIMIT": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}
"""Documents are what runs in parallel; each thread would also take address space."""
SAID_CHARS = 300  # of a keeper's last words in a message


class Isolation:
    """Does jobs one after another, each in a process of its own; starts its keeper when needed."""

    def __init__(self) -> None:
        self._keeper: subprocess.Popen[bytes] | None = None
        self._vocabulary = Vocabulary()
        """What the keeper adds to the shipped tables: it can do so once."""
        self._said: IO[bytes] | None = None
        """What the keeper and its workers print."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def run(self, job: Job) -> Report:
        """The report on `job`, whatever happens to those who work on it."""
        try:
            with local_copy(job.url) as path:
                return self._ask(replace(job, url=str(path)))
        except DocumentError as error:
            return fail(error)

    def kill(self) -> None:
        """Kill the keeper and its worker; from another thread too, whose job is then a crash."""
        if self._keeper is not None:
            self._keeper.kill()

    def close(self) -> None:
        """Kill the keeper and let go of its pipes."""
        keeper, self._keeper = self._keeper, None
        if keeper is None:
            return
        keeper.kill()
        for stream in (keeper.stdin, keeper.stdout, self._said):
            if stream:
                stream.close()
        with suppress(subprocess.TimeoutExpired):
            keeper.wait(END_SECONDS)

    def _ask(self, job: Job) -> Report:
        patience = START_SECONDS + job.limits.timeout_seconds
        try:
            channel = self._channel(job.vocabulary)
            channel.send(job)
            return channel.receive(Report, timeout_seconds=patience)
        except (ChannelClosed, TimeoutError, msgspec.MsgspecError) as error:
            is_dead = isinstance(error, ChannelClosed)
            said = f"its keeper {'died' if is_dead else 'hung'}: {self._last_words()}"
            self.close()
            return fail(Crash(job.url, said), is_killed=True)

    def _channel(self, vocabulary: Vocabulary) -> Channel:
        is_gone = self._keeper is None or self._keeper.poll() is not None
        if is_gone or vocabulary != self._vocabulary:
            self.close()
            self._keeper, self._vocabulary = self._start(), vocabulary
        assert self._keeper
        assert self._keeper.stdin
        assert self._keeper.stdout
        return Channel(self._keeper.stdout.fileno(), self._keeper.stdin.fileno())

    def _start(self) -> subprocess.Popen[bytes]:
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 (closed in `close`)
        return subprocess.Popen(
            [sys.executable, "-m", "prestatie_extract.batch.keeper"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            env=os.environ | ONE_THREAD,
            start_new_session=True,  # Ctrl-C is for the main process
            bufsize=0,
        )

    def _last_words(self) -> str:
        if self._said is None:
            return ""
        self._said.seek(0)
        return self._said.read().decode(errors="replace")[-SAID_CHARS:]
