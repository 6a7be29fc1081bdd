"""What our records and models learn from holds no labelled message: a measure would flatter.

A failure shows our own lines only: nobody needs to read the test split to mend it.
"""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz, process
from scipy.spatial.distance import cdist

from assistant.settings import ROOT
from assistant.text import fold, words
from eval.data.alike import NEAR
from eval.data.datasets import load
from eval.data.expected import EXPECTED
from eval.fitting.continuing import read_talks

SOURCES = ROOT / "corpus" / "sources"
TALKS = "talks"
WHOLE = 25
"""Characters from which a line is a message of its own: anybody types `Bonjour`."""
LISTS = {
    "spro_questions": ("asked", "questions"),
    "spro_unanswerable": ("unanswerable", "messages"),
    "spro_names": ("occupation", "asked"),
}
"""Where each source holds lines people might type: its tables, and the list in each."""
BLOCK = 1_000
"""Lines compared at once: all of them would not hold in memory."""
OURS = "Comment je fais pour savoir si mon patron paie ma formation ?"


def lines(source: str) -> Iterator[str]:
    """Yield the lines of a source, or of the talks."""
    if source == TALKS:
        yield from chain.from_iterable((*talk.before, talk.says) for talk in read_talks())
        return
    table, key = LISTS[source]
    for file in sorted((SOURCES / source).glob("*/*.toml")):
        held = tomllib.loads(file.read_text(encoding="utf-8"))
        yield from chain.from_iterable(part.get(key, ()) for part in held[table])


@cache
def messages() -> tuple[str, ...]:
    """Return every message of the data sets, whatever its split: first, earlier and later ones."""
    items = chain.from_iterable(load(name) for name in EXPECTED)
    said = ((item.text, *item.history, *item.expected.get("then", ())) for item in items)
    return tuple(dict.fromkeys(chain.from_iterable(said)))


def near(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return our lines that nearly repeat one of theirs, word for word or in another order."""
    whole = [line for line in dict.fromkeys(ours) if len(fold(line)) >= WHOLE]
    mine = [words(line) or fold(line).split() for line in whole]
    others = [words(text) or fold(text).split() for text in theirs if len(fold(text)) >= WHOLE]
    best = np.zeros(len(whole))
    rows, columns = with_the_same_letters(mine, others) if mine and others else ([], [])
    for ordered in (list, sorted):
        scores = process.cpdist(
            [" ".join(ordered(mine[row])) for row in rows],
            [" ".join(ordered(others[column])) for column in columns],
            scorer=fuzz.ratio,
            score_cutoff=NEAR,
            workers=-1,
        )
        np.maximum.at(best, rows, scores)
    return [line for line, score in zip(whole, best, strict=True) if score]


def with_the_same_letters(mine: Sequence[list[str]], others: Sequence[list[str]]) -> np.ndarray:
    """Return the rows and columns of the pairs with letters enough in common to be near.

    Letters are soon counted, and near texts have nearly the same, in whatever order.
    """
    one, other = (
        np.array([np.bincount([ord(c) % 32 for c in " ".join(t)], minlength=32) for t in texts])
        for texts in (mine, others)
    )
    pairs = []
    for start in range(0, len(one), BLOCK):
        rows = one[start : start + BLOCK]
        most = (1 - NEAR / 100) * np.add.outer(rows.sum(axis=1), other.sum(axis=1))
        pairs.append(np.argwhere(cdist(rows, other, "cityblock") <= most) + np.array([start, 0]))
    return np.concatenate(pairs).T


TEXTS = st.lists(
    st.lists(st.sampled_from(["sa", "as", "foin", "grain", "Train", "5"]), max_size=12).map(
        " ".join
    ),
    max_size=6,
)


@settings(deadline=None)
@given(ours=TEXTS, theirs=TEXTS)
def test_no_near_pair_is_lost_on_the_way(ours, theirs):
    found = near(ours, theirs)

    assert found == [
        line
        for line in dict.fromkeys(ours)
        if len(line) >= WHOLE
        and any(
            fuzz.ratio(*(" ".join(ordered(words(text))) for text in (line, other))) >= NEAR
            for other in theirs
            if len(other) >= WHOLE
            for ordered in (list, sorted)
        )
    ]


@pytest.mark.parametrize("source", [*LISTS, TALKS])
def test_no_line_of_our_records_is_nearly_a_labelled_message(source):
    ours = list(lines(source))

    # Messages are no fixture: a failure would show them.
    found = near(ours, messages())

    assert len(ours) > 1_000
    assert found == []


@pytest.mark.parametrize(
    "typed",
    [
        OURS,
        "comment je fais pour savoir si mon patron paie ma formation",
        "Comment je fait pour savoir si mon patron paye ma formation ?",
        "si mon patron paie ma formation, comment je fais pour savoir ?",
        "bonjour, COMMENT je fais pour savoir si mon patron paie ma formation svp",
    ],
)
def test_a_copy_is_seen_however_it_is_typed(typed):
    assert near([OURS, "Combien de temps faut-il pour devenir maçon ?"], [typed]) == [OURS]


@pytest.mark.parametrize(
    "typed",
    ["Mon patron paie ma formation ?", "Comment savoir ce que gagne mon patron ?", "patron"],
)
def test_the_same_subject_in_other_words_is_no_copy(typed):
    assert near([OURS], [typed]) == []


def test_a_line_that_anybody_types_is_no_copy():
    assert near(["Bonjour", "merci beaucoup !"], ["Bonjour", "merci beaucoup !"]) == []


def test_lists_without_a_long_line_hold_no_copy():
    assert near([], [OURS]) == near([OURS], []) == near(["Bonjour"], ["Bonjour"]) == []
