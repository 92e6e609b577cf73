"""`make docs`."""

from __future__ import annotations

from tests.published.files import write_published

write_published()
