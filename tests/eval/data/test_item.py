"""Labelled messages and their split."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model.errors import InputError
from eval.data.item import DEVELOPMENT, TEST, read_item, read_items

LINE = {
    "id": "essai-0001",
    "text": "Comment devenir maçon ?",
    "language": "fr",
    "public": "adulte",
    "theme": "metier",
    "register": "standard",
    "expected": {"outcome": ["answered"]},
    "origin": "facts:x",
}


@pytest.fixture
def read(tmp_path):
    def write_and_read(*lines):
        path = tmp_path / "essai.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        return read_items(path)

    return write_and_read


def line(**changes):
    return json.dumps({**LINE, **changes})


def test_an_item_is_read(read):
    item = read(line(history=["bonjour"]))[0]

    assert (item.id, item.history, item.review) == ("essai-0001", ("bonjour",), "draft")


def test_who_wrote_and_read_an_item_is_kept(read):
    item = read(line(author="moi", reviewer="toi", note="à voir"))[0]

    assert (item.author, item.reviewer, item.note) == ("moi", "toi", "à voir")


def test_what_is_not_told_is_empty_or_usual(read):
    item = read(line(department=None))[0]

    assert (item.department, item.difficulty, item.author, item.reviewer) == ("", "medium", "", "")


def test_a_line_is_read_on_its_own(tmp_path):
    assert read_item(line(), tmp_path).id == "essai-0001"


def test_retyping_an_item_keeps_its_split(read):
    first, retyped = read(line(), line(text="comment devenir MACON"))

    assert first.split == retyped.split


def test_both_splits_get_their_share(read):
    items = read(*(line(text=f"question numéro {n} sur le métier") for n in range(400)))

    share = sum(item.split == TEST for item in items) / len(items)

    assert 0.5 < share < 0.7


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("{", "ligne 1"),
        ("[]", "objet"),
        (json.dumps({**LINE, "origin": ""}), "origin"),
        (json.dumps({**LINE, "couleur": "bleu"}), "couleur"),
        (json.dumps({**LINE, "text": 5}), "text"),
        (json.dumps({**LINE, "history": "bonjour"}), "history"),
        (json.dumps({**LINE, "expected": ["crisis"]}), "expected"),
    ],
)
def test_a_wrong_line_is_named(read, wrong, said):
    with pytest.raises(InputError, match=said):
        read(wrong)


@given(st.text(min_size=1).filter(str.strip))
def test_any_message_has_a_split(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("data") / "a.jsonl"
    path.write_text(json.dumps({**LINE, "text": text}), encoding="utf-8")

    assert read_items(path)[0].split in {DEVELOPMENT, TEST}
