"""The words told to who plays a person, in French, by key."""

from typing import Final

from eval.wording import words_of

WORDS: Final = words_of("eval.scripts")
say = WORDS.say
