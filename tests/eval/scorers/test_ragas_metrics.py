"""The metrics of ragas, on replies of our own."""

import os
import tomllib
from importlib.metadata import version
from math import nan
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("ragas", reason="the extra `eval` is not installed")

from eval.scorers import ragas_metrics
from eval.scorers.ragas_metrics import (
    OurEmbedding,
    chrf,
    context_precision,
    context_recall,
    quoted_spans,
    rouge,
    similarity,
)

ROOT = Path(__file__).parents[3]
RECORDS = {"a#pay": "Le maraîcher gagne peu.", "b#pay": "La fleuriste vend des roses."}


class Directions:
    """Embeds a text of roses in one direction, of money in the other, of both between."""

    fingerprint, dimension = "essai", 2

    def embed_passages(self, texts):
        return np.array([["gagne" in text, "roses" in text] for text in texts], dtype=np.float32)

    def embed_queries(self, texts):
        raise AssertionError(texts)

    def embed_query(self, text):
        raise AssertionError(text)


@pytest.fixture
def against(make_item, make_trace, say):
    """Return the score of an answer against the records named."""

    def score(scorer, text, *relevant, **given):
        item = make_item(relevant=dict.fromkeys(relevant, 2))
        return scorer(item, make_trace(sentences=(say(text),) if text else (), **given))

    return score


@pytest.mark.parametrize("package", ["ragas", "langchain-community"])
def test_what_is_installed_is_what_is_pinned(package):
    import langchain_community.chat_models.vertexai  # noqa: PLC0415 # ragas imports it too

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = project["optional-dependencies"]["eval"]

    assert langchain_community.chat_models.vertexai
    assert f"{package}=={version(package)}" in extra


def test_nothing_is_sent_to_the_makers_of_ragas():
    from ragas._analytics import do_not_track  # noqa: PLC0415 # private: only looked at

    assert os.environ["RAGAS_DO_NOT_TRACK"] == "true"
    assert do_not_track()


def test_precision_is_the_share_of_what_is_found(make_item, make_trace, find):
    item = make_item(relevant={"a#pay": 2, "b#pay": 1})

    score = context_precision()(item, make_trace(found=find("a#pay", "x#y", "a#pay", "w#y", "v#y")))

    assert (score.value, score.why) == (0.25, "v#y, w#y, x#y")


def test_recall_is_the_share_of_what_is_relevant(make_item, make_trace, find):
    item = make_item(relevant={"a#pay": 2, "c#pay": 1, "b#pay": 1, "d#pay": 1})

    score = context_recall()(item, make_trace(found=find("a#pay", "x#y")))

    assert (score.value, score.why) == (0.25, "b#pay, c#pay, d#pay")


@pytest.mark.parametrize("scorer", [context_precision, context_recall])
def test_records_found_and_relevant_are_right(make_item, make_trace, find, scorer):
    assert scorer()(make_item(relevant={"a#pay": 2}), make_trace(found=find("a#pay"))).right


def test_a_search_that_found_nothing_has_a_recall_of_0_and_no_precision(make_item, make_trace):
    item, nothing = make_item(relevant={"b#pay": 1, "a#pay": 2}), make_trace(found=())

    score = context_recall()(item, nothing)

    assert (score.value, score.why) == (0, "a#pay, b#pay")
    assert context_precision()(item, nothing) is None


@pytest.mark.parametrize("scorer", [context_precision, context_recall])
def test_nothing_shown_or_relevant_is_not_scored(make_item, make_trace, find, scorer):
    item, some = make_item(relevant={"a": 2}), make_trace(found=find("a"))

    assert scorer()(item, make_trace(found=None)) is None
    assert scorer()(make_item(relevant={}), some) is None
    assert scorer()(make_item(), some) is None


def test_quotes_that_stand_in_a_passage_are_right(make_item, make_trace, cite, say):
    passage = 'Aujourd’hui, l\'aide "à domicile" gagne\n1 802 € par mois.'
    quotes = ('Aujourd’hui, l\'aide "à domicile"', "gagne 1 802 €")
    said = tuple(say("x", cite(quote, passage=passage)) for quote in quotes)

    assert quoted_spans()(make_item(), make_trace(sentences=said)).right


