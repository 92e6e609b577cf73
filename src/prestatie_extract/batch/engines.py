"""Who does the jobs: processes of this machine, or a Dask cluster. Both keep each job isolated."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import Any, Protocol

from prestatie_extract.batch.conversion import fail
from prestatie_extract.batch.isolation import Isolation
from prestatie_extract.batch.messages import Job, Report
from prestatie_extract.batch.settings import EngineName, Settings
from prestatie_extract.errors import Crash, MissingExtra

Done = tuple[Job, Report]

CONNECT_SECONDS = 10  # for a scheduler to answer


class Engine(Protocol):
    """Does jobs in any order; holds no more than a few of them at a time."""

    def run(self, jobs: Iterable[Job]) -> Iterator[Done]:
        """Each job with its report, as they are done."""
        ...


@contextmanager
def start_engine(settings: Settings, count: int) -> Iterator[Engine]:
    """The engine that was asked for; all it started is gone at the end.

    Args:
        settings: which engine, and how many documents at a time.
        count: how many documents there are.

    Raises:
        MissingExtra: it is not installed, or its scheduler does not answer.
    """
    jobs = max(1, min(settings.jobs or os.cpu_count() or 1, count))
    if settings.engine is EngineName.DASK:
        with _start_dask(settings.scheduler, jobs) as client:
            yield DaskEngine(client)
    else:
        engine = LocalEngine(jobs)
        try:
            yield engine
        finally:
            engine.stop()


class LocalEngine:
    """Threads of this process that each wait for a keeper."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._all = [Isolation() for _ in range(jobs)]
        self._idle: queue.SimpleQueue[Isolation] = queue.SimpleQueue()
        for isolation in self._all:
            self._idle.put(isolation)
        self._pool = ThreadPoolExecutor(jobs, thread_name_prefix="document")

    def run(self, jobs: Iterable[Job]) -> Iterator[Done]:
        """Each job with its report, as they are done; one job waits for each that runs."""
        pending: dict[Future[Report], Job] = {}
        for job in jobs:
            pending[self._pool.submit(self._run_one, job)] = job
            if len(pending) >= 2 * self._jobs:
                yield from _take_done(pending)
        while pending:
            yield from _take_done(pending)

    def stop(self) -> None:
        """Kill what runs and forget what waits."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        for isolation in self._all:
            isolation.kill()
        self._pool.shutdown()
        for isolation in self._all:
            isolation.close()

    def _run_one(self, job: Job) -> Report:
        isolation = self._idle.get()
        try:
            return isolation.run(job)
        finally:
            self._idle.put(isolation)


class DaskEngine:
    """Tasks on a cluster; on each worker a keeper holds the limits, so that no task kills it.

    A worker that is lost gives its tasks to others.
    """

    def __init__(self, client: Any) -> None:
        self._client = client

    def run(self, jobs: Iterable[Job]) -> Iterator[Done]:
        """Each job with its report, as they are done; one job waits for each that runs."""
        places = max(1, sum(self._client.nthreads().values()))
        pending: dict[Any, Job] = {}
        for job in jobs:
            pending[self._client.submit(run_isolated, job, pure=False)] = job
            if len(pending) >= 2 * places:
                yield self._take_one(pending)
        while pending:
            yield self._take_one(pending)

    def _take_one(self, pending: dict[Any, Job]) -> Done:
        distributed: Any = _import_distributed()
        done = distributed.wait(list(pending), return_when="FIRST_COMPLETED").done
        future = next(iter(done))
        job = pending.pop(future)
        error = future.exception()
        if error is not None:
            return job, fail(Crash(job.url, f"on the cluster: {error}"), is_killed=True)
        return job, future.result()


_of_thread = threading.local()


def run_isolated(job: Job) -> Report:
    """The report on `job` from this thread's own keeper: the task that a cluster runs."""
    if not hasattr(_of_thread, "isolation"):
        _of_thread.isolation = Isolation()
    return _of_thread.isolation.run(job)  # type: ignore[no-any-return]


def _take_done(pending: dict[Future[Report], Job]) -> Iterator[Done]:
    for future in wait(pending, return_when=FIRST_COMPLETED).done:
        yield pending.pop(future), future.result()


@contextmanager
def _start_dask(scheduler: str | None, jobs: int) -> Iterator[Any]:
    distributed = _import_distributed()
    cluster = None if scheduler else _start_cluster(distributed.LocalCluster, jobs)
    try:
        client = distributed.Client(scheduler or cluster, timeout=CONNECT_SECONDS)
    except (OSError, TimeoutError) as error:
        raise MissingExtra(
            f"no Dask scheduler at {scheduler}: start one with 'dask scheduler', "
            "or leave --scheduler out to use this machine"
        ) from error
    try:
        yield client
    finally:
        client.close()
        if cluster:
            cluster.close()


def _import_distributed() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise MissingExtra(
            "--engine dask: not installed: pip install 'prestatie-extract[dask]'"
        ) from error
    return distributed


def _start_cluster(make: Callable[..., Any], jobs: int) -> Any:
    """Scheduler and workers as processes on this machine, reached over loopback only."""
    return make(
        n_workers=jobs, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0"
    )
