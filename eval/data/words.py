"""The words of the commands about data, in French, by key."""

from typing import Final

from eval.wording import words_of

WORDS: Final = words_of("eval.data")
say, named = WORDS.say, WORDS.named