def test_a_quote_that_does_not_stand_in_a_passage_is_wrong(make_item, make_trace, cite, say):
    quotes = ("l'aide gagne peu", "l'aide gagne bien")
    said = tuple(say("x", cite(quote, passage="Ici l'aide gagne peu.")) for quote in quotes)

    score = quoted_spans()(make_item(), make_trace(sentences=said))

    assert (score.value, score.why) == (0.5, "Matched 1/2 quoted spans")


def test_quotes_too_short_or_without_passage_are_not_scored(make_item, make_trace, cite, say):
    short, hidden = cite("deux mots", passage="deux mots"), cite("trois mots ici")

    assert quoted_spans()(make_item(), make_trace(sentences=(say("x", short, hidden),))) is None
    assert quoted_spans()(make_item(), make_trace()) is None


def test_a_quote_without_passage_spoils_nothing(make_item, make_trace, cite, say):
    shown, hidden = cite("trois mots ici", passage="trois mots ici"), cite("quatre mots de plus")

    assert quoted_spans()(make_item(), make_trace(sentences=(say("x", shown, hidden),))).right


@pytest.mark.parametrize(
    ("text", "value"), [("Il gagne.", 1.0), ("Des roses.", 0.0), ("Il gagne des roses.", 0.707)]
)
def test_similarity_is_the_cosine_of_our_own_vectors(against, text, value):
    score = against(similarity(RECORDS, Directions()), text, "a#pay")

    assert score.value == pytest.approx(value, abs=1e-3)
    assert score.why == ("" if value == 1 else f"{value:.2f} against a#pay")


def test_similarity_is_with_all_relevant_records(against):
    scorer = similarity(RECORDS, Directions())

    assert against(scorer, "Il gagne des roses.", "a#pay", "b#pay", "absent").right


def test_the_records_an_answer_is_held_against_are_named(against):
    score = against(similarity(RECORDS, Directions()), "Il gagne.", "a#pay", "absent", "b#pay")

    assert score.why == "0.71 against a#pay, b#pay"


def test_sentences_and_records_are_read_one_after_the_other(make_item, make_trace, say):
    trace = make_trace(sentences=tuple(say(text) for text in RECORDS.values()))

    assert rouge(RECORDS)(make_item(relevant=dict.fromkeys(RECORDS, 2)), trace).right


def test_an_embedder_answers_ragas_either_way():
    import asyncio  # noqa: PLC0415 # here only

    ours = OurEmbedding(Directions())

    assert ours.embed_text("Il gagne.") == [1.0, 0.0]
    assert asyncio.run(ours.aembed_text("Des roses.")) == [0.0, 1.0]


@pytest.mark.parametrize("make", [rouge, chrf])
def test_the_words_of_a_record_are_right_and_others_are_not(against, make):

    same = against(make(RECORDS), RECORDS["a#pay"], "a#pay")
    part = against(make(RECORDS), "Le maraîcher vend peu.", "a#pay")
    other = against(make(RECORDS), "Zut", "a#pay")

    assert same.right
    assert other.value < 0.1 < part.value < 1
    assert part.why == f"{part.value:.2f} against a#pay"


def test_an_accent_does_not_cut_a_word_in_two(against):
    scorer = rouge({"a#pay": "élève"})

    assert against(scorer, "eleve", "a#pay").right
    assert against(scorer, "élu", "a#pay").value == 0


@pytest.mark.parametrize("make", [lambda: rouge(RECORDS), lambda: chrf(RECORDS)])
def test_what_is_no_answer_or_has_no_record_is_not_scored(against, make_item, make_trace, make):
    assert against(make(), "Oui.", "a#pay", outcome="declined") is None
    assert against(make(), "", "a#pay") is None
    assert against(make(), "Oui.", "absent") is None
    assert make()(make_item(), make_trace()) is None


def test_a_subject_without_outcome_is_scored(against):
    assert against(similarity(RECORDS, Directions()), "Il gagne.", "a#pay", outcome=None).right


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (1.01, 1.0),
        (1.0000001, 1.0),
        (0.9999999, 1.0),
        (0.999999, 0.999999),
        (-0.2, 0.0),
        (0.5, 0.5),
    ],
)
def test_a_rounding_error_is_cut(value, kept):
    assert ragas_metrics._scored(value, "parce que").value == kept


def test_what_ragas_can_not_compute_is_absent():
    assert ragas_metrics._scored(nan, "parce que") is None
