"""Evidence that what stands before the colon of a headline is someone who speaks."""

import re

from crossread.stages.attributions.cues import Cues
from crossread.stages.attributions.drafts import Draft

MARKS = ("“", "‘", '"', "'", "«", "„")


def supported(drafts: list[Draft], text: str, cues: Cues) -> list[Draft]:
    """The drafts without “RIOT IN TARN: …”, a headline that names a place or an event.

    Words after the colon are someone's if they stand in quotation marks, if the one before it
    has an office or is a body, or if that name is a source elsewhere in the article.
    """
    names = {last_word(draft, text) for draft in drafts if draft.rule != "headlines"}
    return [
        draft
        for draft in drafts
        if draft.rule != "headlines"
        or text[draft.content[0].start :].startswith(MARKS)
        or last_word(draft, text) in names
        or holds_speaker(draft, text, cues)
        or is_called(draft, text, cues)
    ]


def is_called(draft: Draft, text: str, cues: Cues) -> bool:
    """“Orlan: …” where the article has “Ilka Orlan” or “Mr Orlan”."""
    name = draft.source.of(text) if draft.source else ""
    if not name.isalpha() or name.isupper():
        return False
    before = re.findall(rf"\b([A-Z][\w.’'-]*) {name}\b", text)
    return any(word.lower() not in cues.prepositions for word in before)


def last_word(draft: Draft, text: str) -> str:
    return draft.source.of(text).lower().split()[-1] if draft.source else ""


def holds_speaker(draft: Draft, text: str, cues: Cues) -> bool:
    words = draft.source.of(text).lower().replace("’", "'").split() if draft.source else []
    return any(word.strip(".,").removesuffix("'s") in cues.speakers for word in words)
