import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.safety.injection import load_injection

SENTENCES: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8")
)["injection"]


@pytest.mark.parametrize("text", SENTENCES["orders"])
def test_an_order_to_the_assistant_is_recognised(text: str) -> None:
    assert load_injection()(text)


@pytest.mark.parametrize("text", SENTENCES["questions"])
def test_a_question_that_uses_the_same_words_is_left_alone(text: str) -> None:
    assert not load_injection()(text)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text: str) -> None:
    assert load_injection()(text) in {True, False}
