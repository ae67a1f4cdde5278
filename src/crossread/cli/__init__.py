"""The command line: commands of a few lines each; all meaning is in `case.py`.

door.py      errors and signals become one sentence and an exit code
commands.py  the commands and their help
output.py    where results go: the terminal, a pipe, a file that is whole or not there
views.py     summaries and statements as a terminal shows them
"""

from crossread.cli.door import main

__all__ = ["main"]
