"""Everything that can be checked of the data sets without a reader."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from pydantic import ValidationError

from eval.data.alike import copies, leaks, twice
from eval.data.cited import lost_origins, unknown_ids
from eval.data.coverage import lacking
from eval.data.expected import read_expected, validate
from eval.data.invented import perhaps_real
from eval.data.item import Item
from eval.data.known import Corpus
from eval.data.problem import Kind, Problem
from eval.data.vocabulary import DISPUTED, FIELDS, REVIEWED


def check(datasets: Mapping[str, Sequence[Item]], corpus: Corpus) -> list[Problem]:
    """Return all that is wrong with the data sets, each on its own, then together."""
    items = list(chain.from_iterable(datasets.values()))
    own = (check_dataset(name, held, corpus) for name, held in datasets.items())
    together = (repeated_ids(items), leaks(items), lacking(datasets))
    return list(chain.from_iterable((*own, *together)))


def check_dataset(name: str, items: Sequence[Item], corpus: Corpus) -> Iterator[Problem]:
    """Yield what is wrong with one data set, whatever is in the others."""
    for item in items:
        yield from validate(item, name)
        yield from unknown_words(item)
        yield from unsigned(item)
        yield from unsaid(item, name)
        yield from perhaps_real(item)
        if not item.id.startswith(f"{name}-"):
            yield Problem(kind=Kind.MISNAMED, items=(item.id,), detail=name)
        if not item.origin.strip():
            yield Problem(kind=Kind.UNFOUNDED, items=(item.id,))
    yield from lost_origins(items, corpus)
    yield from unknown_ids(name, items, corpus)
    yield from copies(items, corpus.sentences)
    yield from twice(items)


def repeated_ids(items: Sequence[Item]) -> Iterator[Problem]:
    """Yield ids borne by several items."""
    for found, count in Counter(item.id for item in items).items():
        if count > 1:
            yield Problem(kind=Kind.REPEATED, items=(found,))


def unknown_words(item: Item) -> Iterator[Problem]:
    """Yield the fields that hold a word of no list."""
    for field, known in FIELDS.items():
        value = getattr(item, field)
        if value not in known:
            yield Problem(kind=Kind.WORD, items=(item.id,), detail=f"{field} = {value}")


def unsigned(item: Item) -> Iterator[Problem]:
    """Yield a review nobody signed, a dispute nobody explained."""
    if item.review in REVIEWED and not item.reviewer.strip():
        yield Problem(kind=Kind.UNSIGNED, items=(item.id,))
    if item.review == DISPUTED and not item.note.strip():
        yield Problem(kind=Kind.UNTOLD, items=(item.id,))


def unsaid(item: Item, dataset: str) -> Iterator[Problem]:
    """Yield words a label takes from the message and that do not stand in it."""
    try:
        expected = read_expected(item, dataset)
    except ValidationError:
        return
    said = "\n".join((*item.history, item.text))
    for words in expected.said():
        if words not in said:
            yield Problem(kind=Kind.UNSAID, items=(item.id,), detail=words)
