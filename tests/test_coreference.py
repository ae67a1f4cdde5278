"""The bench that says whether speakers are right, on a document made by hand."""

from dataclasses import replace

import pytest

from bench.coreference import Judged, Known, known, pair, reports, verdicts
from bench.gum import document
from bench.links import counted, links
from crossread.model.article import Article
from crossread.model.attribution import Attribution
from crossread.model.entity import Mention
from crossread.model.reading import Reading
from crossread.model.span import Span
from crossread.weights.words import Words

# Word, tag, head in its sentence, and what the column MISC holds.
REPORT = "Discourse=attribution-positive:{}:0:sem-atsrc-{}+lex-indwd-{}|"
SENTENCES = (
    (
        ("Mayor", "NNP", 2, REPORT.format("1->2", "1-2", 3) + "Entity=(1-person-new-s-1-1-coref"),
        ("Orlan", "NNP", 3, "Entity=1)"),
        ("says", "VBZ", 0, "_"),
        ("quays", "NNS", 5, "Discourse=ROOT:2:0"),
        ("shut", "VBP", 3, "_"),
    ),
    (
        ("She", "PRP", 2, REPORT.format("3->4", 6, 7) + "Entity=(1-person-giv-s-1-1-ana)"),
        ("adds", "VBZ", 0, "_"),
        ("fishermen", "NNS", 4, "Discourse=same-unit:4->2:0|Entity=(2-person-new-s-1-1-coref)"),
        ("left", "VBD", 2, "_"),
    ),
    (
        ("They", "PRP", 2, REPORT.format("5->6", 10, 11) + "Entity=(2-person-giv-s-1-1-ana)"),
        ("deny", "VBP", 0, "_"),
        ("it", "PRP", 2, "Discourse=same-unit:6->2:0"),
    ),
)
NAME, SHE, THEY = Span(6, 11), Span(28, 31), Span(52, 56)
CONTENT = (Span(17, 27), Span(37, 51), Span(62, 64))


def conllu() -> str:
    def row(number: int, word: tuple[str, str, int, str]) -> str:
        return "\t".join(
            (str(number), word[0], "_", "_", word[1], "_", str(word[2]), "_", "_", word[3])
        )

    return "\n\n".join(
        "\n".join(
            [
                f"# text = {' '.join(word[0] for word in words)}",
                *(row(number, word) for number, word in enumerate(words, start=1)),
            ]
        )
        for words in SENTENCES
    )


def judged(*speakers: str | None, names: dict[Span, str]) -> Judged:
    gold: Known = known(document("GUM_news_quay", "news", conllu()), conllu())
    sources = (Span(0, 11), SHE, THEY)
    items = tuple(
        Attribution(f"a{place}", (content,), source=(source,), speaker=speaker)
        for place, (content, source, speaker) in enumerate(
            zip(CONTENT, sources, speakers, strict=True)
        )
    )
    mentions = tuple(Mention(span, "person", "name", entity) for span, entity in names.items())
    reading = Reading(Article("x", gold.document.text), attributions=items, mentions=mentions)
    starts, stops = map(list, zip(*gold.rows.spans, strict=True))
    return Judged(gold, reading, Words(starts, stops), held=False)


def test_the_document_is_as_its_editors_have_it() -> None:
    one = judged("e1", None, None, names={NAME: "e1"})

    assert one.known.named == {"1"}
    assert [report.source.chain for report in reports(one)] == ["1", "1", "2"]
    assert [one.known.form(report.source) for report in reports(one)] == [
        "name",
        "he, she",
        "they, it",
    ]


@pytest.mark.parametrize(
    ("speaker", "names", "due"),
    [
        (None, {NAME: "e1"}, "unknown"),
        ("e1", {NAME: "e1"}, "right"),
        ("e1", {Span(0, 11): "e1"}, "right"),
        ("e1", {Span(37, 46): "e1"}, "wrong"),  # on another chain
        ("e1", {Span(32, 36): "e1"}, "wrong"),  # on none
        ("e1", {NAME: "e1", Span(37, 46): "e1"}, "wrong"),  # as many here as there
        ("e1", {NAME: "e1", SHE: "e1", Span(37, 46): "e1"}, "right"),
        ("e1", {NAME: "e2"}, "unknown"),  # an entity without a name
    ],
)
def test_a_speaker_is_right_by_where_its_names_stand(
    speaker: str | None, names: dict[Span, str], due: str
) -> None:
    first, second, _ = reports(judged(speaker, speaker, None, names=names))

    assert first.verdict == second.verdict == due


def test_any_name_is_wrong_for_who_is_never_named() -> None:
    counts = verdicts(reports(judged("e1", None, "e1", names={NAME: "e1"})))

    assert counts["never named"] == {"wrong": 1}
    assert counts["all"] == counts["in news"] == {"right": 1, "unknown": 1}
    assert counts["by name"] == {"right": 1}


def test_a_report_that_was_not_found_does_not_count() -> None:
    one = judged("e1", "e1", "e1", names={NAME: "e1"})
    far = replace(one.reading.attributions[0], content=(SHE,))
    elsewhere = replace(one.reading, attributions=(far,))

    assert list(reports(replace(one, reading=elsewhere))) == []


def test_chains_are_of_the_mentions_that_ours_lie_on() -> None:
    one = judged(None, None, None, names={NAME: "e1", SHE: "e1", THEY: "e2", CONTENT[1]: "e2"})
    gold, mine = pair(one)

    assert sorted(map(len, gold)) == [2, 2]
    assert mine == gold


def test_each_mention_is_right_by_the_names_of_its_entity() -> None:
    one = judged(None, None, None, names={NAME: "e1", SHE: "e1", THEY: "e1"})
    she, they = (replace(mention, form="pronoun") for mention in one.reading.mentions[1:])
    fishermen = Mention(Span(37, 46), "group", "nominal")
    mentions = (one.reading.mentions[0], she, fishermen, they)
    found = list(links(replace(one, reading=replace(one.reading, mentions=mentions))))

    assert [link.verdict for link in found] == ["right", "right", "unknown", "wrong"]
    assert [link.named for link in found] == [True, True, False, False]
    assert [link.is_error for link in found] == [False, False, False, True]
    assert counted(found)["pronoun"] == {"right": 1}
    assert counted(found)["pronoun, never named"] == {"wrong": 1}
