"""Occupations a message is about."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.bootstrap import terms
from assistant.understanding.occupations import OccupationNames
from corpus.model.occupation import CODE, Occupation
from tests.assistant.strange import FLOODS, any_text

CORPUS = {"program", "automobil", "quel", "temps", "maison", "soign", "dent"}


def occupation(key: str, masculine: str, feminine: str, *synonyms: str) -> Occupation:
    label = f"{masculine}, {feminine}"
    return Occupation(
        id=key, label=label, feminine=feminine, masculine=masculine, rome=(), synonyms=synonyms
    )


OCCUPATIONS = (
    occupation("infirmier", "infirmier", "infirmière", "IDE"),
    occupation("aide-soignant", "aide-soignant", "aide-soignante"),
    occupation("preparateur", "préparateur en pharmacie", "préparatrice en pharmacie"),
    occupation("pharmacien", "pharmacien", "pharmacienne"),
    occupation("mecanicien", "mécanicien automobile", "mécanicienne automobile"),
    occupation("macon", "maçon", "maçonne"),
    occupation("programmeur", "programmeur", "programmeuse"),
    occupation("prothesiste", "prothésiste dentaire", "prothésiste dentaire"),
)


def recognising(*occupations, near=None):
    """Occupations recognised by their names, and by meaning as `near` tells."""
    return OccupationNames.of(
        occupations or OCCUPATIONS, terms, CORPUS.__contains__, lambda _: near or {}
    )


def guessed(names, text):
    """What is guessed of a message once it is read."""
    return names.guess(text, names.read(text))


NAMES = recognising()


def ids(matches):
    return [match.occupation.id for match in matches]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Comment devenir infirmière ?", "infirmier"),
        ("jveu etre INFIRMIER", "infirmier"),
        ("les infirmières gagnent combien", "infirmier"),
        ("aide soignante de nuit", "aide-soignant"),
        ("préparatrice en pharmacie", "preparateur"),
        ("infirmiair ça paye", "infirmier"),
        ("imfirmiere ça paye", "infirmier"),
        ("mecanissien automobile", "mecanicien"),
        ("le métier de macon", "macon"),
    ],
)
@pytest.mark.parametrize("how", [OccupationNames.read, guessed])
def test_an_occupation_is_found_under_its_names_and_near_spellings(how, text, expected):
    (match,) = how(NAMES, text)

    assert (match.occupation.id, match.named) == (expected, True)


@pytest.mark.parametrize(
    "text", ["quel temps fera-t-il ?", "la maison est loin", "programme tv", "", "🙂"]
)
@pytest.mark.parametrize("how", [OccupationNames.read, guessed])
def test_no_occupation_is_read_into_other_words(how, text):
    assert how(NAMES, text) == ()


def test_two_occupations_named_are_both_found():
    assert sorted(ids(NAMES.read("infirmier ou aide-soignant ?"))) == ["aide-soignant", "infirmier"]


def test_an_occupation_named_twice_is_found_once_under_its_longest_name():
    names = recognising(occupation("infirmier", "infirmier", "infirmière", "infirmier en soins"))

    (read,) = names.read("infirmier, oui, infirmier en soins")
    (meant,) = guessed(names, "infirmier, oui, infirmier en soins")

    assert read == meant
    assert read.name == " ".join(terms("infirmier en soins"))


def test_a_match_tells_how_well_its_name_is_spelt():
    (right,) = NAMES.read("infirmier")
    (wrong,) = NAMES.read("imfirmier")

    assert 1 == right.score > wrong.score >= 0.72


def test_a_match_tells_the_place_of_its_name():
    places = {m.occupation.id: m.start for m in NAMES.read("infirmier ou aide-soignant ?")}

    assert places["infirmier"] < places["aide-soignant"]


def test_a_name_that_is_only_vaguely_like_a_word_is_a_guess_not_a_reading():
    vague = "infirmiaire ça paye"

    assert NAMES.read(vague) == ()
    assert ids(guessed(NAMES, vague)) == ["infirmier"]


def test_a_name_too_vague_does_not_hide_the_sure_one_inside_it():
    names = recognising(
        occupation("infirmier", "infirmier", "infirmière"),
        occupation("scolaire", "infirmier scolaire", "infirmière scolaire"),
    )

    assert ids(names.read("infirmier squolaire")) == ["infirmier"]


def test_an_occupation_with_a_sheet_comes_before_one_known_by_its_code_only():
    code = occupation(f"{CODE}1", "couvreur", "couvreuse")
    sheet = occupation("sheet", "couvreur", "couvreuse")

    assert ids(recognising(code, sheet).read("couvreur")) == ["sheet", f"{CODE}1"]


@pytest.mark.parametrize(
    "text",
    [
        "maçon et pas infirmier",
        "je veux être maçon, pas un infirmier",
        "maçon plutôt qu'infirmier",
        "maçon plutôt que d’être infirmière",
        "maçon au lieu d'infirmier",
        "maçon au lieu de l'infirmier",
        "maçon et non infirmière",
        "maçon sans être infirmier",
    ],
)
def test_an_occupation_put_aside_is_not_the_one_meant(text):
    assert ids(NAMES.read(text)) == ids(guessed(NAMES, text)) == ["macon"]


def test_an_occupation_wondered_about_is_not_put_aside():
    assert ids(guessed(NAMES, "pourquoi pas infirmier")) == ["infirmier"]


def test_an_occupation_put_aside_alone_is_still_the_one_talked_about():
    assert ids(NAMES.read("je ne veux pas être infirmier")) == ["infirmier"]


@pytest.mark.parametrize(
    "text",
    [
        "mon infirmière m'a parlé de la VAE",
        "leurs infirmiers sont gentils",
        "mon ancienne infirmière le dit",
        "d'après notre maçon",
    ],
)
def test_somebody_one_knows_by_their_trade_is_not_the_one_asked_about(text):
    assert NAMES.read(text) == ()


@pytest.mark.parametrize(
    "text", ["mon projet : infirmière", "mon infirmière me pousse à devenir infirmière"]
)
def test_a_trade_said_otherwise_is_asked_about(text):
    assert ids(NAMES.read(text)) == ["infirmier"]


def test_meaning_and_some_words_point_at_an_occupation_nobody_named():
    near = {"prothesiste": 0.95, "macon": 0.82}
    names = recognising(near=near)

    (match,) = guessed(names, "celui qui fait du travail dentaire")

    assert (match.occupation.id, match.named) == ("prothesiste", False)
    assert match.name == "prothésiste dentaire"
    assert 0.5 <= match.score <= 1


@pytest.mark.parametrize(
    ("near", "text"),
    [
        ({}, "du travail dentaire"),
        ({"prothesiste": 0.8}, "du travail dentaire"),
        ({"prothesiste": 0.88}, "celui qui fait des bridges"),
        ({"prothesiste": -1.0}, "du travail dentaire"),
    ],
)
def test_neither_far_meaning_nor_a_few_words_alone_are_enough(near, text):
    assert guessed(recognising(near=near), text) == ()


def test_guesses_come_likeliest_first():
    near = {"macon": 0.85, "prothesiste": 0.99}

    found = guessed(recognising(near=near), "maçon ou du travail dentaire")

    assert ids(found) == ["prothesiste", "macon"]


@pytest.mark.parametrize("far", ["infirmier", "macon"])
def test_meaning_that_is_far_takes_nothing_from_a_name(far):
    named = "infirmier ou maçon"

    assert guessed(recognising(near={far: -1.0}), named) == guessed(NAMES, named)


def test_only_the_few_likeliest_are_guessed():
    alike = [occupation(f"soudeur {at}", f"soudeur {at}{at}", "") for at in range(2, 8)]
    near = {one.id: 1.0 for one in alike}

    found = guessed(recognising(*alike, near=near), "un soudeur")

    assert len(found) == 3


@settings(deadline=None)
@given(any_text)
def test_any_text_gives_matches_of_known_occupations(text):
    matches = NAMES.read(text)

    assert len(set(ids(matches))) == len(matches)
    assert all(m.named and 0.72 <= m.score <= 1 and m.start >= 0 for m in matches)
    assert all(match.occupation in OCCUPATIONS for match in matches)


@settings(deadline=None)
@given(
    any_text,
    st.dictionaries(st.sampled_from([o.id for o in OCCUPATIONS]), st.floats(-1, 1)),
)
def test_any_text_and_any_meaning_give_a_few_guesses(text, near):
    matches = guessed(recognising(near=near), text)

    assert len(set(ids(matches))) == len(matches) <= 3
    assert all(0 < match.score <= 1 for match in matches)
    assert all(match.occupation in OCCUPATIONS for match in matches)


@pytest.fixture(scope="module")
def many():
    """As many names as the open registers give, nearly."""
    syllables = ("sou", "bri", "cla", "dro", "fer", "gan", "hol", "jus", "kar", "lim", "mon", "pel")
    trades = [f"{a}{b}{c}eur" for a in syllables for b in syllables for c in syllables]
    return recognising(*(occupation(one, one, one, f"agent {one}") for one in trades))


@pytest.mark.parametrize("text", FLOODS.values(), ids=FLOODS)
def test_a_flood_is_read_in_well_under_a_second(many, text):
    started = time.process_time()

    many.read(text)
    guessed(many, text)

    assert time.process_time() - started < 1
