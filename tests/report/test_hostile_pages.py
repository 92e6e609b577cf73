"""Files one should not trust are drawn like any other, and cannot stop the report."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.hostile.builders import HOSTILE

from prestatie_extract.batch import Drawing, Limits, Settings, draw_documents
from prestatie_extract.read.rendering import IMAGE_BYTES_MAX

CODES = {"broken_pdf", "crash", "memory_limit", "time_limit"}
"""Why a file may not be drawn; `internal_error` would be our own mistake."""
LIMITS = Limits(timeout_seconds=2.0)


def test_hostile_files_are_drawn_or_set_aside(tmp_path: Path) -> None:
    """Each has pages that are small enough, or a reason; nothing is written beside them."""
    drawings = {}
    for name, build in HOSTILE.items():
        path = tmp_path / "in" / f"{name}.pdf"
        path.parent.mkdir(exist_ok=True)
        content = build()
        path.write_bytes(content)
        sha256 = hashlib.sha256(content).hexdigest()
        drawings[name] = Drawing(str(path), sha256, tmp_path / "out" / name)
    settings = Settings(limits=LIMITS, jobs=2)
    found = {
        drawing.folder.name: report
        for drawing, report in draw_documents(list(drawings.values()), settings)
    }
    assert set(found) == set(HOSTILE)
    assert {r.error_code for r in found.values()} - {None} <= CODES
    assert sum(bool(report.pages) for report in found.values()) > len(HOSTILE) / 2
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert max(path.stat().st_size for path in files) <= IMAGE_BYTES_MAX
    assert {path.suffix for path in files} <= {".png", ".webp"}
    assert {path.name for path in tmp_path.iterdir()} == {"in", "out"}
