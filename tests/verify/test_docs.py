"""docs/validate.md tells the truth."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

from prestatie_extract.findings import load_kinds
from prestatie_extract.verify import Gates

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "validate.md").read_text(encoding="utf-8")


def test_every_code_is_named() -> None:
    """All that breaks the contract, and all gates."""
    codes = {k.code for k in load_kinds().values() if k.group in {"contract", "gates"}}
    assert codes - set(re.findall(r"`(\w+)`", TEXT)) == set()


def test_example_of_gates_is_complete() -> None:
    """It has every gate, with values that it takes."""
    found = re.search(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    assert found
    gates = tomllib.loads(found[1])["gates"]
    assert set(gates) == {field.name for field in fields(Gates)}
    assert Gates(**gates) != Gates()
