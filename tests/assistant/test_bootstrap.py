"""The parts are wired to one version, and a reply says which."""

from dataclasses import replace

import pytest

from assistant.bootstrap import build_assistant, terms
from assistant.question import Turn
from assistant.reply import Clarification, Declined, DeclineReason
from assistant.settings import Settings
from assistant.wording import LANGUAGES, wording
from corpus.embedding.hashing import HashingEmbedder
from corpus.model.referral import Conditions, Effect, Rule
from corpus.store.knowledge_base import in_memory

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


def test_the_threshold_of_the_settings_is_the_one_applied(knowledge, embedder, home):
    strict = Settings(home=home, nearness=1, nearness_elsewhere=1)

    reply = build_assistant(knowledge, embedder, strict).reply(
        Turn(text="Qu'est-ce que la validation des acquis de l'expérience ?")
    )

    assert getattr(reply, "sentences", ()) == ()
