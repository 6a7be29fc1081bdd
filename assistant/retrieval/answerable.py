"""Abstention: whether the evidence is near enough to be worth composing from."""

from dataclasses import dataclass

from assistant.evidence import Evidence
from assistant.question import Intent, Question

_OURS = frozenset({Intent.OCCUPATION, Intent.SCHEME, Intent.SPRO, Intent.BECOME, Intent.SUBJECT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What the evidence must reach."""

    nearness: float
    """Cosine of the nearest passage."""
    coverage: float
    """Share of the question's content words that the best passages hold."""

    def reached(self, evidence: Evidence, *, words_count: bool = True) -> bool:
        """Return whether the evidence reaches both; either alone misleads.

        Vectors find any sentence near some other, words find homonyms.
        """
        near = evidence.nearness >= self.nearness
        return near and (not words_count or evidence.coverage >= self.coverage)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerable:
    """Decide whether to compose; a message without a word of our subjects meets a higher bar.

    So does one on an occupation we do not know: sheets of other occupations are near it.
    """

    ours: Bar
    other: Bar

    def __call__(self, question: Question, evidence: Evidence) -> bool:
        """Return whether to compose; an occupation named and known is always worth it."""
        ours = bool(question.intents & _OURS)
        if not evidence.hits:
            return False
        unknown = Intent.BECOME in question.intents and not question.occupations
        bar = self.other if unknown or not ours else self.ours
        # French passages hold few words of a question in another language: meaning alone decides.
        words_count = question.language == "fr"
        return bool(evidence.subjects) or bar.reached(evidence, words_count=words_count)
