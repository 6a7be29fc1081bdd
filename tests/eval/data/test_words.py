"""Every word a person reads about data is French, and written in one file."""

from typing import get_args

import pytest

from corpus.model.fact import Property
from eval.data import vocabulary
from eval.data.coverage import COUNTED
from eval.data.expected import EXPECTED
from eval.data.people import Goal, Person
from eval.data.problem import Kind, Problem, Rule
from eval.data.telling import label_lines, problem_line
from eval.data.words import WORDS, named

LISTS = [
    "Public", "Register", "Review", "Situation", "Outcome", "Completeness", "Level", "Danger",
    "Trait", "Identifier", "Unanswerable", "Attempt", "Need", "Aspect",
]  # fmt: skip


def worded(table):
    """Return the names of a table that have words."""
    return {key.partition(".")[2] for key in WORDS.sentences if key.startswith(f"{table}.")}


@pytest.mark.parametrize("listed", LISTS)
def test_every_value_of_a_label_has_its_word(listed):
    words = worded("value")

    assert [value for value in get_args(getattr(vocabulary, listed)) if value not in words] == []


def test_every_property_has_its_word():
    assert {one.value for one in Property} <= worded("value")


@pytest.mark.parametrize("model", [*EXPECTED.values(), Goal, Person])
def test_every_field_of_a_label_has_its_name(model):
    fields = {field.alias or key for key, field in model.model_fields.items()}

    assert fields - worded("label") == set()


@pytest.mark.parametrize(("table", "keys"), [("problem", Kind), ("rule", Rule)])
def test_every_problem_has_its_sentence(table, keys):
    assert {key.value for key in keys} == worded(table)


def test_every_field_counted_has_its_name():
    assert set(COUNTED) <= worded("field")


def test_what_has_no_word_is_told_as_it_is_written():
    assert named("value", "occupation:macon") == "occupation:macon"


@pytest.mark.parametrize(
    ("dataset", "told"),
    [
        ("dialogues", "une de ces valeurs : montant = 500 – une de ces fiches : scheme:cpf"),
        ("dialogues", "un de ces organismes : Apec – À ne jamais dire ou proposer : Cap emploi"),
        ("dialogues", "Ne veut pas dire : âge"),
        ("followups", "Ne parle plus de : rien"),
        ("privacy", "À masquer : « Léa » (nom ou prénom)"),
        ("referral", "Opérateurs selon la réponse : rien"),
        ("referral", "situation : salarié ou salariée du privé – en emploi : oui"),
        ("referral", "À demander : rien"),
        ("retrieval", "scheme:cpf#pay : 2"),
    ],
)
def test_a_label_is_told_in_words(dataset, told, make, labels, corpus):
    lines = list(label_lines(make(expected=labels[dataset]), corpus.bodies))

    assert any(told in line for line in lines), lines


def test_a_problem_is_told_on_one_line():
    detail = f"expected : {Rule.BOTH}; {Rule.BEST}"
    problem = Problem(kind=Kind.CONTRADICTION, items=("a-1", "a-2"), detail=detail)

    assert problem_line(problem) == (
        "étiquette qui se contredit · a-1, a-2 · expected : un code est à la fois juste et "
        "seulement proche; au moins une fiche répond en entier (2)"
    )


def test_a_problem_without_detail_is_short():
    assert problem_line(Problem(kind=Kind.REPEATED, items=("a-1",))) == (
        "identifiant porté par plusieurs messages · a-1"
    )
