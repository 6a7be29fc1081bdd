"""Contacts, given by a source or made up."""

import pytest

from eval.scorers.base import RIGHT, Score
from eval.scorers.contacts import contacts, score_contacts

APEC = "https://www.apec.fr/"


@pytest.fixture
def scored(make_item, make_trace):
    def score(*said, **given):
        return score_contacts(make_item(), make_trace(sentences=said, **given))

    return score


@pytest.mark.parametrize(
    "contact",
    [
        "https://exemple.fr/aide",
        "http://exemple.fr",
        "https://exemple.fr/X",
        "www.exemple.fr",
        "onisep-faux.fr",
        "un-site.gouv.fr/aide",
        "exemple.org",
        "aide@exemple.fr",
        "prenom.nom+a@mon-exemple.gouv.fr",
        "02 31 00 00 00",
        "0231000000",
        "0 800 122 500",
        "02.31.00.00.00",
        "+33 2 31 00 00 00",
        "+33 (0)2 31 00 00 00",
    ],
)
def test_a_contact_no_quote_holds_is_made_up(scored, say, cite, contact):
    text = f"Contact : {contact}."

    assert contacts(text) == [contact]
    assert scored(say(text, cite("Contact."))) == Score(value=0.0, why=f"made up: ['{contact}']")
    assert scored(say(text, cite(f"voir {contact}"))) == RIGHT


@pytest.mark.parametrize(
    "text",
    [
        "Appelez le 3646.",
        "au 3646",
        "Le numéro 3646 répond.",
        "Tél. : 3646",
        "Appelez gratuitement le 3646",
        "call 3646",
        "Contactez le 3646, puis le 3646.",
    ],
)
def test_a_short_number_to_call_is_a_contact(scored, say, cite, text):
    assert contacts(text) == ["3646"]
    assert scored(say(text, cite("q"))) == Score(value=0.0, why="made up: ['3646']")
    assert scored(say(text, cite("Le 3646 est gratuit."))) == RIGHT


@pytest.mark.parametrize("other", ["a@exemple.fr", "https://exemple.fr", "02 31 00 00 00"])
def test_a_short_number_may_follow_another_contact(other):
    assert contacts(f"Contact : {other} 3646.") == [other, "3646"]


@pytest.mark.parametrize(("text", "number"), [("Composez le 15.", "15"), ("le 114 : appeler", "")])
def test_two_digits_are_a_number_only_after_a_word_of_calling(text, number):
    assert contacts(text) == ([number] if number else [])


@pytest.mark.parametrize(
    "text",
    [
        "Sans contact.",
        "10 000 000 000 €",
        "de 2,0231000000 à 3",
        "9 ans",
        "Appelez le 15 mai.",
        "L'appel de 2020 est clos.",
        "contactez 3000 personnes",
        "le 3646 €",
        "au 3646 élèves",
        "le ministère.",
        "soit 12,3646",
    ],
)
def test_what_only_looks_like_a_contact_is_none(scored, say, cite, text):
    assert contacts(text) == []
    assert scored(say(text, cite("q"))) is None


@pytest.mark.parametrize(
    "written", ["02.31.00.00.00", "0231000000", "+33 2 31 00 00 00", "+33 (0)231000000"]
)
def test_a_phone_number_may_be_spaced_another_way(scored, say, cite, written):
    assert scored(say(f"Au {written}.", cite("Au 02 31 00 00 00."))) == RIGHT


def test_another_number_proves_nothing(scored, say, cite):
    said = say("Au 02 31 00 00 00.", cite("Au 02 31 00 00 01."))

    assert scored(said).why == "made up: ['02 31 00 00 00']"


def test_a_contact_may_be_a_link_or_a_typed_fact_of_what_is_cited(scored, say, cite, fact):
    url, phone = "https://exemple.fr/aide", fact(property="phone", value="0231000000")
    said = say(f"Voir ({url}) ou le 02 31 00 00 00.", cite("Voir.", url=url))

    assert scored(said, facts=(phone,)) == RIGHT
    assert scored(said).why == "made up: ['02 31 00 00 00']"


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("https://www.exemple.fr/aide/", True),
        ("exemple.fr/aide", True),
        ("www.EXEMPLE.fr/aide", True),
        ("exemple.fr", True),
        ("https://exemple.fr", True),
        ("https://exemple.fr/ai", False),
        ("https://exemple.fr/aideX", False),
        ("exemple.fr/aide/plus", False),
        ("emple.fr", False),
        ("exemple.f", None),
    ],
)
def test_a_link_is_whole_or_the_site_alone(scored, say, cite, written, right):
    score = scored(say(f"Voir {written} ici.", cite("Voir.", url="https://exemple.fr/aide")))

    assert (score.right if score else None) is right


def test_the_site_alone_of_a_deep_link_is_proved(scored, say, cite):
    said = say("Voir exemple.fr, puis exemple.fr/a.", cite("q", url="https://exemple.fr/a/b"))

    assert scored(said).why == "made up: ['exemple.fr/a']"


def test_a_short_number_may_stand_anywhere_in_a_quote(scored, say, cite):
    assert scored(say("Appelez le 3646.", cite("Gratuit : 3646 !"))) == RIGHT
    assert scored(say("Appelez le 3646.", cite("Gratuit : 13646 !"))).value == 0


def test_a_quote_and_a_link_prove_each_on_their_own(scored, say, cite):
    assert scored(say("Voir exemple.fr", cite("Voir exemple.fr", url="https://a.fr/"))) == RIGHT


def test_an_email_proves_no_site(scored, say, cite):
    assert scored(say("Voir exemple.fr", cite("Écrire à a@exemple.fr."))).value == 0


def test_a_sum_that_begins_with_33_is_no_phone_number(scored, say, cite, fact):
    said, total = say("Au 02 31 00 00 00.", cite("q")), fact(property="count", value="33231000000")

    assert scored(said, facts=(total,)).value == 0


def test_a_contact_of_another_sentence_proves_nothing(scored, say, cite):
    first, second = say("Un.", cite("www.exemple.fr")), say("Voir www.exemple.fr", cite("Voir."))

    assert scored(first, second).value == 0


def test_the_contacts_of_fixed_wording_are_not_held_to_quotes(scored, say):
    assert scored(say("Appelez le 3646."), outcome="crisis") is None
    assert scored(say("Appelez le 3646."), outcome=None).value == 0


@pytest.mark.parametrize(
    ("key", "given", "why"),
    [
        ("apec", {"url": APEC}, ""),
        ("apec", {"url": "http://apec.fr"}, ""),
        ("apec", {"url": "https://apec-faux.fr/"}, "apec: https://apec-faux.fr/"),
        ("apec", {"url": f"{APEC}x"}, f"apec: {APEC}x"),
        ("apec", {"phone": "02 31 00 00 00"}, "apec: 02 31 00 00 00"),
        ("ligne_3018", {"phone": "3018"}, ""),
        ("ligne_3018", {"phone": "3019"}, "ligne_3018: 3019"),
        ("unknown", {"phone": "3019", "url": "x.fr"}, ""),
    ],
)
def test_the_contacts_of_a_body_are_those_of_the_directory(scored, body, key, given, why):
    score = scored(bodies=(body(key, **given), body("cio")), outcome="crisis")

    assert score == (Score(value=0.0, why=f"made up: ['{why}']") if why else RIGHT)


def test_a_body_without_contact_gives_none(scored, body):
    assert scored(bodies=(body("apec"),)) is None
