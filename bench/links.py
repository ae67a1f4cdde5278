"""Is each mention of the right entity? Our pronouns, descriptions and names on GUM's chains.

    python -m bench.links [--held] [--errors N [--rule NAME]]

As `bench.coreference` judges speakers, but every mention of ours, by its form and by the rule that
linked it: right if most names of its entity lie on the chain of which GUM says that the mention is,
wrong if they do not, unknown if it has no entity, or none with a name. A mention of no chain, or
of one that has no name, is rightly unknown, and wrong under any name.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.coreference import Judged, flat, is_of, judged, shares, verdict
from bench.polnear import SHARED
from crossread.model.entity import Mention


@dataclass(frozen=True, slots=True)
class Link:
    """A mention of ours, and whether its entity is who GUM says that it is."""

    of: Judged
    mention: Mention
    chain: str  # empty: on no mention of GUM's
    verdict: str

    @property
    def named(self) -> bool:
        return self.chain in self.of.known.named

    @property
    def is_error(self) -> bool:
        return self.verdict == "wrong" or (self.named and self.verdict != "right")


def links(one: Judged) -> Iterator[Link]:
    for mention in one.reading.mentions:
        who = one.known.at(mention)
        chain = who.chain if who else ""
        yield Link(one, mention, chain, verdict(one.known, one.reading, mention.entity, chain))


def counted(found: Iterable[Link]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for link in found:
        form = link.mention.form
        groups = (form, f"{form}, {link.mention.rule}") if link.named else (f"{form}, never named",)
        for group in groups:
            counts[group][link.verdict] += 1
    return dict(sorted(counts.items()))


def show(link: Link) -> str:
    text, mention, gold = link.of.reading.text, link.mention, link.of.known
    names = {m.span.of(text) for m in link.of.reading.mentions if is_of(m, mention.entity)}
    due = {gold.words(one) for one in gold.mentions if one.chain == link.chain}
    before = text[max(0, mention.span.start - 300) : mention.span.start]
    after = text[mention.span.stop : mention.span.stop + 100]
    return (
        f"{link.verdict.upper()} {gold.document.name}, {mention.form}, {mention.rule}\n"
        f"  due {sorted(due, key=len)[-5:]}{'' if link.named else ' (never named)'}\n"
        f"  got {sorted(names)}: {mention.reason}\n"
        f"  {flat(before)} [[{flat(mention.span.of(text))}]] {flat(after)}"
    )


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--held", action="store_true", help="the documents held out instead")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="N errors at random")
    parser.add_argument("--rule", help="of the errors")
    parser.add_argument("--form", help="of the errors: name, nominal, pronoun")
    parser.add_argument("--verdict", help="of the errors: wrong, unknown")
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of gold sets")
    return parser.parse_args()


def main() -> None:
    options = parsed()
    found = [link for one in judged(options.shared, (options.held,)) for link in links(one)]
    for group, count in counted(found).items():
        parts = "  ".join(f"{name} {share:6.1%}" for name, share in shares(count).items())
        print(f"  {group:34} {count.total():5}  {parts}")
    errors = [
        link
        for link in found
        if link.is_error
        and options.rule in (None, link.mention.rule)
        and options.form in (None, link.mention.form)
        and options.verdict in (None, link.verdict)
    ]
    drawn = random.Random(options.seed).sample(errors, min(options.errors, len(errors)))
    print(*map(show, drawn), sep="\n\n")


if __name__ == "__main__":
    main()
