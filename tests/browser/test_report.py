"""The page in a real browser: nothing overflows, nothing is logged, nobody is shut out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

import bilateral
from bilateral.exchange.html import to_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

sync_api = pytest.importorskip("playwright.sync_api", reason="the extra 'browser' is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
BROWSER = next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)
SEEDS = Path(__file__).parent.parent.parent / "seeds"
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
