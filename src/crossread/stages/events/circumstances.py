"""Circumstances: where and when, by what stands in the clause of a trigger and nowhere else."""

from crossread.model.facts import TimeExpression
from crossread.stages.events.clauses import finite
from crossread.stages.events.tokens import Tokens
from crossread.stages.events.trigger import Trigger

NEAR = 10  # tokens behind a noun
BETWEEN = 6  # tokens between “in” and a place: “in the old town of Tarn”
DATES = frozenset({"DATE", "TIME"})


def when(trigger: Trigger, clause: range) -> TimeExpression | None:
    """The date or time of a clause: the nearest behind the trigger, then the nearest before it."""
    tokens = trigger.tokens
    if trigger.happening.noun:
        return time_of_noun(trigger, clause)
    found = [tokens.times[n] for n in clause if n in tokens.times and exact(tokens.times[n])]
    after = [time for time in found if time.span.start >= tokens.stops[trigger.last - 1]]
    if after:
        return after[0]
    return time_before(trigger, clause) or fronted_time(trigger, clause)


def time_before(trigger: Trigger, clause: range) -> TimeExpression | None:
    """“police | on Monday | detained …”, “| on Monday | police detained …”.

    Not one inside the subject: “the favourite of the | 2016 | vote withdrew”.
    """
    tokens = trigger.tokens
    opening = clause.start + tokens.has(clause.start, "prepositions", "joins")
    places = [
        opening,
        opening + 1,
        *range(trigger.place - 1, max(clause.start, trigger.place - NEAR), -1),
    ]
    for place in places:
        if time := tokens.times.get(place):
            return time if exact(time) else None
        if place < trigger.place and place > opening + 1 and not between(tokens, place):
            return None
    return None


def between(tokens: Tokens, place: int) -> bool:
    """True of what may stand between a date and its verb: “on Monday | also had been | …”."""
    return tokens.tag(place) == "RB" or tokens.has(place, "be", "have", "not", "forms_of_do")


def time_of_noun(trigger: Trigger, clause: range) -> TimeExpression | None:
    """“| Monday’s | attack”, “the attack in Tarn | on Monday |”."""
    tokens = trigger.tokens
    owner = tokens.times.get(trigger.place - 2)
    if owner and tokens.low(trigger.place - 1) == "'s" and exact(owner):
        return owner
    for place in range(trigger.last, min(clause.stop, trigger.last + NEAR)):
        if tokens.low(place) == ",":
            return None
        if (time := tokens.times.get(place)) and exact(time):
            return time
    if not tokens.has(trigger.last, "occurring"):
        return None
    return fronted_time(trigger, range(trigger.place, clause.stop))  # “On May 2 riots began”


def exact(time: TimeExpression) -> bool:
    """“Monday”, “on June 20”, “in 2019”; not “recently”, “every Monday”, “since Monday”."""
    value = time.value or ""
    return time.type in DATES and any(map(str.isdigit, value)) and ".." not in value


def front(trigger: Trigger, clause: range) -> range:
    """“| On Monday, in Tarn, | Ilan Dovar, a baker, was arrested”: what opens the sentence."""
    tokens = trigger.tokens
    place = 0
    while place < clause.start and not tokens.has(place, "turns", "starts"):
        if finite(tokens, place):
            return range(0)
        if tokens.low(place) == ",":
            break
        place += 1
    if not tokens.has(0, "prepositions") and 0 not in tokens.times:
        return range(0)
    rest = range(place, clause.start)
    return range(0) if apart(trigger, place, rest) else range(place)


def apart(trigger: Trigger, place: int, rest: range) -> bool:
    """True if something else is told between the front of a sentence and the trigger."""
    tokens = trigger.tokens
    if any(tokens.has(n, "turns", "starts") and n not in tokens.times for n in rest):
        return True
    for part in tokens.parts():
        if part.holds(trigger.span) and part.start > tokens.starts[0]:
            return True
    verbs = [n for n in rest if tokens.tag(n) in {"VBD", "VBZ", "VBP"}]
    return bool(verbs) and not shares(tokens, trigger)


def shares(tokens: Tokens, trigger: Trigger) -> bool:
    """“police detained 44 people and | fined 12”."""
    return tokens.has(trigger.place - 1, "joins")


def fronted_time(trigger: Trigger, clause: range) -> TimeExpression | None:
    times = (trigger.tokens.times.get(n) for n in front(trigger, clause))
    return next((time for time in times if time and exact(time)), None)


def where(trigger: Trigger, clause: range) -> str | None:
    """The place of a clause: “in Tarn” behind the trigger, in front of all, before the trigger."""
    behind = range(trigger.last, clause.stop)
    before = range(clause.start, trigger.place)
    for places in (behind, front(trigger, clause), before):
        for place in places:
            if found := placed(trigger.tokens, place):
                return found
    return None


def placed(tokens: Tokens, place: int) -> str | None:
    """“in | Tarn |”, “at the port of | Korr |”: a place by its name, behind a word of place."""
    mention = tokens.beginning(place)
    if mention is None or mention.entity is None or mention.form != "name":
        return None
    if tokens.layers.kinds.get(mention.entity) != "place" or mention.type != "place":
        return None
    after = tokens.under(mention.span).stop
    if tokens.low(after) in {"'s", "'"} or tokens.tag(after) in {"NN", "NNS", "NNP"}:
        return None if not tokens.has(after, "regions") else located(tokens, place, mention.entity)
    return located(tokens, place, mention.entity)


def located(tokens: Tokens, place: int, entity: str) -> str | None:
    for before in range(place - 1, max(-1, place - 1 - BETWEEN), -1):
        if tokens.has(before, "locative"):
            return entity
        of = tokens.low(before) in {"of", "the", "-"}
        if not of and tokens.tag(before) not in {"NN", "JJ", "NNP", "DT", "CD", "PRP$"}:
            return None
    return None
