"""One way to read a part of a section: the agreements it gives and what speaks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from prestatie_extract.document import Agreement, Block, Label, Passage, regions_of
from prestatie_extract.structure.evidence import weigh
from prestatie_extract.structure.labels import split_labels
from prestatie_extract.structure.parts import blocks_to_body

ASIDE = frozenset({Label.FOOTNOTE, Label.CAPTION, Label.PAGE_HEADER, Label.PAGE_FOOTER})


@dataclass(frozen=True)
class Reading:
    """Agreements in one form, next to each other in one section."""

    form: str
    agreements: tuple[Agreement, ...]
    claims: frozenset[int]
    """`id` of the blocks it is made of."""
    signs: frozenset[str]
    """What speaks for and against all of them; each agreement carries its own as well."""
    start: int
    """Place of its first block in the section."""
    title: str = ""
    """Of the section."""

    @property
    def weight(self) -> float:
        return weigh(self.signs)

    def with_sign(self, sign: str) -> Reading:
        """The same reading with one more sign, on each of its agreements too."""
        return replace(
            self,
            signs=self.signs | {sign},
            agreements=tuple(replace(a, signs=a.signs | {sign}) for a in self.agreements),
        )


def blocks_to_agreement(
    blocks: Sequence[Block],
    *,
    number: str | None,
    kind: str,
    section_id: str | None,
    form: str,
    trekker: Passage | None = None,
) -> Agreement:
    """The agreement that the blocks hold, its inline labels taken out.

    `trekker` is the heading of the party's group; a label of the agreement's own goes before it.
    """
    labelled = split_labels(blocks)
    body = blocks_to_body(labelled.blocks)
    values = dict(labelled.values)
    own = values.pop("trekker", None)
    return Agreement(
        number=number,
        kind=kind,
        section_id=section_id,
        text=body.text,
        title=body.title,
        items=body.items,
        tables=body.tables,
        captions=body.captions,
        trekker=own or trekker,
        trekker_source="label" if own else "group",
        involved=values.pop("betrokkenen", None),
        planning=values.pop("planning", None),
        context=values,
        form=form,
        signs=frozenset({"labelled"}) if labelled.values else frozenset(),
        regions=regions_of(region for block in blocks for region in block.regions),
        characters=sum(b.characters for b in blocks),
    )


def texts_of(agreements: Sequence[Agreement]) -> list[str]:
    """Title and text of each, as far as they have words."""
    joined = (f"{a.title.text if a.title else ''} {a.text.text}".strip() for a in agreements)
    return [text for text in joined if text]
