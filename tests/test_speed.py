"""The bench of speed: every second is of some stage, and of one part of it only."""

import sys
from pathlib import Path

import pytest

from bench import speed
from bench.timing import LOOK, PARTS, REST, Watch
from crossread import recipes
from crossread.collect.article import make
from tests.papers import write

TEXT = "The quay is shut, said Vera Holm, who had been told that the wall could fall.\n"


@pytest.mark.parametrize("recipe", recipes.RECIPES)
def test_a_watched_recipe_reads_the_same(recipe: str) -> None:
    pipeline, article = recipes.pipeline(recipe), make(TEXT, language="en")
    before = [getattr(owner, name) for owner, name, _ in PARTS]
    due = pipeline(article)
    with Watch() as watch:
        assert watch.read(pipeline, article) == due
        assert getattr(*LOOK) is not None
    stages, parts = watch.times.stages, watch.times.parts

    assert [getattr(owner, name) for owner, name, _ in PARTS] == before
    assert len(stages) == len(pipeline.stages)
    assert bool(parts) == (recipe != "rules")
    for stage, of_stage in parts.items():
        assert sum(of_stage.values()) == pytest.approx(stages[stage])
        assert {part for _, _, part in PARTS} | {REST} == of_stage.keys()


def test_the_whole_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    papers = str(write(tmp_path / "papers", 3))
    monkeypatch.setattr(sys, "argv", ["speed", "--recipe", "rules", "--workers", "1", papers])

    speed.main()

    told = capsys.readouterr().out
    assert "Recipe rules: 3 articles, one core" in told
    assert "Attributions" in told
    assert "3 articles in " in told
    assert "; 0 failed" in told
    assert "core-hours" in told
