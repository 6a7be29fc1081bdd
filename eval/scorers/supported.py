"""Are the words, the numbers and the names of a sentence those of what it cites?"""

import re
from collections.abc import Iterator
from typing import Final

from assistant.text import numbers, words
from eval.data.item import Item
from eval.scorers.base import Score, share
from eval.scorers.evidence import behind, claiming, facts_behind, quoted
from eval.scorers.lexicon import listed
from eval.trace.observed import Observed, Said
from eval.trace.trace import Trace

COVERED: Final = 0.6
"""Share of the content words of a sentence that its quotes must hold."""
_STEM: Final = 5
"""Letters by which two words are the same one inflected."""
_SHORT: Final = 3
"""Letters under which a word tells nothing."""
_NAME: Final = re.compile(r"[^\W\d_]*[A-ZÀ-ÖØ-Þ][\w-]*")
_HEAD: Final = re.compile(r"(?:^|[.!?:…•«“\"\n])\s*$")


def score_numbers(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # as scorers are
    """Score the share of the sentences with numbers whose numbers are all quoted or typed."""
    reply = claiming(trace)
    if reply is None:
        return None
    bearing = [said for said in reply.sentences if numbers(said.text)]
    faults = (_told(said, numbers(said.text) - _proved(said, reply)) for said in bearing)
    return share([fault for fault in faults if fault], len(bearing))


def score_support(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # as scorers are
    """Score the share of the sentences whose content words are, for the most part, quoted."""
    reply = claiming(trace)
    if reply is None:
        return None
    telling = [said for said in reply.sentences if _content(said.text)]
    faults = (_told(said, _uncovered(said)) for said in telling)
    return share([fault for fault in faults if fault], len(telling))


def score_names(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # as scorers are
    """Score the share of the sentences with names whose names all stand in what they cite."""
    reply = claiming(trace)
    if reply is None:
        return None
    naming = [said for said in reply.sentences if _names(said.text)]
    faults = (_told(said, _names(said.text) - set(words(behind(said, reply)))) for said in naming)
    return share([fault for fault in faults if fault], len(naming))


def _proved(said: Said, reply: Observed) -> frozenset[str]:
    """Return the numbers quoted, and those of the typed facts behind a sentence."""
    facts = facts_behind(said, reply)
    typed = (f"{f.value};{f.period};{f.scope};{f.unit}" for f in facts)
    return numbers(";".join((quoted(said), *typed)))


def _uncovered(said: Said) -> set[str]:
    """Return the content words no quote or title holds, when they are too many."""
    content = _content(said.text)
    titles = " ".join(cited.title for cited in said.cited)
    missing = content - _content(f"{quoted(said)} {titles}")
    return missing if len(content) - len(missing) < COVERED * len(content) else set()


def _content(text: str) -> set[str]:
    """Return the stems of the words that tell what a text is about, figures apart."""
    stop = listed("stop")
    telling = (w for w in words(text) if len(w) >= _SHORT and w not in stop and not w.isdigit())
    return {word.rstrip("sx")[:_STEM] for word in telling}


def _names(text: str) -> set[str]:
    """Return the folded words of the names of a text, but for those that open a sentence."""
    return {word for name in _capitalised(text) for word in words(name) if len(word) > 1}


def _capitalised(text: str) -> Iterator[str]:
    """Yield the words with a capital elsewhere than at the head of a sentence."""
    for found in _NAME.finditer(text):
        if not _HEAD.search(text, 0, found.start()):
            yield found[0]


def _told(said: Said, faults: set[str] | frozenset[str]) -> str:
    """Return why a sentence is not supported; nothing when it is."""
    return f"{sorted(faults)} in: {said.text}" if faults else ""
