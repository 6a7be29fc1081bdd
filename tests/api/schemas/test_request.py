"""What a client may send."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from api.schemas.request import EARLIER_MESSAGES, ChatRequest
from assistant.profile import Profile


def asked(*contents, **fields):
    messages = [{"role": "user", "content": content} for content in contents]
    return ChatRequest.model_validate({"messages": messages, **fields})


def test_the_last_message_is_the_question_and_the_others_its_history():
    turn = asked("infirmier", "et en alternance ?").to_turn()

    assert (turn.text, turn.history) == ("et en alternance ?", ("infirmier",))


def test_an_absent_field_of_the_profile_is_unknown():
    assert asked("bonjour", profile={"age": 22}).to_turn().profile == Profile(age=22)


def test_the_assistants_own_messages_are_not_history():
    messages = [
        {"role": "user", "content": "infirmier"},
        {"role": "assistant", "content": "réponse"},
        {"role": "user", "content": "le salaire ?"},
    ]

    assert ChatRequest.model_validate({"messages": messages}).to_turn().history == ("infirmier",)


@pytest.mark.parametrize(
    "fields",
    [
        {"inconnu": 1},
        {"profile": {"metier": "maçon"}},
        {"profile": {"age": 121}},
        {"profile": {"age": "22"}},
        {"profile": {"situation": "pirate"}},
        {"profile": {"commune": "Caen"}},
        {"language": "de"},
    ],
)
def test_what_the_contract_does_not_name_is_refused(fields):
    with pytest.raises(ValidationError):
        asked("bonjour", **fields)


@given(st.integers(0, 60))
def test_only_the_latest_messages_are_read(earlier):
    turn = asked(*("ancien" for _ in range(earlier)), "question").to_turn()

    assert len(turn.history) == min(earlier, EARLIER_MESSAGES)
