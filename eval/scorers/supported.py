"""Are the words, the numbers and the names of a sentence those of what it cites?"""

import re
from collections.abc import Iterator
from typing import Final

from assistant.text import words
from eval.data.item import Item
from eval.scorers.base import Score, share
from eval.scorers.content import content, stands_in
from eval.scorers.evidence import behind, claiming, facts_behind, quoted
from eval.scorers.lexicon import listed
from eval.scorers.polarity import turned
from eval.trace.figures import claimed_figures, figures
from eval.trace.observed import Cited, Observed, Said
from eval.trace.trace import Trace

COVERED: Final = 0.8
"""Share of the content words of a sentence that what it cites must hold."""
_HALF: Final = 0.5
"""Share of the content words of one clause that it must hold."""
_CLAUSE_WORDS: Final = 2
"""Content words from which a clause says something by itself."""
_SHARED: Final = 2
"""Content words a quote and the sentence it supports have in common, unless they have fewer."""
_CLAUSE: Final = re.compile(r"[,;:()]+(?!\d)")
_NAME: Final = re.compile(r"[^\W\d_]*[A-ZÀ-ÖØ-Þ][\w-]*")
_HEAD: Final = re.compile(r"(?:^|[.!?:…•«“\"\n])\s*$")


def score_numbers(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # as scorers are
    """Score the share of the sentences with numbers whose numbers are all quoted or typed."""
    reply = claiming(trace)
    if reply is None:
        return None
    bearing = [said for said in reply.sentences if claimed_figures(said.text)]
    faults = (_told(said, claimed_figures(said.text) - _proved(said, reply)) for said in bearing)
    return share([fault for fault in faults if fault], len(bearing))


def score_support(item: Item, trace: Trace) -> Score | None:
    """Score the share of the sentences that say what is cited: its words, denials and bounds.

    A sentence in another language than the sources is held to nothing but what it quotes.
    """
    reply = claiming(trace)
    if reply is None:
        return None
    telling = [said for said in reply.sentences if content(said.text) and _comparable(item, said)]
    faults = (_told(said, _unsupported(said, reply)) for said in telling)
    return share([fault for fault in faults if fault], len(telling))


def score_precision(item: Item, trace: Trace) -> Score | None:
    """Score the share of the citations that support their sentence."""
    reply = claiming(trace)
    if reply is None:
        return None
    pairs = [
        (said.text, cited)
        for said in reply.sentences
        for cited in said.cited
        if _comparable(item, said) and (content(said.text) or figures(said.text))
    ]
    idle = [f"{cited.quote} under: {text}" for text, cited in pairs if not _supports(cited, text)]
    return share(idle, len(pairs))


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
    return figures(";".join((quoted(said), *typed)))


def _comparable(item: Item, said: Said) -> bool:
    """Return whether a sentence is in French, as the sources are, or cites nothing."""
    return item.language == "fr" or not said.cited or _literal(said)


def _literal(said: Said) -> bool:
    """Return whether a sentence stands as it is in one of its quotes."""
    return any(stands_in(said.text, cited.quote) for cited in said.cited)


def _unsupported(said: Said, reply: Observed) -> list[str]:
    """Return the words nothing cited holds, when they are too many, and the clauses turned."""
    if _literal(said):
        return []
    titles = (cited.title for cited in said.cited)
    scopes = (fact.scope for fact in facts_behind(said, reply))
    held = content("\n".join((quoted(said), *titles, *scopes)))
    missing = content(said.text) - held
    clauses = (content(clause) for clause in _CLAUSE.split(said.text))
    alone = any(
        len(clause) >= _CLAUSE_WORDS and len(clause & held) < _HALF * len(clause)
        for clause in clauses
    )
    covered = len(content(said.text) & held) >= COVERED * len(content(said.text))
    lacking = () if covered and not alone else missing
    return [*sorted(lacking), *turned(said.text, [cited.quote for cited in said.cited])]


def _supports(cited: Cited, text: str) -> bool:
    """Return whether a quote is about what its sentence says, with a figure of it if both do."""
    about, held = (content(one) - listed("units", "stems") for one in (text, cited.quote))
    if len(about & held) < min(_SHARED, len(about), len(held)):
        return False
    figures_said, figures_held = figures(text), figures(cited.quote)
    if figures_said and figures_held:
        return not figures_said.isdisjoint(figures_held)
    return bool(about & held)


def _names(text: str) -> set[str]:
    """Return the folded words of the names of a text, but for those that open a sentence."""
    return {word for name in _capitalised(text) for word in words(name) if len(word) > 1}


def _capitalised(text: str) -> Iterator[str]:
    """Yield the words with a capital elsewhere than at the head of a sentence."""
    for found in _NAME.finditer(text):
        if not _HEAD.search(text, 0, found.start()):
            yield found[0]


def _told(said: Said, faults: set[str] | frozenset[str] | list[str]) -> str:
    """Return why a sentence is not supported; nothing when it is."""
    return f"{sorted(faults)} in: {said.text}" if faults else ""
