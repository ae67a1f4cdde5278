"""Attribution: who is reported to have said what."""

from dataclasses import dataclass
from typing import Literal

from crossread.model.span import Spans

Kind = Literal["direct", "mixed", "indirect"]
Act = Literal[
    "state", "claim", "deny", "admit", "ask", "demand", "promise", "predict", "warn", "believe"
]
Voice = Literal["named", "role", "group", "document", "anonymous", "none"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, as the article reports it, stands behind some content.

    In “The minister said that the plan had failed”:

    - `source`  The minister          empty where no one is named: “it emerged that …”
    - `cue`     said                  empty where nothing marks it: a bare quotation
    - `content` that the plan had failed   always there: without it nothing was attributed

    Each can be in pieces: “We lost,” said the minister, “and we know it.” The pieces are
    in the order of the text, and no character belongs to two of the three roles.
    """

    id: str
    content: Spans
    cue: Spans = ()
    source: Spans = ()
    kind: Kind = "indirect"  # direct: all in quotation marks; mixed: in part
    act: Act = "state"
    negated: bool = False  # “did not specify”, “refused to say”
    voice: Voice = "none"
    speaker: str | None = None  # an entity's id; None = unknown
    venue: Spans = ()  # where it was said: “in an interview with the channel”
    inside: str | None = None  # id of the attribution that reports this one
    score: float | None = None  # calibrated probability; None where a rule has none
    rule: str = ""  # the rule or model that made it; shown to whoever asks why
