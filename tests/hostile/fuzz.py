"""A fuzz target for the readers: damaged samples and hostile texts, as many as one has time for.

    make fuzz EXAMPLES=5000

Hypothesis looks for the smallest input that makes the program itself fail, prints it and keeps it
in `.hypothesis`, so that the next run tries it first. Each input is read in a process of its own,
as in a run; a limit that is met is no failure.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.hostile.builders import HOSTILE
from tests.hostile.mutate import MUTATIONS

from prestatie_extract.batch import Limits, OcrMode
from prestatie_extract.batch.isolation import Isolation
from prestatie_extract.batch.messages import Job

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted([*ROOT.glob("data/raw/*.pdf"), *ROOT.glob("tests/samples/pdf/*.pdf")])
SMALL_BYTES = 200_000  # of a hostile file that is worth damaging further
LIMITS = Limits(timeout_seconds=30.0)
EXAMPLES = 1000

steps = st.lists(st.tuples(st.sampled_from(MUTATIONS), st.integers(0, 2**32 - 1)), max_size=8)
originals = st.sampled_from(SAMPLES).map(Path.read_bytes) | st.sampled_from(sorted(HOSTILE)).map(
    lambda name: HOSTILE[name]()
).filter(lambda content: len(content) < SMALL_BYTES)


@st.composite
def pdfs(draw: st.DrawFn) -> bytes:
    """A sample or a hostile file, damaged in a few steps."""
    content = draw(originals)
    for mutate, seed in draw(steps):
        content = mutate(content, Random(seed))  # noqa: S311 (repeatable, no secret)
    return content


markup = st.text(st.sampled_from("#*-|<>&;:.,()0123456789 abcABC€§\n\t\u00a0\u202e\x1b"))
texts = (st.text(max_size=2000) | markup | st.binary(max_size=2000).map(repr)).map(str.encode)


def main() -> None:
    """Read as many PDFs as asked, and as many texts."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES
    allowed = settings(
        max_examples=count,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    )
    with Isolation() as isolation, tempfile.TemporaryDirectory() as folder:
        for inputs, suffix in ((pdfs(), ".pdf"), (texts, ".md")):
            allowed(given(inputs)(_reader(isolation, Path(folder) / f"input{suffix}")))()
            print(f"{count} times *{suffix}: no failure of the program")  # noqa: T201


def _reader(isolation: Isolation, path: Path) -> Callable[[bytes], None]:
    """What must hold for any content of a file."""

    def read(content: bytes) -> None:
        path.write_bytes(content)
        sha256 = hashlib.sha256(content).hexdigest()
        report = isolation.run(Job(str(path), path.name, sha256, LIMITS, OcrMode.NEVER))
        assert report.error_code != "internal_error", report.trace
        assert report.record or report.error_code

    return read


if __name__ == "__main__":
    main()
