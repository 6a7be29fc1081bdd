"""The words of the commands, in French, by key."""

from typing import Final

from eval.wording import words_of

WORDS: Final = words_of("eval.commands")
say, counted, named = WORDS.say, WORDS.counted, WORDS.named
