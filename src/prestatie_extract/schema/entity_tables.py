"""The tables of what documents have in common: municipalities, organisations, lists of themes."""

from __future__ import annotations

from typing import get_args

from prestatie_extract.schema.codes import (
    MunicipalityMethod,
    OrganisationMethod,
    OrganisationStatus,
    PartyType,
    ThemeCode,
    ThemeList,
    ThemeRelation,
)
from prestatie_extract.schema.columns import Column, ForeignKey, TableSpec, column_of, links
from prestatie_extract.schema.record import Document

_CODE = Column("municipality_code", "string", "CBS code, such as GM0307.")

MUNICIPALITIES = TableSpec(
    "municipalities",
    "The municipalities of the list, those that were merged into others too.",
    ("municipality_code",),
    (
        _CODE,
        Column("name", "string", "Official name."),
        Column("everyday_name", "string", "Name as people write it."),
        Column("tooi_id", "string", "Identifier in the government's own register (TOOI)."),
        Column("code_year", "int16", "Last year whose list, of 1 January, has the code.", "year"),
        Column("merged_into_code", "string", "What it was merged into; null where it is there."),
        Column("merged_on", "date32", "First day of that."),
    ),
    (ForeignKey(("merged_into_code",), "municipalities", ("municipality_code",)),),
)

ORGANISATIONS = TableSpec(
    "organisations",
    "Organisations across all documents: what a party of one document is in the others.",
    ("organisation_id",),
    (
        Column(
            "organisation_id",
            "string",
            "Slug of its name; with a town behind it where several organisations bear the name.",
        ),
        Column("name", "string", "Name in the list, else what most documents call it."),
        Column("type", "string", "Type of the party.", codes=get_args(PartyType)),
        Column("municipality_code", "string", "CBS code of a gemeente of the list."),
        Column(
            "status",
            "string",
            "known (on a list), linked (several documents name it) or unresolved (one does).",
            codes=get_args(OrganisationStatus),
        ),
        Column("document_count", "int32", "Documents that name it.", "documents"),
        Column("names", "string", "Every name that is printed for it, ' | ' between."),
    ),
    (links(MUNICIPALITIES),),
)

ORGANISATION_LINK = (
    Column("organisation_id", "string", "The organisation that it is across documents."),
    Column(
        "organisation_method",
        "string",
        "By what: its name, another name, an abbreviation, a misspelling; new: in no other.",
        codes=get_args(OrganisationMethod),
    ),
    Column(
        "organisation_score",
        "float64",
        "How alike the names are, 0 to 100; null for new.",
        "score",
    ),
    Column(
        "runner_up",
        "string",
        "Id of the next best organisation, also one of a list that no document names; all "
        "that fit, ' | ' between, where several do and so none was taken.",
    ),
    Column("runner_up_score", "float64", "How alike its name is, 0 to 100.", "score"),
)
"""The columns by which a party leads to its organisation."""

THEME_CROSSWALK = TableSpec(
    "theme_crosswalk",
    "What our themes are in the lists of themes that others use.",
    ("theme", "list", "category"),
    (
        Column("theme", "string", "Theme code.", codes=get_args(ThemeCode)),
        Column(
            "list", "string", f"The other list: {', '.join(get_args(ThemeList))}, or an own one."
        ),
        Column("category", "string", "Its category; geen where it has none for the theme."),
        Column(
            "relation",
            "string",
            "The category is exactly the theme, close to it, broader, narrower or overlaps in "
            "part; none where the list has no counterpart.",
            codes=get_args(ThemeRelation),
        ),
        Column("valid_from", "int16", "First year of the list; null where unknown.", "year"),
        Column("valid_to", "int16", "Last year of the list; null where unknown.", "year"),
        Column("source", "string", "Where the list stands."),
    ),
)


DOCUMENT_MUNICIPALITIES = TableSpec(
    "document_municipalities",
    "The municipalities that a document is about: one, or those of a region.",
    ("document_id", "municipality_code"),
    (
        column_of(Document, "document_id", "string"),
        _CODE,
        Column("name", "string", "Names that the document gives it, ' | ' between."),
        Column(
            "method",
            "string",
            "By its official or everyday name, by another spelling, or misspelled.",
            codes=get_args(MunicipalityMethod),
        ),
        Column("score", "float64", "How alike the names are, 0 to 100.", "score"),
        Column("current_code", "string", "Code of the municipality that it is part of now."),
        Column("current_name", "string", "Everyday name of that municipality."),
    ),
    (
        ForeignKey(("document_id",), "documents", ("document_id",)),
        links(MUNICIPALITIES),
        links(MUNICIPALITIES, "current_code"),
    ),
)

ENTITY_TABLES: tuple[TableSpec, ...] = (
    MUNICIPALITIES,
    DOCUMENT_MUNICIPALITIES,
    ORGANISATIONS,
    THEME_CROSSWALK,
)
"""In the order in which they are documented."""
