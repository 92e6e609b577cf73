from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_extract.corrections import Correction, find_unread, load_corrections
from prestatie_extract.corrections.files import LARGEST_FILE_BYTES
from prestatie_extract.corrections.yaml_lists import Fault, read_items
from prestatie_extract.errors import BadCorrections, ExitCode

AGREEMENT = "0123456789ab/3/3"
ENTRY = f"""- agreement_id: {AGREEMENT}
  field: theme
  was: duurzaamheid  # as it was
  value: leefbaarheid
  note: "zie pagina 4"
"""


def write(folder: Path, text: str, name: str = "a.yaml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def load(folder: Path) -> list[Correction]:
    return [c for group in load_corrections(folder).by_document.values() for c in group]


def test_entry_is_read(tmp_path: Path) -> None:
    """With the name of its file, and what the tool said."""
    assert load(write(tmp_path, ENTRY)) == [
        Correction(
            AGREEMENT,
            "theme",
            "leefbaarheid",
            "duurzaamheid",
            has_was=True,
            note="zie pagina 4",
            source_file="a.yaml",
        )
    ]


def test_files_make_one_whole(tmp_path: Path) -> None:
    """By document, agreement and field, wherever they stand; other files are left alone."""
    write(tmp_path, ENTRY)
    write(tmp_path, ENTRY.replace("0123", "ffff").replace("theme", "kind"), "b.YML")
    write(tmp_path, ENTRY.replace("3/3", "3/1"), "c.yaml")
    write(tmp_path, "# corrections", "README.md")
    write(tmp_path, ": : :", ".hidden.yaml")
    loaded = load_corrections(tmp_path)
    assert list(loaded.by_document) == ["0123456789ab", "ffff456789ab"]
    assert [c.agreement_id[-3:] for c in loaded.of("0123456789ab")] == ["3/1", "3/3"]
    assert loaded.of("eeeeeeeeeeee") == ()


UNREAD: list[tuple[str, list[str], list[str]]] = [
    ("notepad", ["a.yaml.txt"], ["a.yaml.txt is not read: name it a.yaml"]),
    ("text", ["a.txt", "z.yml"], ["a.txt is not read: name it a.yaml"]),
    ("no-suffix", ["a", "z.yml"], ["a is not read: name it a.yaml"]),
    ("copy", ["a.yaml", "a.YAML.bak"], ["a.YAML.bak is not read: only files whose names end in"]),
    ("folder", ["a.yaml", "2026/b.yaml"], ["2026 is a folder and is not read: put its files"]),
    ("explained", ["a.YML", "README.md", ".hidden.txt"], []),
    ("empty", ["README.md"], []),
]


@pytest.mark.parametrize(
    ("names", "told"), [row[1:] for row in UNREAD], ids=[row[0] for row in UNREAD]
)
def test_what_is_not_read_is_told(tmp_path: Path, names: list[str], told: list[str]) -> None:
    """With what to name it; and that there are none where nothing is left."""
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    is_empty = not any(name.lower().endswith((".yaml", ".yml")) for name in names)
    expected = [str(tmp_path / line) for line in told]
    expected += [f"no corrections in {tmp_path}: "] if is_empty else []
    lines = find_unread(tmp_path)
    assert [line[: len(start)] for line, start in zip(lines, expected, strict=True)] == expected


def test_folder_that_is_not_there_has_nothing_unread(tmp_path: Path) -> None:
    """`load_corrections` tells that."""
    assert find_unread(tmp_path / "gone") == []


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "[]", "\ufeff[]"])
def test_file_may_be_empty(tmp_path: Path, text: str) -> None:
    assert load(write(tmp_path, text)) == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("leefbaarheid", "leefbaarheid"),
        ('"80"', "80"),
        ("80", 80),
        ("-2.5", -2.5),
        ("1e3", 1000.0),
        ("null", None),
        ("", None),
        ("~", None),
        ("true", True),
        ("no", "no"),
        ("2026-10-01", "2026-10-01"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("007", "007"),
        (".inf", ".inf"),
        ("[gemeente, 'Het Anker', 5]", ("gemeente", "Het Anker", "5")),
        ("[]", ()),
        ('"€ 5 \\u00e9\\n"', "€ 5 é\n"),
        ("\n    - gemeente\n    - allen", ("gemeente", "allen")),
    ],
)
def test_values_are_those_of_json(tmp_path: Path, written: str, expected: object) -> None:
    """No day, yes or no is made of plain words; numbers are those of JSON."""
    text = f"- agreement_id: {AGREEMENT}\n  field: theme\n  value: {written}\n"
    [correction] = load(write(tmp_path, text))
    assert (correction.value, type(correction.value)) == (expected, type(expected))
    assert not correction.has_was


