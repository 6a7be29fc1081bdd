import json

import pytest

from assistant.profile import Profile
from assistant.question import Turn
from eval.subjects.base import SubjectError
from eval.subjects.contract import observed_of, reply_of, request_of
from eval.trace.observed import AskedBack, Choice, Cited, GivenFact, NamedBody, Said

SOURCE = {
    "id": "s1",
    "title": "Fiche",
    "publisher": "Éditeur",
    "licence": "Licence Ouverte 2.0",
    "url": None,
    "published": "2024",
    "retrieved": "2026-11-20",
    "quote": "deux ans",
    "locator": "#duree",
}
FACT = {
    "subject": "occupation:essai",
    "property": "salary_entry",
    "value": "1990",
    "unit": "EUR/month gross",
    "period": "2024",
    "scope": "France",
}
BODY = {
    "organisation": "apec",
    "name": "Apec",
    "kind": "cep",
    "certainty": "settled",
    "reason": "Vous êtes cadre.",
    "legal_basis": "Code, art. 1",
    "phone": None,
    "url": "https://exemple.test",
}
WHOLE = {
    "id": "r1",
    "outcome": "answered",
    "completeness": "partial",
    "sentences": [{"text": "Deux ans.", "citations": ["s1"]}, {"text": "Voilà.", "citations": []}],
    "sources": [SOURCE],
    "facts": [{**FACT, "source": "s1"}],
    "referrals": [{**BODY, "verified": "2026-03-13", "offices": []}],
    "clarification": None,
    "notices": [{"code": "ai_generated", "text": "…"}],
    "versions": {"corpus": "c1", "rules": "r1", "prompts": "p1", "model": "none"},
}


def read(**changes):
    body = {**WHOLE, **changes}
    return reply_of(json.dumps(body).encode())


def test_a_reply_of_the_first_version_is_read_whole():
    observed = observed_of(read())

    cited = Cited(
        quote="deux ans", title="Fiche", publisher="Éditeur", published="2024", locator="#duree"
    )
    assert (observed.outcome, observed.completeness) == ("answered", "partial")
    assert observed.sentences == (Said(text="Deux ans.", cited=(cited,)), Said(text="Voilà."))
    assert observed.facts == (GivenFact(**FACT),)
    assert observed.bodies == (NamedBody(**BODY),)
    assert observed.notices == ("ai_generated",)
    assert (observed.asked, observed.understood, observed.missing) == (None, None, ())


def test_the_contract_shows_neither_the_passage_nor_the_record():
    (cited,) = observed_of(read()).quotes

    assert (cited.passage, cited.record) == (None, "")


def test_a_question_asked_back_keeps_what_each_choice_says_of_the_person():
    profile = {"situation": "salarie_prive", "age": None, "employed": True, "job_seeking": False}
    options = [{"label": "Salarié", "profile": profile}]

    observed = observed_of(
        read(outcome="clarify", clarification={"question": "Et vous ?", "options": options})
    )

    said = {"situation": "salarie_prive", "employed": True, "job_seeking": False}
    assert observed.asked == AskedBack(
        question="Et vous ?", options=(Choice(label="Salarié", profile=said),)
    )


def test_what_was_added_to_the_contract_is_read_where_it_stands():
    missing = [{"aspect": "pay", "label": "le salaire"}, {"aspect": "other", "label": "« judo »"}]

    observed = observed_of(
        read(understood={"age": 34, "sector": None}, missing=missing, suggestions=["Et après ?"])
    )

    assert observed.understood == {"age": 34}
    assert observed.missing == ("pay", "judo")
    assert observed.suggestions == ("Et après ?",)


def test_fields_nobody_knows_are_ignored():
    source = {**SOURCE, "nouveau": 1}

    assert observed_of(read(nouveau=1, sources=[source])) == observed_of(read())


@pytest.mark.parametrize("field", sorted(WHOLE.keys() - {"id"}))
def test_a_missing_field_is_named(field):
    body = {key: value for key, value in WHOLE.items() if key != field}

    with pytest.raises(SubjectError, match=f"`{field}`"):
        reply_of(json.dumps(body).encode())


@pytest.mark.parametrize("field", sorted(BODY))
def test_a_field_missing_deeper_is_named_with_its_place(field):
    body = {key: value for key, value in BODY.items() if key != field}

    with pytest.raises(SubjectError, match=f"`referrals.0.{field}`"):
        read(referrals=[body])


def test_an_outcome_that_does_not_exist_is_not_the_contract():
    with pytest.raises(SubjectError, match="`outcome`"):
        read(outcome="perhaps")


def test_a_source_that_is_cited_and_not_given_is_named():
    with pytest.raises(SubjectError, match="s1"):
        observed_of(read(sources=[]))


@pytest.mark.parametrize("body", [b"", b"<html>", b"\xff"])
def test_what_is_not_json_is_told(body):
    with pytest.raises(SubjectError, match="not JSON"):
        reply_of(body)


def test_a_turn_is_sent_with_its_history_and_what_is_known():
    turn = Turn(text="Et après ?", history=("Bonjour",), profile=Profile(age=34), language="en")

    assert request_of(turn, {"age": 34}) == {
        "messages": [
            {"role": "user", "content": "Bonjour"},
            {"role": "user", "content": "Et après ?"},
        ],
        "profile": {"age": 34},
        "language": "en",
        "simplified": False,
    }
