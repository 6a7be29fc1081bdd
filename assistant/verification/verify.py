"""Verify: an unchecked sentence becomes a checked one, or is dropped with its reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.reply import Citation, Draft, DraftSentence, Sentence
from assistant.verification.checks import CHECKS, Check
from corpus.model.document import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A sentence that was not shown, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Verify:
    """Check each sentence of a draft against the passage it cites."""

    checks: Sequence[Check] = CHECKS

    def __call__(self, draft: Draft) -> Iterator[Sentence | Dropped]:
        """Yield each sentence, checked or dropped, in the draft's order."""
        for sentence in draft.sentences:
            yield self.check(sentence)

    def check(self, sentence: DraftSentence) -> Sentence | Dropped:
        """Return the checked sentence, or the first reason against it."""
        for check in self.checks:
            if reason := check(sentence):
                return Dropped(text=sentence.text, reason=reason)
        start = sentence.passage.text.index(sentence.quote)
        span = Span(start=start, end=start + len(sentence.quote))
        citation = Citation(passage=sentence.passage, span=span)
        return Sentence(text=sentence.text, citations=(citation,), facts=sentence.facts)
