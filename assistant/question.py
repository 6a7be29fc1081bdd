"""What was understood of a message: a value, explained and testable."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.profile import UNKNOWN, Need, Profile
from corpus.model.document import Aspect
from corpus.model.occupation import Occupation
from corpus.model.territory import Territory


class Intent(StrEnum):
    """What the person is after; several may hold."""

    OCCUPATION = "occupation"
    SCHEME = "scheme"
    """A scheme or a body is named."""
    SUBJECT = "subject"
    """A word of our subjects is used, nothing is named."""
    SPRO = "spro"
    BECOME = "become"
    """Access to an occupation is asked, named or not."""
    WHOM_TO_SEE = "whom_to_see"
    JUDGEMENT = "judgement"
    """A ranking, an opinion or a prediction is asked."""
    SMALL_TALK = "small_talk"
    OUT_OF_SCOPE = "out_of_scope"
    INJECTION = "injection"
    """The message gives the assistant orders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationMatch:
    """An occupation named in the message, with how sure the match is (0 to 1)."""

    occupation: Occupation
    name: str
    """The name of ours that matched."""
    score: float
    start: int = 0
    """Place of the name among the telling words of the message."""
    named: bool = True
    """Whether the message says the name; otherwise its words and meaning point at it."""
    aside: bool = False
    """Whether the name is said only to put it aside: not a nurse, no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One message as it arrives, with the earlier ones of the conversation, oldest first."""

    text: str
    history: tuple[str, ...] = ()
    """Earlier messages of the user; the assistant's own are not needed."""
    profile: Profile = UNKNOWN
    language: str = "fr"
    simplified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A message understood."""

    text: str
    """The message, cleaned."""
    asked: str = ""
    """The message without what tells only who asks."""
    search_text: str
    """What is searched by meaning: the message, made standalone."""
    bodies: tuple[str, ...] = ()
    """Names of the operators that serve the person, when somebody to see is asked for."""
    topic: str = ""
    """What is searched by words: `search_text` without the words that only ask."""
    core: str = ""
    """What sentences are compared with: `topic` without the words for what is asked (pay…)."""
    language: str = "fr"
    intents: frozenset[Intent] = frozenset()
    aspects: tuple[Aspect, ...] = ()
    """What is asked about the subject, in the order asked."""
    broad: bool = False
    """Whether nothing precise is asked: `aspects` are then those of a presentation."""
    occupations: tuple[OccupationMatch, ...] = ()
    """Likeliest first."""
    needs: tuple[Need, ...] = ()
    profile: Profile = UNKNOWN
    place: Territory | None = None

    @property
    def named(self) -> tuple[OccupationMatch, ...]:
        """Return the occupations the message names."""
        return tuple(match for match in self.occupations if match.named)
