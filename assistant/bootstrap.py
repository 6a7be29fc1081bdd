"""Wires the steps of a turn to one version of the knowledge base; nowhere else are parts chosen."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Final

from assistant.composition.compose import Compose, ComposeSettings
from assistant.composition.coverage import Coverage
from assistant.composition.sentences import RankSentences
from assistant.conclude import AskBack, Conclude
from assistant.events import Versions
from assistant.guard import Guard
from assistant.profile import Need, Profile
from assistant.referral.named import NamedBodies
from assistant.referral.questions import CHOICES, NextQuestion
from assistant.referral.refer import Refer
from assistant.reply import Option
from assistant.retrieval.answerable import Answerable, load_thresholds
from assistant.retrieval.confidence import Confidence, load_confidence
from assistant.retrieval.retrieve import Retrieve
from assistant.retrieval.weights import load_weights
from assistant.safety.clean import clean
from assistant.safety.crisis import load_crisis
from assistant.safety.injection import load_injection
from assistant.safety.meaning import detecting
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.understanding.aside import load_asides
from assistant.understanding.continuing import Continues, load_continuing
from assistant.understanding.cues import load_cues
from assistant.understanding.followup import load_followups
from assistant.understanding.occupations import NearNames, OccupationNames
from assistant.understanding.person import read_person
from assistant.understanding.places import PlaceNames
from assistant.understanding.thread import Continue
from assistant.understanding.understand import Understand
from assistant.understanding.written import Written
from assistant.verification.verify import Verify
from assistant.wording import wording
from corpus.embedding.ports import Embedder
from corpus.embedding.remembering import RememberingEmbedder
from corpus.model.document import Kind
from corpus.model.referral import Rule
from corpus.store.french import light_stem, words
from corpus.store.knowledge_base import KnowledgeBase
from corpus.store.ports import Beside, WordIndex

_NAMES_READ: Final = 60
"""Names and descriptions of occupations looked at, nearest first."""


def build_assistant(kb: KnowledgeBase, embedder: Embedder, settings: Settings) -> Assistant:
    """Return an assistant over one version of the knowledge base."""
    embedder = RememberingEmbedder(embedder)
    rules = kb.rules.all()
    organisations = {body.id: body for body in kb.organisations.all()}
    guard = Guard(
        detect_crisis=detecting(
            load_crisis(), embedder.fingerprint, embedder.embed_query, load_asides()
        ),
        detect_injection=load_injection(),
        rules=rules,
        organisations=organisations,
    )
    return Assistant(
        versions=Versions(corpus=kb.version, rules=_digest(rules), prompts="none", model="none"),
        clean=clean,
        guard=guard,
        legitimate_part=guard.legitimate_part,
        weary=guard.weary,
        understand=_understanding(kb, embedder),
        refer=Refer(rules=rules, organisations=organisations),
        named=NamedBodies.of(organisations),
        retrieve=_retrieving(kb, embedder),
        answerable=Answerable(thresholds=load_thresholds(settings.confidence)),
        compose=_composing(kb),
        verify=Verify(),
        conclude=Conclude(_asking_back(NextQuestion(rules=rules))),
    )


def _understanding(kb: KnowledgeBase, embedder: Embedder) -> Understand:
    """Return the first step, over the names a version knows."""
    return Understand(
        load_cues(),
        OccupationNames.of(
            kb.occupations.all(),
            terms,
            Written(kb.words, kb.passages, terms),
            _near_names(kb, embedder),
        ),
        PlaceNames.of(kb.territories.all()),
        read_person,
        load_asides(),
        Continue(followups=load_followups(), continues=_continues(embedder), terms=terms),
    )


def _continues(embedder: Embedder) -> Continues:
    """Return what tells whether a message goes on with the one before."""
    model = load_continuing()
    fitted = model.embedder == embedder.fingerprint
    return Continues(model=model, embed=embedder.embed_query if fitted else None)


def _near_names(kb: KnowledgeBase, embedder: Embedder) -> NearNames:
    """Return the search of occupations by the meaning of their names and descriptions."""

    def near(text: str) -> Mapping[str, float]:
        found = kb.vectors.search(embedder.embed_query(text), [Beside.NAMES], _NAMES_READ)
        return {one.id: one.score for one in found}

    return near


def _retrieving(kb: KnowledgeBase, embedder: Embedder) -> Retrieve:
    """Return the step that searches a version."""
    return Retrieve(
        embedder=embedder,
        vectors=kb.vectors,
        words=kb.words,
        passages=kb.passages,
        facts=kb.facts,
        weights=load_weights(),
        standings=load_weights().standings(kb.sources.all(), _today()),
        confidence=Confidence(
            model=load_confidence(),
            terms=terms,
            fitted=load_confidence().embedder == embedder.fingerprint,
        ),
    )


def _composing(kb: KnowledgeBase) -> Compose:
    """Return the step that writes drafts, without a model."""
    coverage = Coverage(terms, _is_word(kb.words), load_cues().without_cues)
    return Compose(RankSentences(terms), kb.passages.get, coverage, _today, ComposeSettings())


def terms(text: str) -> list[str]:
    """Return the words of a text as sentences and questions are compared by."""
    return [light_stem(word) for word in words(text)]


def _is_word(index: WordIndex) -> Callable[[str], bool]:
    """Return the function that tells whether a word stands somewhere in the corpus."""
    return lambda word: bool(index.search(word, tuple(Kind), 1))


def _asking_back(next_question: NextQuestion) -> AskBack:
    """Return the function that words the next useful question, if there is one to choose from."""

    def ask(
        profile: Profile, needs: Sequence[Need], language: str
    ) -> tuple[str, tuple[Option, ...]] | None:
        key = next_question(profile, needs)
        if key is None:
            return None
        words_of = wording(language)
        options = tuple(
            Option(label=words_of(choice.wording), profile=choice.profile)
            for choice in CHOICES[key]
        )
        return words_of(key.wording), options

    return ask


def _digest(rules: Sequence[Rule]) -> str:
    """Return what tells this set of rules from any other."""
    return hashlib.sha256(repr(rules).encode()).hexdigest()[:12]


def _today() -> date:
    """Return the day of the turn."""
    return datetime.now(UTC).date()
