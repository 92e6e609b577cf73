"""The lines of all documents as the first page of the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar, get_args

from prestatie_extract.findings import WORST_FIRST, find_kind
from prestatie_extract.report.charts import make_chart
from prestatie_extract.report.choices import THEME_KEY
from prestatie_extract.report.corrections import list_unapplied
from prestatie_extract.report.labels import label_of
from prestatie_extract.report.records import Failed, Shared
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

THEMES: tuple[str, ...] = get_args(ThemeCode)
HEAT_STEPS = (1, 3, 6, 10, 15, 25)  # agreements from which on a cell is a shade darker


def make_overview(
    lines: Iterable[DocumentLine], failed: Iterable[Failed], shared: Shared
) -> OverviewView:
    """The first page.

    Args:
        lines: the documents that have a page, in any order.
        failed: the inputs that have none.
        shared: what is of no document alone.
    """
    ordered = sorted(lines, key=_by_place)
    documents = tuple(line for line in ordered if not line.failure)
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
        failures=tuple(_list_failures(ordered, failed)),
        agreement_count=sum(line.agreement_count for line in documents),
        target_count=sum(line.target_count for line in documents),
        number_count=sum(line.number_count for line in documents),
        place_count=len({line.place for line in documents if line.has_place}),
        themes=tuple(label_of("theme", theme) for theme in THEMES),
        heat=tuple(_make_heat_row(line) for line in documents if line.agreement_count),
        charts=tuple(chart for chart in charts if chart),
        findings=tuple(_group_findings(ordered)),
        corrections=tuple(list_unapplied(shared.strays, {})),
        unresolved=tuple((n, label_of("party_type", kind)) for n, kind in shared.unresolved),
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
    noun = "afspraak" if count == 1 else "afspraken"
    label = f"{line.name}, {label_of('theme', theme)}: {count} {noun}"
    return HeatCell(count, find_heat_step(count), f"{line.href}#{THEME_KEY}{theme}", label)


def _group_findings(lines: Sequence[DocumentLine]) -> Iterator[FindingGroup]:
    """The findings by kind, the most severe first."""
    counts = _sum(lines, lambda line: line.finding_counts)
    for kind in sorted(counts, key=lambda k: (WORST_FIRST.index(k[0]), -counts[k], k[1])):
        severity, code = kind
        known = find_kind(code)
        yield FindingGroup(
            label=known.label_nl,
            advice=known.advice_nl,
            severity=severity,
            severity_label=label_of("severity", severity),
            count=counts[kind],
            places=tuple(
                FindingPlace(line.name, f"{line.href}#bevindingen", line.finding_counts[kind])
                for line in lines
                if line.finding_counts.get(kind)
            ),
        )


def _list_failures(lines: Iterable[DocumentLine], failed: Iterable[Failed]) -> list[FailureView]:
    """Every input that failed, once, whether it has a page or not; by path."""
    with_page = [
        _to_failure(Failed(line.source_path, *line.failure), line.href)
        for line in lines
        if line.failure
    ]
    return sorted([*with_page, *map(_to_failure, failed)], key=lambda f: f.source_path)


def _to_failure(failed: Failed, href: str | None = None) -> FailureView:
    kind = find_kind(failed.code)
    return FailureView(failed.source_path, kind.label_nl, kind.advice_nl, failed.message, href)
