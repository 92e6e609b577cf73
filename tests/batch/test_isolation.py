"""What a document does to the process that reads it stays there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.batch.builders import new_names, run, write_agreement, write_agreements
from tests.hostile.builders import HOSTILE

from prestatie_extract.batch import Limits
from prestatie_extract.batch.channel import Channel, ChannelClosed
from prestatie_extract.batch.files import hash_file
from prestatie_extract.batch.isolation import Isolation
from prestatie_extract.batch.messages import Job, Summary

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "raw" / "sparrenhove-2026-2029.pdf"
GB = 1000**3
SLACK_SECONDS = 10.0  # beyond a time limit, on a machine under load


@pytest.fixture(scope="module")
def isolation() -> Iterator[Isolation]:
    with Isolation() as made:
        yield made


def job(path: Path, **limits: float) -> Job:
    return Job(str(path), path.name, str(hash_file(str(path))), Limits(**limits))  # type: ignore[arg-type]


def hostile(folder: Path, name: str) -> Path:
    path = folder / f"{name}.pdf"
    path.write_bytes(HOSTILE[name]())
    return path


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("flate_bomb_content", id="four-gigabytes-in-four-megabytes"),
        pytest.param("flate_bomb_to_unicode", id="bomb-in-a-font"),
        pytest.param("exponential_forms", id="eight-kilobytes-that-draw-for-ever"),
    ],
)
def test_worker_that_needs_too_much_is_reported(
    isolation: Isolation, tmp_path: Path, name: str
) -> None:
    """The next document is read as if nothing had been."""
    report = isolation.run(job(hostile(tmp_path, name)))
    assert (report.error_code, report.is_killed) == ("memory_limit", True)
    assert "stopped at the limit of 2 GB" in str(report.error_message)
    assert isolation.run(job(write_agreement(tmp_path / "a.md"))).status == "ok"


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("name", ["SIGSEGV", "SIGABRT", "SIGKILL"])
def test_worker_that_crashes_is_reported(tmp_path: Path, name: str) -> None:
    """With the signal; what it had sent till then counts for nothing."""
    path, reports = hostile(tmp_path, "many_rectangles"), []
    with Isolation() as isolation:
        thread = threading.Thread(target=lambda: reports.append(isolation.run(job(path))))
        thread.start()
        wait_until(lambda: bool(workers()))
        os.kill(workers()[0], getattr(signal, name))
        thread.join()
    [report] = reports
    assert (report.error_code, report.is_killed, report.record) == ("crash", True, None)
    assert name in str(report.error_message)


def workers() -> list[int]:
    """The children of this process's children."""
    parents = {int(path.parent.name): parent_of(path) for path in Path("/proc").glob("[0-9]*/stat")}
    return [pid for pid, parent in parents.items() if parents.get(parent) == os.getpid()]


