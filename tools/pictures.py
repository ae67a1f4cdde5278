"""Makes the pictures of the README anew: `docs/demo.png` and `docs/report.png`.

    .venv/bin/python tools/pictures.py

Needs Chromium. The pictures show what the demo really prints and writes.
"""

import os
import pty
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

DOCS = Path(__file__).resolve().parent.parent / "docs"
ARTICLE = "RIOT IN DZHARIN"  # shown in the picture of the report

PAPER = TerminalTheme(
    (253, 252, 249),
    (27, 26, 23),
    [(27, 26, 23), (154, 52, 18), (60, 110, 60), (140, 100, 10), (29, 79, 124), (110, 60, 120),
     (29, 79, 124), (99, 95, 86)],
)  # fmt: skip
SVG = """<svg class="rich-terminal" viewBox="0 0 {width} {height}"
  xmlns="http://www.w3.org/2000/svg"><style>
  .{unique_id}-matrix {{ font: {char_height}px/{line_height}px "DejaVu Sans Mono", monospace }}
  {styles}</style><defs>{lines}</defs>
  <rect width="100%" height="100%" fill="rgb(253,252,249)"/>
  <g transform="translate(24, 20)">{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>"""


def main() -> None:
    program = shutil.which("chromium") or sys.exit("needs Chromium: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1240, "height": 960})
        picture_of_demo(page, on_terminal("demo", home=folder))
        (case,) = Path(folder).glob("*/demo.crossread")
        file = Path(folder) / "report.html"
        run = [sys.executable, "-m", "crossread", "report", "-o", str(file), "--case", str(case)]
        subprocess.run(run, check=True, stdout=subprocess.DEVNULL)
        picture_of_report(page, file)
        browser.close()


def on_terminal(command: str, *, home: str) -> str:
    """What a command writes when it stands before a terminal."""
    ours, theirs = pty.openpty()
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    size = {"TERM": "xterm-256color", "COLUMNS": "80"}
    settings = {**os.environ, "PATH": path, "TMPDIR": home, **size}
    run = [sys.executable, "-m", "crossread", command]
    with subprocess.Popen(run, env=settings, stdout=theirs, stderr=subprocess.DEVNULL):
        os.close(theirs)
        seen = b""
        while part := read_some(ours):
            seen += part
    return seen.decode().replace("\r\n", "\n").replace(home, "/tmp").rstrip()


def read_some(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other end was closed
        return b""


def picture_of_demo(page: Page, shown: str) -> None:
    console = Console(record=True, width=82, file=open(os.devnull, "w"), highlight=False)  # noqa: SIM115
    console.print(Text.from_ansi("$ crossread demo\n" + shown))
    page.set_content(console.export_svg(theme=PAPER, code_format=SVG))
    page.locator("svg").screenshot(path=DOCS / "demo.png")


def picture_of_report(page: Page, file: Path) -> None:
    page.goto(file.as_uri())
    page.get_by_role("link", name=ARTICLE).first.click()
    page.screenshot(path=DOCS / "report.png")


if __name__ == "__main__":
    main()
