"""Grammar: the small closed sets of words of a language, from its table `grammar`."""

from dataclasses import dataclass, fields
from functools import cache

from crossread.languages.language import Language

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Sets of words by what they do; each field is a line of the table."""

    days: Words  # monday, today
    periods: Words  # morning, week
    which_day: Words  # last (week), this (month)
    be: Words
    have: Words
    do: Words
    not_: Words
    between: Words  # may stand inside a verb group: “has since said”
    relative: Words  # what, who, whether
    naming: Words  # “a dam called Tarn” is no sentence
    unnamed: Words  # “asked not to be identified”
    openers: Words  # open a clause before its subject: “because she said so”
    subordinate: Words  # the same, for clauses that follow: “…, while the owners said …”
    links: Words  # tie a noun phrase to the one before it
    chains: Words  # verbs that lead to the one that reports: “declined to say”
    refusals: Words
    copulas: Words  # “is confident that”
    particles: Words  # “pointed out”
    support: Words  # “made the claim”: the noun is the cue
    asides: Words  # begin what may stand between a cue and its “that”
    addressing: Words  # take whom one speaks to: “she told the council”
    describing: Words  # “called the plan “a gift””
    first_words: Words  # a clause that begins so is not reported by a later “, she said”
    at: Words  # prepositions of a venue
    goes_on: Words  # and what may hang on the venue
    within: Words  # “allegations among the owners that …”
    givers: Words
    views: Words  # “in her view”
    measures: Words  # “per cent”, “per day”: no one's view
    seeming: Words
    known: Words  # “it became known that”
    emerging: Words
    complementers: Words  # “said | that the dam held”: part of the content
    pointing: Words  # “This was stated by …”
    writer: Words
    labels: Words  # “Photo: …”, “Update: …” name no one
    empty: Words  # verbs that say nothing by themselves: “have a word for it: “…””
    own: Words  # “promised the council to leave”: one promises what one will do oneself
    pronouns: Words
    counting: Words  # “puts the dead at 19”
    listing: Words  # “names at least 34 dead”
    counted: Words
    including: Words  # “…, among them nine children”
    hearsay: Words  # “reportedly”
    manner: Words  # “said in writing that …”
    conditions: Words  # “if the council said …” reports nothing
    addressed: Words  # take whom one speaks to, who is not what one says: “instructed the owners”
    telling: Words  # the same, but one also tells a story
    quantities: Words  # stand alone as a subject: “most were held”
    nameless: Words  # “an unnamed member”
    undisclosed: Words  # “asked not to be named”
    merely: Words  # “not only said” is no negation
    withholding: Words  # “refused to say”, “stopped short of saying”
    withheld: Words  # “declined | to comment”: what was declined was to say it
    nothing: Words  # “said nothing about”
    about: Words  # what follows it then
    nobody: Words  # “nobody said”
    partitive: Words  # “a number of farmers”: who is counted speaks
    single: Words  # “one of the farmers”
    body_ends: Words  # “Orvpress”: a name that ends so is no person's
    speaking: Words  # verbs that lead to a venue: “speaking at a rally”
    weak: Words  # verbs that leave what is done to their object: “drew criticism”
    postposed: Words  # end the part of a noun phrase that holds its head


@cache
def grammar(language: Language) -> Grammar:
    rows = {row[0]: frozenset(row[1].split()) for row in language.rows("grammar") if len(row) > 1}
    names = [field.name for field in fields(Grammar)]
    return Grammar(**{name: rows.get(name.rstrip("_"), frozenset()) for name in names})
