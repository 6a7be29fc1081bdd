"""One way to word: a file of sentences a room, and no key of the code without its sentence."""

import re
from importlib import resources

import pytest

from eval.wording import words_of

LOOSE = re.compile(r" [?:;!»%]|« ")
"""A space where French wants one that does not break."""
ROOMS = ("eval.commands", "eval.data", "eval.live", "eval.report", "eval.wording")
KEY = r'\(\s*"([a-z_0-9.]+)"(?!\s*~)'
"""A key written whole; one put together, in a template, is followed by `~`."""


def keys(room, function):
    folders = (resources.files(room), resources.files(room) / "templates")
    entries = [entry for folder in folders if folder.is_dir() for entry in folder.iterdir()]
    texts = [e.read_text("utf-8") for e in entries if e.name.endswith((".py", ".j2"))]
    found = {key for text in texts for key in re.findall(rf"\b_?{function}{KEY}", text)}
    return [(room, key) for key in sorted(found)]


SAID = [pair for room in ROOMS for pair in keys(room, "say")]
COUNTED = [pair for room in ROOMS for pair in keys(room, "counted")]


@pytest.mark.parametrize(("room", "key"), SAID)
def test_a_key_of_the_code_has_a_sentence(room, key):
    assert words_of(room).sentences[key]


@pytest.mark.parametrize(("room", "key"), COUNTED)
def test_a_counted_key_has_a_sentence_for_one_and_one_for_many(room, key):
    assert words_of(room).sentences[f"{key}_one"]
    assert words_of(room).sentences[f"{key}_many"]


@pytest.mark.parametrize("room", ROOMS)
def test_tables_hold_sentences_and_no_further_table(room):
    sentences = words_of(room).sentences.values()

    assert sentences
    assert {type(sentence) for sentence in sentences} == {str}


@pytest.mark.parametrize("room", ["eval.commands", "eval.report"])
def test_no_line_breaks_before_a_mark_or_inside_quotes(room):
    held = words_of(room).sentences

    assert [key for key, sentence in held.items() if LOOSE.search(sentence)] == []


def test_the_sentences_of_a_room_are_read_once():
    assert words_of("eval.data") is words_of("eval.data")


def test_a_sentence_takes_its_values():
    say = words_of("eval.data").say

    assert say("use.no_file", path="a.json") == "Fichier absent ou illisible : a.json."
    with pytest.raises(KeyError):
        say("use.no_file")


def test_a_sentence_we_do_not_have_is_an_error():
    with pytest.raises(KeyError):
        words_of("eval.data").say("add.rien")


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, "0 message en échec"),
        (1, "1 message en échec"),
        (2, "2 messages en échec"),
        (1195, "1\N{NARROW NO-BREAK SPACE}195 messages en échec"),
    ],
)
def test_one_and_many_have_their_own_sentence(number, told):
    assert words_of("eval.report").counted("page.failed", number) == told


def test_a_code_without_a_name_is_told_as_it_is():
    named = words_of("eval.report").named

    assert named("department", "14") == "Calvados"
    assert named("department", "99") == "99"
