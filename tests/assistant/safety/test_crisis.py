import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.safety.crisis import Level, Topic, alarms, help_lines, load_crisis

SENTENCES: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8")
)
ALARMS = [(topic, text) for topic, texts in SENTENCES["alarm"].items() for text in texts]
CALM = SENTENCES["calm"]["says"]


@pytest.mark.parametrize(("topic", "text"), ALARMS)
def test_a_danger_is_recognised_for_what_it_is(topic: str, text: str) -> None:
    found = alarms(load_crisis()(text))

    assert found
    assert topic == "any" or Topic(topic) in {danger.topic for danger in found}


@pytest.mark.parametrize("text", CALM)
def test_a_look_alike_raises_no_alarm(text: str) -> None:
    assert alarms(load_crisis()(text)) == ()


@pytest.mark.parametrize("text", SENTENCES["soft"]["says"])
def test_weariness_asks_for_a_gentle_word_only(text: str) -> None:
    found = load_crisis()(text)

    assert [danger.level for danger in found] == [Level.SOFT]
    assert help_lines(found) == ()


@pytest.mark.parametrize(("topic", "text"), ALARMS)
def test_a_danger_is_heard_among_other_words(topic: str, text: str) -> None:
    around = f"Bonjour, je suis vendeuse. {text}. Quel métier pour moi ?"

    assert alarms(load_crisis()(around))


def test_enough_sentences_are_tested() -> None:
    assert len(ALARMS) >= 200
    assert len(CALM) >= 180


@pytest.mark.parametrize("topic", [topic for topic in Topic if topic is not Topic.WEARINESS])
def test_every_danger_has_somebody_to_call(topic: Topic) -> None:
    text = SENTENCES["alarm"][topic][0]

    found = [danger for danger in load_crisis()(text) if danger.topic is topic]

    assert help_lines(found)


def test_the_message_of_a_bullied_pupil_gives_both_lines() -> None:
    text = "j'ai 16 ans tout le monde se moque de moi au lycée j'ai envie de mourir"

    lines = help_lines(alarms(load_crisis()(text)))

    assert lines[0] == "ligne_3114"
    assert "ligne_3018" in lines


@pytest.mark.parametrize("text", SENTENCES["harassed"]["at_work"])
def test_an_adult_harassed_at_work_is_not_sent_to_the_lines_for_the_young(text: str) -> None:
    lines = help_lines(alarms(load_crisis()(text)))

    assert {"ligne_3919", "urgence_17"} <= set(lines)
    assert not {"ligne_3018", "ligne_119"} & set(lines)


@pytest.mark.parametrize("text", SENTENCES["harassed"]["school_or_online"])
def test_harassment_at_school_or_online_keeps_its_lines(text: str) -> None:
    lines = help_lines(alarms(load_crisis()(text)))

    assert {"ligne_3018", "ligne_119"} <= set(lines)


def test_a_minor_harassed_at_work_keeps_the_lines_for_the_young() -> None:
    lines = help_lines(alarms(load_crisis()("j'ai 16 ans, apprentie, mon patron me harcèle")))

    assert {"ligne_3018", "ligne_119"} <= set(lines)


def test_invisible_characters_do_not_hide_a_danger() -> None:
    assert alarms(load_crisis()("je veux mou\u200brir"))


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text: str) -> None:
    assert isinstance(load_crisis()(text), tuple)


@pytest.mark.parametrize(
    "piece", ["je veux aider les personnes en ", "mon chef me ", "metier de ", "' ", "a"]
)
def test_a_long_message_is_read_quickly(piece: str) -> None:
    started = time.perf_counter()

    load_crisis()(piece * (6000 // len(piece)))

    assert time.perf_counter() - started < 1
