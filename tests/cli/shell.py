"""A user at the shell: real processes, their exit codes and what they write."""

import os
import pty
import shlex
import subprocess
import sys
from pathlib import Path

STORY = """Harbour to close in May

The port council said that the harbour would close in May. “Nobody asked us,” said Dana Okoll,
a fisherman.
"""

Done = subprocess.CompletedProcess[bytes]


def typed(*arguments: str | Path, cwd: Path, more: str = "", **environment: str) -> Done:
    """What a user sees who types this; `more` is what the shell adds: `| head`, `> FILE`."""
    line = shlex.join([sys.executable, "-m", "crossread", *map(str, arguments)])
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    settings = {**os.environ, "CROSSREAD_WORKERS": "1", "PATH": path, **environment}
    script = f"set -o pipefail; {line} {more}"
    return subprocess.run(
        ["bash", "-c", script], cwd=cwd, env=settings, capture_output=True, check=False, timeout=60
    )


def one_sentence(done: Done) -> str:
    text = done.stderr.decode().removeprefix("Reading …\n")
    assert text.startswith("crossread: "), text
    assert text.count("\n") == 1, text
    assert "Traceback" not in text
    return text


def on_terminal(*arguments: str, cwd: Path, **environment: str) -> bytes:
    """What the command writes when it stands before a terminal."""
    ours, theirs = pty.openpty()
    settings = {**os.environ, "TERM": "xterm-256color", **environment}
    command = [sys.executable, "-m", "crossread", *arguments]
    with subprocess.Popen(command, cwd=cwd, env=settings, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        seen = b""
        while part := read_some(ours):
            seen += part
    os.close(ours)
    assert process.returncode == 0, seen
    return seen


def read_some(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # how Linux says that the other end was closed
        return b""
