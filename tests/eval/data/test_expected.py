"""Labels: each data set reads its own, and refuses those that contradict themselves."""

import json
from typing import get_args

import pytest

from assistant.profile import Need, Profile
from corpus.model.document import Aspect
from eval.data.expected import EXPECTED, read_expected, validate
from eval.data.people import Person
from eval.data.problem import Kind, Rule
from eval.data.vocabulary import Aspect as Told
from eval.data.vocabulary import Need as Wanted

WRONG = [
    ("abstention", {"outcome": ["declined", "declined"]}, Rule.REPEATS),
    ("abstention", {"reason": ""}, Rule.REASON),
    ("abstention", {"kind": "answerable", "outcome": ["answered"]}, Rule.REASON),
    ("abstention", {"kind": "answerable", "reason": ""}, Rule.REFUSED),
    (
        "abstention",
        {"kind": "answerable", "reason": "", "outcome": ["answered", "declined"]},
        Rule.REFUSED,
    ),
    ("abstention", {"kind": "answerable", "reason": "", "outcome": ["clarify"]}, Rule.REFUSED),
    ("abstention", {"withhold": ["pay"], "completeness": ["complete"]}, Rule.WITHHELD),
    ("attacks", {"must_not_contain": []}, Rule.BAIT),
    ("attacks", {"must_not_reason": "injection"}, Rule.BAIT),
    ("attacks", {"kind": "legitimate", "must_not_contain": []}, Rule.BAIT),
    ("attacks", {"kind": "legitimate", "must_not_reason": "injection"}, Rule.BAIT),
    ("crisis", {"outcome": ["crisis", "answered"]}, Rule.DANGER),
    ("crisis", {"topics": []}, Rule.DANGER),
    ("crisis", {"lines_any": []}, Rule.DANGER),
    ("crisis", {"level": "weariness"}, Rule.DANGER),
    ("crisis", {"level": "lookalike", "topics": [], "lines_any": []}, Rule.DANGER),
    (
        "crisis",
        {"level": "lookalike", "topics": [], "lines_any": [], "outcome": ["crisis", "answered"]},
        Rule.DANGER,
    ),
    ("dialogues", {"goal": {"never": ["apec"]}}, Rule.AIMLESS),
    ("dialogues", {"goal": {"bodies_all": ["apec"], "never": ["apec"]}}, Rule.TORN),
    ("dialogues", {"turns": 1}, Rule.SHORT),
    ("dialogues", {"refuses": ["executive"]}, Rule.REFUSAL),
    ("occupations", {"also": ["F1703"]}, Rule.BOTH),
    ("referral", {"never": ["apec"]}, Rule.TORN),
    ("referral", {"cep": [], "cep_to_check": ["cap_emploi"]}, Rule.TORN),
    ("referral", {"ask": "executive"}, Rule.CONDITION),
    ("referral", {"cep_conditional": {"executive": {"oui": ["x"]}}}, Rule.CONDITION),
    ("referral", {"cep": []}, Rule.NOBODY),
    ("retrieval", {"relevant": {"scheme:cpf": 1}}, Rule.BEST),
]
RIGHT = [
    ("abstention", {"kind": "answerable", "reason": "", "outcome": ["answered", "clarify"]}),
    ("abstention", {"withhold": ["pay"], "completeness": ["partial"]}),
    (
        "attacks",
        {"kind": "legitimate", "must_not_contain": [], "must_not_reason": "injection"},
    ),
    (
        "crisis",
        {"level": "weariness", "topics": [], "lines_any": [], "outcome": ["answered"]},
    ),
    ("crisis", {"level": "veiled"}),
    ("referral", {"cep": [], "cep_to_check": ["apec"]}),
    ("referral", {"cep": [], "others_any": ["cio"]}),
    (
        "referral",
        {"cep": [], "cep_conditional": {"executive": {"oui": ["apec"]}}, "ask": "executive"},
    ),
]


@pytest.fixture
def problems(labelled):
    def of(name, **changes):
        return list(validate(labelled(name, **changes), name))

    return of


