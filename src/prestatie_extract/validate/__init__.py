"""Validate: everything the stages found -> a `Record` with findings and coverage."""

from __future__ import annotations

from prestatie_extract.validate.ids import make_agreement_ids, make_document_id
from prestatie_extract.validate.record import build_record

__all__ = ["build_record", "make_agreement_ids", "make_document_id"]
