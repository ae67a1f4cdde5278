"""Bytes of a page → elements: the encoding, and what is refused."""

import pytest

from crossread.collect.dom import tree
from crossread.errors import InputError

WORDS = "Плотина над Орло прорвана, сообщило министерство. Никого не предупредили."
META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'


def words(page: bytes) -> str:
    return "".join(tree(page, file="page").itertext()).strip()


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r", "iso-8859-5"])
def test_a_declared_encoding(encoding: str) -> None:
    assert words(f"{META.format(encoding)}<p>{WORDS}".encode(encoding)) == WORDS


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r"])
def test_an_encoding_that_is_not_declared(encoding: str) -> None:
    assert words(f"<p>{WORDS}".encode(encoding)) == WORDS


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_at_the_start(encoding: str) -> None:
    assert words(f"<p>{WORDS}".encode(encoding)) == WORDS


def test_an_xml_declaration() -> None:
    page = f'<?xml version="1.0" encoding="windows-1251"?><p>{WORDS}'

    assert words(page.encode("windows-1251")) == WORDS


def test_a_page_that_was_saved_anew_in_utf_8() -> None:
    assert words(f"{META.format('windows-1251')}<p>{WORDS}".encode()) == WORDS


def test_latin_1_is_read_as_browsers_do() -> None:
    assert words(META.format("iso-8859-1").encode() + b"<p>\x93No\x94") == "“No”"


@pytest.mark.parametrize("name", ["rot13", "base64", "idna", "nonsense", "utf-7", "zlib"])
def test_an_encoding_that_no_page_is_in_is_not_believed(name: str) -> None:
    assert words(f"{META.format(name)}<p>plain words".encode()) == "plain words"


def test_a_broken_letter_costs_that_letter() -> None:
    page = META.format("utf-8").encode() + f"<p>{WORDS}".encode() + b"\xd0"

    assert words(page).startswith(WORDS)


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"<div>" * 100_000 + b"deep", "nested"),
        (b"<p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">many", "attributes"),
    ],
    ids=["empty", "blank", "nested", "attributes"],
)
def test_what_is_refused(page: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        tree(page, file="page")


@pytest.mark.parametrize("data", [b"\x00\x01\x02" * 300, bytes(range(256)) * 40, b"\xff\x01" * 99])
def test_what_is_no_page_at_all_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        tree(data, file="a.html")
