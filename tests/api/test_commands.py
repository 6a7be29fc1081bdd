"""`spro ask` and `spro serve`: what is read, what is refused, what runs beside."""

import socket

import pytest

from api.commands import _profile, _request, ask, serve
from api.schemas.reply import ChatReply
from assistant.profile import Profile
from assistant.settings import ROOT
from corpus.embedding.hashing import HashingEmbedder
from corpus.store.versions import Versions
from ingest.pipeline import ingest
from ingest.settings import IngestSettings
from tests.conftest import copy_own_home, copy_own_vectors

pytestmark = pytest.mark.usefixtures("environment")

SOURCES = ROOT / "corpus" / "sources"


def build(home, embedder):
    """Build a knowledge base of our own records."""
    ingest(IngestSettings(home=home, sources=(SOURCES,), only_local=True), embedder)
    return home


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """A home where our records were brought in for the embedder of the service."""
    return copy_own_home(tmp_path_factory.mktemp("built"))


@pytest.fixture
def at_home(environment, built):
    environment.setenv("SPRO_HOME", str(built))


def read(profile):
    return _request("?", profile, "fr").to_turn().profile


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        ("", Profile()),
        ("   ", Profile()),
        (
            "situation=salarie commune=76351",
            Profile(situation="salarie_prive", commune="76351"),
        ),
        ("situation=lyceen  age=17", Profile(situation="lyceen", age=17)),
        ("employed=oui job_seeking=non", Profile(employed=True, job_seeking=False)),
        ("employed=NO job_seeking=Yes", Profile(employed=False, job_seeking=True)),
        ("executive=oui disability=non", Profile(executive="oui", disability="non")),
        ("commune=2A004", Profile(commune="2A004")),
        ("age=0", Profile(age=0)),
    ],
)
def test_a_profile_is_read_in_the_types_of_its_fields(text, profile):
    assert read(text) == profile


@pytest.mark.parametrize("text", ["age=", "age", "age=²", "age=dix", "age=-3", "age=121"])
def test_an_age_that_is_none_is_refused(text):
    with pytest.raises(ValueError, match=r"age"):
        read(text)


def test_a_value_may_hold_an_equals_sign():
    assert _profile("sector=a=b") == {"sector": "a=b"}


def test_the_last_of_two_values_wins():
    assert read("age=17 age=18").age == 18


@pytest.mark.parametrize(
    ("profile", "told"),
    [
        ("truc=3", "profile.truc : ce champ n'existe pas"),
        ("salarie", "profile.salarie : ce champ n'existe pas"),
        ("situation=marsien", "profile.situation : valeur hors de la liste"),
        ("age=²", "profile.age : nombre entier attendu"),
        ("age=" + "9" * 5000, "profile.age : nombre entier attendu"),
        ("employed=parfois", "profile.employed : "),
        ("commune=Rouen", "profile.commune : code INSEE ou code postal"),
    ],
)
def test_a_wrong_profile_ends_with_2_and_names_the_field(capsys, profile, told):
    code = ask("?", profile=profile, language="fr", as_json=False)

    error = capsys.readouterr().err
    assert code == 2
    assert told in error
    assert "Champs du profil : situation, age," in error


@pytest.mark.parametrize("question", ["a\0b", "a\ud800b"])
def test_a_question_that_is_no_text_ends_with_2(capsys, question):
    code = ask(question, profile="", language="fr", as_json=False)

    error = capsys.readouterr().err
    assert code == 2
    assert "messages.0.content" in error
    assert "Champs du profil" not in error


def test_a_language_we_do_not_have_ends_with_2(capsys):
    assert ask("?", profile="", language="de", as_json=False) == 2
    assert "language : valeur hors de la liste admise (fr, en)" in capsys.readouterr().err


@pytest.mark.usefixtures("at_home")
def test_an_answer_is_printed_with_its_sources(capsys):
    code = ask("Comment devenir infirmière ?", profile="", language="fr", as_json=False)

    said = capsys.readouterr()
    assert code == 0
    assert "diplôme d'État d'infirmier" in said.out
    assert "Onisep" in said.out
    assert said.err == ""


@pytest.mark.usefixtures("at_home")
def test_an_answer_in_json_is_the_reply_of_the_contract(capsys):
    code = ask("Bonjour", profile="situation=salarie", language="en", as_json=True)

    reply = ChatReply.model_validate_json(capsys.readouterr().out)
    assert code == 0
    assert reply.outcome == "declined"
    assert reply.understood.situation == "salarie_prive"
    assert reply.sentences[0].text.startswith("I am an automatic assistant")


def test_an_index_of_another_embedder_ends_with_1_and_says_what_to_do(capsys, tmp_path):
    build(tmp_path / "home", HashingEmbedder())

    code = ask("Bonjour", profile="", language="fr", as_json=False)

    assert code == 1
    assert "relancer l'ingestion" in capsys.readouterr().err


def test_without_any_version_the_first_one_is_built_before_answering(capfd, tmp_path):
    copy_own_vectors(tmp_path / "home")

    code = ask("Bonjour", profile="", language="fr", as_json=False)

    said = capfd.readouterr()
    assert code == 0
    assert "Première construction de la base de connaissances" in said.err
    assert "Je suis un assistant automatique" in said.out
    assert "mise en service" not in said.out
    assert Versions(tmp_path / "home").current() is not None


def test_a_first_version_that_cannot_be_built_ends_the_command(environment, tmp_path, capfd):
    (tmp_path / "cache").write_text("un fichier à la place du dossier", encoding="utf-8")
    environment.setenv("SPRO_CACHE", str(tmp_path / "cache"))

    code = ask("Bonjour", profile="", language="fr", as_json=False)

    said = capfd.readouterr()
    assert (code, said.out) == (1, "")
    assert "Ingestion impossible" in said.err


COMMANDS = [
    pytest.param(lambda: ask("?", profile="", language="fr", as_json=False), id="ask"),
    pytest.param(lambda: serve(port=0, refresh=False), id="serve"),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_home_that_is_no_folder_is_named(tmp_path, capsys, command):
    (tmp_path / "home").write_text("un fichier à la place du dossier", encoding="utf-8")

    assert command() == 1
    assert str(tmp_path / "home") in capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS)
def test_an_unreadable_pointer_is_told(tmp_path, capsys, command):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "current").write_text("../ailleurs", encoding="utf-8")

    assert command() == 1
    assert "pointeur illisible" in capsys.readouterr().err


@pytest.mark.usefixtures("at_home")
def test_a_service_is_not_exposed_with_the_settings_of_a_demonstration(environment, capsys):
    environment.setenv("SPRO_ENV", "production")

    code = serve(port=None, refresh=False)

    assert code == 1
    assert capsys.readouterr().err.strip()


@pytest.mark.usefixtures("at_home")
def test_a_taken_port_ends_the_service_and_its_refresh(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        code = serve(port=port, refresh=False)

    assert code == 1
    assert f"Le port {port} est déjà pris" in capsys.readouterr().err
