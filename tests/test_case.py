"""A case as a user has it: articles in, statements out, and honest counts."""

import threading
from pathlib import Path

import pytest

from crossread import recipes
from crossread.case import Case, parse
from crossread.errors import CaseError, InputError, NotFoundError
from crossread.model.reading import Reading
from crossread.settings import Settings
from tests.papers import write

LIMITED = Settings(workers=2, max_seconds=30)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return write(tmp_path / "papers", 5)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path / "a.crossread", LIMITED)


def test_articles_are_read_and_found(case: Case, papers: Path) -> None:
    report = case.read([papers])
    assert (report.added, report.known, report.failed) == (5, 0, ())
    assert len(case.articles()) == 5
    found = list(case.find("tested twice"))
    assert len(found) == 5
    assert all("We have tested it twice" in statement.content for statement in found)
    assert list(case.statements(speaker="mayor"))
    assert case.count("tested twice").found == 5
    assert case.summary().articles == 5
    assert case.check() == ()


def test_reading_again_adds_only_what_is_new(case: Case, papers: Path) -> None:
    case.read([papers])
    before = list(case.store.database.connection.iterdump())
    again = case.read([papers])
    assert (again.added, again.known) == (0, 5)
    assert list(case.store.database.connection.iterdump()) == before
    write(papers, 2, start=10)
    more = case.read([papers])
    assert (more.added, more.known) == (2, 5)


def test_what_fails_is_named_and_tried_again(case: Case, papers: Path) -> None:
    (papers / "broken.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    missing = papers / "missing.txt"
    report = case.read([papers, missing])
    assert (report.added, len(report.failed)) == (5, 2)
    assert {failure.file for failure in report.failed} == {
        str(papers / "broken.txt"),
        str(missing),
    }
    assert set(case.failures()) == set(report.failed)
    assert case.summary().failures == 2
    missing.write_text((papers / "000.txt").read_text().replace("Trent", "Trant"))
    report = case.read([papers, missing])
    assert (report.added, report.known, len(report.failed)) == (1, 5, 1)
    assert len(case.failures()) == 1


def test_the_same_content_in_two_files_is_one_article(case: Case, papers: Path) -> None:
    (papers / "copy.txt").write_bytes((papers / "001.txt").read_bytes())
    report = case.read([papers])
    assert (report.added, report.known) == (5, 1)
    files = [row.files for row in case.articles() if len(row.files) > 1]
    assert files == [(str(papers / "001.txt"), str(papers / "copy.txt"))]


def test_rows_of_a_table_are_articles(case: Case, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text(
        "title,outlet,published,text\n"
        'Wall,Quay Post,2021-05-02,"The wall held, said Vera Holm, the mayor of Brindle."\n'
        'Crack,Quay Post,,"The wall has a crack, said Ivo Trent, the harbour master."\n'
        "Nothing,Quay Post,,\n"
        "Less,Quay Post,,\n"
    )
    report = case.read([table])
    assert (report.added, len(report.failed)) == (2, 2)
    assert case.failures() == report.failed
    assert case.read([table]).known == 2
    assert [row.title for row in case.articles()] == ["Wall", "Crack"]
    assert case.count("", since="2021").undated == case.count("crack").found


def test_a_newer_recipe_reads_again(
    case: Case, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.read([papers])
    monkeypatch.setitem(recipes.VERSIONS, Settings().recipe, "newer")
    report = case.read([papers])
    assert (report.added, report.known, report.reread) == (0, 0, 5)
    assert case.check() == ()
    assert case.read([papers]).known == 5


def test_progress_is_told_with_the_total_where_it_is_known(case: Case, papers: Path) -> None:
    told = list[tuple[int, int | None]]()
    case.read([papers], progress=lambda done, total, name: told.append((done, total)))
    assert told == [(number, 5) for number in range(1, 6)]


def test_an_interrupted_read_keeps_what_is_read(case: Case, papers: Path) -> None:
    def interrupt(done: int, total: int | None, name: str) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        case.read([papers], progress=interrupt)
    assert len(case.articles()) == 2
    report = case.read([papers])
    assert (report.added, report.known) == (3, 2)


def test_two_may_read_into_one_case_at_once(tmp_path: Path) -> None:
    folders = [write(tmp_path / name, 12, start=start) for name, start in (("a", 0), ("b", 6))]
    added = list[int]()

    def read(folder: Path) -> None:
        with Case(tmp_path / "a.crossread", Settings(workers=1)) as case:
            added.append(case.read([folder]).added)

    threads = [threading.Thread(target=read, args=(folder,)) for folder in folders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Case(tmp_path / "a.crossread") as case:
        assert sum(added) == len(case.articles()) == 18
        assert case.check() == ()


def test_a_case_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    case = Case(tmp_path / "a.crossread")
    with pytest.raises(CaseError, match="there is no case; make one with `crossread read`"):
        case.summary()
    assert not case.path.exists()


def test_a_recipe_that_is_not_there_is_named(tmp_path: Path, papers: Path) -> None:
    case = Case(tmp_path / "a.crossread", Settings(recipe="tea"))
    with pytest.raises(NotFoundError, match="tea"):
        case.read([papers])
    assert not case.path.exists()


def test_files_are_parsed_without_a_case_in_the_order_given(papers: Path) -> None:
    files = [papers / name for name in ("003.txt", "missing.txt", "000.txt")]
    three, missing, zero = parse(files, LIMITED)
    assert isinstance(three, Reading)
    assert three.article.file == str(files[0])
    assert isinstance(missing, InputError)
    assert missing.file == str(files[1])
    assert isinstance(zero, Reading)
    assert zero.article.file == str(files[2])


def test_one_article_that_takes_too_much_harms_no_other(tmp_path: Path) -> None:
    papers = write(tmp_path / "papers", 2)
    (papers / "huge.txt").write_text("word " * 100_000)
    case = Case(tmp_path / "a.crossread", Settings(workers=1, max_bytes=100_000))
    report = case.read([papers])
    assert report.added == 2
    assert [failure.file for failure in report.failed] == [str(papers / "huge.txt")]