WRONG: list[tuple[str, str, str]] = [
    ("no-yaml", "- {a: b", r"line 1: not YAML: expected"),
    ("tab", "- agreement_id:\n\t- x", r"line 2: not YAML"),
    ("no-list", "theme: overig", r"line 1: not a list"),
    ("no-entry", "- theme", r"line 1: no entry"),
    ("unknown-key", ENTRY + "  theme: x\n", r"line 1: unknown key 'theme'"),
    ("key-missing", "- agreement_id: a\n  field: theme", r"line 1: 'value' is missing"),
    ("key-twice", ENTRY + "  field: kind\n", r"line 6: 'field' stands twice"),
    ("no-id", ENTRY.replace(AGREEMENT, "3/3"), r"line 1: agreement_id is none"),
    ("target-id", ENTRY.replace("3/3", "3/3/t1"), r"line 1: agreement_id is none"),
    ("typo", ENTRY.replace("theme", "thema"), r"line 1: .*did you mean theme"),
    ("printed", ENTRY.replace("theme", "text"), r"'text' is what is printed"),
    ("printed-raw", ENTRY.replace("theme", "trekker.raw"), r"is what is printed"),
    ("target-raw", ENTRY.replace("theme", "targets.t1.raw"), r"is what is printed"),
    ("target-id-zero", ENTRY.replace("theme", "targets.t0.value"), r"no field"),
    ("target-replaced", ENTRY.replace("theme", "targets.t1"), r"can only be null"),
    ("field-is-list", ENTRY.replace("theme", "[theme]"), r"field is no text"),
    ("note-is-list", ENTRY.replace('"zie pagina 4"', "[a]"), r"note is no text"),
    ("thousands", ENTRY.replace("leefbaarheid", "1.250"), r"line 4: .*1250 or 1.2500"),
    ("too-large", ENTRY.replace("leefbaarheid", "1e999"), r"line 4: .*too large"),
    ("mapping-as-value", ENTRY.replace("leefbaarheid", "{a: b}"), r"line 4: 'value' holds keys"),
    ("list-in-list", ENTRY.replace("leefbaarheid", "[[a]]"), r"line 4: a list within a list"),
    ("key-is-list", "- ? [a]\n  : b", r"line 1: a key is a single word"),
    ("two-documents", ENTRY + "---\n" + ENTRY, r"line 6: a second document"),
    ("escape", ENTRY.replace("zie", "\\x1b[2J"), r"line 5: character U\+001B"),
    ("half-a-pair", ENTRY.replace("zie", "\\ud800"), r"line 5: character U\+D800"),
    ("no-character", ENTRY.replace("zie", "\\UFFFFFFFF"), r"line 1: not YAML"),
    ("control-character", ENTRY.replace("zie", "\x07"), r"line 5: character U\+0007"),
    ("python-tag", "- !!python/object/apply:os.system [id]", r"line 1: ! is not taken"),
    ("binary-tag", ENTRY.replace("leefbaarheid", "!!binary aGVs"), r"line 4: ! is not taken"),
    ("directive", "%YAML 3.0\n---\n[]", r"line 1: not YAML"),
    ("anchor", "- &a [x, x]\n- [*a, *a]", r"line 1: & and \* are not taken"),
    ("alias", "- *a", r"line 1: & and \* are not taken"),
    ("merge", "- <<: *a", r"line 1: & and \* are not taken"),
    ("deep", "[" * 100_000, r"line 1: no entry"),
    ("deep-value", "- value: " + "[" * 100_000, r"line 1: a list within a list"),
    ("deep-mapping", "{" * 100_000, r"line 1: not a list"),
]


