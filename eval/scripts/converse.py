"""A simulated user: says what they came for, answers what is asked back, goes on, then stops."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from assistant.profile import Profile
from assistant.question import Turn
from eval.data.item import Item
from eval.scripts.base import Put, Talk
from eval.scripts.goal import reached
from eval.trace.observed import AskedBack, Choice, Observed

LONGEST: Final = 8
"""Messages after which anybody would have left."""
_RATHER_NOT: Final = "prefere_ne_pas_dire"
_UNSAID: Final = {"fr": "je préfère ne pas dire", "en": "I'd rather not say"}
_AGE: Final = {"fr": "j'ai {age} ans", "en": "I'm {age}"}


def converse(item: Item) -> Talk:
    """Put the first message, then whatever this person would say, until served or out of words."""
    person = _Person(item=item, left=list(item.expected["then"]))
    turn: Turn | None = Turn(text=item.text, history=item.history, language=item.language)
    for number in range(LONGEST):
        if turn is None:
            return
        observed = yield Put(turn=turn, label=f"message {number + 1}")
        person.heard(observed)
        turn = person.next(turn, observed)


@dataclass(slots=True, kw_only=True)
class _Person:
    """Knows the truth about themselves, and what else they came to ask."""

    item: Item
    left: list[str]
    replies: list[Observed] = field(default_factory=list)

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
        expected = self.item.expected
        refused = expected.get("refuses") or ()
        told = {k: v for k, v in expected["truth"].items() if k not in refused}
        if not asked.options and "age" in told:
            return _AGE[self.item.language].format(age=told["age"]), Profile(age=told["age"])
        agreeing = [option for option in asked.options if _agrees(option, told)]
        unsaid = [o for o in asked.options if _RATHER_NOT in o.profile.values()]
        hides = any(field in refused for option in asked.options for field in option.profile)
        for option in (*agreeing, *(unsaid if hides or not self.left else ())):
            values: dict[str, Any] = dict(option.profile)
            return option.label, Profile(**values)
        return None if self.left else (_UNSAID[self.item.language], Profile())


def _agrees(option: Choice, told: Mapping[str, Any]) -> bool:
    """Return whether an option says something true of the person, and nothing false."""
    known = [field for field in option.profile if field in told]
    return bool(known) and all(option.profile[field] == told[field] for field in known)
