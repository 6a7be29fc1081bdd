"""What comes before any answer: danger, nothing to read, orders given to the assistant."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.question import Turn
from assistant.reply import Certainty, Crisis, Declined, DeclineReason, Referral, Reply
from assistant.safety.crisis import Danger, alarms, help_lines
from assistant.safety.injection import DetectInjection
from assistant.text import words
from assistant.wording import wording
from corpus.model.organisation import Organisation
from corpus.model.referral import Rule

_QUESTION: Final = 3
"""Words under which what is left beside an order asks nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Answer at once what must not wait for retrieval; danger before anything else."""

    detect_crisis: Callable[[str], Sequence[Danger]]
    detect_injection: DetectInjection
    rules: Sequence[Rule]
    organisations: Mapping[str, Organisation]

    def __call__(self, turn: Turn) -> Reply | None:
        """Return the reply to give at once, or `None` when the turn may go on."""
        if danger := alarms(self.detect_crisis(turn.text)):
            return self._crisis(danger, turn.language)
        if not any(character.isalnum() for character in turn.text):
            return _declined(DeclineReason.EMPTY, turn.language)
        if not self.legitimate_part(turn.text):
            return _declined(DeclineReason.INJECTION, turn.language)
        return None

    def legitimate_part(self, text: str) -> str:
        """Return a message without the orders given to the assistant: they are never obeyed."""
        if not self.detect_injection(text):
            return text
        rest = self.detect_injection.without_orders(text)
        return rest if len(words(rest)) >= _QUESTION else ""

    def weary(self, text: str) -> bool:
        """Return whether a gentle word is due, without alarm."""
        found = self.detect_crisis(text)
        return bool(found) and not alarms(found)

    def _crisis(self, danger: Sequence[Danger], language: str) -> Crisis:
        """Return the help lines for these dangers, with fixed words around them."""
        wordings = wording(language)
        lines = (self._line(body, language) for body in help_lines(danger))
        return Crisis(
            text=f"{wordings('crisis.opening')}\n{wordings('crisis.closing')}",
            referrals=tuple(line for line in lines if line),
            topics=tuple(found.topic.value for found in danger),
        )

    def _line(self, body: str, language: str) -> Referral | None:
        """Return a help line with the reason and the source of the rule that names it."""
        rule = next((rule for rule in self.rules if body in rule.then.others), None)
        organisation = self.organisations.get(body)
        if rule is None or organisation is None:
            return None
        reason = rule.reason.get(language) or rule.reason["fr"]
        return Referral(
            organisation=organisation,
            certainty=Certainty.SETTLED if rule.settled else Certainty.TO_CHECK,
            reason=reason.replace("{short}", organisation.short),
            legal_basis=rule.legal_basis,
        )


def _declined(reason: DeclineReason, language: str) -> Declined:
    """Return the fixed wording of a refusal."""
    wordings = wording(language)
    examples = tuple(wordings(f"suggestion.example_{n}") for n in (1, 2, 3))
    return Declined(reason=reason, text=wordings(f"decline.{reason}"), suggestions=examples)
