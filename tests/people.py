"""Three articles of invented outlets in which one harbour master goes by four names."""

from dataclasses import replace

from crossread.model.entity import Entity, Mention
from crossread.model.identity import (
    Held,
    Identities,
    Identity,
    Join,
    Member,
    Named,
    Suggestion,
)
from crossread.model.reading import Reading
from tests.readings import reading

# Of each statement whose speaker is known: the entity, and why its source is that.
Known = dict[str, tuple[str, str]]


def known(given: Reading, *entities: Entity, said: Known) -> Reading:
    """The reading with these entities, and the speakers of its statements tied to them."""
    items = tuple(
        replace(item, speaker=said[item.id][0]) if item.id in said else item
        for item in given.attributions
    )
    mentions = tuple(
        Mention(item.source[0], "person", "name", *said[item.id][:1], reason=said[item.id][1])
        for item in items
        if item.id in said
    )
    return replace(given, entities=entities, mentions=mentions, attributions=items)


LEDGER = known(
    reading(
        "1100000000000000",
        ("title", "Harbour master blames the crane"),
        (
            "paragraph",
            "“{content1|The crane had not been looked at since spring},” {cue1|said}"
            " {source1|Taskyn Orvalin}, harbour master of Sered. {source2|He} {cue2|denied} that"
            " {content2|he had been warned}. {source3|Two dockers} {cue3|said} {content3|they"
            " had seen the crack}. {content4|The harbour is to open on Monday}.",
        ),
        title="Harbour master blames the crane",
        outlet="The Sered Ledger",
        published="2031-03-04",
        file="ledger.html",
        language="en",
    ),
    Entity("e1", "Taskyn Orvalin", "person", ("Taskyn Orvalin",), ("harbour master of Sered",)),
    said={
        "a1": ("e1", "“Taskyn Orvalin” is the full name."),
        "a2": ("e1", "“He” after “said Taskyn Orvalin”, in the same paragraph."),
    },
)

POST = known(
    reading(
        "2200000000000000",
        ("title", "Капитан порта уходит"),
        (
            "paragraph",
            "«{content1|Я ухожу сам}», — {cue1|сказал} {source1|Таскын Орвалин}. {source2|Ильга"
            " Деревон} {cue2|ответила}: «{content2|Мы не просили}».",
        ),
        title="Капитан порта уходит",
        outlet="Середская почта",
        published="2031-03-09T08:10+02:00",
        file="post.html",
        language="ru",
    ),
    Entity("e1", "Таскын Орвалин", "person", ("Таскын Орвалин",), ("капитан порта",)),
    Entity("e2", "Ильга Деревон", "person", ("Ильга Деревон",)),
    said={"a1": ("e1", "«Таскын Орвалин» is the full name."), "a2": ("e2", "")},
)

COURIER = known(
    reading(
        "3300000000000000",
        ("title", "Who looked at the crane?"),
        (
            "paragraph",
            "{source1|T. Orvaline} {cue1|told} the council that {content1|nobody had asked"
            " him}. {source2|Orvalin’s deputy} {cue2|said} {content2|the papers were lost}.",
        ),
        title="Who looked at the crane?",
        outlet="The Coast Courier",
        file="courier.html",
        language="en",
    ),
    Entity("e1", "T. Orvaline", "person", ("T. Orvaline",)),
    said={"a1": ("e1", "“T. Orvaline” is a name.")},
)

ARTICLES = (LEDGER, POST, COURIER)
IN_LEDGER, IN_POST, IN_COURIER = (Member(each.article.id, "e1") for each in ARTICLES)

MASTER = Identity(
    id="i3f2",
    name="Taskyn Orvalin",
    type="person",
    members=(IN_LEDGER, IN_POST),
    names=(
        Named("Taskyn Orvalin", 3, (("The Sered Ledger", 3),)),
        Named("Orvalin", 2, (("The Sered Ledger", 2),)),
        Named("Таскын Орвалин", 1, (("Середская почта", 1),)),
    ),
    roles=(
        Held(
            "harbour master of Sered", 1, "2031-03-04", "2031-03-04", ("The Sered Ledger",)
        ),
        Held("капитан порта", 1, "2031-03-09", "2031-03-09", ("Середская почта",)),
    ),
    joins=(
        Join(
            IN_LEDGER,
            IN_POST,
            0.97,
            "“Taskyn Orvalin” is “Таскын Орвалин” in Cyrillic letters.",
            "spelling",
        ),
    ),
)  # fmt: skip
DEREVON = Identity(
    "i77b", "Ильга Деревон", "person", (Member(POST.article.id, "e2"),),
    (Named("Ильга Деревон", 1, (("Середская почта", 1),)),),
)  # fmt: skip
ORVALINE = Identity(
    "i77a", "T. Orvaline", "person", (IN_COURIER,),
    (Named("T. Orvaline", 1, (("The Coast Courier", 1),)),),
)  # fmt: skip
WHO = Identities(
    (MASTER, DEREVON, ORVALINE),
    (
        Suggestion(
            "i3f2", "i77a", 0.62, "“T. Orvaline” may be “Taskyn Orvalin”: one letter is more."
        ),
    ),
)  # fmt: skip
