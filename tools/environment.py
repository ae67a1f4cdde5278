"""Makes `.venv` and installs a lock file into it. Needs nothing but Python itself.

    python3 tools/environment.py requirements.lock

Debian's python3 comes without pip and without ensurepip (both are in python3-venv). Where that
is so, pip's own wheel is fetched from the package index, its hash is checked against the lock
file `tools/pip.lock`, and it installs itself: a wheel of pip can be run as a program.
"""

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import urllib.request
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)


def main() -> None:
    if sys.version_info < OLDEST:
        sys.exit("Crossread needs Python 3.11 or later; run: make PYTHON=/path/to/python3.11")
    lock = ROOT / sys.argv[1]
    if not PYTHON.exists():
        make_venv()
    install("--require-hashes", "--requirement", str(lock))
    install("--no-build-isolation", "--no-deps", "--editable", str(ROOT))


def install(*arguments: str) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run([*command, *arguments], check=False)
    if done.returncode:
        sys.exit("The packages could not be installed: see above what pip says.")


def make_venv() -> None:
    print("Making .venv and installing packages (about a minute) ...", flush=True)
    if importlib.util.find_spec("ensurepip"):
        venv.create(VENV, with_pip=True)
        return
    venv.create(VENV, with_pip=False)
    with tempfile.TemporaryDirectory() as folder:
        wheel = fetch_pip(Path(folder))
        command = [str(PYTHON), f"{wheel}/pip", "install", "--quiet", "--no-index", str(wheel)]
        subprocess.run(command, check=True)


def fetch_pip(folder: Path) -> Path:
    """Downloads the wheel of pip that `tools/pip.lock` names (`name sha256`, one line)."""
    name, digest = (ROOT / "tools" / "pip.lock").read_text(encoding="ascii").split()
    index = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple").rstrip("/")
    request = urllib.request.Request(  # the JSON form of the simple index: PEP 691
        f"{index}/pip/", headers={"Accept": "application/vnd.pypi.simple.v1+json"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        files = json.load(answer)["files"]
    url = next((file["url"] for file in files if file["filename"] == name), None)
    if url is None:
        sys.exit(f"The package index has no {name}; install Debian's python3-venv and try again.")
    with urllib.request.urlopen(url, timeout=60) as answer:
        content = answer.read()
    if hashlib.sha256(content).hexdigest() != digest:
        sys.exit(f"{name} is not the file it should be; install Debian's python3-venv instead.")
    wheel = folder / name
    wheel.write_bytes(content)
    return wheel


if __name__ == "__main__":
    main()
