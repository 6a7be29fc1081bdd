"""The words of `spro eval live`, in French, by key."""

from typing import Final

from eval.wording import words_of

WORDS: Final = words_of("eval.live")
say, counted = WORDS.say, WORDS.counted
