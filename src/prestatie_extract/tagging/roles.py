"""Who leads an agreement and who is involved: cells, and sentences that say who leads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from prestatie_extract.document import Agreement, Party, Passage, Role
from prestatie_extract.tagging.leads import find_leaders
from prestatie_extract.tagging.names import TYPE_OF_ROLE
from prestatie_extract.tagging.role_names import Named, find_cell_names, find_whole_name
from prestatie_extract.vocabulary.party_words import bare_party

EVERYONE = "allen"


def tag_trekker(agreement: Agreement, parties: Sequence[Party]) -> Role:
    """Who leads the agreement.

    From its trekker cell, label or group heading (`source` "column", "label", "group"); else from
    title, text and items, only where they say who leads (`source` "text", `raw` None): "neemt het
    voortouw", "onder regie van".
    """
    if agreement.trekker:
        return _cell_role(agreement.trekker, parties, source=agreement.trekker_source)
    found = [n for p in _passages(agreement) for n in find_leaders(p.text, parties)]
    return _role(None, found, parties, source="text" if found else None)


def tag_involved(agreement: Agreement, parties: Sequence[Party]) -> Role:
    """Who else is involved, from the cell of a column such as Betrokkenen."""
    if agreement.involved:
        return _cell_role(agreement.involved, parties)
    return Role(None, (), ())


def resolve_names(names: Iterable[str], parties: Sequence[Party]) -> Role:
    """Whole names that a person wrote, in the words of the contract and with their parties.

    A name or alias of one party becomes its everyday name, a generic word its code ("Corporatie"
    is corporaties); any other name stays as it is.
    """
    found = [find_whole_name(name, parties) for name in names]
    return _role(None, found, parties, source=None)


def _cell_role(cell: Passage, parties: Sequence[Party], *, source: str = "column") -> Role:
    words = bare_party(cell.text) if source == "group" else cell.text
    return _role(cell.text, find_cell_names(words, parties), parties, source=source)


def _role(
    raw: str | None, found: Iterable[Named], parties: Sequence[Party], *, source: str | None
) -> Role:
    """The names, each once in printed order, and the parties they stand for."""
    names: dict[str, None] = {}
    ids: dict[str, None] = {}
    for named in found:
        names[named.name] = None
        ids |= dict.fromkeys(
            [named.party_id] if named.party_id else _stands_for(named.name, parties)
        )
    return Role(raw, tuple(names), tuple(ids), source)


def _stands_for(name: str, parties: Sequence[Party]) -> list[str]:
    signatories = [p for p in parties if p.signatory]
    if name == EVERYONE:
        return [p.party_id for p in signatories]
    wanted = TYPE_OF_ROLE.get(name)
    return [p.party_id for p in signatories if p.type == wanted]


def _passages(agreement: Agreement) -> list[Passage]:
    title = [agreement.title] if agreement.title else []
    return [
        *title,
        agreement.text,
        *(i for i in agreement.items if i.text not in agreement.text.text),
    ]
