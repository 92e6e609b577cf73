"""The site in a real browser, opened as files: what a reader sees and can do."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.report.builders import HOSTILE, poison, write_output

from prestatie_extract.report import write_site
from prestatie_extract.schema import Record
from prestatie_extract.schema.agreement import Agreement

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chrome")
sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright (extra dev)")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium on the PATH")

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
NARROW = {"width": 960, "height": 700}
ZOOMED = {"width": 720, "height": 450}  # the desktop at 200 %
NAME = "merendaal-2025-2028.pdf"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Visitor:
    """A page of the browser that notes what goes wrong and what is asked for."""

    def __init__(self, browser: Any, size: dict[str, int], **options: Any) -> None:
        self.context = browser.new_context(viewport=size, reduced_motion="reduce", **options)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def open(self, path: Path, anchor: str = "") -> Any:
        """The page, with an address as in a link that somebody was sent."""
        self.page.goto(path.as_uri() + (f"#{anchor}" if anchor else ""))
        return self.page


@pytest.fixture
def desktop(browser: Any) -> Iterator[Visitor]:
    visitor = Visitor(browser, DESKTOP)
    yield visitor
    visitor.context.close()
    assert visitor.complaints == []
    assert all(url.startswith("file:") for url in visitor.requests)


@pytest.fixture
def phone(browser: Any) -> Iterator[Visitor]:
    visitor = Visitor(browser, PHONE, has_touch=True, is_mobile=True)
    yield visitor
    visitor.context.close()
    assert visitor.complaints == []


@pytest.fixture
def record(records: dict[str, Record]) -> Record:
    return records[NAME]


@pytest.fixture
def document(site: Path, record: Record) -> Path:
    return site / "documents" / f"{record.document.document_id}.html"


def shown(page: Any) -> list[str]:
    """The ids of the agreements that are not filtered away."""
    script = "[...document.querySelectorAll('.card')].filter(c => !c.hidden).map(c => c.dataset.id)"
    return list(page.evaluate(script))


def is_in_view(page: Any, selector: str, pane: str) -> bool:
    """Whether an element lies in its pane and in the window."""
    return bool(
        page.evaluate(
            """([selector, pane]) => {
              const box = document.querySelector(selector).getBoundingClientRect();
              const frame = document.querySelector(pane).getBoundingClientRect();
              return box.height > 0 && box.top >= Math.max(0, frame.top) - 1 &&
                box.bottom <= Math.min(innerHeight, frame.bottom) + 1;
            }""",
            [selector, pane],
        )
    )


def css(anchor: str) -> str:
    """The selector of an anchor, which may hold points."""
    return f'[id="{anchor}"]'


def test_overview_leads_to_the_documents(desktop: Visitor, site: Path) -> None:
    """By a click on the municipality, and by one on a number of the heat map."""
    page = desktop.open(site / "index.html")
    assert page.locator("table.documents tbody tr").count() == 2
    page.locator("table.documents tbody a", has_text="Elsvenne").click()
    assert page.locator("h1").inner_text().startswith("Prestatieafspraken Elsvenne")
    page.go_back()
    cell = page.locator("table.heat tbody tr").nth(1).locator("td a").first
    count = int(cell.inner_text())
    cell.click()
    page.wait_for_selector("html.js")
    assert len(shown(page)) == count
    assert page.locator("#theme").input_value() == "thema-beschikbaarheid"


def test_overview_finds_a_municipality(desktop: Visitor, site: Path) -> None:
    page = desktop.open(site / "index.html")
    page.fill("#text", "meren")
    assert page.locator("table.documents tbody tr:visible").count() == 1
    assert page.locator("#count").inner_text() == "1 van 2"
    assert page.locator("#nothing").is_hidden()
    page.fill("#text", "onvindbaarwoord")
    assert page.locator("#nothing").is_visible()


def test_all_pictures_load_and_have_their_room_before(
    desktop: Visitor, document: Path, record: Record
) -> None:
    """Under the policy of the page; nothing jumps when they come."""
    page = desktop.open(document)
    images = page.locator("img")
    heights = images.evaluate_all("all => all.map(i => i.getBoundingClientRect().height)")
    assert min(heights) > 500
    for place in range(images.count()):
        images.nth(place).scroll_into_view_if_needed()
    page.wait_for_function("[...document.images].every(i => i.complete && i.naturalWidth > 0)")
    assert images.count() == record.document.page_count
    assert heights == images.evaluate_all("all => all.map(i => i.getBoundingClientRect().height)")


@pytest.mark.parametrize(
    ("name", "select", "choice", "expected"),
    [
        pytest.param(
            NAME, "theme", "Betaalbaarheid", lambda a: a.theme == "betaalbaarheid", id="theme"
        ),
        pytest.param(
            "elsvenne-2026-2030.pdf", "trekker", "De Vlinderpoort",
            lambda a: "De Vlinderpoort" in a.trekker.names, id="trekker",
        ),
        pytest.param(
            NAME, "party", "Rietland Wonen", lambda a: "rietland-wonen" in parties_of(a), id="party"
        ),
        pytest.param(
            NAME, "confidence", "90 % of hoger", lambda a: a.confidence >= 0.9, id="sure"
        ),
        pytest.param(
            NAME, "confidence", "lager dan 75 %", lambda a: a.confidence < 0.75, id="doubtful"
        ),
    ],
)  # fmt: skip
def test_filter_shows_what_fits(
    desktop: Visitor, site: Path, records: dict[str, Record],
    *, name: str, select: str, choice: str, expected: Callable[[Agreement], bool],
) -> None:  # fmt: skip
    """Exactly the agreements of which the record says so, with their boxes; the count tells."""
    agreements = records[name].agreements
    page = desktop.open(site / "documents" / f"{records[name].document.document_id}.html")
    wanted = [a for a in agreements if expected(a)]
    options = page.locator(f"#{select} option").all_inner_texts()
    page.select_option(f"#{select}", index=[o.partition(" (")[0] for o in options].index(choice))
    assert shown(page) == [a.agreement_id for a in wanted]
    assert page.locator("#count").inner_text() == f"{len(wanted)} van {len(agreements)} afspraken"
    boxes = sum(len(a.provenance) + sum(len(t.provenance) for t in a.targets) for a in wanted)
    assert page.locator("a.box:not(.out)").count() == boxes


def parties_of(agreement: Agreement) -> set[str | None]:
    owners = {target.party_id for target in agreement.targets}
    return {
        *agreement.party_ids, *agreement.trekker.party_ids, *agreement.involved.party_ids, *owners
    }  # fmt: skip


def test_words_are_found_without_accents_and_reset_shows_all(
    desktop: Visitor, document: Path
) -> None:
    """Every word must be there, in any order."""
    page = desktop.open(document)
    page.fill("#text", "KWARTAAL planmonitor")
    assert len(shown(page)) == 1
    page.fill("#text", "onvindbaarwoord")
    assert page.locator("#nothing").is_visible()
    page.click("#clear")
    page.wait_for_function("document.querySelectorAll('.card[hidden]').length === 0")
    assert page.locator("#count").inner_text() == "32 van 32 afspraken"


def test_target_lights_up_at_the_place_of_the_record(
    desktop: Visitor, document: Path, record: Record
) -> None:
    """Its box on the screen, as seen from the page's picture, is that of the record in points."""
    page = desktop.open(document)
    targets = [(a, t) for a in record.agreements for t in a.targets]
    for agreement, target in targets[:: len(targets) // 8]:
        inside = target.target_id.split("/", 1)[1].replace("/", "-")
        page.click(f'a.aim[data-pick="t-{inside}"]')
        box = target.provenance[0]
        anchor = f"b-t-{inside}-p{box.page_number}"
        assert page.locator(f"{css(anchor)}.aimed").count() == 1
        assert is_in_view(page, f"{css(anchor)} rect", ".pages")
        place = page.evaluate(
            """(anchor) => {
              const rect = document.getElementById(anchor).querySelector('rect');
              const sheet = rect.closest('.paper');
              const image = sheet.querySelector('img').getBoundingClientRect();
              const points = sheet.querySelector('svg').viewBox.baseVal.width / image.width;
              const box = rect.getBoundingClientRect();
              return [box.left - image.left, box.top - image.top,
                box.right - image.left, box.bottom - image.top].map((n) => n * points);
            }""",
            anchor,
        )
        assert place == pytest.approx([box.x0, box.top, box.x1, box.bottom], abs=0.75)
        assert page.locator(".card.chosen").get_attribute("data-id") == agreement.agreement_id


def test_box_leads_to_its_agreement(desktop: Visitor, document: Path, record: Record) -> None:
    """A click on the page chooses the card, which comes into view."""
    page = desktop.open(document)
    last = record.agreements[-1]
    anchor = "a-" + last.agreement_id.split("/", 1)[1].replace("/", "-")
    page.locator(f'a.box[data-of="{anchor}"]').first.click(position={"x": 2, "y": 2})
    assert page.locator(".card.chosen").get_attribute("data-id") == last.agreement_id
    assert is_in_view(page, f"{css(anchor)} h3", ".list")


def test_keys_go_through_the_agreements(desktop: Visitor, document: Path, record: Record) -> None:
    """With j and k, arrows, Escape, and / for the search; keys in a field write letters."""
    page = desktop.open(document)
    ids = [a.agreement_id for a in record.agreements]
    chosen = page.locator(".card.chosen")
    for key, place in (("j", 0), ("j", 1), ("ArrowDown", 2), ("k", 1), ("ArrowUp", 0)):
        page.keyboard.press(key)
        assert chosen.get_attribute("data-id") == ids[place]
        assert page.evaluate("document.activeElement.closest('.card').dataset.id") == ids[place]
    page.keyboard.press("Escape")
    assert chosen.count() == 0
    page.keyboard.press("/")
    page.keyboard.type("jk")
    assert page.input_value("#text") == "jk"
    assert chosen.count() == 0


def test_arrows_scroll_where_no_agreement_has_the_focus(desktop: Visitor, document: Path) -> None:
    """They belong to the browser; on an agreement they start from that one."""
    page = desktop.open(document)
    for key in ("ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
        assert page.locator(".card.chosen").count() == 0
    page.locator(".card .pick").nth(4).focus()
    page.keyboard.press("ArrowDown")
    chosen = page.locator(".card.chosen").get_attribute("id")
    assert chosen == page.locator(".card").nth(5).get_attribute("id")


def test_single_letters_can_be_switched_off(desktop: Visitor, document: Path) -> None:
    """For good; arrows on an agreement stay."""
    page = desktop.open(document)
    page.uncheck("#shortcuts")
    page.reload()
    assert not page.is_checked("#shortcuts")
    page.locator(".card .pick").first.focus()
    page.keyboard.press("j")
    assert page.locator(".card.chosen").count() == 0
    page.keyboard.press("ArrowDown")
    assert page.locator(".card.chosen").count() == 1


@pytest.mark.parametrize("size", [ZOOMED, PHONE], ids=["zoomed", "phone"])
def test_keys_scroll_on_a_small_screen(browser: Any, document: Path, size: dict[str, int]) -> None:
    """The chosen agreement comes into view there too, from either side."""
    visitor = Visitor(browser, size)
    page = visitor.open(document)
    for _ in range(6):
        page.keyboard.press("j")
    assert is_in_view(page, ".card.chosen h3", "body")
    page.click('.panes button[data-to="pages"]')
    page.keyboard.press("k")
    assert is_in_view(page, ".card.chosen h3", "body")
    visitor.context.close()


@pytest.mark.parametrize("link", ["a.page-link", "a.mark", "a.aim"])
def test_focus_goes_along_to_the_page_and_back(browser: Any, document: Path, link: str) -> None:
    """On a small screen, where the side that had the focus disappears."""
    visitor = Visitor(browser, ZOOMED)
    page = visitor.open(document)
    page.locator(f".card {link}").nth(2).click()
    assert page.evaluate("document.activeElement.matches('a.box')")
    card = page.locator(".card.chosen").get_attribute("id")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.card.chosen .pick')")
    assert page.locator(".card.chosen").get_attribute("id") == card
    visitor.context.close()


def test_filtered_view_can_be_sent(desktop: Visitor, document: Path) -> None:
    """The address holds the filters; what this report does not offer is left out."""
    page = desktop.open(document)
    page.select_option("#theme", value="thema-betaalbaarheid")
    page.fill("#text", "huur & wonen")
    page.fill("#text", "huur")
    filtered = shown(page)
    assert 0 < len(filtered) < 32
    page.goto("about:blank")
    page.goto(f"{document.as_uri()}?theme=thema-betaalbaarheid&text=huur&party=onbekend")
    assert shown(page) == filtered
    page.locator(".card:visible .pick").first.click()
    assert "?text=huur&theme=thema-betaalbaarheid#a-" in page.url
    page.click("#clear")
    page.wait_for_function("!location.search")


def test_tab_reaches_the_agreements_by_the_skip_link(desktop: Visitor, document: Path) -> None:
    """The first stop; Enter on an agreement chooses it, and the focus can be seen."""
    page = desktop.open(document)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('pick')"):
            break
    page.keyboard.press("Enter")
    assert page.locator(".card.chosen").count() == 1
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"


def test_filtered_agreements_are_skipped_by_keys(desktop: Visitor, document: Path) -> None:
    page = desktop.open(document)
    page.select_option("#theme", value="thema-betaalbaarheid")
    page.locator("h1").click()
    page.keyboard.press("j")
    assert page.locator(".card.chosen").get_attribute("data-theme") == "thema-betaalbaarheid"


def test_link_to_what_is_filtered_away_shows_all(desktop: Visitor, document: Path) -> None:
    """A reference leads to its agreement, whatever is filtered."""
    page = desktop.open(document, "thema-betaalbaarheid")
    assert len(shown(page)) < 32
    page.evaluate("location.hash = 'a-2.1-1'")
    page.wait_for_selector(".card.chosen")
    assert page.locator(".card.chosen").get_attribute("id") == "a-2.1-1"
    assert len(shown(page)) == 32


def test_link_to_a_target_shows_it(desktop: Visitor, document: Path) -> None:
    """Chosen, marked, and both sides in view."""
    page = desktop.open(document, "t-2.1-1-t2")
    assert page.locator(".card.chosen").get_attribute("id") == "a-2.1-1"
    assert page.locator(f"li.aimed{css('t-2.1-1-t2')}").count() == 1
    assert is_in_view(page, css("t-2.1-1-t2"), ".list")
    assert is_in_view(page, "a.box.aimed rect", ".pages")


def test_agreement_of_a_linked_target_is_shown_whole(
    desktop: Visitor, site: Path, records: dict[str, Record]
) -> None:
    """Where it fits: a number says little without the words around it."""
    document_id = records["elsvenne-2026-2030.pdf"].document.document_id
    page = desktop.open(site / "documents" / f"{document_id}.html", "t-2-B1-t3")
    page.wait_for_function("document.readyState === 'complete'")
    assert is_in_view(page, ".card.chosen", ".list")


def test_choice_stands_in_the_address(desktop: Visitor, document: Path) -> None:
    """So that it can be sent."""
    page = desktop.open(document)
    page.locator(".card .pick").nth(3).click()
    anchor = page.locator(".card").nth(3).get_attribute("id")
    assert page.url.endswith(f"#{anchor}")


def test_window_itself_does_not_scroll(desktop: Visitor, document: Path) -> None:
    """The two panes do, each by itself; the title stays."""
    page = desktop.open(document, "a-2.1-4")
    assert page.evaluate("[scrollX, scrollY, document.scrollingElement.scrollHeight]") == [
        0, 0, DESKTOP["height"],
    ]  # fmt: skip
    assert page.locator("h1").bounding_box()["y"] > 0


@pytest.mark.parametrize("way", ["clipboard", "selection", "shown"])
def test_correction_is_copied(browser: Any, document: Path, record: Record, way: str) -> None:
    """As YAML with what the tool said; where nothing lets us copy, the text is shown selected."""
    visitor = Visitor(browser, DESKTOP)
    page = visitor.page
    if way == "clipboard":
        spy = "(text) => { window.copied = text; return Promise.resolve(); }"
        page.add_init_script(
            f"Object.defineProperty(navigator, 'clipboard', {{value: {{writeText: {spy}}}}});"
        )
    else:
        page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined});")
    if way == "shown":
        page.add_init_script("document.execCommand = () => false;")
    elif way == "selection":
        page.add_init_script(
            "document.execCommand = () => { window.copied = getSelection().toString() "
            "|| document.activeElement.value; return true; };"
        )
    visitor.open(document, "a-2.1-1")
    page.click(".card.chosen summary")
    page.click('.card.chosen button[data-field="targets.t2.value"]')
    if way == "shown":
        page.wait_for_selector("#copy-dialog[open]")
        text = page.input_value("#copy-text")
        assert page.evaluate("document.getElementById('copy-text').selectionEnd") == len(text)
    else:
        page.wait_for_function("window.copied")
        text = page.evaluate("window.copied")
        assert page.locator("#said").inner_text() == "Correctie gekopieerd."
    target = record.agreements[0].targets[1]
    assert "# verbeter deze waarde" in text
    assert yaml.safe_load(text) == [
        {"agreement_id": record.agreements[0].agreement_id, "field": "targets.t2.value",
         "was": target.value, "value": target.value, "note": ""}
    ]  # fmt: skip
    assert visitor.complaints == []
    visitor.context.close()


