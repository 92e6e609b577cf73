"""Bars as static SVG: no script, no network, and the same bytes wherever it is made.

Nothing is measured with fonts of the machine: places are fixed, long labels are cut here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from prestatie_extract.report.views import ChartView

BARS_MAX = 10  # the rest is one bar more
LABEL_CHARS = 20  # 146 pixels of a wide type of 12, DejaVu
WIDTH = 340  # pixels of the whole chart; a small phone has 360
LABEL_WIDTH, NUMBER_WIDTH, BAR_HEIGHT = 156, 44, 24  # pixels
COLOUR, INK = "#154273", "#1b1b1b"
FONT = "system-ui, sans-serif"


def make_chart(title: str, head: tuple[str, str], counts: Mapping[str, int]) -> ChartView | None:
    """Level bars, the longest first; None where there is nothing to count."""
    rows = find_rows(counts)
    if not rows:
        return None
    largest = ", ".join(f"{name} {count}" for name, count in rows[:3])
    return ChartView(title, head, rows, f"{title}. De grootste: {largest}.", _draw(rows))


def find_rows(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The largest counts with their names, what is left out as the last."""
    ordered = sorted(Counter(counts).items(), key=lambda pair: (-pair[1], pair[0]))
    shown, rest = ordered[:BARS_MAX], ordered[BARS_MAX:]
    if rest:
        shown.append((f"overige ({len(rest)})", sum(count for _, count in rest)))
    return tuple(shown)


def _draw(rows: tuple[tuple[str, int], ...]) -> str:
    import altair as alt
    import vl_convert

    values = [
        {"row": f"{place:02}", "name": shorten(name), "count": count}
        for place, (name, count) in enumerate(rows)
    ]
    # names stand left of the bars as marks, as the place of an axis depends on measured text
    largest = max(count for _, count in rows)
    scale = alt.Scale(domain=[0, largest], nice=False)
    base = alt.Chart(alt.InlineData(values=values)).encode(y=alt.Y("row:N", axis=None))
    bars = base.mark_bar(color=COLOUR, height=BAR_HEIGHT - 8).encode(
        x=alt.X("count:Q", axis=None, scale=scale)
    )
    names = base.mark_text(align="right", dx=-8, fontSize=12, color=INK, font=FONT).encode(
        x=alt.value(0), text="name:N"
    )
    numbers = base.mark_text(align="left", dx=6, fontSize=12, color=INK, font=FONT).encode(
        x=alt.X("count:Q", scale=scale), text="count:Q"
    )
    chart = (bars + names + numbers).properties(
        width=WIDTH - LABEL_WIDTH - NUMBER_WIDTH,
        height=BAR_HEIGHT * len(rows),
        padding={"left": LABEL_WIDTH, "right": NUMBER_WIDTH, "top": 0, "bottom": 0},
        autosize=alt.AutoSizeParams(type="none"),
        background="transparent",
    )
    return str(vl_convert.vegalite_to_svg(chart.configure_view(stroke=None).to_dict()))


def shorten(name: str) -> str:
    """The name, cut where it is too long for its place."""
    plain = " ".join(name.split())
    return plain if len(plain) <= LABEL_CHARS else f"{plain[: LABEL_CHARS - 1].rstrip()}…"
