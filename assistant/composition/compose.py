"""Compose without a model: typed facts first, then the best quoted sentences."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Final

from assistant.composition.coverage import Coverage, Uncovered
from assistant.composition.facts import WORDED, current, worded
from assistant.composition.sentences import Answering, Quotable, RankSentences, in_reading_order
from assistant.evidence import SAME_QUESTION, Evidence, Hit
from assistant.question import Question
from assistant.reply import Draft, DraftSentence
from assistant.text import fold, numbers
from assistant.wording import wording
from corpus.model.document import Aspect, Passage
from corpus.model.source import Wording as Words

_OWN_SECTION: Final = frozenset({Aspect.PAY, Aspect.OUTLETS})
"""What a sheet says in its own section or not at all."""
_LIKE: Final = 0.87
"""Cosine under which two questions are not the same one."""
_UNLIKE: Final = 0.03
"""Cosine lost beside the likest question from which another is a different one."""
_TOLD: Final = 0.5
"""Likeness from which the section that answers a question is told."""
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
        if question.bodies:
            return self._on_bodies(question, evidence)
        if evidence.subjects and not _answered_elsewhere(evidence):
            on_sheet = self._on_subjects(question, evidence)
            if on_sheet.sentences:
                return on_sheet
        passages = [hit.passage for hit in evidence.hits[: self.settings.passages]]
        ranked = self._rank(question, passages, evidence)
        near = [q for q in ranked if q.share >= self.settings.share or question.language != "fr"]
        best = in_reading_order(self.rank.choose(near, self.settings.quotes))
        missing = tuple(a for a in question.aspects if a in _OWN_SECTION and not _tells(best, a))
        return _drafted(best, missing, self.coverage(question, best))

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
            answers=_answers(evidence),
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
        sheets = [_about(subject, evidence) for subject in evidence.subjects]
        for own, aspect in ((sheet, one) for sheet in sheets for one in _wanted(question, sheet)):
            found = [*self._worded(own, aspect), *self._quoted(question, own, aspect)]
            said += _fresh(found, said)
            if not found:
                missing.append(aspect)
        told = tuple(said[: self.settings.sentences * len(evidence.subjects)])
        return _drafted(told, dict.fromkeys(missing), self.coverage(question, told))

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


def _answered_elsewhere(evidence: Evidence) -> bool:
    """Return whether what answers best is not of the sheet of an occupation named."""
    best = evidence.hits[0]
    likest = best.nearness >= max(_LIKE, evidence.asked - _UNLIKE / 2)
    return likest and best.passage.subject not in evidence.subjects


def _wanted(question: Question, own: Evidence) -> tuple[Aspect, ...]:
    """Return the aspects to tell of a subject: those asked, and of what answers the same question.

    When nothing precise is asked, the section that answers a like question is told instead.
    """
    like = [hit for hit in own.hits if _likeness(hit, own.asked) >= _TOLD]
    if like and question.broad:
        return tuple(dict.fromkeys(hit.passage.aspect for hit in like))
    same = (hit.passage.aspect for hit in like if hit.nearness >= SAME_QUESTION)
    return tuple(dict.fromkeys((*question.aspects, *same)))


def _answers(evidence: Evidence) -> Mapping[str, Answering]:
    """Return what answers a question like the one asked, by passage."""
    return {
        hit.passage.id: Answering(span=hit.answer, likeness=likeness)
        for hit in evidence.hits
        if hit.answer and (likeness := _likeness(hit, evidence.asked)) > 0
    }


def _likeness(hit: Hit, best: float) -> float:
    """Return how like the question is that a hit answers: 1 for the likest, 0 when far from it."""
    return 0.0 if hit.nearness < _LIKE else max(0.0, 1 - (best - hit.nearness) / _UNLIKE)


def _drafted(
    sentences: Iterable[DraftSentence], missing: Iterable[Aspect], left: Uncovered
) -> Draft:
    """Return a draft, with what it leaves out."""
    return Draft(
        sentences=tuple(sentences),
        missing=tuple(missing),
        uncovered=left.told,
        partial=left.some,
    )


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
