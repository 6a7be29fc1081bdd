import pytest

from eval.scripts.played import played
from eval.subjects.chat_model import Completion, Message, ModelError
from eval.subjects.repeats import repeating
from eval.trace.observed import Observed

ASKED = (Message(role="system", content="Soyez bref."), Message(role="user", content="Bonjour"))


def test_messages_are_sent_with_what_makes_a_reply_come_again(fake, make_model):
    fake.says(" Bonjour. ", prompt_tokens=12, completion_tokens=3, total_tokens=15)

    said = make_model(longest=50, stop=("\n\n",)).complete(ASKED, seed=7)

    assert said == Completion(text="Bonjour.", read=12, written=3)
    assert fake.paths == ["/v1/chat/completions"]
    assert fake.asked[0] == {
        "model": "essai",
        "messages": [
            {"role": "system", "content": "Soyez bref."},
            {"role": "user", "content": "Bonjour"},
        ],
        "temperature": 0.0,
        "seed": 7,
        "max_tokens": 50,
        "stop": ["\n\n"],
    }


def test_a_reply_that_counts_no_tokens_is_a_reply(fake, make_model):
    fake.says("Bonjour.")

    assert make_model().complete(ASKED) == Completion(text="Bonjour.")


@pytest.mark.parametrize(
    "body",
    [
        b"{pas du json",
        b"[]",
        b'"bonjour"',
        b"{}",
        b'{"choices": []}',
        b'{"choices": [{"message": {"content": null}}]}',
        b'{"choices": [{"message": {"content": " "}}]}',
        b'{"choices": [{"message": {"content": ["a"]}}]}',
        b'{"choices": [{}]}',
        b'{"choices": [null]}',
    ],
)
def test_a_reply_in_another_form_is_an_error_that_names_the_model(fake, make_model, body):
    fake.gives(body)

    with pytest.raises(ModelError, match="essai"):
        make_model().complete(ASKED)


def test_a_server_that_fails_is_asked_once_more(fake, make_model):
    fake.gives(b"{}", status=500)
    fake.says("Bonjour.")

    assert make_model().complete(ASKED).text == "Bonjour."


def test_a_server_that_keeps_failing_is_an_error(fake, make_model):
    fake.gives(b"{}", status=500)

    with pytest.raises(ModelError, match="InternalServerError"):
        make_model().complete(ASKED)

    assert len(fake.asked) == 2


def test_a_server_that_does_not_answer_is_an_error(fake, make_model):
    fake.gives(hangs=True)

    with pytest.raises(ModelError, match="APITimeoutError"):
        make_model(timeout=0.1).complete(ASKED)


def test_the_key_is_not_told_when_a_model_is_written(make_model):
    assert "secret" not in repr(make_model(key="secret"))


def test_one_message_is_written_to(fake, make_model):
    fake.says("Bonjour.")

    assert make_model().write("Dites bonjour.") == "Bonjour."
    assert fake.asked[0]["messages"] == [{"role": "user", "content": "Dites bonjour."}]


def test_each_repeat_has_its_seed_and_a_call_may_have_its_own(fake, make_model):
    fake.says("Bonjour.")
    model = make_model(seed=40)

    model.complete(ASKED)
    with repeating(2):
        model.complete(ASKED)
        model.complete(ASKED, seed=7)
    model.complete(ASKED)

    assert [asked["seed"] for asked in fake.asked] == [40, 42, 7, 40]


def test_what_a_reply_depends_on_is_told_without_what_lets_anybody_in(make_model):
    model = make_model(
        base_url="http://moi:secret@127.0.0.1:9/v1?key=secret",
        key="secret",
        temperature=0.3,
        seed=4,
        longest=50,
        stop=("fin",),
    )

    assert model.address == "essai@http://127.0.0.1:9/v1"
    assert model.settings == {
        "model": "essai",
        "address": "http://127.0.0.1:9/v1",
        "temperature": "0.3",
        "longest": "50",
        "stop": "['fin']",
    }
    assert model.versions == {
        "model": "essai",
        "address": "http://127.0.0.1:9/v1",
        "temperature": "0.3",
        "seed": "4",
    }


@pytest.fixture
def second_message(fake, make_model, make_item):
    """Return what a person played by the model sends after a first reply."""
    goal = {"bodies_any": ["apec"]}
    item = make_item(truth={}, refuses=[], then=["et la paye ?"], goal=goal)
    talk = played(make_model())(item)
    next(talk)
    return lambda: talk.send(Observed(outcome="answered"))


def test_a_model_plays_a_person(fake, second_message):
    fake.says("et combien ?")

    put = second_message()

    assert (put.turn.text, put.label) == ("et combien ?", "message 2")
    assert "Vous : bonjour" in fake.asked[0]["messages"][0]["content"]
    assert (fake.asked[0]["temperature"], fake.asked[0]["seed"]) == (0.0, 0)


@pytest.mark.parametrize("given", [{"status": 500}, {"status": 200}, {"drops": True}])
def test_the_scripted_person_speaks_when_the_model_does_not(fake, second_message, given):
    fake.gives(b"{}", **given)

    put = second_message()

    assert (put.turn.text, put.label) == ("et la paye ?", "message 2, scripted")