def test_phone_shows_one_pane_and_nothing_sticks_out(
    phone: Visitor, site: Path, document: Path
) -> None:
    """From an agreement to its page and back; no scrolling sideways anywhere."""
    wide = "document.scrollingElement.scrollWidth > innerWidth"
    page = phone.open(site / "index.html")
    assert not page.evaluate(wide)
    page = phone.open(document)
    assert not page.evaluate(wide)
    assert not page.locator(".pages").is_visible()
    page.locator(".card .page-link").nth(2).tap()
    assert page.locator(".pages").is_visible()
    assert not page.locator(".list").is_visible()
    assert is_in_view(page, "a.box.lit rect", "body")
    assert not page.evaluate(wide)
    page.locator('.panes button[data-to="list"]').tap()
    assert is_in_view(page, ".card.chosen h3", "body")


LONG = "ab" * 200
"""A word without a place to break it."""


def stretch(record: Record) -> Record:
    """The record with such words wherever a document can put one."""
    content = poison(record).model_dump_json().replace(json.dumps(HOSTILE)[1:-1], LONG)
    return Record.model_validate_json(content)


@pytest.fixture(scope="module")
def stretched(records: dict[str, Record], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stretched")
    write_site(write_output(folder / "out", [stretch(records[NAME])]), folder / "site")
    return folder / "site"


@pytest.mark.parametrize("size", [DESKTOP, NARROW, ZOOMED, PHONE], ids=lambda size: size["width"])
def test_long_words_do_not_stick_out(browser: Any, stretched: Path, size: dict[str, int]) -> None:
    """Neither of the window nor of the side they stand in; the title leaves room for the rest."""
    visitor = Visitor(browser, size)
    page = visitor.open(stretched / "index.html")
    wide = "(one) => one.scrollWidth > one.clientWidth"
    assert not page.locator("html").evaluate(wide)
    visitor.open(next((stretched / "documents").glob("*.html")))
    for summary in page.locator("main summary").all()[:3]:
        summary.click()
    assert not page.locator("html").evaluate(wide)
    assert not page.locator(".list").evaluate(wide)
    assert page.locator("h1").bounding_box()["height"] < 3.2 * 1.25 * 20
    assert page.locator("h1").get_attribute("title") == LONG
    visitor.context.close()


@pytest.mark.parametrize("width", [390, 720, 870, 960, 1440])
def test_overview_breaks_no_word_of_ours(browser: Any, site: Path, width: int) -> None:
    """The heads of the columns stand on one line, and nothing sticks out."""
    visitor = Visitor(browser, {"width": width, "height": 700})
    page = visitor.open(site / "index.html")
    heads = page.locator("table.documents thead th")
    assert all(height < 45 for height in heads.evaluate_all("all => all.map(h => h.offsetHeight)"))
    assert not page.locator("html").evaluate("(one) => one.scrollWidth > one.clientWidth")
    visitor.context.close()


@pytest.mark.parametrize("size", [DESKTOP, NARROW], ids=lambda size: size["width"])
def test_choices_of_filters_can_be_read(browser: Any, document: Path, size: dict[str, int]) -> None:
    """The first one of each fits its box, the arrow beside it."""
    visitor = Visitor(browser, size)
    page = visitor.open(document)
    widths = page.locator(".filters select").evaluate_all("all => all.map(s => s.offsetWidth)")
    assert min(widths) >= 130
    visitor.context.close()


def test_page_reads_without_a_script(browser: Any, document: Path, record: Record) -> None:
    """All agreements, and links that lead to their boxes, which then light up."""
    visitor = Visitor(browser, DESKTOP, java_script_enabled=False)
    page = visitor.open(document)
    assert page.locator(".card:visible").count() == len(record.agreements)
    assert not page.locator("#filters").is_visible()
    assert page.locator(".panes").is_hidden()
    page.locator(".card .page-link").first.click()
    assert page.url.endswith(page.locator(".card .page-link").first.get_attribute("href"))
    assert page.locator("a.box:target rect").count() == 1
    visitor.context.close()


def test_hostile_texts_are_shown_and_do_nothing(
    desktop: Visitor, records: dict[str, Record], tmp_path: Path
) -> None:
    """Neither on the overview nor on the page, not even by the filters and the copy button."""
    write_site(write_output(tmp_path, [poison(records[NAME])]), tmp_path / "site")
    page = desktop.page
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    desktop.open(tmp_path / "site" / "index.html")
    assert HOSTILE in page.locator("table.documents").inner_text()
    page.locator("table.documents tbody a").first.click()
    assert page.locator("h1").inner_text() == HOSTILE
    assert HOSTILE in page.title()
    page.select_option("#trekker", index=1)
    page.select_option("#party", index=1)
    page.locator(".card summary").first.click()
    page.locator("button.copy").first.click()
    page.wait_for_timeout(100)
    assert dialogs == []
    assert page.evaluate("document.scripts.length") == 1


def test_policy_is_one_that_the_browser_keeps(browser: Any, document: Path) -> None:
    """A script that got into the page would not run, nor a style or a picture from elsewhere."""
    visitor = Visitor(browser, DESKTOP)
    page = visitor.open(document)
    page.evaluate(
        """() => {
          const script = document.createElement('script');
          script.textContent = 'window.ran = 1';
          document.body.append(script);
          const image = document.createElement('img');
          image.src = 'https://example.org/x.png';
          document.body.append(image);
          document.body.insertAdjacentHTML('beforeend', '<p onclick="window.ran = 2">x</p>');
          document.body.lastElementChild.click();
        }"""
    )
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran") is None
    assert len([text for text in visitor.complaints if "Content Security Policy" in text]) == 3
    visitor.context.close()
