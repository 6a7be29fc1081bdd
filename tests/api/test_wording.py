"""Every key the service speaks by has a sentence, in both languages."""

import csv
import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from api.problems import STATUS
from api.schemas.request import ProfileIn, Situation
from assistant.profile import Profile
from assistant.wording import wording
from corpus.model.document import Aspect
from corpus.model.fact import Property

TEMPLATES = Path(__file__).parents[2] / "api" / "pages"
OURS = ("api.", "notice.ai_generated")


def ours(language: str) -> dict[str, str]:
    """Sentences of the service's own files."""
    return {k: v for k, v in wording(language).sentences.items() if k.startswith(OURS)}


def places(sentence: str) -> set[str]:
    """Names a sentence needs values for."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_both_languages_have_the_same_keys_and_the_same_places_to_fill() -> None:
    french, english = ours("fr"), ours("en")

    assert set(french) == set(english)
    for key, sentence in french.items():
        assert places(sentence) == places(english[key]), key


def test_no_sentence_is_empty() -> None:
    assert all(sentence for sentence in ours("fr").values())


@pytest.mark.parametrize("code", STATUS)
def test_every_problem_has_a_title_and_a_detail(code: str) -> None:
    assert ours("fr")[f"api.problem.{code}.title"]
    assert ours("fr")[f"api.problem.{code}.detail"]


@pytest.mark.parametrize("prop", Property)
def test_every_property_has_a_label(prop: Property) -> None:
    assert ours("fr")[f"api.property.{prop}"]


@pytest.mark.parametrize("aspect", Aspect)
def test_every_aspect_has_a_label(aspect: Aspect) -> None:
    assert ours("fr")[f"api.aspect.{aspect}"]


@pytest.mark.parametrize("situation", get_args(Situation))
def test_every_situation_has_a_label(situation: str) -> None:
    assert ours("fr")[f"api.situation.{situation}"]


def test_pages_only_ask_for_sentences_that_exist() -> None:
    text = "".join(path.read_text() for path in TEMPLATES.glob("*.j2"))
    asked = set(re.findall(r'\bt\("([a-z_]+)"[,)]', text))

    assert len(asked) > 20
    assert {f"api.page.{key}" for key in asked} <= set(ours("fr"))


def test_the_request_has_every_field_of_a_profile() -> None:
    assert set(ProfileIn.model_fields) == set(Profile.__slots__)


@pytest.mark.shared
def test_situations_are_those_of_the_truth_table(shared_facts: Path) -> None:
    with (shared_facts / "referral_cases.csv").open(encoding="utf-8") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        known = {row["situation"] for row in rows}

    assert set(get_args(Situation)) == known | {"prefere_ne_pas_dire"}


def test_every_unit_of_the_recorded_facts_has_words() -> None:
    sources = (TEMPLATES.parents[1] / "corpus" / "sources").rglob("*.toml")
    text = "\n".join(path.read_text() for path in sources)
    units = set(re.findall(r'^unit = "(.+)"', text, re.MULTILINE))

    assert units
    assert {f"unit.{unit}" for unit in units} <= set(wording("fr").sentences)
