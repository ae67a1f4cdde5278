"""Who is who in the report, in a real browser."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from crossread.model.identity import Identities, Join, Named
from tests.browser.opened import CONTRAST, TOO_WIDE, opened
from tests.people import ARTICLES, IN_LEDGER, IN_POST, LEDGER, MASTER, WHO

LONG = "Orvalin" * 30


def test_a_speaker_leads_to_the_words_and_the_words_to_the_speaker(
    browser: Browser, tmp_path: Path
) -> None:
    page = opened(browser, tmp_path, *ARTICLES, who=WHO).page

    page.locator("#s-i3f2 summary").click()
    page.locator("#s-i3f2 .places a.n").nth(1).click()
    assert page.url.endswith(f"#a-{LEDGER.article.id}-a2")

    page.locator("article .notes a.who").nth(1).click()
    assert page.url.endswith("#s-i3f2")
    assert page.locator("li:target h3").inner_text() == "Taskyn Orvalin"


def test_the_reason_can_be_pointed_at_and_unfolded(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, *ARTICLES, who=WHO).page
    reason = "“He” after “said Taskyn Orvalin”, in the same paragraph."

    assert page.locator("td.said-by a").nth(1).get_attribute("title") == reason
    why = page.locator("article .notes li").nth(1)
    assert reason not in why.inner_text()
    why.locator("summary").click()
    assert reason in why.inner_text()


@pytest.mark.parametrize("width", [320, 400, 768, 1200])
def test_it_fits_with_long_names(width: int, browser: Browser, tmp_path: Path) -> None:
    join = Join(IN_LEDGER, IN_POST, 0.8, f"“{LONG}” is one.")
    roles = tuple(replace(role, role=LONG) for role in MASTER.roles)
    master = replace(
        MASTER, name=LONG, names=(Named(LONG, 2, ((LONG, 2),)),), roles=roles, joins=(join,)
    )
    who = Identities((master, *WHO.identities[1:]), WHO.suggestions)
    page = opened(
        browser, tmp_path, *ARTICLES, who=who, viewport={"width": width, "height": 700}
    ).page
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_speakers_stand_out_from_their_ground(
    scheme: str, browser: Browser, tmp_path: Path
) -> None:
    page = opened(browser, tmp_path, *ARTICLES, who=WHO, color_scheme=scheme).page
    page.locator("#s-i3f2 summary").click()

    for mark in (".speakers h3", ".tally", ".also", ".doubt", ".basis h4", ".said-as", "a.who"):
        ratio = page.locator(mark).first.evaluate(CONTRAST)
        assert ratio >= 4.5, f"{mark} on its ground: {ratio:.1f}, WCAG AA asks for 4.5"


def test_the_reasons_are_printed(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, *ARTICLES, who=WHO).page
    reason = page.get_by_text("in Cyrillic letters").first
    unseen = reason.evaluate("e => e.checkVisibility({contentVisibilityAuto: true})")

    page.emulate_media(media="print")

    assert not unseen
    assert reason.evaluate("e => e.checkVisibility({contentVisibilityAuto: true})")
    assert not page.locator("#s-i3f2 summary").is_visible()


def test_a_fold_of_many_speakers_opens_for_a_link(browser: Browser, tmp_path: Path) -> None:
    others = tuple(
        replace(MASTER, id=f"i{number}", name=f"Speaker {number:02}") for number in range(30)
    )
    said = tuple(
        replace(
            LEDGER,
            article=replace(LEDGER.article, id=f"{number:016x}"),
        )
        for number in range(30)
    )
    who = Identities(
        tuple(
            replace(one, members=(replace(IN_LEDGER, article=reading.article.id),), joins=())
            for one, reading in zip(others, said, strict=True)
        )
    )
    page = opened(browser, tmp_path, *said, who=who).page
    last = page.locator("#s-i29")

    assert page.locator(".more summary").first.inner_text() == "… and 10 more speakers"
    assert not last.is_visible()
    page.locator("td.said-by a", has_text="Speaker 29").first.click()
    assert last.is_visible()
