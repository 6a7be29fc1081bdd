"""The page that documents samples says what is true."""

import json
import re
from pathlib import Path

import pytest

from eval.live.drift import BEFORE, FEWEST, RECENT
from eval.live.quota import DEFAULT
from eval.live.retention import KEPT
from eval.live.sample import Sample
from eval.live.score import NAMES

PAGE = (Path(__file__).parents[3] / "docs" / "evaluation-live.md").read_text(encoding="utf-8")


@pytest.fixture
def example():
    """Return the sample shown."""
    return json.loads(re.search(r"```json\n(.+?)```", PAGE, re.DOTALL)[1])


def test_the_sample_shown_is_read(read, example):
    (sample,) = read(example).samples

    assert sample.reply.outcome == "answered"


def test_every_field_and_measure_is_documented(example):
    assert example.keys() == Sample.model_fields.keys()
    assert [name for name in [*example, *NAMES] if f"`{name}`" not in PAGE] == []


@pytest.mark.parametrize(
    "told",
    [
        f"At most {DEFAULT} samples a day",
        f"kept {KEPT} days",
        f"the last {RECENT} days",
        f"against the {BEFORE} before",
        f"at least {FEWEST} values",
    ],
)
def test_a_number_of_the_page_is_that_of_the_code(told):
    assert told in PAGE
