"""An index of the names of occupations."""

import tomllib
from importlib import resources

import pytest
from hypothesis import given, settings

from assistant.bootstrap import terms
from assistant.understanding.names import NameIndex
from corpus.model.occupation import Occupation
from tests.assistant.strange import FLOODS, any_text

FILE = resources.files("assistant.understanding") / "names.toml"
LISTED = tomllib.loads(FILE.read_text(encoding="utf-8"))


def occupation(key, masculine, feminine="", *synonyms):
    feminine = feminine or masculine
    return Occupation(
        id=key,
        label=f"{masculine}, {feminine}",
        feminine=feminine,
        masculine=masculine,
        rome=(),
        synonyms=synonyms,
    )


def index(*occupations, is_word=lambda _: False):
    return NameIndex.of(occupations, terms, is_word)


NURSE = occupation("infirmier", "infirmier", "infirmière", "IDE")
SCHOOL_NURSE = occupation("scolaire", "infirmier scolaire", "infirmière scolaire")
ASSISTANT = occupation("preparateur", "préparateur en pharmacie", "préparatrice en pharmacie")
MASON = occupation("macon", "maçon", "maçonne")
NAMES = index(NURSE, SCHOOL_NURSE, ASSISTANT, MASON)


def said(text, names=NAMES, least=0.0):
    found = names.said(names.read(text), least)
    return [names.occupations[one.key][0].id for one in found]


def shared(text, names=NAMES):
    return names.shared(names.read(text))


def test_the_longest_name_is_said_and_not_the_ones_inside_it():
    assert said("infirmière scolaire") == ["scolaire"]


def test_a_name_said_again_outside_a_longer_one_is_said_too():
    assert said("infirmière scolaire ou infirmière") == ["scolaire", "infirmier"]


def test_names_said_come_longest_first_whatever_their_place():
    assert said("maçon, infirmier, préparateur en pharmacie") == [
        "preparateur",
        "macon",
        "infirmier",
    ]


def test_a_name_tells_its_place_among_the_telling_words():
    found = NAMES.said(NAMES.read("Le maçon et la préparatrice en pharmacie"))

    assert {one.key[0]: one.start for one in found} == {"preparateu": 1, "macon": 0}


@pytest.mark.parametrize("word", LISTED["spelt"])
def test_a_usual_word_is_never_taken_for_a_misspelt_name(word):
    (term,) = terms(word)
    names = index(occupation("voisin", f"{term[:-1]}x{term[-1]}"))

    assert said(word, names) == []


@pytest.mark.parametrize(
    "text", ["pharmacie préparateur", "préparateur de commandes en pharmacie", "préparateur"]
)
def test_a_name_is_said_when_its_words_follow_one_another(text):
    assert said(text) == []


def test_a_name_as_spelt_is_sure_and_a_near_spelling_less():
    right, wrong = (
        next(NAMES.said(NAMES.read(text))) for text in ("infirmier scolaire", "imfirmier scolaire")
    )

    assert right.key == wrong.key
    assert 1 == right.sure > wrong.sure > 0


def test_a_long_name_too_unsure_does_not_hide_the_sure_one_inside_it():
    unsure = "infirmier scoltoire"

    assert said(unsure) == ["scolaire"]
    assert said(unsure, least=0.72) == ["infirmier"]


def test_a_name_longer_than_any_message_would_say_is_not_said_but_shared():
    name = "conducteur engin levage montage grue chantier fluvial maritime"
    names = index(occupation("long", name))

    assert said(name, names) == []
    assert shared(name, names)["long"] > 0


def test_every_name_is_known_by_either_gender_and_by_synonyms():
    assert said("infirmière") == said("infirmier") == said("IDE") == ["infirmier"]


def test_each_gender_of_a_label_with_a_slash_is_a_name():
    names = index(occupation("rome:1", "Soudeur / Soudeuse"))

    assert said("soudeuse", names) == said("soudeur", names) == ["rome:1"]


def test_an_earlier_occupation_comes_first_under_a_shared_name():
    sheet, code = occupation("sheet", "couvreur"), occupation("rome:2", "couvreur")

    assert index(sheet, code).occupations[tuple(terms("couvreur"))] == (sheet, code)


def test_an_occupation_is_listed_once_under_names_that_say_the_same():
    names = index(occupation("a", "infirmier", "infirmière", "Infirmiers", "INFIRMIÈRES"))

    assert all([one.id for one in both] == ["a"] for both in names.occupations.values())


