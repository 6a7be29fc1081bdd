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
        ("les INFIRMIÈRES gagnent combien", "infirmier"),
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


@pytest.mark.parametrize("text", ["quel temps fera-t-il ?", "la maison", "programme tv", "", "🙂"])
@pytest.mark.parametrize("how", [OccupationNames.read, guessed])
def test_no_occupation_is_read_into_other_words(how, text):
    assert how(NAMES, text) == ()


def test_an_occupation_named_twice_is_found_once_under_its_longest_name():
    names = recognising(occupation("infirmier", "infirmier", "infirmière", "infirmier en soins"))
    text = "infirmier, oui, infirmier en soins"

    (read,), (meant,) = names.read(text), guessed(names, text)

    assert read == meant
    assert read.name == " ".join(terms("infirmier en soins"))


def test_a_match_tells_how_well_its_name_is_spelt():
    (right,), (wrong,) = NAMES.read("infirmier"), NAMES.read("imfirmier")

    assert 1 == right.score > wrong.score >= 0.72


def test_two_occupations_named_are_both_found_with_the_place_of_their_names():
    first, second = sorted(NAMES.read("infirmier ou aide-soignant ?"), key=lambda one: one.start)

    assert ids((first, second)) == ["infirmier", "aide-soignant"]


def test_a_name_that_is_only_vaguely_like_a_word_is_a_guess_not_a_reading():
    assert NAMES.read("infirmiaire ça paye") == ()
    assert ids(guessed(NAMES, "infirmiaire ça paye")) == ["infirmier"]


def test_a_name_too_vague_does_not_hide_the_sure_one_inside_it():
    names = recognising(
        occupation("infirmier", "infirmier", "infirmière"),
        occupation("scolaire", "infirmier scolaire", "infirmière scolaire"),
    )

    assert ids(names.read("infirmier scoltoire")) == ["infirmier"]


def test_a_name_as_it_is_spelt_comes_before_a_longer_one_only_nearly_so():
    assert ids(NAMES.read("mecanissien automobile ou maçon")) == ["macon", "mecanicien"]
    assert ids(NAMES.read("maçon ou mécanicien automobile")) == ["mecanicien", "macon"]


def test_an_occupation_with_a_sheet_comes_before_one_known_by_its_code_only():
    code, sheet = (occupation(one, "couvreur", "couvreuse") for one in (f"{CODE}1", "sheet"))

    assert ids(recognising(code, sheet).read("couvreur")) == ["sheet", f"{CODE}1"]


@pytest.mark.parametrize(
    "text",
    [
        "je veux être maçon, pas un infirmier",
        "maçon plutôt qu'infirmier",
        "maçon plutôt que d’être infirmière",
        "maçon au lieu d'infirmier",
        "maçon au lieu de l'infirmier",
        "maçon et non infirmière",
        "maçon sans être infirmier",
        "laisse tomber infirmier, maçon",
        "laissez tomber l'infirmière, plutôt maçon",
        "oublie infirmier, je pense à maçon",
        "oubliez les infirmiers : maçon",
    ],
)
def test_an_occupation_put_aside_is_not_the_one_meant(text):
    assert ids(NAMES.read(text)) == ids(guessed(NAMES, text)) == ["macon"]


def test_an_occupation_wondered_about_is_not_put_aside():
    assert ids(guessed(NAMES, "pourquoi pas infirmier")) == ["infirmier"]


@pytest.mark.parametrize("text", ["mon infirmière", "leurs infirmiers", "notre ancien maçon"])
def test_somebody_one_knows_by_their_trade_is_not_the_one_asked_about(text):
    assert NAMES.read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "mon projet : infirmière",
        "mon infirmière me pousse à devenir infirmière",
        "je ne veux pas être infirmier",
    ],
)
def test_a_trade_of_nobody_or_put_aside_alone_is_the_one_talked_about(text):
    assert ids(NAMES.read(text)) == ["infirmier"]


def test_meaning_and_some_words_point_at_an_occupation_nobody_named():
    near = {"prothesiste": 0.95, "macon": 0.82}
    names = recognising(near=near)

    (match,) = guessed(names, "celui qui fait du travail dentaire")

    assert (match.name, match.named) == ("prothésiste dentaire", False)
    assert 0.5 <= match.score <= 1


