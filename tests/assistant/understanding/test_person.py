import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.profile import Need, Profile
from assistant.understanding.person import read_person

MESSAGES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "person_messages.toml").read_text(encoding="utf-8")
)["message"]


@pytest.mark.parametrize("message", MESSAGES, ids=[m["text"] for m in MESSAGES])
def test_a_message_states_exactly_what_it_says(message: dict[str, Any]) -> None:
    reading = read_person(message["text"])

    assert reading.profile == Profile(**message["profile"])
    assert reading.needs == tuple(Need(need) for need in message["needs"])
    assert reading.about == message.get("about", "self")


def test_enough_messages_are_tested() -> None:
    assert len(MESSAGES) >= 80


@pytest.mark.parametrize("message", MESSAGES, ids=[m["text"] for m in MESSAGES])
def test_capitals_and_missing_accents_change_nothing(message: dict[str, Any]) -> None:
    shouted = message["text"].upper().replace("É", "E").replace("È", "E").replace("Ê", "E")

    assert read_person(shouted) == read_person(message["text"])


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text: str) -> None:
    reading = read_person(text)

    assert reading.about in {"self", "child", "other"}


@settings(deadline=None)
@given(st.integers(min_value=6, max_value=99))
def test_a_stated_age_is_the_one_read(age: int) -> None:
    assert read_person(f"Bonjour, j'ai {age} ans").profile.age == age


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=60), st.sampled_from(["depuis", "pendant", "dans"]))
def test_a_duration_is_not_an_age(years: int, word: str) -> None:
    assert read_person(f"je travaille {word} {years} ans").profile.age is None


@settings(deadline=None)
@given(st.sampled_from(MESSAGES))
def test_the_danger_need_is_left_to_the_crisis_step(message: dict[str, Any]) -> None:
    assert Need.DANGER not in read_person(message["text"]).needs


@pytest.mark.parametrize(
    "piece",
    [
        "je veux demissionner ",
        "je suis vendeuse a la ",
        "mon fils de 14 ans ",
        "j'ai 22 ans ",
        "' ",
        "a",
    ],
)
def test_a_long_message_is_read_quickly(piece: str) -> None:
    started = time.perf_counter()

    read_person(piece * (6000 // len(piece)))

    assert time.perf_counter() - started < 1
