"""Who said what in some files, as a table that a spreadsheet opens.

python examples/statements.py saved-pages/ > statements.csv
"""

import csv
import sys

from crossread.case import parse
from crossread.errors import InputError
from crossread.model.statement import statements


def main(paths: list[str]) -> None:
    table = csv.writer(sys.stdout)
    table.writerow(["outlet", "published", "title", "source", "cue", "content", "kind"])
    for reading in parse(paths):
        if isinstance(reading, InputError):
            print(reading, file=sys.stderr)
            continue
        for said in statements(reading):
            row = (said.outlet, said.published, said.title, said.source, said.cue, said.content)
            table.writerow([*row, said.attribution.kind])


if __name__ == "__main__":
    main(sys.argv[1:])
