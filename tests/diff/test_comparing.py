from __future__ import annotations

import pytest
from tests.diff.builders import make_record, told
from tests.diff.pairs import EXAMPLES, OLD, Example

from prestatie_extract.diff import compare


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_hand_made_pairs_are_classed_right(example: Example) -> None:
    """In five pairs of versions, 62 agreements in all, every class is that of a careful reader."""
    (document,) = compare([make_record(OLD)], [make_record(example.new)]).documents
    assert sorted(told(document.pairs)) == sorted(example.expected)
    assert sum(pair.class_ == "same" for pair in document.pairs) == example.same
