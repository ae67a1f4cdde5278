"""Rules for verbs: what their form and the words beside them tell."""

from dataclasses import replace

from crossread.stages.events.clauses import finite, verbal
from crossread.stages.events.parties import (
    NONE,
    Party,
    before,
    behind,
    in_a_row,
    party,
    phrase_before,
)
from crossread.stages.events.trigger import Told, Trigger, cast
from crossread.stages.events.verbs import Group, group, passive, perfect

FAR = 12  # tokens behind a verb in which “by” tells who did it
BACK = 25  # tokens before an “and” in which the verb stands that it goes on from
MODIFYING = frozenset(
    {"DT", "PRP$", "JJ", "JJR", "JJS", "IN", "POS", "CC", "VBD", "VBN", "VBG", "VB", "TO"}
)
NOUNS = frozenset({"NN", "NNS", "NNP"})


def passive_verb(trigger: Trigger) -> Told | None:
    """“Ilan Dovar was arrested in Tarn on Monday.” “No one has been killed.”"""
    verb = told_group(trigger, "participle")
    if verb is None or not passive(trigger.tokens, verb) or not trigger.passive:
        return None
    return undergone(trigger, verb, subject(trigger, verb))


def perfect_verb(trigger: Trigger) -> Told | None:
    """“Police have detained 44 people.” “Ilan Dovar had died in Korr.”"""
    verb = told_group(trigger, "participle")
    if verb is None or not perfect(trigger.tokens, verb):
        return None
    return done(trigger, verb, subject(trigger, verb))


def did_not(trigger: Trigger) -> Told | None:
    """“Ilan Dovar did not sign the treaty.”"""
    verb = told_group(trigger, "plain")
    if verb is None or verb.helping != ("did",):
        return None
    return done(trigger, verb, subject(trigger, verb))


def joined_passive(trigger: Trigger) -> Told | None:
    """“Ilan Dovar was detained and fined in Tarn”: he was fined, too."""
    verb = told_group(trigger, "participle")
    earlier = verb_before(trigger, verb) if verb else None
    if verb is None or earlier is None or not trigger.passive:
        return None
    other, was = earlier
    thing = behind(trigger.tokens, trigger.last)
    paid = bool(thing.figures) and all(one.kind == "money" for one in thing.figures)
    if not was or (thing.there and not paid):  # “was detained and fined | 3,000 tarins”
        return None
    return undergone(
        trigger, replace(verb, negated=other.negated), before(trigger.tokens, other.first)
    )


def past_verb(trigger: Trigger) -> Told | None:
    """“Police detained 44 people in Tarn.” “A blast killed two sailors.”"""
    verb = told_group(trigger, "past")
    if verb is None or verb.helping or not trigger.transitive or attributive(trigger):
        return None
    if trigger.may_be("plain") and trigger.tokens.has(verb.first - 1, "joins"):
        return None  # “to mothball plants and | shut | them down”
    doer = subject(trigger, verb)
    return done(trigger, verb, doer) if doer.there and behind_is_someone(trigger) else None


def past_of_itself(trigger: Trigger) -> Told | None:
    """“Ilan Dovar resigned on Monday.” “A bomb exploded in Tarn.”"""
    verb = told_group(trigger, "past")
    alone = not trigger.transitive or trigger.happening.role("subject") == "either"
    if verb is None or verb.helping or not alone or attributive(trigger):
        return None
    if behind_is_someone(trigger):
        return None  # “rallied | the party |”
    doer = subject(trigger, verb)
    return done(trigger, verb, doer, alone=True) if doer.there else None


def reduced(trigger: Trigger) -> Told | None:
    """“44 detained in Tarn.” “Ilan Dovar, arrested on Monday, is a baker.”"""
    verb = told_group(trigger, "participle")
    tokens, place = trigger.tokens, trigger.place
    if verb is None or verb.helping or verb.negated or not trigger.passive or attributive(trigger):
        return None
    if behind_is_someone(trigger) or tokens.has(verb.first - 1, "relative", "joins", "subjects"):
        return None
    if wanted(trigger) or taken_up(trigger, verb):
        return None
    patient = right_before(trigger, verb)
    return undergone(trigger, replace(verb, first=place), patient) if patient.there else None


def headline_verb(trigger: Trigger) -> Told | None:
    """In a headline: “Police detain 44 in Tarn”, “Mayor of Korr resigns”."""
    verb = told_group(trigger, "plain", "s")
    if verb is None or verb.helping or not trigger.tokens.headline or verb.first == 0:
        return None
    if trigger.transitive and not behind_is_someone(trigger):
        return None
    if trigger.tokens.tag(trigger.place - 1) not in {*NOUNS, "CD", "CC", "RB"}:
        return None
    return done(trigger, verb, subject(trigger, verb))


def consequence(trigger: Trigger) -> Told | None:
    """“A bomb exploded in Tarn, killing 12 people.” “after detaining the mayor”"""
    tokens, place = trigger.tokens, trigger.place
    if not trigger.may_be("ing") or not behind_is_someone(trigger):
        return None
    denied = tokens.has(place - 1, "deny")
    follows = tokens.low(place - 1) == "," or tokens.has(place - 1, "afterwards")
    verbs = range(max(0, place - BACK), place)
    if denied:
        return replace(cast(trigger, place, thing=behind(tokens, place + 1)), negated=True)
    if not follows or any(tokens.has(n, "modals", "ahead") for n in verbs):
        return None
    if not any(tokens.tag(n) == "VBD" or tokens.has(n, "be_past", "have") for n in verbs):
        return None
    return cast(trigger, place, thing=behind(tokens, trigger.last))