@pytest.mark.parametrize("word", LISTED["not_alone"])
def test_a_name_that_means_something_else_alone_is_not_said(word):
    names = index(occupation("faux", word), occupation("vrai", f"{word} soudeur"))

    assert said(word, names) == []
    assert said(f"{word} soudeur", names) == (["vrai"] if terms(word) else [])


@pytest.mark.parametrize(
    ("name", "message", "expected"),
    [
        ("AS à l'hôpital", "un hôpital", []),
        ("Agent, en hôpital", "hôpital", []),
        ("D'hôpital", "un hôpital", []),
        ("D’hôpital", "un hôpital", []),
        ("L'infirmier volant", "infirmier volant", ["essai"]),
        ("L’infirmier volant", "infirmier volant", ["essai"]),
        ("Les", "les", []),
        ("", "rien", []),
    ],
)
def test_a_name_whose_first_word_tells_nothing_is_no_name(name, message, expected):
    names = index(occupation("essai", "pilote de ligne", "", name))

    assert said(message, names) == expected


def test_the_more_of_a_name_is_said_the_higher_it_scores():
    part, whole = shared("préparateur"), shared("préparateur en pharmacie")

    assert 0 < part["preparateur"] < whole["preparateur"]


def test_a_rare_word_says_more_than_one_many_names_hold():
    names = index(
        *(occupation(f"agent {at}", f"agent {word}") for at, word in enumerate(("sncf", "poste"))),
        occupation("rare", "lapidaire sncf"),
    )

    assert shared("lapidaire", names)["rare"] > shared("agent", names)["agent 0"]


def test_a_long_name_said_almost_whole_beats_a_short_one_said_whole():
    names = index(occupation("court", "pilote"), occupation("long", "levage montage grue"))

    scores = shared("pilote, levage, montage", names)

    assert scores["long"] > scores["court"]


def test_several_spellings_of_a_word_say_it_once():
    once = shared("préparateur")
    whole = shared("préparateur en pharmacie")

    again = shared("préparateur preparateurr preparatteur prepareteur pharmacie farmacie pharmacye")

    assert once["preparateur"] < whole["preparateur"]
    assert again["preparateur"] == pytest.approx(whole["preparateur"])


def test_a_word_near_two_words_of_a_name_says_one_of_them():
    names = index(occupation("deux", "infirmier infirmerie"))

    assert 0 < shared("infirmierr", names)["deux"] < shared("infirmier", names)["deux"]


def test_a_near_spelling_says_less():
    assert 0 < shared("imfirmier")["infirmier"] < shared("infirmier")["infirmier"]


def test_an_occupation_scores_by_its_best_name():
    names = index(
        occupation("seul", "infirmier"),
        occupation("plusieurs", "infirmier", "", "infirmier de nuit à domicile"),
    )

    scores = shared("infirmier", names)

    assert scores["plusieurs"] == scores["seul"]


@pytest.mark.parametrize("text", ["", "bonjour", "la les", "🙂", "42"])
def test_what_holds_no_word_of_a_name_says_and_shares_nothing(text):
    assert said(text) == []
    assert shared(text) == {}


def test_an_index_of_nothing_reads_anything():
    nothing = index()

    assert said("infirmier", nothing) == []
    assert shared("infirmier", nothing) == {}


def whole_name_scores():
    return {one.id: max(shared(name)[one.id] for name in one.names) for one in (NURSE, MASON)}


@settings(deadline=None)
@given(any_text)
def test_any_text_is_read_and_says_no_more_of_a_name_than_the_name_itself(text):
    message = NAMES.read(text)

    scores = NAMES.shared(message)
    said_names = list(NAMES.said(message))

    assert set(message.words) == message.near.keys()
    assert all(0 < one.sure <= 1 and one.key in NAMES.occupations for one in said_names)
    assert all(score > 0 for score in scores.values())
    for id_, most in whole_name_scores().items():
        assert scores.get(id_, 0.0) <= most + 1e-9


@pytest.mark.parametrize("text", FLOODS.values(), ids=FLOODS)
def test_a_flood_asks_the_corpus_of_few_words(text):
    asked = []
    names = index(NURSE, MASON, is_word=lambda word: bool(asked.append(word)))

    names.read(text)

    assert len(asked) <= 100
