import pytest

from eval.subjects.chat_model import Completion, Message, ModelError

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
