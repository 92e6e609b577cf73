from __future__ import annotations

import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

from prestatie_extract.errors import BadVocabulary, ExitCode
from prestatie_extract.vocabulary import Vocabulary, load_shipped, table_names
from prestatie_extract.vocabulary.added import CLOSED_TABLES, load_vocabulary
from prestatie_extract.vocabulary.checks import complain_about, lower_key
from prestatie_extract.vocabulary.rows import KEYS, AddedRows, key_of

OPEN_TABLES = sorted(set(table_names()) - set(CLOSED_TABLES))
ORGANISATION = "name,type,aliases,needs_context,many_regions\n"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    data = content if isinstance(content, bytes) else content.encode()
    (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize(
    "content",
    [
        "words,match,role\nAanjager,whole,trekker\n",
        b"\xef\xbb\xbfwords;match;role\r\nAanjager;whole;trekker\r\n",
        "sep=;\nwords;match;role\n# why;;\n;;\nAanjager;whole;trekker\n",
        'role,words,match\n\n# why\ntrekker," aanjager ",whole',
        "words;match;role;;\naanjager;whole;trekker;;\n",
    ],
    ids=[
        "comma",
        "as a spreadsheet writes it",
        "with its mark and notes",
        "columns moved",
        "empty columns behind it",
    ],
)
def test_rows_are_read_however_they_are_written(content: str | bytes, tmp_path: Path) -> None:
    """Separator, line ends, byte order mark, order of columns and capitals do not count."""
    rows = AddedRows("columns", ("words", "match", "role"), (("aanjager", "whole", "trekker"),))
    assert load_vocabulary(write(tmp_path, "columns.csv", content)) == Vocabulary((rows,))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("column.csv", "x\n", "no table of that name; did you mean columns.csv?"),
        ("zzz.csv", "x\n", "no table of that name; docs/configuration.md lists them"),
        ("Columns.csv", "x\n", "did you mean columns.csv?"),
        ("columns.xlsx", b"PK", "save it as CSV UTF-8, named columns.csv"),
        ("municipalities.csv", "code\n", "nothing can be added to it"),
        ("columns.csv", "", "no header: write words,match,role above the rows"),
        ("columns.csv", "words,match\n", "no column role: the header is words,match,role"),
        ("columns.csv", "words,match,rol\n", "unknown column 'rol'; did you mean role?"),
        ("columns.csv", "words,match,role,x9\n", "unknown column 'x9'; the columns are words"),
        ("columns.csv", "words,match,role,role\n", "a column stands twice"),
        ("columns.csv", "words,match,role\n\nwie,whole,nummer,x\n", "line 3: 4 cells where"),
        ("columns.csv", "words,match,role\nwie,whole,nummer\nWie,part,trekker\n",
         "line 3: wie stands twice, with 'nummer' and 'trekker' as role: keep one of the two"),
        ("columns.csv", "words,match,role\n#\nwie,whole,treker\n",
         "line 3: role: no such code: 'treker'; did you mean trekker?"),
        ("columns.csv", "words,match,role\n,whole,trekker\n", "words: the cell is empty"),
        ("columns.csv", "words,match,role\n*,part,trekker\n", "'*' has no letter and no digit"),
        ("columns.csv", 'words,match,role\n"wie\n', "line 2: not CSV"),
        ("columns.csv", "words,match,role\nw\x1b[2J,whole,trekker\n", "without control characters"),
        ("columns.csv", f"words,match,role\n{'w' * 600},whole,trekker\n", "one line of words"),
        ("columns.csv", b"words,match,role\nco\xf6rdinator,whole,trekker\n", "line 2: not UTF-8"),
        ("columns.csv", b"\x00\x01\x02" * 9, "no letter|unknown column|not CSV"),
        ("themes.csv", "keyword,theme,strength\nx,klimaat,strong\n", "no such code: 'klimaat'"),
        ("months.csv", "word,month\nlouwmaand,13\n", "'13' is not a whole number from 1 to 12"),
        ("months.csv", "word,month\nlouwmaand,1.5\n", "'1.5' is not a whole number"),
        ("months.csv", "word,month\nlouwmaand,1\nLouwmaand,2\n", "line 3: louwmaand stands twice"),
        ("frequencies.csv", "word;times_per_year\nzesjaarlijks;0,17\n", "with a point"),
        ("units.csv", "word,unit,match,role\nbronnen,bronnen,whole,\n", "it is one of woningen"),
        ("theme_crosswalk.csv",
         "theme,list,category,relation,valid_from,valid_to,source\noverig,My List,x,close,,,\n",
         "list: 'My List': write it as own_list_2026"),
        ("theme_crosswalk.csv",
         "theme,list,category,relation,valid_from,valid_to,source\noverig,own,x,close,2028,2025,x\n",
         "valid_to: 2025 is before valid_from, 2028"),
        ("known_organisations.csv", f"{ORGANISATION}Westwad,zorg,WW;Wad,,\n",
         "aliases: 'WW;Wad': put . between the values"),
        ("known_organisations.csv", f"{ORGANISATION}Westwad,zorg,WW|samen,,\n",
         "aliases: 'samen' has no capital: write a name as it is printed"),
        ("known_organisations.csv", f"{ORGANISATION}westwad,zorg,,,\n", "name: 'westwad' has no"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told(
    name: str, content: str | bytes, said: str, tmp_path: Path
) -> None:
    with pytest.raises(BadVocabulary, match=said.replace("*", r"\*").replace("?", r"\?")) as raised:
        load_vocabulary(write(tmp_path, name, content))
    assert name in str(raised.value)
    assert raised.value.exit_code is ExitCode.USAGE


def test_folder_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(BadVocabulary, match="no folder of tables"):
        load_vocabulary(tmp_path / "nowhere")


def test_folder_must_have_a_table(tmp_path: Path) -> None:
    """A README, a hidden file or a lock file of a spreadsheet is none, and left alone beside one;
    a folder of them alone is another than was meant.
    """
    for name in ("README.md", ".gitkeep", "~lock.columns.csv", "words.txt"):
        write(tmp_path, name, "x")
    with pytest.raises(BadVocabulary, match="no table in it"):
        load_vocabulary(tmp_path)
    write(tmp_path, "columns.csv", "words,match,role\n")
    assert load_vocabulary(tmp_path) == Vocabulary()


def test_what_is_shipped_adds_nothing(tmp_path: Path) -> None:
    """All shipped tables in a folder of one's own: each row is accepted, no key changes."""
    for name in OPEN_TABLES:
        with resources.as_file(resources.files("prestatie_extract.vocabulary")) as shipped:
            shutil.copy(shipped / f"{name}.csv", tmp_path)
    twice = [tmp_path / name for name in ("party_heading_words.csv",)]  # "het" stands twice in it
    for path in twice:
        path.unlink()
    assert load_vocabulary(tmp_path) == Vocabulary()


@pytest.mark.parametrize("name", OPEN_TABLES)
def test_checks_accept_what_is_shipped(name: str) -> None:
    shipped = load_shipped(name)
    assert [row for row in shipped if complain_about(name, row, ())] == []
    assert [row for row in shipped if lower_key(name, row) != row] == []


def test_keys_are_columns_of_their_tables() -> None:
    for name, columns in KEYS.items():
        assert set(columns) <= set(load_shipped(name)[0])


def test_added_row_takes_the_place_of_those_with_its_key() -> None:
    """It comes first, and no shipped row of the same word is left, however that is written."""
    added = AddedRows("themes", ("keyword", "theme", "strength"), (("Zórg-", "overig", "weak"),))
    shipped = load_shipped("themes")
    rows = Vocabulary((added,)).extend("themes", shipped)
    assert rows[0] == {"keyword": "Zórg-", "theme": "overig", "strength": "weak"}
    assert [row for row in rows if key_of("themes", row) == ("zorg",)] == [rows[0]]
    assert list(rows[1:]) == [row for row in shipped if row["keyword"] != "zorg"]
    assert Vocabulary((added,)).extend("months", load_shipped("months")) == load_shipped("months")


PROCESS = """
import sys
from prestatie_extract import extract
from prestatie_extract.errors import VocabularyInUse
from prestatie_extract.tagging.contents import NO_MODEL, load_nlp
from prestatie_extract.vocabulary import Vocabulary
from prestatie_extract.vocabulary.added import load_vocabulary

own, nlp = load_vocabulary(sys.argv[2]), load_nlp(NO_MODEL)
first = extract(sys.argv[1], nlp=nlp, vocabulary=own)
assert [a.trekker.raw for a in first.agreements] == ["Het Anker", "Gemeente"]
assert extract(sys.argv[1], nlp=nlp, vocabulary=load_vocabulary(sys.argv[2])) == first
assert extract(sys.argv[1], nlp=nlp) == first
try:
    extract(sys.argv[1], nlp=nlp, vocabulary=Vocabulary())
except VocabularyInUse as error:
    assert "start a process for each" in str(error)
else:
    raise AssertionError
"""
AGREEMENT = """# Prestatieafspraken Merendaal 2025-2028

Gemeente Merendaal en Woningstichting Het Anker maken samen deze afspraken.

## 1 Beschikbaarheid

| Nr | Afspraak | Aanjager |
|---|---|---|
| 1 | Het Anker bouwt in 2026 minimaal 80 woningen. | Het Anker |
| 2 | De gemeente wijst een bouwplek aan. | Gemeente |
"""


def test_python_has_one_vocabulary_a_process(tmp_path: Path) -> None:
    """`extract` takes one, keeps it for what follows and refuses another."""
    path = tmp_path / "merendaal.md"
    path.write_text(AGREEMENT, encoding="utf-8")
    folder = tmp_path / "words"
    folder.mkdir()
    write(folder, "columns.csv", "words,match,role\naanjager,whole,trekker\n")
    done = subprocess.run(
        [sys.executable, "-c", PROCESS, str(path), str(folder)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
