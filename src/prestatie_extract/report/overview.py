"""The lines of all documents as the first page of the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar, get_args

from prestatie_extract.report.charts import make_chart
from prestatie_extract.report.choices import THEME_KEY
from prestatie_extract.report.labels import advice_of, label_of
from prestatie_extract.report.records import Failed
from prestatie_extract.report.views import (
    DocumentLine,
    FailureView,
    FindingGroup,
    FindingPlace,
    HeatCell,
    HeatRow,
    OverviewView,
)
from prestatie_extract.schema.codes import ThemeCode

T = TypeVar("T")
Name = tuple[str, str]
"""Of an organisation, with its type."""

THEMES: tuple[str, ...] = get_args(ThemeCode)
HEAT_STEPS = (1, 3, 6, 10, 15, 25)  # agreements from which on a cell is a shade darker
SEVERITIES = ("error", "warning", "info")


def make_overview(
    lines: Iterable[DocumentLine], failed: Iterable[Failed], unresolved: Iterable[Name]
) -> OverviewView:
    """The first page.

    Args:
        lines: the documents that have a page, in any order.
        failed: the inputs that have none.
        unresolved: organisations in no list and in one document only, by name.
    """
    documents = tuple(sorted(lines, key=_by_place))
    charts = (
        make_chart(
            "Doelen naar eenheid", ("Eenheid", "Doelen"), _sum(documents, lambda d: d.unit_counts)
        ),
        make_chart(
            "Doelen naar partij", ("Partij", "Doelen"), _sum(documents, lambda d: d.owner_counts)
        ),
        make_chart(
            "Afspraken naar toezegging",
            ("Toezegging", "Afspraken"),
            _sum(documents, lambda d: d.commitment_counts),
        ),
    )
    return OverviewView(
        documents=documents,
        failures=tuple(sorted(map(_to_failure, failed), key=lambda f: f.source_path)),
        agreement_count=sum(line.agreement_count for line in documents),
        target_count=sum(line.target_count for line in documents),
        place_count=len({line.place for line in documents}),
        themes=tuple(label_of("theme", theme) for theme in THEMES),
        heat=tuple(_make_heat_row(line) for line in documents if line.agreement_count),
        charts=tuple(chart for chart in charts if chart),
        findings=tuple(_group_findings(documents)),
        unresolved=tuple((name, label_of("party_type", kind)) for name, kind in unresolved),
    )


def find_heat_step(count: int) -> int:
    """How dark a cell is, 0 for nothing."""
    return sum(count >= step for step in HEAT_STEPS)


def _by_place(line: DocumentLine) -> tuple[str, str, str]:
    return line.place.casefold(), line.years, line.document_id


def _sum(
    lines: Iterable[DocumentLine], counts_of: Callable[[DocumentLine], Mapping[T, int]]
) -> Counter[T]:
    total: Counter[T] = Counter()
    for line in lines:
        total.update(counts_of(line))
    return total


def _make_heat_row(line: DocumentLine) -> HeatRow:
    return HeatRow(line.name, line.href, tuple(_make_heat_cell(line, theme) for theme in THEMES))


def _make_heat_cell(line: DocumentLine, theme: str) -> HeatCell:
    count = line.theme_counts.get(theme, 0)
    label = f"{line.name}, {label_of('theme', theme)}: {count} afspraken"
    return HeatCell(count, find_heat_step(count), f"{line.href}#{THEME_KEY}{theme}", label)


def _group_findings(lines: Sequence[DocumentLine]) -> Iterator[FindingGroup]:
    """The findings by kind, the most severe first."""
    counts = _sum(lines, lambda line: line.finding_counts)
    for kind in sorted(counts, key=lambda k: (SEVERITIES.index(k[0]), -counts[k], k[1])):
        severity, code = kind
        yield FindingGroup(
            label=label_of("finding", code),
            advice=advice_of("finding", code),
            severity=severity,
            severity_label=label_of("severity", severity),
            count=counts[kind],
            places=tuple(
                FindingPlace(line.name, f"{line.href}#bevindingen", line.finding_counts[kind])
                for line in lines
                if line.finding_counts.get(kind)
            ),
        )


def _to_failure(failed: Failed) -> FailureView:
    label, advice = label_of("error", failed.code), advice_of("error", failed.code)
    return FailureView(failed.source_path, label, advice, failed.message)
