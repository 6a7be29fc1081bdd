"""The command line as a person runs it: its own process, its own environment."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from api.schemas.reply import ChatReply
from corpus.embedding.bundled.cache import default_cache
from tests.conftest import copy_own_vectors

ROOT = Path(__file__).parents[1]
HEAVY = ("chromadb", "onnxruntime", "fastapi", "numpy", "sqlalchemy", "lxml")
HELP = f"""
import sys, spro
sys.argv = ["spro", *{{arguments!r}}, "--help"]
try:
    spro.main()
finally:
    print("loaded:", [name for name in {HEAVY!r} if name in sys.modules])
"""


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    return copy_own_vectors(tmp_path_factory.mktemp("spro") / "home")


@pytest.fixture(scope="session")
def environment(home):
    bare = {name: value for name, value in os.environ.items() if not name.startswith("SPRO_")}
    return {**bare, "SPRO_HOME": str(home), "SPRO_CACHE": str(default_cache()), "COLUMNS": "100"}


@pytest.fixture(scope="session")
def spro(environment, tmp_path_factory):
    """Runs the command line from another folder, with variables of one's own."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def run(*arguments, **variables):
        return subprocess.run(
            [sys.executable, str(ROOT / "spro.py"), *arguments],
            cwd=elsewhere,
            env={**environment, **variables},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def report(spro):
    """The report of the ingestion every later command relies on."""
    done = spro("ingest", "--local", "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("arguments", [(), ("ask",), ("ingest",), ("serve",)])
def test_help_loads_nothing_heavy(arguments):
    program = HELP.format(arguments=arguments)

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("loaded: []\n")


def test_without_the_extra_the_evaluation_says_what_to_install(tmp_path):
    program = (
        "import sys; sys.modules['scipy'] = None; import spro; "
        "sys.argv = ['spro', 'eval', 'compare', 'a', 'b']; spro.main()"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert "spro-assistant[eval]" in done.stderr


def test_help_answers_at_once(spro):
    started = time.perf_counter()

    spro("--help")

    assert time.perf_counter() - started < 3


@pytest.mark.parametrize(
    ("arguments", "french"),
    [
        (("--help",), "Assistant d'orientation du SPRO de Normandie."),
        (("--help",), "Répondre à une question dans le terminal, avec les sources."),
        (("--help",), "Construire ou rafraîchir la base de connaissances."),
        (("ask", "--help"), "La question, avec vos mots."),
        (("ingest", "--help"), "Seulement les fiches du dépôt"),
        (("serve", "--help"), "Port d'écoute."),
    ],
)
def test_help_says_in_french_what_a_command_does(spro, arguments, french):
    done = spro(*arguments)

    assert done.returncode == 0
    assert french in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("inconnu",),
        ("ask",),
        ("ask", "deux", "questions"),
        ("ask", "?", "--inconnu"),
        ("ask", "?", "--language", "de"),
        ("ingest", "trop"),
        ("serve", "--port", "http"),
    ],
)
def test_wrong_use_ends_with_2_and_is_told_on_standard_error(spro, arguments):
    done = spro(*arguments)

    assert done.returncode == 2
    assert (done.stderr or done.stdout).strip()
    assert "Traceback" not in done.stderr


def test_an_unknown_field_of_the_profile_ends_with_2_and_is_named(spro):
    done = spro("ask", "Bonjour", "--profile", "humeur=bonne")

    assert done.returncode == 2
    assert "profile.humeur" in done.stderr
    assert "situation, age," in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("arguments", [("ask", "Bonjour"), ("ingest", "--local"), ("serve",)])
def test_a_wrong_variable_ends_with_2_and_is_named(spro, arguments):
    done = spro(*arguments, SPRO_THREADS="beaucoup")

    assert done.returncode == 2
    assert "SPRO_THREADS" in done.stderr
    assert "Traceback" not in done.stderr


def test_ingestion_brings_in_what_the_repository_holds(report):
    brought = {source["id"] for source in report["sources"] if source["documents"]}

    assert report["switched"]
    assert {"spro-occupations", "spro-schemes"} <= brought


@pytest.mark.usefixtures("report")
def test_a_second_ingestion_has_nothing_new_to_bring(spro):
    done = spro("ingest", "--local")

    assert done.returncode == 0
    assert "rien de nouveau" in done.stdout


def test_an_answer_in_json_is_the_reply_of_the_contract(spro, report):
    done = spro("ask", "Comment devenir soudeuse ?", "--json", "--profile", "age=17")

    reply = ChatReply.model_validate_json(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert (reply.outcome, reply.versions.corpus) == ("answered", report["version"])
    assert reply.understood.age == 17
    assert all(sentence.citations for sentence in reply.sentences)


@pytest.mark.usefixtures("report")
def test_an_answer_is_printed_for_a_reader_even_without_a_locale(spro):
    done = spro("ask", "Comment devenir soudeuse ?", LC_ALL="C")

    assert (done.returncode, done.stderr) == (0, "")
    assert "Sources :" in done.stdout.replace("\u00a0", " ")
    assert "Onisep" in done.stdout


@pytest.mark.usefixtures("report")
def test_the_service_answers_where_it_says_and_stops_when_told(environment):
    started = subprocess.Popen(
        [sys.executable, str(ROOT / "spro.py"), "serve", "--port", "0", "--no-refresh"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    watch = threading.Timer(60, started.kill)
    watch.start()
    assert started.stdout is not None
    address = started.stdout.readline().removeprefix("L'assistant écoute sur ").split(" ")[0]
    body = json.dumps({"messages": [{"role": "user", "content": "Comment devenir soudeur ?"}]})
    request = urllib.request.Request(  # noqa: S310 - our own address
        f"{address}/v1/chat", body.encode(), {"Content-Type": "application/json"}
    )

    with urllib.request.urlopen(request) as response:  # noqa: S310 - our own address
        reply = ChatReply.model_validate_json(response.read())

    started.send_signal(signal.SIGINT)
    started.stdout.read()
    code = started.wait()
    watch.cancel()
    started.stdout.close()
    assert reply.outcome == "answered"
    assert code == 0


def test_what_is_missing_on_this_machine_never_mixes_with_an_answer(spro, report, tmp_path):
    done = spro("ask", "Bonjour", "--json", SPRO_DATA=str(tmp_path / "absente"))

    assert ChatReply.model_validate_json(done.stdout).outcome == "declined"
