"""A folder of YAML files -> corrections; a file that is wrong stops the run before it begins."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from prestatie_extract.corrections.fields import complain_about_field, target_of
from prestatie_extract.corrections.written import Correction, Corrections
from prestatie_extract.corrections.yaml_lists import Fault, Item, read_items
from prestatie_extract.errors import BadCorrections
from prestatie_extract.schema.codes import DOCUMENT_ID_CHARS

SUFFIXES = frozenset((".yaml", ".yml"))
MEANT = re.compile(r"(?P<stem>.+?)\.ya?ml", re.IGNORECASE)
"""a.yaml.txt, as an editor may name a.yaml."""
EXPLAINING = frozenset((".md",))
"""Suffix of a file that tells people what the folder is for."""
LARGEST_FILE_BYTES = 2_000_000  # some 15,000 corrections
KEYS = ("agreement_id", "field", "was", "value", "note")
NEEDED = ("agreement_id", "field", "value")
AGREEMENT_ID = re.compile(rf"[0-9a-f]{{{DOCUMENT_ID_CHARS}}}(?:/[^\s/]+){{2}}")
WAY_OUT = "name another folder with --corrections, or leave them out with --corrections none"


@dataclass(frozen=True, slots=True)
class _Placed:
    """A correction and where it stands, for messages."""

    correction: Correction
    place: str


def load_corrections(folder: str | Path) -> Corrections:
    """The corrections in the `.yaml` and `.yml` files of a folder; others: `find_unread`.

    Raises:
        BadCorrections: there is no such folder, a file cannot be read or holds something else, or
            two corrections contradict each other.
    """
    root = Path(folder)
    try:
        paths = sorted(p for p in root.iterdir() if _is_wanted(p))
    except OSError as error:
        raise BadCorrections(f"{root}: no folder of corrections: {WAY_OUT}") from error
    placed = [found for path in paths for found in _read_file(path)]
    return Corrections.group(_without_doubles(placed))


def find_unread(folder: str | Path) -> list[str]:
    """What to tell about a folder of which not all is read; empty where there is nothing to tell.

    A line for each entry that is neither hidden nor a `.yaml`, `.yml` or `.md` file, such as
    `a.yaml.txt`, and one where no file of corrections is left. A folder that is not there is told
    by `load_corrections`.
    """
    root = Path(folder)
    try:
        paths = sorted(path for path in root.iterdir() if not path.name.startswith("."))
    except OSError:
        return []
    others = [p for p in paths if not _is_wanted(p) and p.suffix.lower() not in EXPLAINING]
    lines = [_tell_unread(path) for path in others]
    if not any(map(_is_wanted, paths)):
        lines.append(f"no corrections in {root}: write them in a file such as a.yaml there")
    return lines


def _tell_unread(path: Path) -> str:
    if path.is_dir():
        return f"{path} is a folder and is not read: put its files beside it"
    meant = MEANT.match(path.name)
    name = f"{meant['stem'] if meant else path.stem}.yaml"
    if path.with_name(name).exists():
        return f"{path} is not read: only files whose names end in .yaml are"
    return f"{path} is not read: name it {name}"


def _is_wanted(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".")


def _read_file(path: Path) -> Iterator[_Placed]:
    name = path.name.encode(errors="replace").decode()  # a name may be any bytes
    text = _read_text(path)
    try:
        for item in read_items(text):
            correction = replace(_to_correction(item), source_file=name)
            yield _Placed(correction, f"{path}, line {item.line}")
    except Fault as fault:
        raise BadCorrections(f"{path}, line {fault.line}: {fault}") from fault


def _read_text(path: Path) -> str:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise BadCorrections(f"{path}: this is no file: give it another name")
        if status.st_size > LARGEST_FILE_BYTES:
            limit = LARGEST_FILE_BYTES // 1_000_000
            raise BadCorrections(f"{path}: larger than {limit} MB: divide it into several files")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadCorrections(f"{path}: no UTF-8 text: save it as UTF-8") from error
    except OSError as error:
        raise BadCorrections(f"{path}: cannot be read ({error.strerror}): {WAY_OUT}") from error


def _to_correction(item: Item) -> Correction:
    values = item.values
    if unknown := [key for key in values if key not in KEYS]:
        raise Fault(item.line, f"unknown key {unknown[0]!r}: there are {', '.join(KEYS)}")
    if missing := [key for key in NEEDED if key not in values]:
        raise Fault(item.line, f"{missing[0]!r} is missing")
    agreement_id, field, note = values["agreement_id"], values["field"], values.get("note")
    if not isinstance(agreement_id, str) or not AGREEMENT_ID.fullmatch(agreement_id):
        raise Fault(item.line, "agreement_id is none: copy it from the record or the page")
    if complaint := complain_about_field(field, values["value"]):
        raise Fault(item.line, complaint)
    if isinstance(note, tuple | bool):
        raise Fault(item.line, "note is no text: put it in quotes")
    return Correction(
        agreement_id,
        str(field),
        values["value"],
        values.get("was"),
        has_was="was" in values,
        note=None if note is None else " ".join(str(note).split()) or None,
    )


def _without_doubles(placed: Iterable[_Placed]) -> Iterator[Correction]:
    """Each correction once, the first of those that say the same.

    Raises:
        BadCorrections: two say something else of one field, or one of a target taken out.
    """
    first: dict[tuple[str, str], _Placed] = {}
    for new in placed:
        old = first.setdefault(_key(new.correction), new)
        if _says(old.correction) != _says(new.correction):
            raise _contradiction(old, new)
    for new in first.values():
        agreement_id, field = _key(new.correction)
        target = target_of(field)
        whole = first.get((agreement_id, target)) if target and target != field else None
        if whole:
            raise _contradiction(whole, new)
        yield new.correction


def _key(correction: Correction) -> tuple[str, str]:
    return correction.agreement_id, correction.field


def _says(correction: Correction) -> tuple[object, ...]:
    return repr(correction.value), correction.has_was, repr(correction.was)


def _contradiction(old: _Placed, new: _Placed) -> BadCorrections:
    about = f"{new.correction.field} of {new.correction.agreement_id}"
    return BadCorrections(
        f"{new.place}: {about} is corrected otherwise in {old.place}: keep one of them"
    )
