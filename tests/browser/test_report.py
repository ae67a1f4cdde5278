"""The report in a real browser: what it lets happen, and what a reader sees."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from crossread.model.span import Spans
from tests.browser.opened import CONTRAST, TOO_WIDE, opened
from tests.readings import BARE, HARBOUR, HOSTILE, READINGS

# The words of one role of one attribution, as the page shows them.
MARKED = """([article, role, id]) =>
    [...document.querySelectorAll(`#a-${article} [data-${role}~="${id}"]`)]
        .map(piece => piece.textContent).join("")"""


def test_nothing_runs_and_nothing_is_asked_for(browser: Browser, tmp_path: Path) -> None:
    made = opened(browser, tmp_path, *READINGS)

    assert made.asked == [(tmp_path / "report.html").as_uri()]
    assert made.told == [], "the policy blocked nothing, for there was nothing to block"
    assert made.page.title() == "Who said what: harbour"
    assert made.page.locator("script, img, svg, iframe, form, link").count() == 0


def test_the_policy_blocks_what_would_slip_through(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, HOSTILE).page

    page.evaluate(
        """() => {
            const image = new Image(); image.src = "https://evil.example/x.png";
            const script = document.createElement("script");
            script.textContent = "document.title = 'taken'";
            document.body.append(image, script);
            document.body.setAttribute("style", "display: none");
        }"""
    )

    assert page.title() == "Who said what: harbour"
    assert page.locator("h1").is_visible()


def test_the_style_is_let_in(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, HARBOUR).page

    weight = page.locator("article .source").first.evaluate("e => getComputedStyle(e).fontWeight")
    tint = page.locator("article .content").first.evaluate("e => getComputedStyle(e).background")

    assert int(weight) >= 700
    assert "rgb(252, 239, 194)" in tint


def test_the_marks_carry_the_very_words(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, HARBOUR, BARE).page

    for item in HARBOUR.attributions:
        roles: dict[str, Spans] = {
            "source": item.source, "cue": item.cue, "content": item.content
        }  # fmt: skip
        for role, spans in roles.items():
            shown = page.evaluate(MARKED, [HARBOUR.article.id, role, item.id])
            assert shown == "".join(span.of(HARBOUR.text) for span in spans)


def test_a_statement_leads_to_its_words_and_back(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, *READINGS).page

    page.locator("td.at a").nth(2).click()
    assert page.url.endswith(f"#a-{HARBOUR.article.id}-a3")
    mark = page.locator(f"[id='a-{HARBOUR.article.id}-a3']")
    assert "Dana Okoll" in (mark.get_attribute("title") or "")
    mark.press("Enter")

    assert page.url.endswith(f"#n-a-{HARBOUR.article.id}-a3")
    assert page.locator("li:target").inner_text().split("\n")[0].startswith("3 “Dana Okoll” told")


def test_a_jump_over_many_articles_lands(browser: Browser, tmp_path: Path) -> None:
    many = [
        replace(HARBOUR, article=replace(HARBOUR.article, id=f"{number:016x}"))
        for number in range(60)
    ]
    page = opened(browser, tmp_path, *many, viewport={"width": 800, "height": 600}).page

    for number in (59, 30, 2):
        page.locator(".contents a").nth(number).click()
        page.wait_for_timeout(300)
        top = page.locator("article:target").evaluate("e => e.getBoundingClientRect().top")
        assert 0 <= top < 600


def test_a_keyboard_reaches_the_first_mark(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, HARBOUR).page

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to who said what"
    assert page.locator(".skip").bounding_box()
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id"))

    assert {f"a-{HARBOUR.article.id}-{item.id}" for item in HARBOUR.attributions} <= reached


@pytest.mark.parametrize("width", [320, 360, 768, 1400])
def test_it_fits(width: int, browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, *READINGS, viewport={"width": width, "height": 700}).page

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(scheme: str, browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, HARBOUR, color_scheme=scheme).page

    for mark in ("article p", "article .content", "article .deep", ".from", ".how", "a.n"):
        ratio = page.locator(mark).first.evaluate(CONTRAST)
        assert ratio >= 4.5, f"{mark} on its ground: {ratio:.1f}, WCAG AA asks for 4.5"


def test_a_turned_text_turns_nothing_else(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, HOSTILE).page

    assert not set("\u202a\u202b\u202d\u202e") & set(page.content())
    assert page.locator("article h2").get_attribute("dir") == "auto"


def test_it_prints(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, HARBOUR).page
    page.emulate_media(media="print")

    assert page.locator("thead").is_visible()
    assert not page.locator(".furniture").first.is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")
