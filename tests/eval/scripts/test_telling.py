"""What is told to who plays a person."""

import re
from dataclasses import replace

import pytest

from assistant.settings import Settings
from corpus.model.fact import Property
from eval.data.datasets import load
from eval.data.known import read_corpus
from eval.scripts.converse import Person
from eval.scripts.telling import LEAVES, prompt_of, prompt_version
from eval.trace.observed import AskedBack, Choice, NamedBody, Observed, Said

DIALOGUES = load("dialogues")
TRUTH = {"situation": "lyceen", "age": 16, "employed": False, "commune": "14118"}


@pytest.fixture
def told(person):
    """Return the prompt of a person who sent these messages and got these replies."""

    def tell(*messages, replies=(), **given):
        held = Person.of(person(**given))
        held.replies.extend(replies)
        return prompt_of(held, messages or ("bonjour",))

    return tell


def test_a_person_is_told_in_french_words(told):
    prompt = told(truth=TRUTH, refuses=["age"], note="Lycéenne posée.", then=["et ?", "et là ?"])

    assert "Qui vous êtes : Lycéenne posée.\n" in prompt
    assert "vrai de vous : situation : au lycée ; en emploi : non ; lieu : Caen\n" in prompt
    assert "pas dire de vous : âge\n" in prompt
    assert "dans vos mots : et ? / et là ?\n" in prompt


def test_what_is_empty_says_so(told):
    prompt = told(then=[])

    assert prompt.count(": rien de particulier\n") == 4


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ({"bodies_all": ["apec"]}, "savoir à qui vous adresser"),
        ({"bodies_any": ["apec"]}, "savoir à qui vous adresser"),
        ({"sheets_any": ["scheme:cpf"]}, "des explications sur ce que vous demandez"),
        (
            {"facts_any": [{"property": p, "value": "9"} for p in ("rate", "amount", "rate")]},
            "une réponse précise (taux, montant)",
        ),
        ({"never": ["apec"]}, "rien de particulier"),
    ],
)
def test_a_goal_is_told_by_its_kind_alone(told, goal, words):
    assert f"Ce que vous voulez obtenir : {words}\n" in told(goal=goal)


def test_the_conversation_is_told_as_it_was_read(told):
    apec = NamedBody(organisation="apec", name="Apec", reason="Vous êtes cadre.")
    asked = AskedBack(question="Cadre ?", options=(Choice(label="oui"), Choice(label="non")))
    reply = Observed(
        outcome="clarify", sentences=(Said(text="Voici."),), bodies=(apec,), asked=asked
    )

    prompt = told("avant", "bonjour", replies=[reply])

    assert (
        "Vous : avant\nVous : bonjour\nService : Voici.\nCadre ?\n"
        "– Apec : Vous êtes cadre.\nRéponses proposées : oui / non\n"
    ) in prompt


@pytest.mark.parametrize(("language", "word"), [("fr", "français"), ("en", "anglais")])
def test_the_language_to_write_in_is_told(told, language, word):
    assert f"prochain message, en {word}," in told(language=language)


def test_how_to_leave_is_told(told):
    assert f"écrivez seulement : {LEAVES}\n" in told()
    assert re.fullmatch(r"[0-9a-f]{12}", prompt_version())


@pytest.fixture(scope="module")
def bodies():
    """The short names of bodies, by id."""
    return read_corpus(Settings().sources).bodies


@pytest.mark.parametrize("item", DIALOGUES, ids=lambda item: item.id)
def test_what_a_right_reply_holds_is_never_told(item, bodies):
    goal = item.expected["goal"]
    secret = replace(item, expected={**item.expected, "then": []})

    prompt = prompt_of(Person.of(secret), ("bonjour",))

    due = [*goal.get("bodies_any", ()), *goal.get("bodies_all", ())]
    ids = [*goal.get("sheets_any", ()), *(one for one in due if "_" in one)]
    assert [one for one in (*ids, *(bodies[key] for key in due)) if one in prompt] == []
    assert "_" not in prompt


def test_every_kind_of_fact_and_every_place_has_its_word(told):
    facts = [{"property": one.value, "value": "9"} for one in Property]
    places = {item.expected["truth"]["commune"] for item in DIALOGUES}

    assert "_" not in told(goal={"facts_any": facts})
    assert all(place not in told(truth={"commune": place}) for place in places)
