"""What stands behind a sentence."""

import pytest

from eval.scorers.evidence import behind, claiming, facts_behind, quoted
from eval.trace.observed import Observed


@pytest.mark.parametrize(
    ("outcome", "claims"),
    [
        ("answered", True),
        ("referred", True),
        ("clarify", True),
        (None, True),
        ("declined", False),
        ("crisis", False),
    ],
)
def test_fixed_wording_claims_nothing(make_trace, say, outcome, claims):
    trace = make_trace(outcome=outcome, sentences=(say("phrase"),))

    assert claiming(trace) == (trace.only.observed if claims else None)


def test_a_reply_without_sentences_claims_nothing(make_trace):
    assert claiming(make_trace(outcome="answered")) is None


@pytest.mark.parametrize(
    ("records", "subjects"),
    [
        (["scheme:vae#who"], ["scheme:vae"]),
        (["scheme:vae#who", ""], ["scheme:vae"]),
        ([""], ["scheme:vae", "scheme:cpf"]),
        ([], []),
    ],
)
def test_facts_are_of_the_sheets_cited(say, cite, fact, records, subjects):
    facts = tuple(fact(subject=subject) for subject in ("scheme:vae", "scheme:cpf"))
    said = say("phrase", *(cite("q", record=record) for record in records))

    found = facts_behind(said, Observed(outcome="answered", facts=facts))

    assert [one.subject for one in found] == subjects


def test_what_is_behind_a_sentence_is_quotes_names_and_facts(say, cite, fact):
    said = say("phrase", cite("un", title="titre", publisher="Onisep"), cite("deux"))
    reply = Observed(outcome="answered", facts=(fact(scope="France"),))

    assert quoted(said) == "un\ndeux"
    assert behind(said, reply).split() == ["un", "deux", "titre", "Onisep", "1770", "France"]
