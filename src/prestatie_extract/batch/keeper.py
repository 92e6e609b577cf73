"""The keeper: a process that has everything loaded and forks a worker for each document.

The worker has its limits from the operating system and can be killed with all it started; the
keeper waits for its report and says what became of it. It never reads a document itself.

    main process  ──Job──▶  keeper  ──fork──▶  worker (one document, own limits, own group)
                  ◀─Report─         ◀─Report─

Run as `python -m prestatie_extract.batch.keeper`; jobs come on standard input.
"""

from __future__ import annotations

import gc
import os
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import msgspec

from prestatie_extract.batch.channel import (
    CHUNK_BYTES,
    LENGTH_BYTES,
    Channel,
    ChannelClosed,
    send_frame,
)
from prestatie_extract.batch.conversion import convert_document, fail
from prestatie_extract.batch.messages import Job, Report
from prestatie_extract.batch.rlimits import die_with_parent, limit_memory
from prestatie_extract.batch.warm_up import warm_up
from prestatie_extract.errors import Crash, DocumentError, MemoryLimit, ModelMissing, TimeLimit
from prestatie_extract.vocabulary import Vocabulary, load_everything, use_vocabulary

if TYPE_CHECKING:
    from spacy.language import Language

NO_MODEL = "model_missing"
"""Error code of a document for which there is no language model."""
OUT_OF_MEMORY = 86  # exit status of a worker that met its limit; no library uses it
MEMORY_NEAR_RATIO = 0.4  # of the limit, in use; a buffer that doubles fails at half of it
GOODBYE_SECONDS = 5.0  # between a worker's report and its end
RSS_BYTES = 1 if sys.platform == "darwin" else 1024  # unit of `ru_maxrss`


@dataclass(frozen=True, slots=True)
class Ending:
    """How a worker ended."""

    payload: bytes
    """All that it sent."""
    status: int
    """Its exit status; minus the signal that killed it."""
    is_late: bool
    peak_bytes: int
    """The most memory it had in use."""


def main() -> None:
    """Answer each job on standard input with a report on standard output."""
    channel = _take_standard_streams()
    with suppress(ChannelClosed):
        while True:
            channel.send(keep(channel.receive(Job), watched=channel.incoming))


def keep(job: Job, *, watched: int) -> Report:
    """The report on a job that is done in a process of its own.

    Args:
        job: what to do; its `url` is a path on this machine.
        watched: a descriptor on which nothing comes while a job runs, so that reading it would
            mean that the main process is gone.
    """
    try:
        _load(job.vocabulary)
        nlp = None if job.render_into else _load_nlp(job.model)
    except ModelMissing as error:
        return Report(error_code=NO_MODEL, error_message=str(error))
    scratch = Path(tempfile.mkdtemp(prefix="prestatie-"))
    try:
        ending = _run_worker(job, nlp, scratch, watched)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return _judge(ending, job)


def _take_standard_streams() -> Channel:
    """The pipes of the main process; what a library prints goes to standard error instead."""
    channel = Channel(os.dup(0), os.dup(1))
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    return channel


@cache
def _load(vocabulary: Vocabulary) -> None:
    """Load what a document needs, once for all workers."""
    import prestatie_extract.read.pdf
    import prestatie_extract.read.scans  # noqa: F401

    use_vocabulary(vocabulary)
    load_everything()


@cache
def _load_nlp(model: str) -> Language:
    """The pipeline, and all else compiled at first use; what is loaded stays shared with workers.

    Raises:
        ModelMissing: there is none that this version can load.
    """
    from prestatie_extract.tagging.contents import load_nlp

    nlp = load_nlp(model)
    warm_up(nlp)
    gc.freeze()
    return nlp


