"""A simulated user: says what they came for, answers what is asked back, goes on, then stops."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final

from assistant.profile import Profile
from assistant.question import Turn
from eval.data.item import Item
from eval.scripts.base import Put, Talk
from eval.scripts.goal import reached
from eval.trace.observed import AskedBack, Choice, Known, Observed

LONGEST: Final = 8
"""Messages after which anybody would have left."""
RATHER_NOT: Final = "prefere_ne_pas_dire"
"""What an option says of who would not answer, whatever the field."""
_FIELDS: Final = frozenset(one.name for one in fields(Profile))
_UNSAID: Final = {"fr": "je préfère ne pas dire", "en": "I'd rather not say"}
_AGE: Final = {"fr": "j'ai {age} ans", "en": "I'm {age}"}


def converse(item: Item) -> Talk:
    """Put the first message, then whatever this person would say, until served or out of words."""
    person = Person.of(item)
    turn: Turn | None = first(item)
    for number in range(1, LONGEST + 1):
        if turn is None:
            return
        observed = yield Put(turn=turn, label=labelled(number))
        person.heard(observed)
        turn = person.next(turn, observed)


def first(item: Item) -> Turn:
    """Return the message a conversation begins with."""
    return Turn(text=item.text, history=item.history, language=item.language)


def labelled(number: int, how: str = "") -> str:
    """Return the label of a message of a conversation: which it is, and how it was found."""
    return f"message {number}, {how}" if how else f"message {number}"


@dataclass(slots=True, kw_only=True)
class Person:
    """Knows the truth about themselves, and what else they came to ask."""

    item: Item
    left: list[str]
    replies: list[Observed] = field(default_factory=list)

    @classmethod
    def of(cls, item: Item) -> "Person":
        """Return the person of an item, who has said nothing yet."""
        return cls(item=item, left=list(item.expected["then"]))

    @property
    def refused(self) -> frozenset[str]:
        """Return what they will not say of themselves."""
        return frozenset(self.item.expected.get("refuses") or ())

    @property
    def told(self) -> Known:
        """Return what is true of them, without what they will not say."""
        truth: Known = self.item.expected["truth"]
        return {name: value for name, value in truth.items() if name not in self.refused}

    def heard(self, observed: Observed) -> None:
        """Remember a reply."""
        self.replies.append(observed)

    def next(self, turn: Turn, observed: Observed) -> Turn | None:
        """Return the next message, or nothing when the person leaves."""
        history = (*turn.history, turn.text)
        answered = self._answer(observed.asked) if observed.asked else None
        if answered:
            label, profile = answered
            known = profile.completed_by(turn.profile)
            return replace(turn, text=label, history=history, profile=known)
        if not self.left or reached(self.item.expected["goal"], self.replies):
            return None
        return replace(turn, text=self.left.pop(0), history=history)

    def _answer(self, asked: AskedBack) -> tuple[str, Profile] | None:
        """Return the reply to a question: what is true, or that it is nobody's business.

        Who finds nothing true to choose goes on with their own words instead.
        """
        told, refused = self.told, self.refused
        if not asked.options and "age" in told:
            said = _AGE[self.item.language].format(age=told["age"])
            return said, profile_of({"age": told["age"]})
        agreeing = [option for option in asked.options if _agrees(option, told)]
        unsaid = [o for o in asked.options if RATHER_NOT in o.profile.values()]
        hides = any(field in refused for option in asked.options for field in option.profile)
        for option in (*agreeing, *(unsaid if hides or not self.left else ())):
            return option.label, profile_of(option.profile)
        return None if self.left else (_UNSAID[self.item.language], Profile())


def _agrees(option: Choice, told: Mapping[str, Any]) -> bool:
    """Return whether an option says something true of the person, and nothing false."""
    known = [field for field in option.profile if field in told]
    return bool(known) and all(option.profile[field] == told[field] for field in known)


def profile_of(known: Known) -> Profile:
    """Return what is known as a profile; a field a service added since is none of ours."""
    ours: dict[str, Any] = {name: value for name, value in known.items() if name in _FIELDS}
    return Profile(**ours)
