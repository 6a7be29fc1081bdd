"""Messages that repeat each other or the corpus."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from eval.data.alike import COPIED, NEAR, copies, leaks, near_pairs, twice
from eval.data.problem import Kind, Problem

SENTENCE = "Le diplôme se prépare en trois ans après le bac dans un institut."
QUESTION = "combien gagne un maçon débutant à Caen"


def pairs(make, *texts):
    items = [make(id=f"a-{n}", text=text) for n, text in enumerate(texts)]
    return [(one.id, other.id) for one, other in near_pairs(items)]


def test_a_message_typed_otherwise_is_the_same(make):
    found = pairs(make, QUESTION, "A CAEN, un macon debutant : combien gagne ?", "c koi un maçon")

    assert found == [("a-0", "a-1")]


def test_what_was_said_before_counts(make):
    one = make(id="a-0", text="et la paie ?", history=["le métier de maçon"])
    other = make(id="a-1", text="et la paie ?", history=["le certificat de soudeur à l'arc"])

    assert list(near_pairs([one, other])) == []


def test_messages_without_a_latin_letter_are_told_apart(make):
    assert pairs(make, "привет всем", "你好吗") == []


def test_near_is_the_similarity_itself(make):
    text = "abcdefghijklmnopqrst"
    near, far = text[:17] + "123", text[:16] + "1234"

    assert fuzz.ratio(text, near) == NEAR
    assert pairs(make, text, near) == [("a-0", "a-1")]
    assert pairs(make, text, far) == []


def test_a_pair_is_a_leak_across_the_split_and_a_repeat_within(make):
    items = [make(id=f"b-{n}", text=f"{QUESTION} {n}") for n in range(8)]
    sides = {item.id: item.split for item in items}

    leaking = {problem.items for problem in leaks(items)}
    repeated = {problem.items for problem in twice(items)}

    assert leaking == {p for p in combinations(sides, 2) if sides[p[0]] != sides[p[1]]}
    assert repeated == {p for p in combinations(sides, 2) if sides[p[0]] == sides[p[1]]}
    assert leaking
    assert repeated


def test_kinds_tell_a_leak_from_a_repeat(make):
    items = [make(id=f"b-{n}", text=f"{QUESTION} {n}") for n in range(8)]

    assert {problem.kind for problem in leaks(items)} == {Kind.LEAK}
    assert {problem.kind for problem in twice(items)} == {Kind.TWICE}


def test_words_of_the_corpus_are_found(make):
    copied = make(text="dites-moi si le diplome se prépare, en trois ans après le bac svp")

    assert list(copies([copied], [SENTENCE])) == [Problem(kind=Kind.COPY, items=(copied.id,))]


def test_words_of_the_corpus_are_found_in_what_was_said_before(make):
    item = make(text="et alors ?", history=[SENTENCE])

    assert [problem.items for problem in copies([item], [SENTENCE])] == [(item.id,)]


def test_a_shorter_run_is_no_copy(make):
    words = SENTENCE.split()

    def found(length):
        return list(copies([make(text=" ".join(words[:length]))], [SENTENCE]))

    assert found(COPIED - 1) == []
    assert found(COPIED)


@given(st.text(min_size=1).filter(str.strip))
def test_any_message_is_near_itself(text):
    class Said:
        history = ()

        def __init__(self):
            self.text = text

    assert len(list(near_pairs([Said(), Said()]))) == 1