def parent_of(stat: Path) -> int:
    try:
        return int(stat.read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def test_worker_that_takes_too_long_is_stopped(isolation: Isolation, tmp_path: Path) -> None:
    """At its limit, not when it pleases."""
    path = hostile(tmp_path, "many_rectangles")
    started = time.monotonic()
    report = isolation.run(job(path, timeout_seconds=0.5))
    assert report.error_code == "time_limit"
    assert time.monotonic() - started < 0.5 + SLACK_SECONDS


def test_memory_is_limited_by_the_system(isolation: Isolation) -> None:
    """A limit too low for the libraries themselves ends the worker, not the keeper.

    A PDF, as a few lines of text may fit in what the keeper has left over.
    """
    report = isolation.run(job(SAMPLE, memory_bytes=10**6))
    assert (report.error_code, report.is_killed) == ("memory_limit", True)


def test_keeper_that_dies_is_replaced(isolation: Isolation, tmp_path: Path) -> None:
    """Its document is reported as killed, so that it is tried again."""
    path = write_agreement(tmp_path / "a.md")
    isolation.run(job(path))
    isolation.kill()
    reports = [isolation.run(job(path)) for _ in range(2)]
    assert reports[-1].status == "ok"


def test_stages_that_are_left_give_the_same_record(isolation: Isolation) -> None:
    """From the file, from the pages as read and from the document as structured."""
    whole = isolation.run(job(SAMPLE))
    first = job(SAMPLE)
    from_pages = isolation.run(replace(first, source=whole.source))
    from_draft = isolation.run(replace(first, draft=whole.draft))
    assert whole.record == from_pages.record == from_draft.record
    assert (from_pages.source, from_draft.source, from_draft.draft) == (None, None, None)


def test_document_that_kills_is_set_aside(tmp_path: Path) -> None:
    """After a second try; the others are done, and its message says how to see it happen."""
    folder, out = tmp_path / "in", tmp_path / "out"
    write_agreements(folder, 2)
    hostile(folder, "flate_bomb_content")
    outcomes = {outcome.name: outcome for outcome in run(folder, out).outcomes}
    killed = outcomes.pop("flate_bomb_content.pdf")
    assert killed.error_code == "memory_limit"
    command = "prestatie-extract show flate_bomb_content.pdf --timeout 120 --memory 2GB"
    assert command in str(killed.error_message)
    assert {outcome.status for outcome in outcomes.values()} == {"ok"}
    assert new_names(run(folder, out)) == []


def test_nothing_is_left_in_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also of workers that were killed."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    with Isolation() as isolation:
        path = hostile(tmp_path, "many_rectangles")
        isolation.run(job(path, timeout_seconds=0.3))
    assert not list((tmp_path / "temporary").iterdir())


def test_main_process_stays_small(tmp_path: Path) -> None:
    """What documents need is loaded by the keepers, not by who hands them out."""
    write_agreements(tmp_path / "in")
    script = (
        "import resource, sys; from prestatie_extract.batch import convert;"
        f"convert([{str(tmp_path / 'in')!r}], {str(tmp_path / 'out')!r});"
        "assert not {'spacy', 'pdfplumber', 'pypdfium2'} & set(sys.modules);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) * 1024 < GB / 2


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_killed_run_leaves_no_process(tmp_path: Path) -> None:
    """Keepers and workers end with the main process, however it ends."""
    mark = uuid.uuid4().hex
    folder = tmp_path / "in"
    folder.mkdir()
    hostile(folder, "many_rectangles")
    arguments = ["run", str(folder), "--out", str(tmp_path / "out")]
    started = subprocess.Popen(
        [sys.executable, "-m", "prestatie_extract", *arguments],
        env=os.environ | {"MARK_OF_TEST": mark},
        stderr=subprocess.DEVNULL,
    )
    wait_until(lambda: len(marked(mark)) >= 3)  # itself, a keeper, a worker
    started.send_signal(signal.SIGKILL)
    started.wait()
    wait_until(lambda: not marked(mark))


def marked(mark: str) -> list[int]:
    """The processes that have `mark` in their environment."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (folder / "environ").read_bytes():
                found.append(int(folder.name))
        except OSError:  # it ended, or is not ours
            continue
    return found


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


# ---------------------------------------------------------------------------------- messages


def test_message_arrives_whole() -> None:
    """Also when it is longer than a pipe holds."""
    reading, writing = os.pipe()
    long = Summary(findings={"x" * 1_000_000: 1})
    thread = threading.Thread(target=Channel(reading, writing).send, args=(long,))
    thread.start()
    assert Channel(reading, writing).receive(Summary) == long
    thread.join()


def test_half_a_message_is_none() -> None:
    """A worker that died while it spoke has said nothing."""
    reading, writing = os.pipe()
    os.write(writing, (100).to_bytes(8, "big") + b"half")
    os.close(writing)
    with pytest.raises(ChannelClosed):
        Channel(reading, -1).receive(Summary)


def test_silence_is_not_waited_for() -> None:
    reading, _writing = os.pipe()
    with pytest.raises(TimeoutError):
        Channel(reading, -1).receive(Summary, timeout_seconds=0.01)


def test_limits_are_not_raised_above_the_system_s() -> None:
    """Where the system allows less than the user, the system's limit stays."""
    script = (
        "import resource; from prestatie_extract.batch.rlimits import limit_memory;"
        f"resource.setrlimit(resource.RLIMIT_AS, ({3 * GB}, {3 * GB}));"
        f"limit_memory({9 * GB}); print(resource.getrlimit(resource.RLIMIT_AS)[0])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert int(done.stdout) == 3 * GB
