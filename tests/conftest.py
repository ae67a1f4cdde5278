"""What all tests share: where the public gold sets are, and who may do without them."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold sets and seed pages; without it a test is skipped, but not in CI."""
    if SHARED.is_dir():
        return SHARED
    if os.environ.get("CI"):
        pytest.fail(f"{SHARED} must be there in CI")
    pytest.skip("needs the folder ../shared, which is not in the repository")
