"""Source: which mention of a source is the one who speaks. For the stages that ask it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crossread.languages.language import Language
from crossread.model.attribution import Attribution
from crossread.model.entity import Mention
from crossread.model.sources import heads, is_sure
from crossread.model.span import Span

WORD = re.compile(r"[^\W\d_]+")
VOICELESS = frozenset({"anonymous", "none"})
# “Ilan Dovar| , a scholar of ports …”: where a source goes on to say who it is
AFTER_NAME = re.compile(r",(?= (?:[a-z\d]|[A-Z][\w-]+['’]s ))| \(| ?[–—]")
CAPITAL = re.compile(r"\s*[A-Z]")


@dataclass(frozen=True, slots=True)
class Source:
    """The source of one attribution, with the text in which it stands."""

    item: Attribution
    text: str
    tables: Language

    def head(self, mentions: Sequence[Mention]) -> Mention | None:
        """The mention of who speaks; None where nobody does, or several do."""
        item = self.item
        if item.voice in VOICELESS or not is_sure(item):
            return None
        owned = item.voice == "document"  # “Dovar’s letter” speaks for Dovar, his lawyer does not
        found = [m for m in heads(item.source, mentions) if owned or not self.owner(m)]
        if not found:
            return None
        stop = self.said_by(found)
        ahead = [one for one in found if one.span.stop <= stop] or found
        if self.together(ahead):
            return None
        last = ahead[-1]
        if self.closes(last, stop):
            return last  # “the head of Tarn University Ilan Dovar”
        if ahead[0].entity is None and self.told_last(found):
            return found[-1]  # “one of them, the baker Ilan Dovar”
        return ahead[0] if self.leads(ahead[0]) else None

    def said_by(self, found: Sequence[Mention]) -> int:
        """Where it ends, without what follows to say who it is: “Ilan Dovar|, a scholar, …”."""
        whole = self.item.source[-1].stop
        if len(self.item.source) != 1:
            return whole
        part = self.item.source[0]
        cuts = [cut.start() for cut in AFTER_NAME.finditer(self.text, part.start, part.stop)]
        cuts += [word.start() for word in self.words(part) if self.small(word.group(), "relative")]
        cut = min((at for at in cuts if at >= found[0].span.stop), default=whole)
        return whole if self.lists(Span(cut, whole)) else cut

    def lists(self, rest: Span) -> bool:
        """“…, the mayor, | and Mira Sold”: others follow, who speak as well."""
        for word in self.words(rest):
            if self.small(word.group(), "pair"):
                ahead = WORD.search(self.text, word.end(), rest.stop)
                named = CAPITAL.match(self.text, word.end(), rest.stop)
                if named or (ahead and self.small(ahead.group(), "article")):
                    return True
        return False

    def together(self, found: Sequence[Mention]) -> bool:
        """“Dovar and Sold said …”: two speak, if they are two."""
        for one, other in pairwise(found):
            between = Span(one.span.stop, max(one.span.stop, other.span.start))
            joined = any(self.small(word.group(), "pair") for word in self.words(between))
            if joined and (one.entity is None or one.entity != other.entity):
                return True
        return False

    def leads(self, one: Mention) -> bool:
        """True if what stands before a mention does not make it somebody else's.

        “a statement by the ministry”; not “the measures that the ministry took”.
        """
        start = self.item.source[0].start
        words = list(self.words(Span(start, max(start, one.span.start))))
        if self.item.voice == "document":
            return self.issued([word.group().lower() for word in words])
        if self.item.voice == "named":
            return True
        titles = self.tables.words("titles")
        return all(
            word.group().lower() in titles or self.small(word.group(), "article") for word in words
        )

    def issued(self, before: list[str]) -> bool:
        """“a statement by the ministry”; not “the papers seen by the channel”."""
        plain = [word for word in before if not self.small(word, "article")]
        agent = bool(plain) and self.small(plain[-1], "agent")
        documents = self.tables.kinds("voices")["document"]
        return not agent or (len(plain) > 1 and plain[-2] in documents)

    def closes(self, one: Mention, stop: int) -> bool:
        """True if a source ends with the name of the person whom it describes."""
        person = one.form == "name" and one.type == "person"
        return person and self.ends(one, stop) and not self.held(one)

    def told_last(self, found: Sequence[Mention]) -> bool:
        """True if a source that begins with nobody known ends with a role and a name."""
        role, name = found[-2:] if len(found) > 1 else (found[0], found[0])
        ends = self.closes(name, self.item.source[-1].stop)
        return ends and role.form == "nominal" and role.entity == name.entity is not None

    def held(self, one: Mention) -> bool:
        """“papers seen by Ilan Dovar”: he is no head of it."""
        start = self.item.source[0].start
        words = list(self.words(Span(start, max(start, one.span.start))))
        return bool(words) and self.small(words[-1].group(), "before")

    def ends(self, one: Mention, stop: int) -> bool:
        return not self.text[one.span.stop : stop].strip()

    def owner(self, one: Mention) -> bool:
        """“Dovar’s”, “his”: what follows is his, not he."""
        if one.form == "pronoun":
            owns = self.small(one.span.of(self.text), "possessive")
            return owns and not self.ends(one, self.item.source[-1].stop)
        behind = self.text[one.span.stop : one.span.stop + 2]
        after_s = behind[:1] in {"'", "’"} and self.text[one.span.stop - 1] == "s"
        return one.form == "name" and (behind in {"'s", "’s"} or after_s)

    def words(self, span: Span) -> Iterator[re.Match[str]]:
        return WORD.finditer(self.text, span.start, span.stop)

    def small(self, word: str, kind: str) -> bool:
        """True of a small word of a kind that the table `small-words` names."""
        return word.lower() in self.tables.kinds("small-words")[kind]
