"""The order of the stages, once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from prestatie_extract.layout import find_blocks
from prestatie_extract.read import read_source
from prestatie_extract.structure import find_agreements, find_sections, mark_blocks
from prestatie_extract.tagging.agreements import load_nlp, tag_agreements, tag_sections
from prestatie_extract.tagging.info import tag_info
from prestatie_extract.tagging.parties import tag_parties
from prestatie_extract.validate import build_record, make_agreement_ids, make_document_id

if TYPE_CHECKING:
    from spacy.language import Language

    from prestatie_extract.schema import Record


def extract(
    path: str | Path, *, input_root: Path | None = None, nlp: Language | None = None
) -> Record:
    """The record of one performance agreement.

    Args:
        path: a PDF, or text or markdown as converters make it.
        input_root: what the published path is relative to; without it the name alone.
        nlp: a Dutch spaCy pipeline that splits sentences; `load_nlp()` where None.

    Raises:
        DocumentError: the file cannot be read as a document.
    """
    path, nlp = Path(path), nlp or load_nlp()
    source = read_source(path, input_root=input_root)
    printed, layout_findings = find_blocks(source)
    blocks = mark_blocks(printed)
    sections = find_sections(blocks)
    agreements, structure_findings = find_agreements(blocks, sections)
    parties = tag_parties(blocks, sections, agreements)
    info = tag_info(blocks, sections, parties, path.stem)
    ids = make_agreement_ids(make_document_id(source.sha256), agreements, sections)
    period = (info.period_start, info.period_end)
    tagged = tag_agreements(
        agreements, ids, sections=sections, parties=parties, nlp=nlp, period=period
    )
    themes, model = tag_sections(sections), _model_name(nlp)
    return build_record(
        source, info, blocks, sections, tagged, parties,
        (*layout_findings, *structure_findings),
        section_themes=themes, model=model,
    )  # fmt: skip


def _model_name(nlp: Language) -> str | None:
    """Name and version of a trained pipeline; None for rules alone."""
    name = nlp.meta.get("name")
    is_trained = any(hasattr(component, "model") for _, component in nlp.pipeline)
    return f"{nlp.lang}_{name}-{nlp.meta['version']}" if is_trained else None