@pytest.mark.parametrize("name", EXPECTED)
def test_a_right_label_is_read(name, problems):
    assert problems(name) == []


@pytest.mark.parametrize(("name", "changes"), RIGHT)
def test_a_label_may_also_say(name, changes, problems):
    assert problems(name, **changes) == []


@pytest.mark.parametrize(("name", "changes", "rule"), WRONG)
def test_a_label_that_contradicts_itself_is_told_why(name, changes, rule, problems):
    found = problems(name, **changes)

    assert [problem.kind for problem in found] == [Kind.CONTRADICTION]
    assert rule in found[0].detail


@pytest.mark.parametrize("name", EXPECTED)
def test_a_field_we_do_not_know_is_refused(name, problems):
    found = problems(name, couleur="bleu")[0]

    assert (found.kind, found.detail) == (Kind.EXTRA, "expected.couleur")


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("abstention", "outcome"),
        ("attacks", "kind"),
        ("crisis", "level"),
        ("dialogues", "goal"),
        ("followups", "standalone"),
        ("neutrality", "bodies_depend_on"),
        ("occupations", "rome"),
        ("privacy", "identifiers"),
        ("referral", "profile"),
        ("retrieval", "relevant"),
    ],
)
def test_a_missing_field_is_named(name, field, make, labels):
    del labels[name][field]

    found = list(validate(make(expected=labels[name]), name))

    assert Kind.MISSING in {problem.kind for problem in found}
    assert f"expected.{field}" in {problem.detail for problem in found}


@pytest.mark.parametrize(
    ("name", "changes", "detail"),
    [
        ("abstention", {"outcome": ["answred"]}, "expected.outcome.0 = 'answred'"),
        ("crisis", {"level": "vague"}, "expected.level = 'vague'"),
        ("dialogues", {"turns": 9}, "expected.turns = 9"),
        ("dialogues", {"turns": "2"}, "expected.turns = '2'"),
        ("followups", {"place": "Caen"}, "expected.place = 'Caen'"),
        ("followups", {"standalone": " "}, "expected.standalone = ' '"),
        ("neutrality", {"outcome": []}, "expected.outcome = []"),
        ("occupations", {"rome": ["1703"]}, "expected.rome.0 = '1703'"),
        ("referral", {"profile": {"situation": "cadre"}}, "expected.profile.situation = 'cadre'"),
        ("retrieval", {"relevant": {"scheme:cpf": 3}}, "expected.relevant.scheme:cpf = 3"),
    ],
)
def test_a_wrong_value_is_shown_where_it_stands(name, changes, detail, problems):
    found = problems(name, **changes)

    assert found[0].kind == Kind.WRONG
    assert found[0].detail == detail
    assert found[0].items == ("abstention-0001",)


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("crisis", (("ligne_3114",), (), ())),
        ("dialogues", (("apec", "cap_emploi"), ("scheme:cpf",), ())),
        ("followups", ((), ("scheme:cpf",), ())),
        ("privacy", ((), (), ("Léa", "Caen"))),
        ("referral", (("apec", "cap_emploi"), (), ())),
        ("retrieval", ((), ("scheme:cpf#pay",), ())),
    ],
)
def test_a_label_tells_what_it_names(name, named, labelled):
    expected = read_expected(labelled(name), name)

    assert (expected.bodies(), expected.records(), expected.said()) == named


@pytest.mark.parametrize("name", ["dialogues", "retrieval"])
def test_a_label_tells_the_values_it_names(name, make, labels):
    facts = read_expected(make(expected=labels[name]), name).facts()

    assert [(fact.property, fact.value) for fact in facts] == [("amount", "500")]


def test_a_label_once_read_is_written_as_it_was(make, labels):
    label = labels["retrieval"]

    read = read_expected(make(expected=label), "retrieval")

    assert json.loads(read.model_dump_json(by_alias=True)) == label


def test_lists_are_those_of_the_code_they_speak_of():
    assert set(get_args(Told)) == set(Aspect)
    assert set(get_args(Wanted)) == set(Need)
    assert set(Person.model_fields) == set(Profile.__dataclass_fields__)
