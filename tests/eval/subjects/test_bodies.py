from pathlib import Path

import pytest

from eval.subjects.bodies import bodies_named
from eval.trace.observed import NamedBody
from ingest.collect import collect
from ingest.progress import Silent
from ingest.settings import IngestSettings

SOURCES = Path(__file__).parents[3] / "corpus" / "sources"


@pytest.fixture(scope="module")
def directory(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    content, _ = collect(IngestSettings(home=home, sources=(SOURCES,), only_local=True), Silent())
    return content.organisations


@pytest.fixture
def named(directory):
    return lambda text: [body.organisation for body in bodies_named(text, directory)]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Voyez l'Apec.", ["apec"]),
        ("voyez l’association pour l'emploi des cadres", ["apec"]),
        ("Prenez rendez-vous au CIO ou avec France Travail", ["cio", "france_travail"]),
        ("les missions locales vous reçoivent", ["mission_locale"]),
        ("allez à la MISSION LOCALE de Caen", ["mission_locale"]),
        ("Le Département peut aider", ["conseil_departemental"]),
        ("Pôle emploi s'appelle France Travail", ["france_travail"]),
        ("appelez le 3114", ["ligne_3114"]),
        ("le 3919 écoute", ["ligne_3919"]),
        ("Appelez le 15 ou le 112.", ["urgence_15", "urgence_112"]),
        ("composez le 119", ["ligne_119"]),
        ("appelez le 17, c'est urgent", ["urgence_17"]),
    ],
)
def test_bodies_named_are_found_in_the_order_of_first_mention(named, text, bodies):
    assert named(text) == bodies


@pytest.mark.parametrize(
    "text",
    [
        "",
        "dans votre département",
        "dans la région, le cio",
        "j'ai 17 ans",
        "dès le 15 mars",
        "le 112 rue de Caen",
        "15",
        "Il y en a 18.",
        "Pompiers, un beau métier",
        "devenir sapeur-pompier",
    ],
)
def test_everyday_words_and_figures_name_nobody(named, text):
    assert named(text) == []


def test_the_longest_name_wins_and_each_body_is_named_once(make_body):
    cap, cheops = make_body("cap", "Cap emploi"), make_body("cheops", "Réseau des Cap emploi")

    named = bodies_named("Le réseau des Cap emploi, le Réseau des Cap emploi.", [cap, cheops])

    assert named == (NamedBody(organisation="cheops", name="Réseau des Cap emploi", kind="cep"),)


def test_the_acronym_in_brackets_and_the_name_without_it_are_names(make_body):
    body = make_body("mdph", "Maison du handicap (MDPH)", "Maison", "mdph-caen")

    assert bodies_named("La MDPH", [body])
    assert bodies_named("La maison du handicap", [body])
    assert not bodies_named("une mdph", [body])


def test_words_in_brackets_that_are_no_acronym_are_no_name(make_body):
    assert not bodies_named("Le Réseau", [make_body("x", "Corps (Réseau)")])


def test_other_names_count_from_two_words_without_an_article(make_body):
    body = make_body("x", "Corps d'essai", "", "Unique", "la région", "deux mots")

    assert not bodies_named("Unique. La Région.", [body])
    assert bodies_named("deux mots", [body])


def test_two_bodies_of_one_name_are_both_named(make_body):
    bodies = [make_body("a", "Espace Jeunes"), make_body("b", "Espace Jeunes")]

    assert [body.organisation for body in bodies_named("Espace jeune", bodies)] == ["a", "b"]


def test_a_name_without_a_word_is_no_name(make_body):
    assert bodies_named("… Bonjour", [make_body("x", "Corps", "…", "")]) == ()