@pytest.mark.parametrize(
    ("near", "text"),
    [
        ({"prothesiste": 0.8}, "du travail dentaire"),
        ({"prothesiste": 0.88}, "celui qui fait des bridges"),
        ({"prothesiste": -1.0}, "du travail dentaire"),
    ],
)
def test_neither_far_meaning_nor_a_few_words_alone_are_enough(near, text):
    assert guessed(recognising(near=near), text) == ()


def test_an_occupation_read_needs_little_meaning_to_be_guessed_and_stays_named():
    names = recognising(near={"infirmier": 0.82})
    aside = "je ne veux pas être infirmier"

    assert names.guess(aside, ()) == ()
    assert names.guess(aside, names.read(aside)) == names.read(aside)


def test_guesses_come_likeliest_first():
    names = recognising(near={"macon": 0.85, "prothesiste": 0.99})

    assert ids(guessed(names, "maçon ou du travail dentaire")) == ["prothesiste", "macon"]


@pytest.mark.parametrize("far", ["infirmier", "macon"])
def test_meaning_that_is_far_takes_nothing_from_a_name(far):
    names = recognising(near={far: -1.0})

    assert guessed(names, "infirmier ou maçon") == guessed(NAMES, "infirmier ou maçon")


def test_only_the_few_likeliest_are_guessed():
    alike = [occupation(f"soudeur {at}", f"soudeur {at}{at}", "") for at in range(2, 8)]
    names = recognising(*alike, near={one.id: 1.0 for one in alike})

    assert len(guessed(names, "un soudeur")) == 3


@settings(deadline=None)
@given(any_text, st.dictionaries(st.sampled_from([o.id for o in OCCUPATIONS]), st.floats(-1, 1)))
def test_any_text_gives_known_occupations_once_and_a_few_guesses(text, near):
    read = NAMES.read(text)
    guesses = recognising(near=near).guess(text, read)

    assert all(m.named and 0.72 <= m.score <= 1 and m.start >= 0 for m in read)
    assert len(guesses) <= 3
    for matches in (read, guesses):
        assert len(set(ids(matches))) == len(matches)
        assert all(0 < m.score <= 1 and m.occupation in OCCUPATIONS for m in matches)


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


@pytest.mark.parametrize(
    "text",
    [
        "infirmier non, maçon",
        "infirmière j'en veux pas. maçon",
        "infirmier ça me dit rien, maçon",
        "infirmier hors de question ! maçon",
        "not a nurse... infirmier bof : maçon",
    ],
)
def test_an_occupation_refused_after_its_name_is_not_the_one_meant(text):
    assert ids(NAMES.read(text)) == ["macon"]


def test_an_occupation_only_put_aside_is_marked_so():
    (aside,) = NAMES.read("surtout pas infirmier")
    (meant,) = NAMES.read("infirmier")

    assert (aside.aside, meant.aside) == (True, False)


@pytest.mark.parametrize("in_talk", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "je suis maçon",
        "j'ai été maçon dix ans",
        "titulaire du diplôme de maçon",
        "maçonne depuis 12 ans",
        "mon mari est maçon",
        "ma soeur qui est maçonne",
        "i'm a maçon",
    ],
)
def test_what_somebody_says_they_or_their_own_are_is_read_but_not_wanted(text, in_talk):
    assert ids(NAMES.read(text)) == ["macon"]
    assert NAMES.read_wanted(text, in_talk=in_talk) == ()


def test_once_in_a_talk_a_name_must_be_better_spelt():
    vague = "mecanissier automobile"

    assert ids(NAMES.read_wanted(vague, in_talk=False)) == ["mecanicien"]
    assert NAMES.read_wanted(vague, in_talk=True) == ()
    assert ids(NAMES.read_wanted("mécanicien automobile", in_talk=True)) == ["mecanicien"]


@pytest.mark.parametrize("text", ["le pharmacien m'a dit non", "ma maçonne rh", "un maçon veut"])
def test_somebody_who_acts_is_not_the_trade_asked_about(text):
    assert NAMES.read(text) == ()
