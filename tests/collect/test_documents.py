"""Walking: every document once, in a stable order; what cannot be read is named, not raised."""

import gzip
import os
from pathlib import Path

import pytest

from crossread.collect.documents import Document, collect, documents, reason
from crossread.errors import InputError

MOST = 1_000_000
PAGE = "<!DOCTYPE html><html><body><h1>A strike</h1><p>The mayor said that it was over.</p></body>"


def names(*paths: Path | str) -> list[str]:
    return [Path(item.file).name for item in documents(paths) if isinstance(item, Document)]


def problems(*paths: Path | str) -> list[str]:
    return [item.problem for item in documents(paths) if isinstance(item, InputError)]


def write(path: Path, content: str | bytes = "Some words.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_folders_are_walked_in_a_stable_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c/d.md", "c/a.txt", "no-ending"):
        write(tmp_path / name, PAGE if name.endswith("html") else "Some words.")
    assert names(tmp_path) == ["a.html", "b.txt", "a.txt", "d.md", "no-ending"]


def test_what_lies_beside_saved_pages_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "Page.html", PAGE)
    write(tmp_path / "Page_files/script.txt")
    write(tmp_path / "Other_files/a.txt")  # no page is called Other
    write(tmp_path / ".hidden.txt")
    write(tmp_path / "picture.png", b"\x89PNG\r\n\x1a\n")
    write(tmp_path / "style.css")
    assert names(tmp_path) == ["a.txt", "Page.html"]
    assert problems(tmp_path) == []


def test_nothing_is_read_twice(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "b.txt").symlink_to(path)
    assert names(tmp_path, tmp_path, path) == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.txt", b"", "is empty"),
        ("a.pdf", b"%PDF-1.7", "is a PDF, which Crossread does not read; save its words as text"),
        ("a.docx", b"PK\x03\x04", "is a zip archive or an office document"),
        ("a.mhtml", b"MIME-Version: 1.0", "is a web archive (MHTML); save the page as"),
        ("a", b"\x7fELF", "is a program"),
    ],
)
def test_what_cannot_be_read_is_named(
    tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    (found,) = problems(write(tmp_path / name, content))
    assert found.startswith(problem)


def test_links_to_nothing_and_pipes_are_not_opened(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "b.txt")
    assert problems(tmp_path) == [
        "is a link to nothing",
        "is not a file or folder but a device, pipe or socket",
    ]
    assert problems(tmp_path / "nothing") == ["is not there; check the name"]
    assert problems("/dev/zero") == ["is not a file or folder but a device, pipe or socket"]
    assert problems("a\0b")[0].startswith("cannot be read")


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> list[str]:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "listdir", refuse)
    assert problems(tmp_path) == ["may not be read; change its permissions or leave it out"]
    assert "Input/output" in reason(tmp_path, OSError(5, "Input/output error"))


def test_addresses_are_not_fetched(tmp_path: Path) -> None:
    (found,) = problems("https://example.org/a")
    assert "fetches nothing" in found
    (listed,) = documents(
        [write(tmp_path / "list.txt", "https://a.example/1\nhttps://b.example/2")]
    )
    assert isinstance(listed, Document)
    with pytest.raises(InputError, match="is a list of addresses: Crossread fetches nothing"):
        collect(listed, max_bytes=MOST)


def test_a_page_is_known_by_how_it_begins(tmp_path: Path) -> None:
    for name in ("a.txt", "b", "c.html.gz"):
        data = PAGE.encode()
        path = write(tmp_path / name, gzip.compress(data) if name.endswith("gz") else data)
        (found,) = documents([path])
        assert isinstance(found, Document) and found.media == "page"
        assert collect(found, max_bytes=MOST).title == "A strike"


def test_a_text_is_kept_character_for_character(tmp_path: Path) -> None:
    text = "Тайтл\r\n\r\n  Министр сказал, что порт закрыт.\t\n"
    (found,) = documents([write(tmp_path / "a.txt", text.encode("cp1251"))])
    assert isinstance(found, Document)
    article = collect(found, max_bytes=MOST)
    assert (article.text, article.language) == (text, "ru")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b" \n\t\n", "is empty"),
        (b"abc\0\1\2", r"is binary data \(it holds zero bytes\), not text; save its words as text"),
        (b"word " * 300_000, "is larger than 1,000,000 bytes; set CROSSREAD_MAX_BYTES higher"),
    ],
)
def test_refused_when_read(tmp_path: Path, content: bytes, problem: str) -> None:
    path = write(tmp_path / "a.txt", content)
    with pytest.raises(InputError, match=problem):
        collect(Document(str(path), "text"), max_bytes=MOST)


def test_a_packed_file_is_not_unpacked_without_end(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt.gz", gzip.compress(b"word " * 10_000_000))
    with pytest.raises(InputError, match="is larger than"):
        collect(Document(str(path), "text"), max_bytes=MOST)
    broken = write(tmp_path / "b.txt.gz", gzip.compress(b"word " * 1000)[:-20])
    with pytest.raises(InputError, match="cannot be read"):
        collect(Document(str(broken), "text"), max_bytes=MOST)


def test_what_went_away_since_it_was_found(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not there"):
        collect(Document(str(tmp_path / "a.txt"), "text"), max_bytes=MOST)
