"""The parts are wired to one version, and a reply says which."""

from dataclasses import replace

import pytest

from assistant.bootstrap import build_assistant, terms
from assistant.question import Turn
from assistant.reply import Answer, Clarification, Declined, DeclineReason
from assistant.settings import Settings
from assistant.wording import LANGUAGES, wording
from corpus.embedding.hashing import HashingEmbedder
from corpus.model.document import Kind
from corpus.model.referral import Conditions, Effect, Rule
from corpus.store.knowledge_base import in_memory
from corpus.store.ports import Beside

FUND = "Comment faire financer ma formation ?"


def rule(reason="Parce que."):
    return Rule(
        id="essai",
        order=1,
        when=Conditions(),
        then=Effect(),
        reason={"fr": reason},
        legal_basis="Texte",
        checked="2026-11-22",
        settled=True,
    )


@pytest.fixture
def empty(tmp_path):
    """Builds an assistant over a knowledge base that holds nothing but rules."""

    def build(*rules):
        kb = in_memory(HashingEmbedder().fingerprint, HashingEmbedder().dimension)
        kb.rules.add(rules)
        return build_assistant(kb, HashingEmbedder(), Settings(home=tmp_path))

    return build


def test_a_reply_says_which_version_it_was_made_with(assistant, knowledge):
    assert assistant.versions.corpus == knowledge.version


def test_no_model_writes_the_replies(assistant):
    assert (assistant.versions.model, assistant.versions.prompts) == ("none", "none")


def test_the_same_rules_bear_the_same_version(empty):
    assert empty(rule()).versions == empty(rule()).versions


def test_a_change_in_a_rule_changes_the_version_of_the_rules(empty):
    assert empty(rule()).versions.rules != empty(rule("Pour autre chose.")).versions.rules


@pytest.mark.parametrize("text", ["Comment devenir soudeur ?", FUND, "Qui peut m'aider ?"])
def test_over_nothing_the_assistant_declines_and_does_not_fail(empty, text):
    reply = empty().reply(Turn(text=text))

    assert isinstance(reply, Declined)
    assert reply.reason in {DeclineReason.NOTHING_RELIABLE, DeclineReason.OUT_OF_SCOPE}


def test_words_are_compared_without_accents_plural_or_stop_words():
    assert terms("Les élèves infirmiers") == terms("un eleve infirmier")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_back_is_worded_in_the_language_of_the_turn(assistant, language):
    words = wording(language)

    reply = assistant.reply(Turn(text=FUND, language=language))

    assert isinstance(reply, Clarification)
    assert reply.question == words("question.situation")
    assert reply.options[0].label == words("question.situation.salarie_prive")


def test_every_option_answers_the_question_it_is_offered_for(assistant):
    turn = Turn(text=FUND)
    asked = assistant.reply(turn)

    again = [assistant.reply(replace(turn, profile=o.profile)) for o in asked.options]

    questions = {reply.question for reply in again if isinstance(reply, Clarification)}
    assert asked.question not in questions


@pytest.fixture
def over_one_passage(tmp_path, make_passage):
    """Builds an assistant over one passage, with the threshold given."""

    def build(confidence):
        kb = in_memory(HashingEmbedder().fingerprint, HashingEmbedder().dimension)
        passage = make_passage("La VAE donne un diplôme par l'expérience.", kind=Kind.SCHEME)
        vectors = HashingEmbedder().embed_passages([passage.embedded_text])
        kb.passages.add([passage])
        kb.words.add([passage])
        kb.vectors.add(passage.kind, [passage.id], vectors)
        return build_assistant(
            kb, HashingEmbedder(), Settings(home=tmp_path, confidence=confidence)
        )

    return build


def test_the_threshold_of_the_settings_is_the_one_applied(over_one_passage):
    turn = Turn(text="La VAE donne-t-elle un diplôme ?")

    lenient, strict = (over_one_passage(confidence).reply(turn) for confidence in (0, 1))

    assert isinstance(lenient, Answer)
    assert getattr(strict, "sentences", ()) == ()


def test_with_another_embedder_than_the_one_fitted_words_alone_tell_confidence(over_one_passage):
    assert not over_one_passage(0).retrieve.confidence.fitted


def test_with_the_embedder_served_meaning_tells_confidence_too(embedder, tmp_path):
    kb = in_memory(embedder.fingerprint, embedder.dimension)

    assert build_assistant(kb, embedder, Settings(home=tmp_path)).retrieve.confidence.fitted


def test_an_occupation_is_as_near_as_its_names_and_descriptions(tmp_path):
    embedder = HashingEmbedder()
    kb = in_memory(embedder.fingerprint, embedder.dimension)
    kb.vectors.add(Beside.NAMES, ["infirmier"], embedder.embed_queries(["infirmier"]))

    near = build_assistant(kb, embedder, Settings(home=tmp_path)).understand.occupations.near

    assert near("infirmier") == {"infirmier": pytest.approx(1.0)}
