import pytest

from assistant.question import Turn
from eval.subjects.base import SubjectError
from eval.subjects.chat import Chat
from eval.subjects.repeats import repeating
from eval.subjects.words import read_prompt


@pytest.fixture
def chat(fake, make_body):
    apec = make_body("apec", "Association pour l'emploi des cadres (Apec)", "Apec")
    made = Chat(base_url=f"{fake.url}/v1", model="org/essai:1b", key="secret", organisations=[apec])
    yield made
    made.close()


def test_the_history_is_told_as_turns_of_the_user(fake, chat):
    fake.says("Oui.")

    chat.ask(Turn(text="Et en alternance ?", history=("Bonjour", "Le BTS dure combien ?")))

    assert fake.asked[0]["messages"] == [
        {"role": "system", "content": read_prompt("chat")},
        {"role": "user", "content": "Bonjour"},
        {"role": "user", "content": "Le BTS dure combien ?"},
        {"role": "user", "content": "Et en alternance ?"},
    ]


def test_what_is_written_becomes_sentences_and_bodies_and_nothing_else_is_shown(fake, chat):
    fake.says("Deux ans.\nVoyez l'Apec. Bon courage !")

    seen = chat.ask(Turn(text="Le BTS dure combien ?"))

    observed = seen.observed
    assert [said.text for said in observed.sentences] == [
        "Deux ans.",
        "Voyez l'Apec.",
        "Bon courage !",
    ]
    assert observed.quotes == ()
    assert observed.body_ids == {"apec"}
    assert (observed.outcome, observed.completeness, observed.understood) == (None, None, None)
    assert (seen.found, seen.read, seen.dropped, seen.logged) == (None, None, None, None)


def test_a_chat_bears_the_name_of_its_model_and_tells_its_prompt(chat):
    assert chat.name == "org-essai-1b"
    assert chat.versions["model"] == "org/essai:1b"
    assert chat.versions["address"] == chat.base_url
    assert len(chat.versions["prompts"]) == 12
    assert "secret" not in repr(chat)


def test_a_chat_that_fails_could_not_be_asked(fake, chat):
    fake.gives({"choices": []})

    with pytest.raises(SubjectError, match="not the form"):
        chat.ask(Turn(text="Bonjour"))


def test_each_repeat_is_drawn_anew_and_a_run_can_be_made_again(fake):
    fake.says("Oui.")
    drawn = Chat(base_url=f"{fake.url}/v1", model="essai", temperature=0.7, seed=3)

    for repeat in range(2):
        with repeating(repeat):
            drawn.ask(Turn(text="Bonjour"))
    drawn.close()

    assert [(a["seed"], a["temperature"]) for a in fake.asked] == [(3, 0.7), (4, 0.7)]
    assert (drawn.versions["seed"], drawn.versions["temperature"]) == ("3", "0.7")
