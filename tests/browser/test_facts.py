"""Dates, figures, ties and wording in the report, in a real browser."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.opened import CONTRAST, TOO_WIDE, opened
from tests.told import RAID, TALLY, TOLD

LONG = "Varskholding" * 20
LABEL = "getComputedStyle(document.activeElement, '::after').content"


def test_the_kind_of_a_wording_is_shown_to_a_keyboard_without_a_script(
    browser: Browser, tmp_path: Path
) -> None:
    made = opened(browser, tmp_path, *TOLD)
    marked = made.page.locator("article .worded").first
    before = marked.evaluate("e => getComputedStyle(e, '::after').content")
    marked.focus()

    assert before == "none"
    assert made.page.evaluate(LABEL) == '"scare quotes, of Varsk Holding"'
    assert marked.get_attribute("title") == "scare quotes, of Varsk Holding"
    assert made.told == []
    assert len(made.asked) == 1


def test_a_tie_leads_to_the_words_of_its_claimant(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, *TOLD).page

    page.locator(".told.ties a").first.click()

    assert page.url.endswith(f"#a-{RAID.article.id}-a1")


@pytest.mark.parametrize("width", [320, 360, 768, 1200])
def test_it_fits_with_long_names(width: int, browser: Browser, tmp_path: Path) -> None:
    names = tuple(replace(each, name=LONG) for each in RAID.entities)
    long = replace(RAID, entities=names, article=replace(RAID.article, outlet=LONG))
    page = opened(browser, tmp_path, long, TALLY, viewport={"width": width, "height": 700}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(TOO_WIDE) == []

    for marked in page.locator("article .worded").all():
        marked.focus()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_facts_stand_out_from_their_ground(scheme: str, browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, *TOLD, color_scheme=scheme).page

    for mark in (".told h3", ".told .words", ".about", ".claimant", ".told .mark", ".worded"):
        ratio = page.locator(mark).first.evaluate(CONTRAST)
        assert ratio >= 4.5, f"{mark} on its ground: {ratio:.1f}, WCAG AA asks for 4.5"


def test_a_long_timeline_is_folded_and_counted(browser: Browser, tmp_path: Path) -> None:
    many = [
        replace(
            RAID,
            article=replace(RAID.article, id=f"{number:016x}"),
            events=(replace(RAID.events[0], when=f"2031-03-{number + 1:02}"),),
        )
        for number in range(30)
    ]
    page = opened(browser, tmp_path, *many).page

    assert page.locator(".timeline h3").nth(0).inner_text() == "1 March 2031"
    assert page.locator("details.more summary").first.inner_text() == "… and 10 more"
    assert not page.get_by_text("25 March 2031").first.is_visible()
