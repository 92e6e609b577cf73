"""Two machines, as far as one can play two: the same documents give the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

COMMAND = (sys.executable, "-m", "prestatie_extract")
INTERNAL = ".prestatie"
"""What a run remembers of its machine; no reader of the output looks there."""
ONE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
OTHER = {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C.UTF-8", "COLUMNS": "40"}
TEXT = """# Prestatieafspraken Zuiderbroek 2026-2029

Gemeente Zuiderbroek en woningcorporatie De Hoeve maken deze afspraken.

## 1 Beschikbaarheid

1. De Hoeve bouwt in 2027 minimaal 45 woningen, zie afspraak 2.
2. De gemeente wijst twee bouwplekken aan.
"""


def lay_out(root: Path, samples: Path, times: int) -> Path:
    """The input on a machine: other folders, other times of the files."""
    folder = root / "raw"
    folder.mkdir(parents=True)
    shutil.copyfile(samples / "elsvenne-2026-2030.pdf", folder / "elsvenne.pdf")
    (folder / "zuiderbroek.md").write_text(TEXT, encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    for path in folder.iterdir():
        os.utime(path, (times, times))
    return folder


def play(
    root: Path, inputs: list[Path], jobs: int, environment: dict[str, str]
) -> dict[str, bytes]:
    """All that a run and a report of it write, by path."""
    home = root / "home"
    home.mkdir()
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "HOME": str(home), **environment}
    run = [*COMMAND, "run", *map(str, inputs), "--out", "out", "--format", "csv", "--quiet"]
    done = subprocess.run(
        [*run, "--jobs", str(jobs)], cwd=root, env=env, capture_output=True, check=False
    )
    assert done.returncode == 4, done.stderr  # broken.pdf
    report = [*COMMAND, "report", "out", "--quiet", "--jobs", str(3 - jobs)]
    subprocess.run(report, cwd=root, env=env, capture_output=True, check=True)
    out = root / "out"
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and INTERNAL not in path.parts
    }


def test_machine_order_and_workers_change_no_byte(samples: Path, tmp_path: Path) -> None:
    """JSON, Parquet, CSV and the site; neither folder, clock, zone nor locale is in them."""
    one = lay_out(tmp_path / "one", samples, 1_600_000_000)
    other = lay_out(tmp_path / "other" / "place", samples, 1_700_000_000)
    files = sorted(one.iterdir())
    written = play(tmp_path / "one", files, 1, ONE)
    again = play(other.parent, [other / path.name for path in reversed(files)], 2, OTHER)
    assert {"json", "parquet", "csv", "report"} <= {name.split("/")[0] for name in written}
    assert list(written) == list(again)
    assert [name for name in written if written[name] != again[name]] == []
