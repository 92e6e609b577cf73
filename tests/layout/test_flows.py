"""A page in the flows it is read in: columns, boxes, side boxes."""

from __future__ import annotations

from tests.layout.builders import LARGE, PITCH, make_page, make_words

from prestatie_extract.geometry import BBox
from prestatie_extract.layout.flows import Flow, find_flows, stack_areas
from prestatie_extract.page import Page, Word

LEFT_TEXT = "Links staat een regel die"
RIGHT_TEXT = "Rechts staat een andere regel"
LEFT_X, RIGHT_X = 70.0, 310.0


def set_columns(rows: int = 8, top: float = 100.0) -> list[Word]:
    words: list[Word] = []
    for row in range(rows):
        words += make_words(f"{LEFT_TEXT} {row}", LEFT_X, top + row * PITCH)
        words += make_words(f"{RIGHT_TEXT} {row}", RIGHT_X, top + row * PITCH)
    return words


def first_words(flow: Flow) -> str:
    return " ".join(w.text for w in flow.words[:2])


def with_areas(words: list[Word], *areas: BBox) -> Page:
    page = make_page(words)
    return Page(1, page.width, page.height, page.words, (), page.characters, areas=areas)


def flows_of(page: Page) -> list[Flow]:
    return find_flows(page, page.words, [])


def test_two_columns() -> None:
    """Text beside text is read column by column."""
    flows = flows_of(make_page(set_columns()))
    assert [first_words(flow) for flow in flows] == ["Links staat", "Rechts staat"]


def test_one_column() -> None:
    """A page of running text is one flow, measured from the page's margins."""
    words = [w for i in range(9) for w in make_words(LEFT_TEXT, top=100 + i * PITCH)]
    (flow,) = flows_of(make_page(words))
    assert flow.is_whole_page


def test_line_across_the_columns() -> None:
    """What runs across the gutter parts the columns above it from those below."""
    across = make_words(
        "Een regel die over beide kolommen heen loopt tot aan de rechter rand", top=204
    )
    words = [*set_columns(), *across, *set_columns(top=220)]
    flows = flows_of(make_page(words))
    assert [first_words(flow) for flow in flows] == [
        "Links staat", "Rechts staat", "Een regel", "Links staat", "Rechts staat",
    ]  # fmt: skip


def test_heading_above_both_columns() -> None:
    """A heading with nothing beside it parts them too, where the stream says so."""
    heading = make_words("2 Rondkomen", LEFT_X, 206, font=LARGE)
    flows = flows_of(make_page([*set_columns(), *heading, *set_columns(top=230)]))
    assert [first_words(flow) for flow in flows][2] == "2 Rondkomen"


def test_few_lines_beside_each_other_are_no_columns() -> None:
    """Two signatures side by side do not make columns."""
    assert len(flows_of(make_page(set_columns(rows=3)))) == 1


def test_box_apart() -> None:
    """The words of a shaded box are read apart from the text around it."""
    words = [w for i in range(9) for w in make_words(LEFT_TEXT, top=100 + i * PITCH)]
    inside = make_words("Wist u dat er huizen zijn", 90.0, 240.0)
    (flow,) = flows_of(with_areas([*words, *inside], BBox(80.0, 230.0, 400.0, 260.0)))
    assert [w.text for w in flow.boxes[0].words] == [w.text for w in inside]
    assert not set(flow.words) & set(inside)


def test_side_box() -> None:
    """Text that runs beside a box goes on below it: it is no column."""
    beside = [w for i in range(7) for w in make_words(LEFT_TEXT, top=100 + i * PITCH)]
    inside = [w for i in range(6) for w in make_words("Feiten op een rij", 330, 104 + i * PITCH)]
    below = make_words("Hier is de regel weer even breed als de bladspiegel van de pagina", top=190)
    page = with_areas([*beside, *inside, *below], BBox(320.0, 98.0, 480.0, 180.0))
    (flow,) = flows_of(page)
    assert len(flow.boxes) == 1
    assert flow.words[-1].text == "pagina"


def test_bar_and_frame_are_one_box() -> None:
    """A title bar on top of a frame makes one box with it; a box further down stands alone."""
    bar, frame = BBox(70, 100, 300, 120), BBox(70, 120, 300, 200)
    other = BBox(70, 230, 300, 300)
    assert stack_areas([bar, frame, other]) == [BBox(70, 100, 300, 200), other]


def test_columns_of_boxes() -> None:
    """Lines of uneven length in boxes beside each other: a line is as full as its box."""
    words: list[Word] = []
    for row in range(8):
        text = LEFT_TEXT if row == 3 else "Een stuk"
        words += make_words(text, LEFT_X, 100 + row * PITCH)
        words += make_words(text, RIGHT_X, 100 + row * PITCH)
    boxes = [BBox(x0, y0, x0 + 180, y0 + 43) for x0 in (66, 306) for y0 in (98, 147)]
    assert len(flows_of(make_page(words))) == 1
    assert [len(flow.boxes) for flow in flows_of(with_areas(words, *boxes))] == [2, 2]
