"""The order of the stages, once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from prestatie_extract.corrections import Corrections, correct_record
from prestatie_extract.document import Draft, Source
from prestatie_extract.layout import find_blocks
from prestatie_extract.page import Page, TextLayer
from prestatie_extract.read import OcrMode, read_source
from prestatie_extract.structure import find_agreements, find_sections, mark_blocks
from prestatie_extract.tagging.agreements import judge_agreements, tag_agreements, tag_sections
from prestatie_extract.tagging.contents import load_nlp, model_name, read_contents
from prestatie_extract.tagging.info import tag_info
from prestatie_extract.tagging.parties import tag_parties
from prestatie_extract.validate import build_record, make_agreement_ids, make_document_id
from prestatie_extract.vocabulary import Vocabulary, use_vocabulary

if TYPE_CHECKING:
    from spacy.language import Language

    from prestatie_extract.schema import Record


def extract(
    path: str | Path,
    *,
    name: str | None = None,
    nlp: Language | None = None,
    ocr: OcrMode = OcrMode.AUTO,
    corrections: Corrections | None = None,
    vocabulary: Vocabulary | None = None,
) -> Record:
    """The record of one performance agreement.

    Args:
        path: a PDF, or text or markdown as converters make it.
        name: the published path; the file's own name where None.
        nlp: what `load_nlp` gives: the trained pipeline where None, `load_nlp(NO_MODEL)` for
            rules alone.
        ocr: which pages are read by OCR, where that is installed.
        corrections: what `load_corrections` gives; those of this document are applied.
        vocabulary: what `load_vocabulary` gives: rows to add to the shipped tables. A process has
            one vocabulary, from its first document on; None is the one that it has.

    Raises:
        DocumentError: the file cannot be read as a document.
        VocabularyInUse: this process has begun with another vocabulary.
    """
    if vocabulary is not None:
        use_vocabulary(vocabulary)
    source = read_source(Path(path), name=name, ocr=ocr)
    record = tag_draft(find_draft(source), nlp or load_nlp())
    return correct_record(record, (corrections or Corrections()).of(record.document.document_id))


def find_draft(source: Source) -> Draft:
    """Layout and structure: the blocks, sections and agreements of a file as read."""
    printed, layout_findings = find_blocks(source)
    blocks = mark_blocks(printed)
    sections = find_sections(blocks)
    scanned = {p.page_number for p in source.pages if p.text_layer is TextLayer.OCR}
    agreements, structure_findings = find_agreements(blocks, sections, scanned)
    return Draft(
        replace(source, pages=tuple(map(_without_content, source.pages)), blocks=()),
        tuple(blocks),
        tuple(sections),
        tuple(agreements),
        (*layout_findings, *structure_findings),
    )


def tag_draft(draft: Draft, nlp: Language) -> Record:
    """Tagging and validating: the record of a document as structured."""
    source, blocks, sections = draft.source, draft.blocks, draft.sections
    contents = read_contents(draft.agreements, nlp)
    read = [name for content in contents for name in content.organisations]
    parties = tag_parties(blocks, sections, draft.agreements, read)
    info = tag_info(blocks, sections, parties, PurePosixPath(source.path).stem)
    ids = make_agreement_ids(make_document_id(source.sha256), draft.agreements, sections)
    period = (info.period_start, info.period_end)
    tagged = tag_agreements(
        draft.agreements, ids, sections=sections, parties=parties, nlp=nlp, period=period
    )
    judged = judge_agreements(tagged, contents, nlp)
    themes, model = tag_sections(sections), model_name(nlp)
    return build_record(
        source, info, blocks, sections, judged, parties, draft.findings,
        section_themes=themes, model=model,
    )  # fmt: skip


def _without_content(page: Page) -> Page:
    return replace(page, words=(), grids=(), rules=(), areas=())
