"""What of a question its answer is not about, so that it can be said."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from assistant.question import Question
from assistant.reply import DraftSentence
from assistant.text import fold, words

_SHORTEST: Final = 4
"""Letters under which a word is no subject of its own."""
_LONG: Final = 6
"""Letters from which even a word the corpus does not know may be a subject."""
_NEAR: Final = 80.0
"""Similarity (0 to 100) from which a word is a name of the occupation, misspelt or inflected."""
_FEW: Final = 3
"""Words up to which what is left is told; beyond, it is a story, not a subject."""
_WORD: Final = re.compile(r"[^\W_]+")
_YEAR: Final = re.compile(r"20\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncovered:
    """What an answer is not about."""

    told: tuple[str, ...] = ()
    """Words that may be said again: few, and of the corpus. A name or an address never is."""
    some: bool = False
    """Whether anything is left."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Compare the words of the last message with those of the sentences and their titles."""

    terms: Callable[[str], Sequence[str]]
    is_word: Callable[[str], bool]
    """Whether a word stands somewhere in the corpus; short ones that do not are abbreviations."""
    rest: Callable[[str], str]
    """Takes out the words that only ask, and those that name what is asked (pay, access…)."""

    def __call__(self, question: Question, sentences: Sequence[DraftSentence]) -> Uncovered:
        """Return what no sentence is about; the few words that may be said again as typed."""
        held = {term for sentence in sentences for term in self.terms(_spoken(sentence))}
        named = [word for match in question.named for word in match.name.split()]
        said = question.asked or question.text
        typed = {fold(word): word for word in _WORD.findall(said)}
        asked = dict.fromkeys(words(self.rest(said)))
        left = [
            word
            for word in asked
            if self._is_subject(word, named) and not set(self.terms(word)) <= held
        ]
        told = tuple(typed.get(w, w) for w in left if self.is_word(w) or _YEAR.fullmatch(w))
        return Uncovered(told=told if len(left) <= _FEW else (), some=bool(left))

    def _is_subject(self, word: str, named: Sequence[str]) -> bool:
        """Return whether a word may be what the question is about."""
        if _YEAR.fullmatch(word):
            return True
        if any(character.isdigit() for character in word):
            # A number of the person's own (account, phone, file) is never said again.
            return False
        if len(word) < _SHORTEST or any(fuzz.ratio(word, name) >= _NEAR for name in named):
            return False
        return len(word) >= _LONG or self.is_word(word)


def _spoken(sentence: DraftSentence) -> str:
    """Return the words of a sentence, of its quote and of its titles."""
    passage = sentence.passage
    titles = " ".join((passage.title, *passage.heading, passage.reference.published))
    return fold(f"{sentence.text} {sentence.quote} {titles}")
