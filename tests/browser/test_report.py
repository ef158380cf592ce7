"""The page in a real browser: nothing overflows, nothing is logged, nobody is shut out."""

from __future__ import annotations

import io
import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

import bilateral
from bilateral.exchange.html import to_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

sync_api = pytest.importorskip("playwright.sync_api", reason="the extra 'browser' is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
BROWSER = next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)
SEEDS = Path(__file__).parent.parent.parent / "seeds"
MARGINS: Any = dict.fromkeys(("top", "bottom", "left", "right"), "10mm")
HOSTILE = '<script>document.title="x"</script> <img src=x onerror="document.title=\'x\'"> ' + "w" * 400

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed"),
    pytest.mark.filterwarnings("default"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield started
        started.close()


def pages() -> dict[str, str]:
    (seed,) = SEEDS.glob("*.txt")
    hostile = f"{HOSTILE}\n\nPetr Pavel cseh elnök {HOSTILE} Bécsben tárgyalt."
    return {
        "seed": to_html(bilateral.parse(seed.read_text(encoding="utf-8"))),
        "hostile": to_html(bilateral.parse(hostile)),
        "empty": to_html(bilateral.parse("")),
    }


@pytest.mark.parametrize("name", ["seed", "hostile", "empty"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1400])
def test_the_page_fits_is_silent_and_open_to_all(
    browser: Browser, name: str, scheme: Literal["light", "dark"], width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    logged: list[str] = []
    page.on("console", lambda message: logged.append(message.text))
    page.on("pageerror", lambda error: logged.append(str(error)))
    page.set_content(pages()[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.title() != "x"
    assert logged == []
    found = axe.Axe().run(page).response["violations"]
    assert [rule["id"] for rule in found if rule["impact"] in ("serious", "critical")] == []
    page.close()


def test_nothing_overflows_at_any_width(browser: Browser) -> None:
    page = browser.new_page()
    (seed,) = SEEDS.glob("*.txt")
    fragment = to_html(bilateral.parse(seed.read_text(encoding="utf-8")), fragment=True)
    for content in (*pages().values(), f"<!DOCTYPE html><title>notebook</title>{fragment}"):
        page.set_content(content)
        for width in range(320, 1600, 80):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_what_was_read_is_shown_on_hover_and_focus(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(pages()["seed"])
    mark = page.locator(".bl-mark").first
    shown = "element => getComputedStyle(element, '::after').content"
    assert mark.evaluate(shown) == "none"
    mark.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert (mark.get_attribute("data-bl-tip") or "?").split("\n")[0] in mark.evaluate(shown)
    page.close()


def test_a_type_can_be_switched_off(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(pages()["seed"])
    assert page.locator(".bl-text .bl-ref.bl-visits").first.is_visible()
    page.locator(".bl-show-visits").uncheck()
    assert not page.locator(".bl-text .bl-ref.bl-visits").first.is_visible()
    assert page.locator(".bl-text .bl-ref.bl-agreements").first.is_visible()
    page.close()


def test_a_click_on_a_fact_leads_to_its_words(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(pages()["seed"])
    link = page.locator("table a[href^='#']").first
    target = (link.get_attribute("href") or "").removeprefix("#")
    link.click()
    assert page.locator(f"[id='{target}']").is_visible()
    page.close()


def seed() -> bilateral.Article:
    (file,) = SEEDS.glob("*.txt")
    return bilateral.parse(file.read_text(encoding="utf-8"))


def printed(browser: Browser, content: str) -> list[str]:
    """The text of each page that a printer would get from somebody who reads in the dark."""
    reader = pytest.importorskip("pypdf", reason="the extra 'browser' is not installed").PdfReader
    page = browser.new_page(color_scheme="dark")
    page.set_content(content)
    sheets = reader(io.BytesIO(page.pdf(format="A4", margin=MARGINS, print_background=True))).pages
    page.close()
    # letters that the printer has joined are two again
    return [unicodedata.normalize("NFKC", sheet.extract_text()) for sheet in sheets]


def test_print_is_complete(browser: Browser) -> None:
    article, title = seed(), "A report"
    told = "".join("".join(printed(browser, to_html(article, title=title))).split())
    wanted = [title, *article.text.split(), *(fact.evidence.rule for fact in article.facts)]
    wanted += ["Timeline", "Economicindicators", *(person.name for person in article.people)]
    assert [words for words in wanted if "".join(words.split()) not in told] == []


def test_print_cuts_no_fact_in_two(browser: Browser) -> None:
    article = seed()
    begun = 0
    for sheet in printed(browser, to_html(article)):
        lines = [line.strip() for line in sheet.splitlines()]
        ends = [
            line[:9] for line in lines if re.fullmatch(r"[VMAESPD]\d+", line) or line.startswith("read from")
        ]
        assert ends[1::2] == ["read from"] * (len(ends) // 2)
        assert len(ends) % 2 == 0
        begun += len(ends[::2])
    assert begun == len(article.facts)


def test_print_is_dark_on_white(browser: Browser) -> None:
    page = browser.new_page(color_scheme="dark", viewport={"width": 680, "height": 900})
    page.set_content(pages()["seed"])
    page.emulate_media(media="print", color_scheme="dark")
    style = "element => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color]"
    assert page.locator("main").evaluate(style) == ["rgb(255, 255, 255)", "rgb(28, 33, 40)"]
    assert page.locator("body").evaluate(style)[0] == "rgb(255, 255, 255)"
    assert not page.locator(".bl-legend input").first.is_visible()
    page.locator(".bl-mark").first.focus()
    assert page.locator(".bl-mark").first.evaluate("e => getComputedStyle(e, '::after').content") == "none"
    assert page.evaluate("document.documentElement.scrollWidth") <= 680
    page.close()


def test_what_is_read_aloud_makes_sense(browser: Browser) -> None:
    page = browser.new_page()
    text = "Petr Pavel cseh elnök 2025. november 11-én Lisszabonba érkezett."
    page.set_content(to_html(bilateral.parse(text), title="A report"))
    sync_api.expect(page.locator("body")).to_match_aria_snapshot("""
      - main:
        - heading "A report" [level=1]
        - paragraph: Mainly about Czechia (CZ) and Portugal (PT)
        - group "Marked in the text":
          - checkbox "V Visits (1)" [checked]
        - heading "Text" [level=2]
        - paragraph:
          - link "Petr Pavel cseh elnök"
          - link "2025. november 11-én"
          - link "Lisszabonba"
          - link "érkezett"
          - 'link "V1, visit: to the table"'
        - heading "At a glance" [level=2]
        - figure "Timeline":
          - img "Timeline"
        - heading "Facts" [level=2]
        - table "Visits (1)":
          - rowgroup:
            - row:
              - columnheader "guest"
              - columnheader "guest country"
              - columnheader "host country"
          - rowgroup:
            - row:
              - rowheader "V1"
              - cell "Petr Pavel"
              - cell "Czechia (CZ)"
              - cell "Portugal (PT)"
        - table "People (1)"
    """)
    page.close()


@pytest.mark.parametrize("width", [400, 700, 1400])
def test_tables_stay_tables_however_they_are_laid_out(browser: Browser, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(pages()["seed"])
    article = seed()
    for name, rows in (
        ("Visits", article.visits),
        ("Statements", article.statements),
        ("People", article.people),
    ):
        count = len(rows)
        table = page.get_by_role("table", name=f"{name} ({count})")
        assert table.get_by_role("rowheader").count() == count
        heads = table.get_by_role("columnheader")
        assert "country" in " ".join(heads.all_text_contents())
        assert table.get_by_role("row").count() == count + 1
    page.close()
