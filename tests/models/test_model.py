"""The trained pipeline as it is shipped: of this recipe, small, and in the wheel."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from models.recipe import FOLDER, MODEL, PUBLISHED_TEXTS, hash_recipe

ROOT = FOLDER.parent
WEIGHT_LIMIT_BYTES = 20_000_000
META = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))


def test_weights_are_those_of_this_recipe() -> None:
    """Who changes a text or the configuration trains again: make model."""
    assert META["recipe_sha256"] == hash_recipe()


def test_it_is_small() -> None:
    size = sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file())
    assert size <= WEIGHT_LIMIT_BYTES


def test_card_names_the_version() -> None:
    card = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert f"nl_prestatie {META['version']}" in card


def test_meta_says_where_it_comes_from() -> None:
    assert (META["lang"], META["name"]) == ("nl", "prestatie")
    assert "models/README.md" in META["description"]


def test_it_names_no_path_of_the_machine_that_trained_it() -> None:
    config = (MODEL / "config.cfg").read_text(encoding="utf-8")
    assert f'texts = "{PUBLISHED_TEXTS}"' in config
    assert str(ROOT) not in config


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_wheel_holds_it(tmp_path: Path) -> None:
    """Who installs the package has it."""
    [wheel] = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    names = zipfile.ZipFile(wheel).namelist()
    assert "prestatie_extract/models/nl_prestatie/themes/model" in names
    assert not [name for name in names if name.endswith(".jsonl")]
