"""The data sets are changed a line at a time."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.data.editing import ORDER, append, canonical, next_id, propose, replace
from eval.data.expected import EXPECTED
from eval.data.item import KNOWN, read_items
from eval.data.problem import Kind

PATH = Path("abstention.jsonl")
NEW = {
    "text": "Mon train pour Vernon a du retard, que faire ?",
    "language": "fr",
    "public": "adulte",
    "theme": "hors_sujet",
    "register": "standard",
    "expected": {"outcome": ["declined"], "kind": "out_of_scope", "reason": "transport"},
    "origin": "facts:spro-002",
    "author": "nous",
}


@pytest.fixture
def proposed(folder, corpus):
    datasets = {name: read_items(folder / f"{name}.jsonl") for name in EXPECTED}

    def of(**changes):
        return propose(NEW | changes, "abstention", datasets, corpus, PATH)

    return of


def test_the_order_of_fields_names_every_field():
    assert set(ORDER) == set(KNOWN)


def test_an_item_is_one_line_with_its_accents_in_order():
    line = canonical({"note": "", "reviewer": "", "text": "é\nè", "id": "a", "department": ""})

    assert line == '{"id": "a", "text": "é\\nè", "department": ""}'


def test_a_reviewer_and_a_note_are_kept_last():
    assert canonical({"note": "n", "reviewer": "r", "id": "a"}) == (
        '{"id": "a", "reviewer": "r", "note": "n"}'
    )


@given(st.dictionaries(st.sampled_from(ORDER), st.text()))
def test_any_text_fits_on_one_line_and_is_read_again(values):
    line = canonical(values)

    assert len(line.splitlines()) == 1
    assert json.loads(line).items() <= values.items()


@pytest.mark.parametrize(
    ("ids", "after"),
    [
        ([], "a-0001"),
        (["a-0007", "a-0002"], "a-0008"),
        (["a-9999", "a-x"], "a-10000"),
    ],
)
def test_a_number_once_given_is_never_given_again(ids, after, make):
    assert next_id([make(id=one) for one in ids], "a") == after


def test_a_right_message_is_the_next_draft(proposed):
    proposal = proposed(review="confirmed", reviewer="moi", id="abstention-0001", note=None)

    values = json.loads(proposal.line)
    assert proposal.problems == ()
    assert (values["id"], values["review"]) == ("abstention-0002", "draft")
    assert not {"reviewer", "note"} & values.keys()
    assert [key for key in ORDER if key in values] == list(values)


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"author": " "}, Kind.MISSING),
        ({"public": "chomeur"}, Kind.WORD),
        ({"origin": "facts:rien-001"}, Kind.LOST),
        ({"text": "Quel temps fera-t-il demain à Caen"}, Kind.TWICE),
        ({"expected": {"outcome": ["declined"], "kind": "out_of_scope"}}, Kind.CONTRADICTION),
        ({"text": ""}, Kind.UNREADABLE),
        ({"text": 5}, Kind.UNREADABLE),
        ({"couleur": "bleu"}, Kind.UNREADABLE),
    ],
)
def test_a_wrong_message_is_refused_with_its_reason(changes, kind, proposed):
    assert {problem.kind for problem in proposed(**changes).problems} == {kind}


def test_a_message_of_another_data_set_on_the_other_side_is_a_leak(proposed):
    texts = [f"je ne veux plus vivre {'!' * n} {n}" for n in range(12)]

    kinds = {problem.kind for text in texts for problem in proposed(text=text).problems}

    assert kinds == {Kind.LEAK}


@pytest.mark.parametrize("before", [b"", b"un\n", b"un"])
def test_a_line_is_added_at_the_end(before, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(before)

    append(path, "é")

    assert path.read_bytes() == (before.rstrip(b"\n") + b"\n" if before else b"") + "é\n".encode()


def test_only_the_line_replaced_changes(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"a":1}  \r\n\xc3\xa9\n{"b" : 2}')

    assert replace(path, "é", "è")
    assert path.read_bytes() == b'{"a":1}  \r\n\xc3\xa8\n{"b" : 2}'


@pytest.mark.parametrize("held", [b"deux\n", b"un\nun\n"])
def test_a_line_that_is_not_there_once_is_left(held, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(held)

    assert not replace(path, "un", "deux")
    assert path.read_bytes() == held


@pytest.mark.parametrize("write", [lambda a: append(a, "b"), lambda a: replace(a, "a", "b")])
def test_a_file_keeps_its_rights_and_leaves_nothing_beside(write, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"a")
    path.chmod(0o640)

    write(path)

    assert path.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["a.jsonl"]
