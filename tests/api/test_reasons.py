"""Why a passage has its score, in words."""

import pytest

from api.reasons import Reasons
from assistant.evidence import Signal, Why
from assistant.wording import LANGUAGES, wording
from corpus.model.document import Kind, Span

FRENCH = Reasons(wording())


def reasons_of(hit):
    return {
        name: told.reason.replace("\u00a0", " ") for name, told in FRENCH.of(hit)["signals"].items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("signal", Signal)
@pytest.mark.parametrize("place", [1, 2, None])
def test_every_signal_has_a_sentence_in_each_language(make_hit, language, signal, place):
    listed = signal in {Signal.ASKED, Signal.MEANING, Signal.WORDS}
    ranks = {str(signal): place} if listed and place else {}
    hit = make_hit(signals={signal: 0.1}, ranks=ranks, asked="Une question ?")

    told = Reasons(wording(language)).of(hit)["signals"]

    assert told[signal].reason.strip()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", [*(f"why.{why}" for why in Why), *(f"kind.{k}" for k in Kind)])
def test_every_key_of_the_code_has_words_in_each_language(language, key):
    assert wording(language).sentences[f"api.search.{key}"]


def test_a_place_in_a_list_is_said_as_people_say_it(make_hit):
    hit = make_hit(
        signals={Signal.MEANING: 0.4, Signal.WORDS: 0.1}, ranks={"meaning": 1, "words": 12}
    )

    assert reasons_of(hit) == {"meaning": "1er par le sens", "words": "12e par les mots"}


def test_a_passage_out_of_a_list_is_said_to_count_lowest(make_hit):
    told = reasons_of(make_hit(signals={Signal.ASKED: 0.8, Signal.MEANING: 0.4}))

    assert told["asked"].endswith("compté au plus bas")
    assert told["meaning"].endswith("compté au plus bas")


def test_a_question_near_the_message_is_quoted(make_hit):
    hit = make_hit(signals={Signal.ASKED: 0.9}, ranks={"asked": 3}, asked="Combien d'années ?")

    assert reasons_of(hit) == {"asked": "Répond à une question proche : « Combien d'années ? »"}


def test_words_in_braces_are_quoted_as_they_are(make_hit):
    hit = make_hit(signals={Signal.ASKED: 0.9}, ranks={"asked": 1}, asked="{rank} {0} ?")

    assert "« {rank} {0} ? »" in reasons_of(hit)["asked"]


def test_what_weighs_most_comes_first_even_against(make_hit):
    hit = make_hit(
        signals={Signal.STANDING: 0.02, Signal.APART: -0.03, Signal.MEANING: 0.4},
        ranks={"meaning": 2},
    )

    assert list(FRENCH.of(hit)["signals"]) == ["meaning", "apart", "standing"]
    assert FRENCH.of(hit)["signals"][Signal.APART].weight == -0.03


def test_the_words_that_answer_are_those_of_the_passage(make_hit):
    hit = make_hit(
        "Le BTS dure deux ans.", asked="Combien ?", answer=Span(start=3, end=6), nearness=0.91239
    )

    nearest = FRENCH.of(hit)["nearest"]

    assert (nearest.answer, nearest.nearness) == ("BTS", 0.9124)


def test_without_a_question_near_there_is_no_nearest(make_hit):
    assert FRENCH.of(make_hit())["nearest"] is None