def right_before(trigger: Trigger, verb: Group) -> Party:
    """“a bus of | pilgrims | detained in Tarn”, “| Ilan Dovar |, arrested on Monday, …”."""
    tokens, last = trigger.tokens, verb.first
    comma = tokens.low(last - 1) == ","
    mention = tokens.ending(last - 2) if comma else None
    if comma and (mention is None or mention.form != "name"):
        return NONE
    phrase = phrase_before(tokens, last - comma)
    found = party(tokens, phrase)
    return in_a_row(tokens, phrase, found) if phrase and not comma else found


def taken_up(trigger: Trigger, verb: Group) -> bool:
    """“an advertisement that Dovar | released”: he did it, to what stands before him."""
    tokens = trigger.tokens
    first = phrase_before(tokens, verb.first).start
    return tokens.has(first - 1, "taking") or tokens.tag(first - 1) in NOUNS


def wanted(trigger: Trigger) -> bool:
    """“They want to see Ilan Dovar | released.”"""
    tokens = trigger.tokens
    for place in range(trigger.place - 1, max(-1, trigger.place - FAR), -1):
        if tokens.has(place, "turns", "starts"):
            return False
        if tokens.has(place, "probing", "modals"):
            return True
    return False


def told_group(trigger: Trigger, *forms: str) -> Group | None:
    return group(trigger.tokens, trigger.place) if trigger.may_be(*forms) else None  # type: ignore[arg-type]


def subject(trigger: Trigger, verb: Group) -> Party:
    """Who stands before a verb, or before the one that it goes on from: “was seen and arrested”."""
    found = before(trigger.tokens, verb.first)
    if found.there:
        return found
    earlier = verb_before(trigger, verb)
    return before(trigger.tokens, earlier[0].first) if earlier else NONE


def verb_before(trigger: Trigger, verb: Group) -> tuple[Group, bool] | None:
    """The verb that an “and” goes on from, and whether it is in the passive."""
    tokens, joint = trigger.tokens, verb.first - 1
    if not (tokens.has(joint, "joins") or tokens.low(joint) == ","):
        return None
    for place in range(joint - 1, max(-1, joint - BACK), -1):
        if tokens.has(place, "turns", "starts") or tokens.has(place, "modals"):
            return None
        if verbal(tokens, place) or tokens.lexicon.past(tokens.lower[place]):
            other = group(tokens, place)
            if other is None:
                return None
            return other, tokens.has(place, "be_past") or passive(tokens, other)
    return None


def behind_is_someone(trigger: Trigger) -> bool:
    """True if an object follows: “detained | 44 people |”; not “detained on Monday”."""
    return behind(trigger.tokens, object_place(trigger)).there


def object_place(trigger: Trigger) -> int:
    """Where the object begins: “shot and killed | Ilan Dovar”."""
    tokens, last = trigger.tokens, trigger.last
    shared = tokens.has(last, "joins") and tokens.tag(last + 1) in {"VBD", "VBN"}
    return last + 2 if shared else last


def attributive(trigger: Trigger) -> bool:
    """“the detained sailors”, “12 injured passengers”, “the injured”, “by wounded men”."""
    tokens, place = trigger.tokens, trigger.place
    if place == 0 or tokens.low(place - 1) in {"-", "'s", "one"}:
        return True
    noun = tokens.tag(trigger.last) in {"NN", "NNS"} and trigger.last not in tokens.times
    if tokens.tag(place - 1) == "CD" or place - 1 in tokens.figures:
        return noun and trigger.last not in tokens.figures
    if tokens.has(place - 1, "joins", "relative", "nobody"):
        return tokens.tag(place - 1) == "DT" and not tokens.has(place - 1, "relative", "nobody")
    return tokens.tag(place - 1) in MODIFYING or tokens.has(place - 1, "articles", "prepositions")


def undergone(trigger: Trigger, verb: Group, patient: Party) -> Told:
    """It happened to whoever stands before the verb, and “by” tells who did it."""
    tokens = trigger.tokens
    doer = NONE
    for place in range(trigger.last, min(len(tokens), trigger.last + FAR)):
        if (
            tokens.has(place, "turns", "starts")
            or finite(tokens, place)
            or tokens.low(place) == ","
        ):
            break
        if tokens.low(place) == "by":
            doer = behind(tokens, place + 1)
            break
    found = cast(trigger, verb.first, subject=doer, thing=patient)
    paid = trigger.happening.limits.get("asks") == "sum"
    behind_it = behind(tokens, trigger.last).figures  # “was fined | 3,000 tarins”
    amounts = tuple(one for one in behind_it if paid or one.kind == "money")
    whole = replace(found.patient, figures=(*found.patient.figures, *amounts))
    return replace(found, patient=whole, negated=verb.negated or found.negated)


def done(trigger: Trigger, verb: Group, doer: Party, *, alone: bool = False) -> Told:
    """Whoever stands before the verb did it, or it happened to them of itself."""
    thing = (
        NONE if alone or not trigger.transitive else behind(trigger.tokens, object_place(trigger))
    )
    found = cast(trigger, verb.first, subject=doer, thing=thing)
    return replace(found, negated=verb.negated or found.negated)
