"""Every key the code decides has its sentence, in each language."""

from string import Formatter

import pytest

from assistant.composition.facts import WORDED
from assistant.reply import DeclineReason
from assistant.wording import LANGUAGES, wording

KEYS = [
    *(f"decline.{reason}" for reason in DeclineReason),
    *(f"fact.{name}" for name in WORDED),
    "crisis.opening",
    "crisis.closing",
    "notice.referred",
    "notice.judgement",
    "notice.soft",
    "notice.sources_french",
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_a_key_of_the_code_has_a_sentence(language, key):
    assert wording(language).sentences[key]


def test_both_languages_say_the_same_keys_with_the_same_values():
    french, english = (wording(language).sentences for language in LANGUAGES)

    assert french.keys() == english.keys()
    for key, sentence in french.items():
        assert _names(sentence) == _names(english[key]), key


def test_a_language_we_do_not_have_is_told_in_french():
    assert wording("xx") is not None
    assert wording("xx").sentences == wording("fr").sentences


def test_a_missing_value_is_an_error_rather_than_a_hole():
    with pytest.raises(KeyError):
        wording("fr")("fact.salary_entry", value="1")


def _names(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
