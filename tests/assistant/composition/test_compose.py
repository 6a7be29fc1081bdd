"""A draft from facts and quotes."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.composition.compose import Compose, ComposeSettings
from assistant.composition.coverage import Coverage
from assistant.composition.sentences import RankSentences
from assistant.evidence import Evidence, Hit
from assistant.question import Question
from assistant.text import words
from corpus.model.document import Aspect
from corpus.model.fact import Fact, Property
from corpus.model.source import Wording

SUBJECT = "occupation:infirmier"
ACCESS = "Le diplôme d'État se prépare en trois ans après le bac."
PAY = "On touche 1 990 euros brut par mois en début de carrière."


@pytest.fixture
def passages(make_passage, make_reference):
    ours = make_reference(wording=Wording.REFORMULATED)
    made = [
        make_passage(ACCESS, id="p:access", subject=SUBJECT, aspect=Aspect.ACCESS),
        make_passage(PAY, id="p:pay", subject=SUBJECT, aspect=Aspect.PAY, reference=ours),
        make_passage("Le soin se donne aussi la nuit, par équipes.", id="p:c", subject="autre"),
    ]
    return {passage.id: passage for passage in made}


@pytest.fixture
def compose(passages):
    return Compose(
        RankSentences(words),
        lambda ids: {i: passages[i] for i in ids if i in passages},
        Coverage(words, {"nuit", "mars"}.__contains__, lambda text: text),
        lambda: date(2026, 11, 23),
        ComposeSettings(),
    )


@pytest.fixture
def evidence(passages):
    def make(subjects=(SUBJECT,), facts=()):
        hits = tuple(Hit(passage=p, score=1.0, ranks={}) for p in passages.values())
        return Evidence(hits=hits, facts=facts, subjects=subjects)

    return make


@pytest.fixture
def pay_fact():
    return Fact(
        id="f",
        subject=SUBJECT,
        property=Property.SALARY_ENTRY,
        value="1990",
        unit="EUR/month gross",
        period="2024",
        scope="France",
        quote="1 990 euros brut par mois",
        source_id="essai",
        passage_id="p:pay",
    )


def ask(*aspects):
    return Question(text="?", search_text="", topic="infirmier", aspects=aspects)


def test_what_is_asked_is_told_in_the_order_asked(compose, evidence):
    draft = compose(ask(Aspect.PAY, Aspect.ACCESS), evidence())

    assert [s.quote for s in draft.sentences] == [PAY, ACCESS]


def test_a_typed_fact_is_worded_once_with_the_whole_sentence_as_its_proof(
    compose, evidence, pay_fact
):
    draft = compose(ask(Aspect.PAY), evidence(facts=(pay_fact,)))

    assert len(draft.sentences) == 1
    assert draft.sentences[0].text.startswith("Salaire au début : 1\u202f990\u00a0€ brut par mois")
    assert draft.sentences[0].quote == PAY


def test_a_fact_whose_passage_is_gone_is_not_told(compose, evidence, pay_fact, passages):
    del passages["p:pay"]

    draft = compose(ask(Aspect.PAY), evidence(facts=(pay_fact,)))

    assert "Salaire" not in "".join(s.text for s in draft.sentences)


def test_what_the_sheet_does_not_hold_is_missing(compose, evidence):
    draft = compose(ask(Aspect.ACCESS, Aspect.OUTLETS), evidence())

    assert draft.missing == (Aspect.OUTLETS,)


def test_another_subject_is_never_quoted_for_the_one_asked(compose, evidence):
    draft = compose(ask(*Aspect), evidence())

    assert {s.passage.subject for s in draft.sentences} == {SUBJECT}


def test_without_a_subject_the_best_passages_are_quoted(compose, evidence):
    draft = compose(Question(text="?", search_text="", topic="soin la nuit"), evidence(subjects=()))

    assert any("la nuit" in s.text for s in draft.sentences)
    assert draft.missing == ()


def test_a_figure_already_given_by_a_typed_fact_is_not_repeated(
    compose, evidence, pay_fact, passages, make_passage
):
    again = "Comptez 1990 euros pour une personne qui débute dans la profession."
    passages["p:again"] = make_passage(again, id="p:again", subject=SUBJECT, aspect=Aspect.PAY)

    draft = compose(ask(Aspect.PAY), evidence(facts=(pay_fact,)))

    assert [s.passage.id for s in draft.sentences] == ["p:pay"]


def test_a_publishers_pay_without_a_typed_fact_is_not_shown(
    compose, evidence, passages, make_passage
):
    undated = make_passage("À partir du Smic et plus, selon l'employeur.", id="p:pay")
    passages["p:pay"] = replace(undated, subject=SUBJECT, aspect=Aspect.PAY)

    draft = compose(ask(Aspect.PAY), evidence())

    assert (draft.sentences, draft.missing) == ((), (Aspect.PAY,))


def test_a_fact_that_has_run_out_is_neither_worded_nor_quoted(compose, evidence, pay_fact):
    old = replace(pay_fact, valid_until="2026-05-31")

    assert compose(ask(Aspect.PAY), evidence(facts=(old,))).sentences == ()


def test_a_word_no_sentence_is_about_is_told(compose, evidence):
    question = Question(text="Et la nuit ?", search_text="", aspects=(Aspect.ACCESS,))

    assert compose(question, evidence()).uncovered == ("nuit",)


def test_only_sentences_on_the_body_itself_are_quoted(compose, evidence, passages, make_passage):
    texts = ("L'Apec et Cap emploi font partie du réseau.", "L'Apec s'adresse aux cadres.")
    for number, text in enumerate(texts):
        passages[f"p:{number}"] = make_passage(text, id=f"p:{number}", subject="cep")
    question = Question(text="?", search_text="", bodies=("Apec", "Cap emploi"))

    draft = compose(question, evidence(subjects=()))

    assert [s.text for s in draft.sentences] == ["L'Apec s'adresse aux cadres."]


def test_outlets_that_no_section_tells_are_missing(compose, evidence):
    question = Question(text="?", search_text="", topic="soin nuit", aspects=(Aspect.OUTLETS,))

    assert compose(question, evidence(subjects=())).missing == (Aspect.OUTLETS,)
