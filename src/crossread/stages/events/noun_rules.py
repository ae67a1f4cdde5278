"""Rules for nouns: “the arrest of Ilan Dovar”, “Monday’s attack”."""

from crossread.stages.events.circumstances import exact, placed
from crossread.stages.events.clauses import finite
from crossread.stages.events.parties import NONE, Party, behind, party, phrase_before
from crossread.stages.events.trigger import Told, Trigger

FAR = 10  # tokens before a noun in which a word says that it has not come about
DEFINITE = frozenset({"the", "that", "this", "these", "those"})


def noun_of(trigger: Trigger) -> Told | None:
    """“the arrest of Ilan Dovar”, “an attack on Korr”, “the death of 12 miners”."""
    tokens, last = trigger.tokens, trigger.last
    role = trigger.happening.role(tokens.low(last))
    if role == "-" or not real(trigger):
        return None
    found = behind(tokens, last + 1)
    if not (found.who or found.figures) or found.nobody:
        return None
    if not definite(trigger) and not found.who:
        return None
    return parted(trigger, role, found)


def noun_owned(trigger: Trigger) -> Told | None:
    """“Ilan Dovar’s arrest”, “his resignation”."""
    tokens, place = trigger.tokens, trigger.place
    role = trigger.happening.role("'s")
    if role == "-" or not real(trigger):
        return None
    owner = place - 1
    while owner > 0 and tokens.tag(owner) in {"JJ", "NN"} and place - owner < 3:
        owner -= 1  # “his | sudden | resignation”
    if tokens.low(owner) in {"'s", "'"}:
        found = party(tokens, phrase_before(tokens, owner))
    elif tokens.has(owner, "owners"):
        found = party(tokens, range(owner, owner + 1))
    else:
        return None
    several = trigger.tokens.lower[place] != trigger.happening.word  # “his rallies”
    return parted(trigger, role, found) if found.who and not several else None


def noun_occurs(trigger: Trigger) -> Told | None:
    """“On January 2 protests began in Tarn”, “the riots that took place in May”."""
    tokens = trigger.tokens
    verb = trigger.last + tokens.has(trigger.last, "relative")
    if verb == trigger.last and tokens.has(trigger.last, "locative"):
        verb = trigger.last + 2  # “an explosion in Tarn occurred”
    if not tokens.has(verb, "occurring") or not real(trigger):
        return None
    return Told(start(trigger), last=verb + 2)


def noun_dated(trigger: Trigger) -> Told | None:
    """“Monday’s attack”, “the explosion on Monday”."""
    tokens, place = trigger.tokens, trigger.place
    if not real(trigger):
        return None
    if tokens.low(place - 1) == "'s" and (time := tokens.times.get(place - 2)) and exact(time):
        return parted(trigger, "-", NONE)
    if not definite(trigger):
        return None
    after = trigger.last + (tokens.has(trigger.last, "prepositions") or 0)
    time = tokens.times.get(after)
    return parted(trigger, "-", NONE) if time and exact(time) else None


def noun_placed(trigger: Trigger) -> Told | None:
    """“the explosion in Tarn”; “a blast in Tarn killed two”, but not “protests in Tarn”."""
    tokens, last = trigger.tokens, trigger.last
    if not real(trigger) or not tokens.has(last, "locative"):
        return None
    acts = any(tokens.tag(n) == "VBD" for n in range(last, min(len(tokens), last + FAR)))
    if not definite(trigger) and not acts:
        return None
    for place in range(last + 1, min(len(tokens), last + 6)):
        if placed(tokens, place):
            return parted(trigger, "-", NONE)
        if finite(tokens, place):
            return None
    return None


def parted(trigger: Trigger, role: str, found: Party) -> Told:
    agent, place = NONE, None
    patient = NONE
    if role == "agent":
        agent = found
    elif role == "patient":
        patient = found
    elif role == "place":
        place = found.place
    return Told(start(trigger), patient, agent, place=place, dated=free(trigger))


def start(trigger: Trigger) -> int:
    return phrase_before(trigger.tokens, trigger.place).start


def definite(trigger: Trigger) -> bool:
    """“the arrest”, “this arrest”, “his arrest”."""
    tokens, first = trigger.tokens, start(trigger)
    return (
        tokens.low(first) in DEFINITE
        or tokens.has(first, "owners")
        or "'s" in tokens.lower[first : trigger.place]
    )


def free(trigger: Trigger) -> bool:
    """False where a verb governs the noun: a date behind it may be of the verb.

    “condemned the arrest of Ilan Dovar on Monday”; but “after the arrest on Monday”.
    """
    tokens, first = trigger.tokens, start(trigger)
    for place in range(first - 1, max(-1, first - FAR), -1):
        if tokens.has(place, "turns", "starts", "afterwards") or place in tokens.times:
            return True
        if finite(tokens, place) or tokens.tag(place) in {"VBG", "VBN", "VB"}:
            return False
    return True


def real(trigger: Trigger) -> bool:
    """False of what is only asked for, planned, feared or named: “called for the arrest of …”."""
    tokens, first = trigger.tokens, start(trigger)
    if any(tokens.has(n, "never_nouns") for n in range(first, trigger.last)):
        return False
    if tokens.tag(trigger.last) in {"NN", "NNS", "JJ"} and trigger.last not in tokens.times:
        return False  # “the arrest warrant”
    if trigger.place > 0 and not tokens.headline and tokens.words[trigger.place][0].isupper():
        return False
    if tokens.tag(trigger.place - 1) in {"TO", "MD"} or tokens.low(trigger.place - 1) == "to":
        return False
    for place in range(first - 1, max(-1, first - FAR), -1):
        if tokens.has(place, "turns"):
            break
        if tokens.has(place, "probing", "modals", "never_nouns", "ahead") or (
            tokens.low(place) == "to" and tokens.tag(place + 1) in {"VB", "VBP"}
        ):
            return False
    return not promised(trigger)


def promised(trigger: Trigger) -> bool:
    """“The meeting with Dovar will take place on Friday”, “is due on Friday”."""
    tokens = trigger.tokens
    for place in range(trigger.last, min(len(tokens), trigger.last + 2 * FAR)):
        if tokens.has(place, "turns", "relative") or tokens.low(place) == ",":
            return False
        if tokens.tag(place) == "VBD" and not tokens.has(place, "be"):
            return False
        if tokens.has(place, "modals", "planned"):
            return True
    return False