def _run_worker(job: Job, nlp: Language | None, scratch: Path, watched: int) -> Ending:
    reading, writing = os.pipe()
    deadline = time.monotonic() + job.limits.timeout_seconds
    pid = os.fork()
    if pid == 0:
        _work(job, nlp, scratch, writing)
    os.close(writing)
    try:
        payload, is_late = _collect(reading, deadline, watched)
        status, peak = _end(pid, is_late=is_late)
    except BaseException:
        _kill(pid)
        raise
    finally:
        os.close(reading)
    return Ending(payload, status, is_late, peak)


def _work(job: Job, nlp: Language | None, scratch: Path, writing: int) -> NoReturn:
    """In the worker: convert, send the report, end without any clean-up."""
    try:
        os.setsid()
        die_with_parent()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        tempfile.tempdir = str(scratch)
        os.environ["TMPDIR"] = str(scratch)
        limit_memory(job.limits.memory_bytes)
        send_frame(writing, msgspec.msgpack.encode(convert_document(job, Path(job.url), nlp)))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except BaseException:
        os._exit(os.EX_SOFTWARE)
    os._exit(0)


def _collect(reading: int, deadline: float, watched: int) -> tuple[bytes, bool]:
    """All that the worker sends, and whether the deadline passed before it was done.

    Raises:
        ChannelClosed: the main process is gone.
    """
    content = bytearray()
    while (left := deadline - time.monotonic()) > 0:
        ready = select.select([reading, watched], [], [], left)[0]
        if watched in ready:
            raise ChannelClosed
        if ready:
            chunk = os.read(reading, CHUNK_BYTES)
            if not chunk:
                return bytes(content), False
            content += chunk
    return bytes(content), True


def _end(pid: int, *, is_late: bool) -> tuple[int, int]:
    """Exit status and peak memory in bytes; kills what does not end by itself."""
    deadline = time.monotonic() + (0.0 if is_late else GOODBYE_SECONDS)
    while True:
        ended, status, usage = os.wait4(pid, os.WNOHANG)
        if ended:
            _send_kill(os.killpg, pid)  # what it started and left behind
            return os.waitstatus_to_exitcode(status), usage.ru_maxrss * RSS_BYTES
        if time.monotonic() >= deadline:
            _kill_group(pid)
            deadline = float("inf")
        time.sleep(0.001)


def _kill(pid: int) -> None:
    _kill_group(pid)
    with suppress(ChildProcessError):
        os.waitpid(pid, 0)


def _kill_group(pid: int) -> None:
    """A worker with all it started; it leads its group, or has not come to it yet."""
    _send_kill(os.killpg, pid)
    _send_kill(os.kill, pid)


def _send_kill(kill: Callable[[int, int], None], pid: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        kill(pid, signal.SIGKILL)


def _judge(ending: Ending, job: Job) -> Report:
    """The worker's own report if it is whole and the worker ended well, else why there is none."""
    if ending.is_late:
        limit = f"stopped after {job.limits.timeout_seconds:g} s"
        return fail(TimeLimit(job.url, limit), is_killed=True)
    report = _decode(ending.payload)
    if ending.status == 0 and report is not None:
        return report
    return fail(_explain(ending, job), is_killed=True)


def _decode(payload: bytes) -> Report | None:
    length = int.from_bytes(payload[:LENGTH_BYTES], "big")
    if len(payload) != LENGTH_BYTES + length:
        return None
    try:
        return msgspec.msgpack.decode(payload[LENGTH_BYTES:], type=Report)
    except msgspec.MsgspecError:
        return None


def _explain(ending: Ending, job: Job) -> DocumentError:
    limit = job.limits.memory_bytes
    is_big = ending.peak_bytes >= MEMORY_NEAR_RATIO * limit
    if ending.status == OUT_OF_MEMORY or (ending.status < 0 and is_big):
        return MemoryLimit(job.url, f"stopped at the limit of {limit / 1e9:g} GB")
    if ending.status < 0:
        return Crash(job.url, f"signal {signal.Signals(-ending.status).name}")
    return Crash(job.url, f"exit status {ending.status}")


if __name__ == "__main__":
    main()
