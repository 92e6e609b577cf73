"""Input and output on an object store: a real S3 server on loopback."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.batch.builders import new_names, published, run, write_agreement, write_agreements

from prestatie_extract.batch import Settings, convert, find_inputs
from prestatie_extract.batch.files import Folder
from prestatie_extract.batch.lock import locked
from prestatie_extract.errors import NoInput, OutputError, OutputInUse
from prestatie_extract.tagging.contents import NO_MODEL

s3fs = pytest.importorskip("s3fs", reason="the extra is not installed: [s3]")
server = pytest.importorskip("moto.server", reason="moto is not installed: make setup")

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
ALONE = Settings(jobs=1, model=NO_MODEL)


@dataclass(frozen=True)
class Bucket:
    """A bucket with a local twin of what was put there."""

    url: str
    system: Any

    def download(self, below: str, to: Path) -> Path:
        self.system.get(f"{self.url}/{below}", str(to), recursive=True)
        return to


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    made = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    made.start()
    host, port = made.get_host_and_port()
    yield f"http://{host}:{port}"
    made.stop()


@pytest.fixture
def bucket(endpoint: str, monkeypatch: pytest.MonkeyPatch, request: Any) -> Bucket:
    """An empty bucket; address and keys are in the environment, as users have them."""
    for key, value in {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(key, value)
    s3fs.S3FileSystem.clear_instance_cache()
    system = s3fs.S3FileSystem(use_listings_cache=False)
    name = request.node.name.replace("_", "-")[:60]
    system.mkdir(name)
    return Bucket(f"s3://{name}", system)


@pytest.fixture
def raw(bucket: Bucket, tmp_path: Path) -> Path:
    """The local twin of `<bucket>/raw`."""
    write_agreements(tmp_path / "raw", 2)
    write_agreement(tmp_path / "raw" / "2024" / "deep.md", "Vaartmeer")
    (tmp_path / "raw" / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    bucket.system.put(str(tmp_path / "raw"), f"{bucket.url}/raw", recursive=True)
    return tmp_path / "raw"


def test_names_are_those_below_the_folder(bucket: Bucket, raw: Path) -> None:
    """As on this machine, for folders, patterns and single files."""
    for entry in ("raw", "raw/*.md", "raw/2024/deep.md", "raw/**/*.md"):
        there = [file.name for file in find_inputs([f"{bucket.url}/{entry}"])]
        assert there == [file.name for file in find_inputs([raw.parent / entry])], entry


def test_bucket_to_bucket(bucket: Bucket, raw: Path, tmp_path: Path) -> None:
    """The same bytes as on this machine; a second run finds all done."""
    source, out = f"{bucket.url}/raw", f"{bucket.url}/out"
    convert([source], out, ALONE)
    run(raw, tmp_path / "here")
    there = published(bucket.download("out", tmp_path / "there"))
    assert there == published(tmp_path / "here")
    assert new_names(convert([source], out, ALONE)) == []


def test_changes_on_a_bucket(bucket: Bucket, raw: Path, tmp_path: Path) -> None:
    """A removed document stays until it is pruned; a lost record is made again."""
    source, out = f"{bucket.url}/raw", f"{bucket.url}/out"
    convert([source], out, ALONE)
    bucket.system.rm(f"{source}/2024/deep.md")
    lost = next(name for name in bucket.system.ls(f"{out}/json") if "Merendaal" in name)
    bucket.system.rm(lost)
    result = convert([source], out, Settings(jobs=1, model=NO_MODEL, prune=True))
    assert (result.missing, new_names(result)) == (("2024/deep.md",), ["Merendaal.md"])
    shutil.rmtree(raw / "2024")
    run(raw, tmp_path / "here")
    assert published(bucket.download("out", tmp_path / "there")) == published(tmp_path / "here")


def test_credentials_that_are_missing_are_told(
    bucket: Bucket, raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one line, whether the input is there or the output."""
    for key in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(key)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("HOME", str(tmp_path))
    s3fs.S3FileSystem.clear_instance_cache()
    with pytest.raises((NoInput, OutputError), match=r"[Cc]redentials"):
        convert([f"{bucket.url}/raw"], tmp_path / "out", ALONE)
    with pytest.raises(OutputError, match=r"[Cc]redentials"):
        convert([raw], f"{bucket.url}/out", ALONE)


def test_bucket_in_use_is_refused(bucket: Bucket, raw: Path) -> None:
    """The lock is an object there; it is gone when the run is over."""
    folder = Folder(f"{bucket.url}/out")
    with locked(folder), pytest.raises(OutputInUse, match="try again in"):
        convert([raw], folder.url, ALONE)
    assert convert([raw], folder.url, ALONE).outcomes
