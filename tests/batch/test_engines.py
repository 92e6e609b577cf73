"""A cluster gives what one machine gives, also when a part of it dies."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.batch.builders import published, run, write_agreements

from prestatie_extract.batch import EngineName, Outcome, Settings, convert
from prestatie_extract.errors import MissingExtra
from prestatie_extract.tagging.contents import NO_MODEL

distributed = pytest.importorskip("distributed", reason="the extra is not installed: [dask]")

pytestmark = pytest.mark.filterwarnings("ignore:.*:ResourceWarning", "default::UserWarning")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A scheduler and two workers, processes of their own on loopback."""
    made = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0"
    )
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_agreements(tmp_path / "in")
    (tmp_path / "in" / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    return tmp_path / "in"


def on_cluster(cluster: Any) -> Settings:
    return Settings(engine=EngineName.DASK, scheduler=cluster.scheduler_address, model=NO_MODEL)


def test_cluster_writes_the_same_bytes(cluster: Any, folder: Path, tmp_path: Path) -> None:
    """Documents are pure tasks, wherever they are done."""
    convert([folder], tmp_path / "there", on_cluster(cluster))
    run(folder, tmp_path / "here")
    assert published(tmp_path / "there") == published(tmp_path / "here")


def test_lost_worker_loses_nothing(cluster: Any, folder: Path, tmp_path: Path) -> None:
    """One is killed in the middle; the others do its documents."""
    victims = [nanny.process.pid for nanny in cluster.workers.values()][:1]

    def kill(_: Outcome) -> None:
        while victims:
            os.kill(victims.pop(), signal.SIGKILL)

    convert([folder], tmp_path / "there", on_cluster(cluster), on_outcome=kill)
    assert not victims
    run(folder, tmp_path / "here")
    assert published(tmp_path / "there") == published(tmp_path / "here")


def test_limits_hold_below_the_cluster(cluster: Any, folder: Path, tmp_path: Path) -> None:
    """A document that takes too long is stopped, its worker is not."""
    from dataclasses import replace

    from prestatie_extract.batch import Limits

    settings = replace(on_cluster(cluster), limits=Limits(timeout_seconds=0.001))
    result = convert([folder], tmp_path / "out", settings)
    assert {outcome.error_code for outcome in result.outcomes} == {"time_limit"}


def test_cluster_of_its_own(folder: Path, tmp_path: Path) -> None:
    """Without a scheduler one is started here, and is gone afterwards."""
    result = convert(
        [folder], tmp_path / "out", Settings(engine=EngineName.DASK, jobs=1, model=NO_MODEL)
    )
    assert {outcome.status for outcome in result.outcomes} == {"ok", "failed"}


def test_scheduler_that_does_not_answer(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(MissingExtra, match="dask scheduler"):
        convert(
            [folder],
            tmp_path / "out",
            Settings(engine=EngineName.DASK, scheduler="tcp://127.0.0.1:9"),
        )
