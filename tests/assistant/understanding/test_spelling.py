"""Words as typed, brought near to those of a vocabulary."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from assistant.understanding.sounds import sound
from assistant.understanding.spelling import Spelling

HEARD, UNSEEN = 90, 4
VOCABULARY = ("boulanger", "infirmier", "infirmerie", "mecanicien", "meca", "btp", "macon")
CORPUS = {"boulangerie", "mission"}


def spelling(*vocabulary, is_word=CORPUS.__contains__):
    return Spelling(vocabulary={word: word for word in vocabulary}, is_word=is_word)


SPELLING = spelling(*VOCABULARY)


def near(word):
    return SPELLING.near([word])[word]


@pytest.mark.parametrize("word", VOCABULARY)
def test_a_known_word_stands_for_itself_only_and_surely(word):
    assert near(word) == {word: 1.0}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("infirmié", "infirmier"),
        ("imfirmier", "infirmier"),
        ("mecanissien", "mecanicien"),
        ("boulenger", "boulanger"),
        ("massson", None),
    ],
)
def test_a_misspelt_word_stands_first_for_the_nearest_one(typed, meant):
    assert next(iter(near(typed)), None) == meant


def test_a_misspelt_word_is_less_sure_than_a_known_one_and_the_nearer_the_surer():
    found = near("infirmierr")

    assert list(found) == ["infirmier", "infirmerie"]
    assert 1 > found["infirmier"] > found["infirmerie"] > 0


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("boulangerie", "it is a word of the corpus"),
        ("mec", "it is short"),
        ("mec1nicien", "it holds a number"),
        ("mécanicien-auto", "it is no word"),
        ("", "it is nothing"),
        ("🙂🙂🙂🙂", "it is no word"),
        ("hippopotame", "it is near nothing"),
    ],
)
def test_what_may_be_another_word_is_never_corrected(typed, why):
    assert near(typed) == {}, why


def test_at_most_a_few_words_are_proposed():
    alike = [f"soudeu{letter}" for letter in "abcdefgh"]

    assert len(spelling(*alike).near(["soudeur"])["soudeur"]) == 4


def test_equally_near_words_keep_the_order_of_the_vocabulary():
    assert list(spelling("soudeua", "soudeub").near(["soudeur"])["soudeur"]) == [
        "soudeua",
        "soudeub",
    ]


def test_each_word_is_read_once_in_the_order_said():
    assert list(SPELLING.near(["macon", "oui", "macon", "boulenger"])) == [
        "macon",
        "oui",
        "boulenger",
    ]


def test_an_empty_vocabulary_corrects_nothing():
    assert spelling().near(["infirmier"]) == {"infirmier": {}}


def test_the_corpus_is_asked_of_words_near_another_only():
    asked = []

    spelling(*VOCABULARY, is_word=lambda word: bool(asked.append(word))).near(
        ["infirmier", "hippopotame", "mecanissien", "oui"]
    )

    assert asked == ["mecanissien"]


def test_a_flood_of_words_asks_little_of_the_corpus_and_leaves_known_ones_known():
    flood = [f"infirmie{a}{b}" for a in "abcdefghijklmnopqrst" for b in "abcdefghijklmnopqrst"]
    asked = []

    found = spelling(*VOCABULARY, is_word=lambda word: bool(asked.append(word))).near(
        [*flood, "macon"]
    )

    assert 0 < len(asked) <= 100
    assert found["macon"] == {"macon": 1.0}
    assert found.keys() == {*flood, "macon"}


alike = st.text(alphabet="ab", max_size=9)


@settings(deadline=None)
@given(
    st.lists(alike, max_size=8),
    st.lists(st.one_of(alike, st.text(max_size=8)), max_size=12),
)
def test_whatever_is_said_each_word_is_explained_by_known_ones_near_it(vocabulary, said):
    found = spelling(*vocabulary).near(said)

    assert found.keys() == set(said)
    for word, others in found.items():
        assert set(others) <= set(vocabulary)
        assert list(others.values()) == sorted(others.values(), reverse=True)
        for other, sure in others.items():
            spelt, heard = fuzz.ratio(word, other), fuzz.ratio(sound(word), sound(other))
            near = max(spelt, heard - UNSEEN if heard >= HEARD else 0)
            assert sure == pytest.approx((near / 100) ** 2, abs=1e-6)
