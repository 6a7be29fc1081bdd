"""Sentences chosen from passages."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.composition.sentences import RankSentences, in_reading_order
from assistant.text import words

rank = RankSentences(words)
TODAY = date(2026, 11, 23)


def texts(quotables):
    return [q.span.of(q.passage.text) for q in quotables]


def test_the_sentence_that_shares_the_rare_words_comes_first(make_passage):
    passage = make_passage(
        "La formation se suit dans un institut agréé. Le concours a lieu au mois de mars."
    )

    best = rank("quand a lieu le concours", [passage])

    assert texts(best)[0] == "Le concours a lieu au mois de mars."


@pytest.mark.parametrize(
    "lone", ["Trop court.", "Que faut-il savoir de la formation suivie ?", "x" * 500 + "."]
)
def test_a_line_that_cannot_be_read_alone_is_not_quoted(make_passage, lone):
    assert rank("formation", [make_passage(lone)]) == []


def test_a_sentence_that_leans_on_the_one_before_is_not_quoted(make_passage):
    passage = make_passage("Le conseil est ouvert à tous. Il dure le temps qu'il faut à chacun.")

    assert texts(rank("combien de temps dure le conseil", [passage])) == [
        "Le conseil est ouvert à tous."
    ]


def test_chosen_sentences_are_read_from_top_to_bottom(make_passage):
    passage = make_passage("La première phrase parle du bac. La deuxième parle du concours.")

    best = rank("concours", [passage])

    assert [s.quote for s in in_reading_order(best)] == [
        "La première phrase parle du bac.",
        "La deuxième parle du concours.",
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=st.text(max_size=80), text=st.text(max_size=300))
def test_every_sentence_chosen_is_a_literal_quote(make_passage, question, text):
    passage = make_passage(text)

    drafts = in_reading_order(rank(question, [passage]))

    assert all(draft.quote in passage.text and draft.text == draft.quote for draft in drafts)


@pytest.mark.parametrize(
    "text",
    [
        "Être engagé dans un parcours d'obtention du permis B ;",
        "suivre une formation pendant la durée du contrat.",
        "Le diplôme sera proposé à la rentrée 2020.",
    ],
)
def test_an_item_of_a_list_or_old_news_is_not_quoted(make_passage, text):
    assert rank("formation permis rentrée", [make_passage(text)], today=TODAY) == []


def test_what_is_announced_for_this_year_is_still_quoted(make_passage):
    text = "Le diplôme sera proposé à la rentrée 2027."

    assert texts(rank("rentrée", [make_passage(text)], today=TODAY)) == [text]
