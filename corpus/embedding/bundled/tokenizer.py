"""Pieces of words, as the model learned them: the likeliest way to cut each word."""

import re
import unicodedata
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from math import inf
from typing import Final

from corpus.embedding.bundled.layout import Vocabulary

LIMIT: Final = 512
"""How many tokens the model reads, with the two that frame a text."""
_START: Final = "\u2581"
"""Marks the start of a word in a piece."""
_PENALTY: Final = 10.0
"""How much worse than the worst piece an unknown character is."""
_SPACES: Final = re.compile(" {2,}")
_CACHED_WORDS: Final = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CutWord:
    """Cuts one word, with its mark, into the pieces whose scores add up highest."""

    ids: Mapping[str, int]
    scores: Sequence[float]
    unknown: int
    longest: int

    def __call__(self, word: str) -> tuple[int, ...]:
        """Return ids of pieces; a character no piece has becomes `unknown`."""
        size = len(word)
        best = [0.0, *[-inf] * size]
        came: list[tuple[int, int]] = [(0, 0)] * (size + 1)
        for start in range(size):
            for stop in range(start + 1, min(size, start + self.longest) + 1):
                piece = self.ids.get(word[start:stop], -1 if stop > start + 1 else self.unknown)
                if piece >= 0 and best[start] + self.scores[piece] > best[stop]:
                    best[stop] = best[start] + self.scores[piece]
                    came[stop] = (start, piece)
        return tuple(_walk_back(came))[::-1]


def _walk_back(came: list[tuple[int, int]]) -> Iterator[int]:
    place = len(came) - 1
    while place:
        place, piece = came[place]
        yield piece


class Tokenizer:
    """Turns a text into at most 512 ids, framed as the model expects."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._characters = vocabulary.characters
        self._begin = vocabulary.begin
        self._end = vocabulary.end
        scores = array("f", vocabulary.scores.tolist())
        scores[vocabulary.unknown] = min(scores) - _PENALTY
        ids = {piece: number for number, piece in enumerate(vocabulary.pieces)}
        # "<unk>" written in a text is five characters, not the token.
        del ids[vocabulary.pieces[vocabulary.unknown]]
        cut = CutWord(
            ids=ids, scores=scores, unknown=vocabulary.unknown, longest=max(map(len, ids))
        )
        self._cut = lru_cache(_CACHED_WORDS)(cut)

    def __call__(self, text: str) -> list[int]:
        """Return ids; the end of a text beyond the limit is left out."""
        return [self._begin, *islice(self._pieces(text), LIMIT - 2), self._end]

    def count(self, text: str) -> int:
        """Return how many tokens the whole text makes, framed."""
        return 2 + sum(1 for _ in self._pieces(text))

    def _pieces(self, text: str) -> Iterator[int]:
        for word in self._normalise(text).split(" "):
            yield from self._cut(_START + word)

    def _normalise(self, text: str) -> str:
        composed = unicodedata.normalize("NFC", text)
        known = composed.translate(self._characters)
        return _SPACES.sub(" ", known).removeprefix(" ")
