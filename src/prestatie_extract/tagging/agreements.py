"""All tags of an agreement, and the themes of the headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from prestatie_extract.document import (
    Agreement,
    Judgement,
    Party,
    Section,
    TaggedAgreement,
    Target,
    section_path,
)
from prestatie_extract.tagging.contents import Content, judge_numbers
from prestatie_extract.tagging.judgements import (
    spread_themes,
    weigh_commitment,
    weigh_concreteness,
    weigh_role,
    weigh_themes,
)
from prestatie_extract.tagging.mentions import find_mentions
from prestatie_extract.tagging.planning import tag_planning
from prestatie_extract.tagging.references import tag_references
from prestatie_extract.tagging.roles import tag_involved, tag_trekker
from prestatie_extract.tagging.target_periods import is_dated
from prestatie_extract.tagging.targets import tag_targets
from prestatie_extract.tagging.themes import tag_themes

if TYPE_CHECKING:
    from spacy.language import Language


def tag_agreements(
    agreements: Sequence[Agreement],
    agreement_ids: Sequence[str],
    *,
    sections: Sequence[Section],
    parties: Sequence[Party],
    nlp: Language,
    period: tuple[int | None, int | None] = (None, None),
) -> tuple[TaggedAgreement, ...]:
    """Each agreement with everything that rules find, in the same order.

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


def judge_agreements(
    tagged: Sequence[TaggedAgreement], contents: Sequence[Content], nlp: Language
) -> tuple[TaggedAgreement, ...]:
    """The agreements with what is judged: other themes, roles of numbers, how firm and concrete.

    Args:
        tagged: by the rules.
        contents: what the trained pipeline says of each of them.
        nlp: the pipeline that read them; without a model only what rules suffice for is judged.
    """
    shares = spread_themes([content.themes for content in contents])
    judged = _judge_roles(tagged, contents, nlp)
    return tuple(
        replace(
            agreement,
            targets=targets,
            themes=weigh_themes(agreement.themes, share),
            commitment=weigh_commitment(content.commitment),
            concreteness=_concreteness(agreement, targets, content),
        )
        for agreement, targets, share, content in zip(tagged, judged, shares, contents, strict=True)
    )


def _judge_roles(
    tagged: Sequence[TaggedAgreement], contents: Sequence[Content], nlp: Language
) -> list[tuple[Target, ...]]:
    """The targets of each agreement in their final roles."""
    places = [
        [content.place(target) for target in agreement.targets]
        for agreement, content in zip(tagged, contents, strict=True)
    ]
    numbers = [[at for at in row if at is not None] for row in places]
    told = judge_numbers(contents, numbers, nlp)
    return [
        tuple(
            weigh_role(target, roles.get(at) if at else None)
            for target, at in zip(agreement.targets, row, strict=True)
        )
        for agreement, row, roles in zip(tagged, places, told, strict=True)
    ]


def _concreteness(
    tagged: TaggedAgreement, targets: Sequence[Target], content: Content
) -> Judgement:
    planning = tagged.planning
    is_planned = bool(planning.start or planning.end)
    texts = [text.text for text in (tagged.agreement.title, tagged.agreement.text) if text]
    return weigh_concreteness(
        content.concreteness, targets=targets, is_dated=is_planned or any(map(is_dated, texts))
    )


def _named_party_ids(agreement: Agreement, parties: Sequence[Party]) -> tuple[str, ...]:
    """Parties named in title, text, items and trekker cell, in order of first mention."""
    mentions = (m for text in _texts(agreement) for m in find_mentions(text, parties))
    return tuple(dict.fromkeys(mention.party_id for mention in mentions))


def _texts(agreement: Agreement) -> Iterator[str]:
    for passage in (agreement.title, agreement.text, *agreement.items, agreement.trekker):
        if passage is not None:
            yield passage.text
