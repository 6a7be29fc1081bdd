"""Words as typed, brought near to those of a vocabulary: faults, phonetic spellings."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from rapidfuzz import fuzz, process

from assistant.understanding.sounds import sound

_NEAR: Final = 78.0
"""Similarity (0 to 100) from which a word is taken for another."""
_HEARD: Final = 90.0
"""The same for how words sound."""
_UNSEEN: Final = 4.0
"""Taken from a likeness that is heard only."""
_SHORTEST: Final = 4
"""Letters under which only an exact spelling counts: short words are near too many others."""
_CHOICES: Final = 4
_COMPARED: Final = 100
"""Words of one message compared with the vocabulary, the first ones: no question needs more, and a
flood of letters costs no more than a long question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """Corrects words against those of `vocabulary`."""

    vocabulary: Mapping[str, str]
    """Each word under itself: looked up at once, compared in its order."""
    is_word: Callable[[str], bool]
    """Whether a word stands somewhere in the corpus: then it is not a misspelt one."""

    sounds: Sequence[str] = field(init=False)
    """What each word of the vocabulary sounds like, in its order."""

    def __post_init__(self) -> None:
        """Hear the vocabulary once: every message is compared with it."""
        object.__setattr__(self, "sounds", [sound(word) for word in self.vocabulary])

    def near(self, words: Iterable[str]) -> dict[str, Mapping[str, float]]:
        """Return, for each word, those it may stand for, with how sure, 0 to 1.

        A known word is itself; a number, a short word or a word of the corpus is never corrected.
        """
        said = tuple(dict.fromkeys(words))
        corrected = dict(self._corrected([word for word in said if self._doubtful(word)]))
        return {w: {w: 1.0} if w in self.vocabulary else corrected.get(w, {}) for w in said}

    def _doubtful(self, word: str) -> bool:
        """Return whether a word may be a misspelt one."""
        return word not in self.vocabulary and len(word) >= _SHORTEST and word.isalpha()

    def _corrected(self, words: Sequence[str]) -> Iterator[tuple[str, Mapping[str, float]]]:
        """Yield the misspelt words, each with the few it is nearest to, nearest first."""
        compared, choices = words[:_COMPARED], tuple(self.vocabulary)
        # All at once: word by word, a long message would take seconds.
        spelt = process.cdist(compared, choices, scorer=fuzz.ratio, score_cutoff=_NEAR)
        heard = process.cdist(
            [sound(word) for word in compared],
            self.sounds,
            scorer=fuzz.ratio,
            score_cutoff=_HEARD,
        )
        table = np.maximum(spelt, heard - _UNSEEN)
        for word, row in zip(compared, table, strict=True):
            nearest = [at for at in np.argsort(-row, kind="stable")[:_CHOICES] if row[at] > 0]
            # Asked last: the corpus takes longer to search than the vocabulary.
            if nearest and not self.is_word(word):
                yield word, {choices[at]: (float(row[at]) / 100) ** 2 for at in nearest}
