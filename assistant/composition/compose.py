"""Compose without a model: typed facts first, then the best quoted sentences."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import Final

from assistant.composition.facts import WORDED, current, worded
from assistant.composition.sentences import RankSentences, in_reading_order
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.reply import Draft, DraftSentence
from assistant.text import numbers
from assistant.wording import wording
from corpus.model.document import Aspect, Passage

_ALIKE: Final = {Aspect.SUMMARY: (Aspect.SUMMARY, Aspect.TASKS)}
"""Sections that answer for another when a sheet has none of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposeSettings:
    """How long an answer may be."""

    sentences: int = 8
    quotes: int = 4
    """Sentences quoted in all, shared between the aspects asked (two each at least)."""
    passages: int = 5
    """Passages quoted from when no occupation is asked about."""


@dataclass(frozen=True, slots=True)
class Compose:
    """Write a draft from evidence; `passage_of` reads the passages facts are proved by."""

    rank: RankSentences
    passage_of: Callable[[list[str]], Mapping[str, Passage]]
    today: Callable[[], date]
    settings: ComposeSettings

    def __call__(self, question: Question, evidence: Evidence) -> Draft:
        """Return a draft; without sentences when the evidence holds nothing for the question."""
        if evidence.subjects:
            return self._on_subjects(question, evidence)
        passages = [hit.passage for hit in evidence.hits[: self.settings.passages]]
        ranked = self.rank(question.topic, passages, aspects=question.aspects)
        best = self.rank.choose(ranked, self.settings.quotes)
        return Draft(sentences=tuple(in_reading_order(best)))

    def _on_subjects(self, question: Question, evidence: Evidence) -> Draft:
        """Return what each subject's facts and sheet say of each aspect asked."""
        said: list[DraftSentence] = []
        missing: list[Aspect] = []
        for subject, aspect in product(evidence.subjects, question.aspects):
            own = _about(subject, evidence)
            found = [*self._worded(own, aspect), *self._quoted(question, own, aspect)]
            said += _fresh(found, said)
            if not found:
                missing.append(aspect)
        longest = self.settings.sentences * len(evidence.subjects)
        return Draft(sentences=tuple(said[:longest]), missing=tuple(dict.fromkeys(missing)))

    def _worded(self, evidence: Evidence, aspect: Aspect) -> list[DraftSentence]:
        """Return sentences of ours for the typed facts of an aspect, newest period first."""
        facts = [f for f in evidence.facts if WORDED.get(f.property) is aspect]
        usable = sorted(current(facts, self.today()), key=lambda f: f.period, reverse=True)
        passages = self.passage_of([fact.passage_id for fact in usable])
        words = wording("fr")
        return [
            DraftSentence(
                text=worded(fact, words),
                passage=passages[fact.passage_id],
                quote=_whole(passages[fact.passage_id], fact.quote),
                facts=(fact,),
            )
            for fact in usable
            if fact.passage_id in passages
        ]

    def _quoted(
        self, question: Question, evidence: Evidence, aspect: Aspect
    ) -> list[DraftSentence]:
        """Return the best sentences of the subject's sheet on an aspect."""
        sheet = [hit.passage for hit in evidence.hits]
        wanted = max(2, self.settings.quotes // len(question.aspects))
        for alike in _ALIKE.get(aspect, (aspect,)):
            section = [passage for passage in sheet if passage.aspect is alike]
            if section:
                facts = current(evidence.facts, self.today())
                ranked = self.rank(question.topic, section, facts=facts)
                # The whole section is about what is asked: nothing in it is beside the point.
                return in_reading_order(self.rank.choose(ranked, wanted, share=0.0))
        return []


def _about(subject: str, evidence: Evidence) -> Evidence:
    """Return the evidence on one subject."""
    return replace(
        evidence,
        hits=tuple(hit for hit in evidence.hits if hit.passage.subject == subject),
        facts=tuple(fact for fact in evidence.facts if fact.subject == subject),
        subjects=(subject,),
    )


def _whole(passage: Passage, quote: str) -> str:
    """Return the sentence of a passage that holds a quote, so that a reader sees its context."""
    sentences = (span.of(passage.text) for span in passage.sentences)
    return next((sentence for sentence in sentences if quote in sentence), quote)


def _fresh(found: Iterable[DraftSentence], said: Iterable[DraftSentence]) -> list[DraftSentence]:
    """Return sentences that repeat neither words nor figures already said."""
    fresh: list[DraftSentence] = []
    for candidate in found:
        if not any(_repeats(candidate, earlier) for earlier in (*said, *fresh)):
            fresh.append(candidate)
    return fresh


def _repeats(candidate: DraftSentence, earlier: DraftSentence) -> bool:
    """Return whether a sentence quotes the same words, or only figures a typed fact gave."""
    same_words = candidate.quote in earlier.quote or earlier.quote in candidate.quote
    figures = numbers(candidate.text)
    worded = bool(earlier.facts) and earlier.text != earlier.quote
    return same_words or (worded and bool(figures) and figures <= numbers(earlier.text))
