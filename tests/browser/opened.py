"""The report opened in a browser, and what is asked of it there."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page

from crossread.export.report import page as report
from crossread.model.identity import Identities
from crossread.model.reading import Reading

# Text that stands out beyond the right edge of what can be seen.
TOO_WIDE = """() => [...document.querySelectorAll("body *")]
    .filter(one => one.getClientRects().length && !one.matches(".skip, .unseen, .unseen *"))
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
    .map(one => one.outerHTML.slice(0, 80))"""

# How much the letters stand out from their ground, as WCAG counts it.
CONTRAST = """element => {
    const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
    const light = colour => {
        const [r, g, b] = numbers(colour).map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    let ground = element;
    while (ground && numbers(getComputedStyle(ground).backgroundColor)[3] === 0)
        ground = ground.parentElement;
    const pair = [getComputedStyle(element).color, getComputedStyle(ground).backgroundColor]
        .map(light).sort((a, b) => b - a);
    return (pair[0] + 0.05) / (pair[1] + 0.05);
}"""


@dataclass
class Opened:
    """A page, and what it did while it was opened."""

    page: Page
    asked: list[str] = field(default_factory=list)  # addresses
    told: list[str] = field(default_factory=list)  # console, dialogs, errors


def opened(
    browser: Browser,
    folder: Path,
    *readings: Reading,
    who: Identities | None = None,
    **settings: object,
) -> Opened:
    file = folder / "report.html"
    pieces = report(lambda: readings, name="harbour", who=who)
    file.write_text("".join(pieces), encoding="utf-8")
    context = browser.new_context(**settings)  # type: ignore[arg-type]
    made = Opened(context.new_page())
    made.page.on("request", lambda request: made.asked.append(request.url))
    made.page.on("console", lambda message: made.told.append(message.text))
    made.page.on("pageerror", lambda error: made.told.append(str(error)))
    made.page.on("dialog", lambda dialog: made.told.append(dialog.message))
    made.page.goto(file.as_uri())
    return made
