"""All tags of an agreement, and the themes of the headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from prestatie_extract.document import Agreement, Party, Section, TaggedAgreement, section_path
from prestatie_extract.tagging.mentions import find_mentions
from prestatie_extract.tagging.planning import tag_planning
from prestatie_extract.tagging.references import tag_references
from prestatie_extract.tagging.roles import tag_involved, tag_trekker
from prestatie_extract.tagging.targets import tag_targets
from prestatie_extract.tagging.themes import tag_themes

if TYPE_CHECKING:
    from spacy.language import Language

LANGUAGE = "nl"


@cache
def load_nlp() -> Language:
    """A blank Dutch pipeline that splits sentences: rules need no trained model."""
    import spacy

    nlp = spacy.blank(LANGUAGE)
    nlp.add_pipe("sentencizer")
    return nlp


def tag_agreements(
    agreements: Sequence[Agreement],
    agreement_ids: Sequence[str],
    *,
    sections: Sequence[Section],
    parties: Sequence[Party],
    nlp: Language,
    period: tuple[int | None, int | None] = (None, None),
) -> tuple[TaggedAgreement, ...]:
    """Each agreement with everything the taggers found, in the same order.

    Args:
        agreements: as structured.
        agreement_ids: of each of them.
        sections: of the document.
        parties: of the document.
        nlp: a Dutch pipeline that splits sentences.
        period: first and last year of the document.
    """
    by_id = {section.section_id: section for section in sections}
    references = tag_references(agreements, agreement_ids)
    tagged = []
    for place, agreement in enumerate(agreements):
        trekker = tag_trekker(agreement, parties)
        tagged.append(
            TaggedAgreement(
                agreement=agreement,
                agreement_id=agreement_ids[place],
                ordinal=place + 1,
                themes=tag_themes(section_path(agreement.section_id, by_id)),
                trekker=trekker,
                involved=tag_involved(agreement, parties),
                planning=tag_planning(agreement),
                references=references[place],
                party_ids=_named_party_ids(agreement, parties),
                targets=tag_targets(agreement, parties, trekker, nlp, period=period),
            )
        )
    return tuple(tagged)


def tag_sections(sections: Sequence[Section]) -> dict[str, str]:
    """Theme by `section_id`, for the headings that tell one."""
    found = {section.section_id: tag_themes((section,)) for section in sections}
    return {section_id: themes[0].theme for section_id, themes in found.items() if themes}


def _named_party_ids(agreement: Agreement, parties: Sequence[Party]) -> tuple[str, ...]:
    """Parties named in title, text, items and trekker cell, in order of first mention."""
    mentions = (m for text in _texts(agreement) for m in find_mentions(text, parties))
    return tuple(dict.fromkeys(mention.party_id for mention in mentions))


def _texts(agreement: Agreement) -> Iterator[str]:
    for passage in (agreement.title, agreement.text, *agreement.items, agreement.trekker):
        if passage is not None:
            yield passage.text