@pytest.mark.parametrize(
    ("text", "message"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG]
)
def test_wrong_file_is_refused_on_one_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(BadCorrections, match=message) as caught:
        load_corrections(write(tmp_path, text))
    assert str(caught.value).startswith(f"{tmp_path / 'a.yaml'}, line ")
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code is ExitCode.USAGE


def test_billion_laughs_do_not_grow(tmp_path: Path) -> None:
    """Refused at the first anchor, before anything is built."""
    lines = ["a0: &a0 [ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    text = "- " + "\n  ".join(lines)
    with pytest.raises(BadCorrections, match=r"& and \* are not taken"):
        load_corrections(write(tmp_path, text))


def make_folder(path: Path) -> None:
    path.mkdir()


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)))


def make_huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE_BYTES + 1)


def make_broken_link(path: Path) -> None:
    path.symlink_to("gone")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(make_folder, "this is no file", id="folder"),
        pytest.param(make_pipe, "this is no file", id="pipe-that-never-ends"),
        pytest.param(make_binary, "no UTF-8 text", id="binary"),
        pytest.param(make_huge, "larger than 2 MB", id="huge"),
        pytest.param(make_broken_link, "cannot be read", id="broken-link"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, make: Any, message: str) -> None:
    make(tmp_path / "x.yaml")
    with pytest.raises(BadCorrections, match=message):
        load_corrections(tmp_path)


@pytest.mark.parametrize("name", ["gone", "file"])
def test_folder_that_is_none(tmp_path: Path, name: str) -> None:
    """With what to do instead."""
    (tmp_path / "file").touch()
    with pytest.raises(BadCorrections, match="--corrections none"):
        load_corrections(tmp_path / name)


def test_contradiction_names_both_places(tmp_path: Path) -> None:
    """Nobody can tell which of the two is meant."""
    write(tmp_path, "\n" + ENTRY)
    write(tmp_path, ENTRY.replace("leefbaarheid", "overig"), "b.yaml")
    with pytest.raises(BadCorrections, match=r"b\.yaml, line 1: .*a\.yaml, line 2"):
        load_corrections(tmp_path)


def test_target_taken_out_cannot_be_corrected_too(tmp_path: Path) -> None:
    """In whatever order they stand."""
    value = ENTRY.replace("theme", "targets.t2.unit")
    gone = f"- {{agreement_id: {AGREEMENT}, field: targets.t2, value: null}}\n"
    with pytest.raises(BadCorrections, match=r"targets\.t2\.unit of .* is corrected otherwise"):
        load_corrections(write(tmp_path, value + gone))


def test_same_correction_twice_counts_once(tmp_path: Path) -> None:
    """The first of them, even where another note stands beside it."""
    write(tmp_path, ENTRY + ENTRY)
    write(tmp_path, ENTRY.replace("pagina 4", "bijlage"), "b.yaml")
    assert [c.source_file for c in load(tmp_path)] == ["a.yaml"]


json_values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.floats(-1e9, 1e9),
    st.text(st.characters(exclude_categories=["Cc", "Cs"])),
    st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"])), max_size=3),
)


@given(json_values)
def test_json_is_read_as_it_is(value: Any) -> None:
    """What the evidence page copies is JSON behind `was:`, whatever characters it holds."""
    [item] = read_items(f"- field: theme\n  was: {json.dumps(value)}\n")
    expected = tuple(value) if isinstance(value, list) else value
    assert item.values == {"field": "theme", "was": expected}
    assert type(item.values["was"]) is type(expected)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing but a fault ever comes out of a file."""
    with suppress(Fault):
        for item in read_items(text):
            assert item.line >= 1
