"""The examples run as they stand."""

import csv
import subprocess
import sys

from tests.conftest import ROOT


def test_statements_of_a_demo_article() -> None:
    page = ROOT / "src/crossread/demo/articles/09-courier-hearing.html"
    command = [sys.executable, "examples/statements.py", str(page), "missing.html"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert {"The Stavna Courier"} == {row["outlet"] for row in rows}
    assert ("Mr Dolgayev", "replied") in {(row["source"], row["cue"]) for row in rows}
    assert "missing.html" in done.stderr
