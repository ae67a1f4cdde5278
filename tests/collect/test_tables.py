"""Tables of articles: every row stands for itself, and none is held longer than needed."""

import gzip
import json
from pathlib import Path

import pytest

from crossread.collect import tables
from crossread.collect.documents import Document, collect, documents
from crossread.collect.tables import article, rows
from crossread.errors import InputError
from crossread.model.article import Article

MOST = 1_000_000


def read(path: Path) -> list[Article | str]:
    found: list[Article | str] = []
    for item in documents([path]):
        found.append(collect(item, max_bytes=MOST) if isinstance(item, Document) else item.problem)
    return found


def articles(path: Path) -> list[Article]:
    return [item for item in read(path) if isinstance(item, Article)]


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_the_columns_of_a_table(tmp_path: Path) -> None:
    head = "url,outlet,title,authors,published,text\n"
    row = (
        'https://example.org/1,The Quay,A title,Ada Brook; Tom Quay,2019-06-03,"He said: ""No""."\n'
    )
    (found,) = articles(write(tmp_path / "a.csv", head + row))
    assert found.text == 'He said: "No".'
    assert (found.url, found.outlet) == ("https://example.org/1", "The Quay")
    assert (found.title, found.authors) == ("A title", ("Ada Brook", "Tom Quay"))
    assert found.published == "2019-06-03"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2019-06-03T10:00:00Z", "2019-06-03T10:00+00:00"),
        ("2019-06-03 10:00", "2019-06-03T10:00"),
        ("3 June 2019, 10:00", "2019-06-03T10:00"),
        ("10 января 2022", "2022-01-10"),
        ("04/05/2021", None),
        ("last week", None),
        ("", None),
    ],
)
def test_dates_in_tables(written: str, value: str | None) -> None:
    assert article((("text", "Words."), ("date", written)), file=None).published == value


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_any_sign_may_part_the_columns(tmp_path: Path, sign: str) -> None:
    table = f"headline{sign}body{sign}note\nA{sign}Some words.{sign}x\n"
    (found,) = articles(write(tmp_path / "a.csv", table))
    assert (found.title, found.text) == ("A", "Some words.")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251", "utf-16", "koi8-r", "utf-32"])
def test_tables_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    table = "заголовок,title,text\n1,Порт закрыт,Министр сказал что порт закрыт до пятницы\n"
    (found,) = articles(write(tmp_path / "a.csv", table, encoding))
    assert (found.title, found.text) == ("Порт закрыт", "Министр сказал что порт закрыт до пятницы")


def test_one_bad_row_fails_alone(tmp_path: Path) -> None:
    table = "title,text\nA,one\nB,\nC,three,four\nD,four\n"
    assert [
        i if isinstance(i, str) else i.text for i in read(write(tmp_path / "a.csv", table))
    ] == [
        "one",
        "row 2 has an empty text",
        "row 3 has 3 fields, but the head names 2 columns",
        "four",
    ]


def test_json_lines(tmp_path: Path) -> None:
    lines = ['{"title": "A", "content": "one"}', "{broken", "", "[1]", '{"text": "\\ud800 two"}']
    found = read(write(tmp_path / "a.jsonl", "\n".join(lines)))
    assert [i.text for i in found if isinstance(i, Article)] == ["one", "\ud800 two"]
    problems = [i for i in found if isinstance(i, str)]
    assert problems[0].startswith("row 2 is not JSON")
    assert problems[1:] == ["row 4 is not a JSON object"]


def test_a_json_list_of_many_pieces(tmp_path: Path) -> None:
    rows = [
        {"text": f"words {number} " * 500, "authors": ["Ada Brook", "T. Quay"]}
        for number in range(99)
    ]
    found = articles(write(tmp_path / "a.json", json.dumps(rows, indent=1)))
    assert [item.text for item in found] == [row["text"] for row in rows]
    assert found[0].authors == ("Ada Brook", "T. Quay")


def test_a_packed_table(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "one"}\n{"text": "two"}\n'))
    assert [item.text for item in articles(path)] == ["one", "two"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.csv", "name,age\nA,4\nB,5\n", "has no column named text, only name, age"),
        ("a.jsonl", '{"name": 1}\n{"name": 2}\n', "has no column named text, only name"),
        ("a.csv", "title,text\n", "holds no rows"),
        ("a.json", '{"a": ', "row 1 is not JSON"),
    ],
)
def test_what_is_no_table_of_articles_is_said_once(
    tmp_path: Path, name: str, content: str, problem: str
) -> None:
    (found,) = read(write(tmp_path / name, content))
    assert isinstance(found, str) and found.startswith(problem)


def test_a_cell_may_be_long_but_not_endless(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "title,text\nA," + "word " * 100_000 + "\nB,two\n")
    first, second = documents([path])
    assert isinstance(first, Document) and isinstance(second, Document)
    assert len(collect(first, max_bytes=MOST).text) == 500_000
    with pytest.raises(InputError, match="row 1 is larger than 100 bytes"):
        collect(first, max_bytes=100)


def test_a_quotation_mark_that_is_never_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "LONGEST_ROW", 1000)
    path = write(tmp_path / "a.csv", 'title,text\nA,one\nB,"two\n' + "C,three\n" * 1000)
    first, second = read(path)
    assert isinstance(first, Article) and first.text == "one"
    assert isinstance(second, str) and second.startswith("row 2 cannot be read")


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_a_row_that_is_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(tables, "LONGEST_ROW", 1000)
    path = write(tmp_path / name, '{"text": "' + "word " * 50_000 + '"}')
    (found,) = read(path)
    assert isinstance(found, str) and found.startswith("row 1 is too long")


def test_rows_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("title,text\n" + "A,some words\n" * 200_000, encoding="utf-8")
    found = rows(path)
    assert next(found) == ("row 1", (("title", "A"), ("text", "some words")))
    found.close()  # type: ignore[attr-defined]


def test_the_public_set_of_articles(shared: Path) -> None:
    path = shared / "gold/allsides/articles.jsonl.gz"
    found = articles(path)
    assert len(found) == 730
    assert all(item.text and item.title and item.outlet and item.published for item in found)
