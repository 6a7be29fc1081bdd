"""A sentence is shown only if its quote, numbers and names are proved."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.reply import Draft, DraftSentence, Sentence
from assistant.verification.verify import Dropped, Verify
from corpus.model.fact import Fact, Property
from corpus.model.source import Confidence

TEXT = (
    "Le diplôme se prépare en 3 ans après le bac. Il est délivré à Caen. Contact : 02 31 00 00 00."
)


@pytest.fixture
def passage(make_passage):
    return make_passage(TEXT, title="Infirmier, infirmière")


@pytest.fixture
def fact():
    return Fact(
        id="f1",
        subject="occupation:infirmier",
        property=Property.SALARY_ENTRY,
        value="1990",
        unit="EUR/month gross",
        period="2024",
        scope="France",
        quote="en 3 ans",
        source_id="essai",
    )


def checked(sentence: DraftSentence) -> Sentence | Dropped:
    return Verify().check(sentence)


def test_a_literal_quote_is_cited_where_it_stands(passage):
    quote = "Il est délivré à Caen."

    sentence = checked(DraftSentence(text=quote, passage=passage, quote=quote))

    assert isinstance(sentence, Sentence)
    assert sentence.citations[0].quote == quote
    assert passage.text[sentence.citations[0].span.start :].startswith(quote)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Le diplôme se prépare en 5 ans.", "unproved numbers"),
        ("Le diplôme est délivré à Rouen.", "unproved names"),
        ("Le diplôme : écrire à aide@exemple.test", "contact"),
        ("Le diplôme : voir https://exemple.test", "contact"),
    ],
)
def test_what_the_quote_does_not_hold_is_dropped(passage, text, reason):
    result = checked(DraftSentence(text=text, passage=passage, quote="Le diplôme se prépare"))

    assert isinstance(result, Dropped)
    assert reason in result.reason


@pytest.mark.parametrize("quote", ["en trois ans", "", "   ", "en  3 ans"])
def test_a_quote_that_is_not_in_the_passage_is_dropped(passage, quote):
    assert isinstance(checked(DraftSentence(text="Oui.", passage=passage, quote=quote)), Dropped)


def test_a_number_may_come_from_a_typed_fact(passage, fact):
    text = "Salaire au début : 1 990 € brut par mois (France, donnée de 2024)."
    draft = DraftSentence(text=text, passage=passage, quote="en 3 ans", facts=(fact,))

    assert isinstance(checked(draft), Sentence)
    assert isinstance(checked(replace(draft, facts=())), Dropped)


def test_an_unverified_source_is_never_shown(make_passage, make_reference):
    hidden = make_passage(TEXT, reference=make_reference(confidence=Confidence.UNVERIFIED))

    result = checked(DraftSentence(text="en 3 ans", passage=hidden, quote="en 3 ans"))

    assert result == Dropped(text="en 3 ans", reason="unverified source")


def test_an_unverified_fact_is_never_shown(passage, fact):
    hidden = replace(fact, confidence=Confidence.UNVERIFIED)

    result = checked(DraftSentence(text="3", passage=passage, quote="en 3 ans", facts=(hidden,)))

    assert isinstance(result, Dropped)


def test_a_phone_number_may_only_be_quoted(passage):
    quote = "Contact : 02 31 00 00 00."

    assert isinstance(checked(DraftSentence(text=quote, passage=passage, quote=quote)), Sentence)


def test_every_sentence_of_a_draft_is_answered_for(passage):
    draft = Draft(
        sentences=(
            DraftSentence(text="en 3 ans", passage=passage, quote="en 3 ans"),
            DraftSentence(text="en 9 ans", passage=passage, quote="en 3 ans"),
        )
    )

    assert [type(result) for result in Verify()(draft)] == [Sentence, Dropped]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(n=st.integers(0, 99_999).filter(lambda n: n != 3))
def test_no_other_number_passes(passage, n):
    draft = DraftSentence(text=f"En {n} ans.", passage=passage, quote="en 3 ans")

    assert isinstance(checked(draft), Dropped)
