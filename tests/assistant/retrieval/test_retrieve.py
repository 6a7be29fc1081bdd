"""Candidates from vectors, words and the sheet of the occupation named."""

from dataclasses import replace

import pytest

from assistant.question import Intent, OccupationMatch, Question
from assistant.retrieval.retrieve import RetrievalSettings, Retrieve
from assistant.text import words
from corpus.embedding.hashing import HashingEmbedder
from corpus.model.document import Aspect, Kind
from corpus.model.fact import Fact, Property
from corpus.model.occupation import Occupation
from corpus.store.knowledge_base import in_memory

MASON = "occupation:macon"


@pytest.fixture
def knowledge_base(make_passage):
    embedder = HashingEmbedder()
    kb = in_memory(embedder.fingerprint, embedder.dimension)
    passages = [
        make_passage("Le maçon monte les murs.", id="tasks", subject=MASON, aspect=Aspect.TASKS),
        make_passage("Le CAP dure deux ans.", id="access", subject=MASON, aspect=Aspect.ACCESS),
        make_passage("Le CPF paie une formation.", id="cpf", kind=Kind.SCHEME, subject="cpf"),
    ]
    kb.passages.add(passages)
    kb.words.add(passages)
    for passage in passages:
        vectors = embedder.embed_passages([passage.embedded_text])
        kb.vectors.add(passage.kind, [passage.id], vectors)
    kb.facts.add(
        [
            Fact(
                id="f",
                subject=MASON,
                property=Property.STUDY_DURATION,
                value="2",
                unit="years",
                period="2024",
                scope="France",
                quote="deux ans",
                source_id="essai",
                passage_id="access",
            )
        ]
    )
    return kb


@pytest.fixture
def retrieve(knowledge_base):
    kb = knowledge_base
    return Retrieve(
        HashingEmbedder(),
        kb.vectors,
        kb.words,
        kb.passages,
        kb.facts,
        words,
        {"moindre": 0.5},
        RetrievalSettings(),
    )


def ask(text, **changes):
    return replace(Question(text=text, search_text=text, topic=text), **changes)


def naming_a_mason(*aspects):
    mason = Occupation(id=MASON, label="maçon, maçonne", feminine="", masculine="", rome=())
    match = OccupationMatch(occupation=mason, name="macon", score=1.0)
    return ask("maçon", occupations=(match,), aspects=aspects)


def test_words_and_meaning_find_the_same_passage(retrieve):
    evidence = retrieve(ask("formation payée par le CPF"))

    assert evidence.hits[0].passage.id == "cpf"
    assert {"words", "vectors"} <= evidence.hits[0].ranks.keys()


def test_the_sheet_of_the_occupation_named_comes_first_on_what_is_asked(retrieve):
    evidence = retrieve(naming_a_mason(Aspect.ACCESS))

    assert evidence.subjects == (MASON,)
    ranks = {hit.passage.id: hit.ranks.get(f"sheet {MASON}") for hit in evidence.hits}
    assert (ranks["access"], ranks["tasks"], ranks["cpf"]) == (1, 2, None)
    assert evidence.hits[-1].passage.id == "cpf"
    assert [fact.id for fact in evidence.facts] == ["f"]


def test_occupation_sheets_are_left_out_when_a_scheme_is_asked_about(retrieve):
    evidence = retrieve(ask("deux ans de CPF", intents=frozenset({Intent.SCHEME})))

    assert {hit.passage.kind for hit in evidence.hits} == {Kind.SCHEME}


def test_coverage_is_the_share_of_the_words_found(retrieve):
    assert retrieve(ask("CPF formation")).coverage == 1.0
    assert 0 < retrieve(ask("CPF hippopotame")).coverage < 0.5


def test_a_source_of_more_authority_comes_first(retrieve, knowledge_base, make_passage):
    same = make_passage("Le CPF paie une formation.", id="a", kind=Kind.SCHEME, source_id="moindre")
    knowledge_base.passages.add([same])
    knowledge_base.words.add([same])

    ranked = [hit.passage.id for hit in retrieve(ask("formation payée par le CPF")).hits]

    assert ranked.index("cpf") < ranked.index("a")


def test_an_empty_knowledge_base_gives_no_hit():
    embedder = HashingEmbedder()
    kb = in_memory(embedder.fingerprint, embedder.dimension)
    retrieve = Retrieve(
        embedder,
        kb.vectors,
        kb.words,
        kb.passages,
        kb.facts,
        words,
        {"moindre": 0.5},
        RetrievalSettings(),
    )

    evidence = retrieve(ask("rien"))

    assert (evidence.hits, evidence.nearness, evidence.coverage) == ((), 0.0, 0.0)
