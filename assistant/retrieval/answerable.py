"""Abstention: whether the evidence is near enough to be worth composing from."""

from dataclasses import dataclass

from assistant.evidence import Evidence
from assistant.question import Intent, Question

_OURS = frozenset({Intent.OCCUPATION, Intent.SCHEME, Intent.SPRO, Intent.SUBJECT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What the evidence must reach."""

    nearness: float
    """Cosine of the nearest passage."""
    coverage: float
    """Share of the question's content words that the best passages hold."""

    def reached(self, evidence: Evidence) -> bool:
        """Return whether the evidence reaches both; either alone misleads.

        Vectors find any sentence near some other, words find homonyms.
        """
        return evidence.nearness >= self.nearness and evidence.coverage >= self.coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerable:
    """Decide whether to compose; a message without a word of our subjects meets a higher bar."""

    ours: Bar
    other: Bar

    def __call__(self, question: Question, evidence: Evidence) -> bool:
        """Return whether to compose; an occupation named and known is always worth it."""
        if not evidence.hits:
            return False
        bar = self.ours if question.intents & _OURS else self.other
        return evidence.subject is not None or bar.reached(evidence)
