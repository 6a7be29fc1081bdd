"""What of a question its answer is not about."""

from dataclasses import replace

import pytest

from assistant.composition.coverage import Coverage, Uncovered
from assistant.question import OccupationMatch, Question
from assistant.reply import DraftSentence
from assistant.text import words
from corpus.model.occupation import Occupation

coverage = Coverage(words, {"alternance", "nuit"}.__contains__, lambda text: text)


@pytest.fixture
def said(make_passage):
    passage = make_passage("Le diplôme dure trois ans.", title="Infirmier, infirmière")
    text = "Le diplôme dure trois ans."
    return [DraftSentence(text=text, passage=passage, quote=text)]


def asked(text, *names):
    nurse = Occupation(id="i", label="", feminine="", masculine="", rome=())
    matches = tuple(OccupationMatch(occupation=nurse, name=n, score=1.0) for n in names)
    return Question(text=text, search_text=text, occupations=matches)


def told(text, said, *names):
    return coverage(asked(text, *names), said).told


def test_words_of_the_sentences_and_of_their_titles_are_covered(said):
    assert coverage(asked("diplôme infirmier trois ans"), said) == Uncovered()


def test_a_known_word_no_sentence_holds_is_told_as_it_was_typed(said):
    assert told("le diplôme en Alternance", said) == ("Alternance",)


def test_a_short_word_the_corpus_does_not_know_is_not_a_subject(said):
    assert coverage(asked("jveu le diplôme svp"), said) == Uncovered()


def test_a_long_word_the_corpus_does_not_know_is_left_and_never_said_again(said):
    assert coverage(asked("diplôme Trébigny"), said) == Uncovered(told=(), some=True)


def test_a_story_leaves_something_without_being_said_again(said):
    story = coverage(asked("diplôme nuit alternance bateau histoire chemin"), said)

    assert story == Uncovered(told=(), some=True)


def test_a_misspelt_name_of_the_occupation_is_covered(said):
    assert told("diplôme infirmiaire", said, "infirmier") == ()


def test_a_year_no_sentence_is_about_is_told(said):
    assert told("diplôme 2031", said) == ("2031",)


@pytest.mark.parametrize("own", ["FR7630006000011234567890189", "1850499999942", "0639980102"])
def test_a_number_of_the_persons_own_is_not_said_again(said, own):
    assert told(f"diplôme infirmier {own}", said) == ()


def test_what_tells_only_who_asks_is_not_said_again(said):
    question = replace(asked("Je m'appelle Philomène. diplôme"), asked="diplôme")

    assert coverage(question, said) == Uncovered()
