"""Compose without a model: typed facts first, then the best quoted sentences."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, product
from typing import Final

from assistant.composition.coverage import Coverage
from assistant.composition.facts import WORDED, current, worded
from assistant.composition.sentences import Quotable, RankSentences, in_reading_order
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.reply import Draft, DraftSentence
from assistant.text import fold, numbers
from assistant.wording import wording
from corpus.model.document import Aspect, Passage
from corpus.model.source import Wording as Words

_OWN_SECTION: Final = frozenset({Aspect.PAY, Aspect.OUTLETS})
"""What a sheet says in its own section or not at all."""
_ALIKE: Final = {Aspect.SUMMARY: (Aspect.SUMMARY, Aspect.TASKS)}
"""Sections that answer for another when a sheet has none of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposeSettings:
    """How long an answer may be."""

    sentences: int = 8
    quotes: int = 4
    """Sentences quoted in all, shared between the aspects asked (two each at least)."""
    passages: int = 6
    """Passages quoted from when no occupation is asked about."""
    share: float = 0.34
    """Weight of the question's words under which a sentence is about something else."""


@dataclass(frozen=True, slots=True)
class Compose:
    """Write a draft from evidence; `passage_of` reads the passages facts are proved by."""

    rank: RankSentences
    passage_of: Callable[[list[str]], Mapping[str, Passage]]
    coverage: Coverage
    today: Callable[[], date]
    settings: ComposeSettings

    def __call__(self, question: Question, evidence: Evidence) -> Draft:
        """Return a draft; without sentences when the evidence holds nothing for the question."""
        if evidence.subjects:
            return self._on_subjects(question, evidence)
        if question.bodies:
            return self._on_bodies(question, evidence)
        passages = [hit.passage for hit in evidence.hits[: self.settings.passages]]
        ranked = self._rank(question, passages, evidence)
        near = [q for q in ranked if q.share >= self.settings.share or question.language != "fr"]
        best = in_reading_order(self.rank.choose(near, self.settings.quotes))
        missing = tuple(a for a in question.aspects if a in _OWN_SECTION and not _tells(best, a))
        return Draft(
            sentences=tuple(best), missing=missing, uncovered=self.coverage(question, best)
        )

    def _rank(
        self, question: Question, passages: Sequence[Passage], evidence: Evidence
    ) -> list[Quotable]:
        """Return the sentences of passages, best first, none out of date."""
        return self.rank(
            question.core or question.topic,
            passages,
            aspects=_sections(question.aspects),
            facts=evidence.facts,
            today=self.today(),
        )

    def _on_bodies(self, question: Question, evidence: Evidence) -> Draft:
        """Return the best sentence on each body the person is sent to, and on it alone."""
        passages = [hit.passage for hit in evidence.hits]
        best: dict[str, DraftSentence] = {}
        for body in question.bodies:
            about = replace(question, core=f"{question.core} {body}")
            ranked = self._rank(about, passages, evidence)
            naming = (q.draft() for q in ranked if _names(q.text, question.bodies) == [body])
            best |= {sentence.quote: sentence for sentence in islice(naming, 1)}
        return Draft(sentences=tuple(best.values())[: self.settings.quotes])

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
        told = tuple(said[: self.settings.sentences * len(evidence.subjects)])
        return Draft(
            sentences=told,
            missing=tuple(dict.fromkeys(missing)),
            uncovered=self.coverage(question, told),
        )

    def _worded(self, evidence: Evidence, aspect: Aspect) -> list[DraftSentence]:
        """Return a sentence of ours for each typed fact of an aspect, our own records first."""
        facts = [f for f in evidence.facts if WORDED.get(f.property) is aspect]
        usable = current(facts, self.today())
        passages = self.passage_of([fact.passage_id for fact in usable])
        held = [f for f in usable if f.passage_id in passages]
        ours = [f for f in held if _is_ours(passages[f.passage_id])]
        words = wording("fr")
        return [
            DraftSentence(
                text=worded(fact, words),
                passage=passages[fact.passage_id],
                quote=_whole(passages[fact.passage_id], fact.quote),
                facts=(fact,),
            )
            for fact in ours or held
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
                ranked = [q for q in self._rank(question, section, evidence) if _is_dated(q)]
                # The whole section is about what is asked: nothing in it is beside the point.
                return in_reading_order(self.rank.choose(ranked, wanted, share=0.0))
        return []


def _sections(aspects: Sequence[Aspect]) -> list[Aspect]:
    """Return the sections to read first for aspects; what a scheme is, is also whom it is for."""
    return [*aspects, *([Aspect.WHO] if Aspect.SUMMARY in aspects else [])]


def _names(text: str, bodies: Sequence[str]) -> list[str]:
    """Return the bodies a sentence names."""
    return [body for body in bodies if fold(body) in fold(text)]


def _tells(sentences: Iterable[DraftSentence], aspect: Aspect) -> bool:
    """Return whether a sentence comes from a section on an aspect."""
    return any(sentence.passage.aspect is aspect for sentence in sentences)


def _is_ours(passage: Passage) -> bool:
    """Return whether a passage is of our own records, which say the date of each figure."""
    return passage.reference.wording is Words.REFORMULATED


def _is_dated(quotable: Quotable) -> bool:
    """Return whether a sentence may be shown alone: pay without its date and scope may not."""
    return quotable.passage.aspect is not Aspect.PAY or _is_ours(quotable.passage)


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
    said = earlier.facts and earlier.text != earlier.quote and figures
    return same_words or (bool(said) and figures <= numbers(earlier.text))
