"""What nobody can tell is not told: a figure, a name or a date only where a citation says it."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from assistant.text import fold
from eval.data.item import Item
from eval.scorers.base import Score, right_if
from eval.scorers.tables import table
from eval.trace.observed import Observed
from eval.trace.trace import Trace

UNTOLD: Final = frozenset({"procedure"})
"""Kinds that words alone do not give away."""
_SILENT: Final = frozenset({"declined", "crisis"})
_WRITTEN, _PARTS = "written", "parts"


def score_withheld(item: Item, trace: Trace) -> Score | None:
    """Score whether a reply gives nothing of what nobody can tell that no citation of it says.

    Absent for a refusal and for danger, told in fixed words, and for kinds no word gives away.
    """
    reply = trace.only.observed
    kinds = [kind for kind in item.expected.get("withhold") or () if kind not in UNTOLD]
    if not kinds or reply.outcome in _SILENT or not reply.sentences:
        return None
    told = [f"{kind}: {words}" for kind in kinds for words in _unproved(kind, reply)]
    return right_if(not told, f"tells {', '.join(told)}")


def tells(kind: str, text: str) -> Iterator[str]:
    """Yield the words of a text that tell something of a kind."""
    read = _read(kind, text)
    yield from (found[0] for pattern in _patterns()[kind] for found in pattern.finditer(read))


def _unproved(kind: str, reply: Observed) -> Iterator[str]:
    """Yield what a reply tells of a kind and none of its citations says."""
    proof = _read(kind, "\n".join(cited.quote for cited in reply.quotes))
    for said in reply.sentences:
        for words in tells(kind, said.text):
            if not _stands(words, proof):
                yield words


def _stands(words: str, proof: str) -> bool:
    """Return whether words stand in a proof, and not as the end of a longer number."""
    before = r"(?<!\w)(?<!\d )" if words[0].isdigit() else r"(?<!\w)"
    return re.search(rf"{before}{re.escape(words)}(?!\w)", proof) is not None


def _read(kind: str, text: str) -> str:
    """Return a text as the patterns of a kind read it."""
    plain = text if kind in _groups()[_WRITTEN] else fold(text)
    return " ".join(plain.split())


@cache
def _patterns() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    """Return the patterns of each kind, their parts written out."""
    groups = _groups()
    flat = {kind: one for kind, one in groups.items() if kind not in {_WRITTEN, _PARTS}}
    return {
        kind: tuple(re.compile(_whole(pattern, groups[_PARTS])) for pattern in listed)
        for kind, listed in (flat | groups[_WRITTEN]).items()
    }


def _whole(pattern: str, parts: Mapping[str, str]) -> str:
    """Return a pattern with its parts in place."""
    return re.sub(r"\{([a-z]+)\}", lambda found: parts[found[1]], pattern)


def _groups() -> Mapping[str, Any]:
    """Return the lists of `withheld.toml`."""
    return table("withheld")
