"""Abstention: whether the evidence is near enough to be worth composing from."""

from dataclasses import dataclass

from assistant.evidence import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerable:
    """Decide on the nearest passage and on the question's words the best passages hold.

    Either alone misleads: vectors find any sentence near some other, words find homonyms.
    """

    nearness: float
    """Cosine under which the nearest passage is about something else."""
    coverage: float
    """Share of the content words under which the passages speak of something else."""

    def __call__(self, evidence: Evidence) -> bool:
        """Return whether to compose; a subject that was named and found is always worth it."""
        if not evidence.hits:
            return False
        near = evidence.nearness >= self.nearness and evidence.coverage >= self.coverage
        return evidence.subject is not None or near
