"""Every check finds what it is for, and nothing else."""

import pytest

from eval.data.check import check, check_dataset, repeated_ids, unknown_words, unsaid, unsigned
from eval.data.expected import EXPECTED
from eval.data.item import read_items
from eval.data.problem import Kind, Problem


@pytest.fixture
def datasets(folder):
    return {name: read_items(folder / f"{name}.jsonl") for name in EXPECTED}


def kinds(problems):
    return {problem.kind for problem in problems}


def test_right_data_sets_lack_only_the_publics_nobody_speaks_for(datasets, corpus):
    assert kinds(check(datasets, corpus)) == {Kind.ABSENT}


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"expected": {"outcome": ["declined"], "reason": "x"}}, Kind.MISSING),
        ({"public": "chomeur"}, Kind.WORD),
        ({"review": "read"}, Kind.UNSIGNED),
        ({"review": "disputed", "reviewer": "x"}, Kind.UNTOLD),
        ({"id": "crisis-0001"}, Kind.MISNAMED),
        ({"origin": " "}, Kind.UNFOUNDED),
        ({"origin": "facts:rien-001"}, Kind.LOST),
        ({"text": "appelez le 06 12 34 56 78"}, Kind.REAL),
    ],
)
def test_a_data_set_is_checked_item_by_item(changes, kind, make, corpus):
    found = list(check_dataset("abstention", [make(**changes)], corpus))

    assert kinds(found) == {kind}


def test_a_data_set_is_checked_against_itself_and_the_corpus(make, labels, corpus):
    copied = make(id="retrieval-0001", expected=labels["retrieval"])
    again = make(id="retrieval-0002", expected=labels["retrieval"] | {"relevant": {"x": 2}})
    copying = corpus.__class__(sentences=(copied.text,), records=corpus.records)

    found = kinds(check_dataset("retrieval", [copied, again], copying))

    assert found == {Kind.TWICE, Kind.COPY, Kind.UNKNOWN}


def test_data_sets_are_checked_together(datasets, make, corpus):
    repeated = make(id="crisis-0001", text=datasets["abstention"][0].text + " svp")
    datasets["attacks"] = [*datasets["attacks"], repeated]

    found = check(datasets, corpus)

    assert Problem(kind=Kind.REPEATED, items=("crisis-0001",)) in found


def test_a_repeated_id_is_told_once(make):
    items = [make(id="a"), make(id="b"), make(id="a"), make(id="a")]

    assert list(repeated_ids(items)) == [Problem(kind=Kind.REPEATED, items=("a",))]


@pytest.mark.parametrize(
    "field", ["language", "public", "department", "theme", "register", "difficulty", "review"]
)
def test_a_word_of_no_list_is_shown(field, make):
    found = list(unknown_words(make(**{field: "75"})))

    assert [(one.kind, one.detail) for one in found] == [(Kind.WORD, f"{field} = 75")]


def test_a_message_may_name_no_place(make):
    assert list(unknown_words(make(department=""))) == []


@pytest.mark.parametrize(
    ("review", "reviewer", "note", "found"),
    [
        ("draft", "", "", set()),
        ("read", "x", "", set()),
        ("confirmed", "x", "", set()),
        ("disputed", "x", "pourquoi", set()),
        ("confirmed", "  ", "", {Kind.UNSIGNED}),
        ("disputed", "", " ", {Kind.UNSIGNED, Kind.UNTOLD}),
    ],
)
def test_a_review_is_signed_and_a_dispute_explained(review, reviewer, note, found, make):
    item = make(review=review, reviewer=reviewer, note=note)

    assert kinds(unsigned(item)) == found


def test_identifiers_stand_in_the_message_letter_by_letter(make, labels):
    right = make(text="Léa, de Caen", expected=labels["privacy"])
    wrong = make(text="Lea, de Caen", expected=labels["privacy"])

    assert list(unsaid(right, "privacy")) == []
    assert [problem.detail for problem in unsaid(wrong, "privacy")] == ["Léa"]


def test_identifiers_may_stand_in_what_was_said_before(make, labels):
    item = make(text="et à Caen ?", history=["moi c'est Léa"], expected=labels["privacy"])

    assert list(unsaid(item, "privacy")) == []
