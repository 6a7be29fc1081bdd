"""Passages that mean nothing, beside ours, and vectors drawn around those of ours."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from corpus.model.document import Kind, Passage, Span
from corpus.model.source import Reference, Source
from corpus.store.ports import Vectors
from eval.bench.growth.own import Own

Random: TypeAlias = np.random.Generator

SEED: Final = 20261128
RECIPE: Final = 1
"""Raised when the same seed draws other passages: those on disk are then built again."""
SHEET: Final = 8
"""Passages of a sheet, which share their kind and their title."""
KINDS: Final = tuple(Kind)
BLOCK: Final = SHEET * len(KINDS) * 125
"""Passages drawn together, whatever the size: a thousand of each kind."""
SOURCE: Final = Source(
    id="generated",
    title="Textes générés",
    publisher="Textes générés",
    licence="CC0-1.0",
    connector="generated",
    published="2026-11-28",
    retrieved=date(2026, 11, 28),
    freshness_days=365,
    authority=0.7,
)
_WORD: Final = re.compile(r"\w+(?:[’'-]\w+)*")
_SENTENCE: Final = 16
"""Words of a sentence, at most."""
_TITLE: Final = 3
_MODELS, _TEXTS, _TITLES, _VECTORS = range(4)


@dataclass(frozen=True, slots=True)
class Words:
    """Words, and the share of each among all that were read."""

    words: NDArray[np.object_]
    shares: NDArray[np.float64]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Words":
        """Return the words of texts; each text is read once."""
        counts = Counter(word for text in texts for word in _WORD.findall(text))
        numbers = np.fromiter(counts.values(), np.float64, len(counts))
        return cls(np.array(list(counts), dtype=object), numbers / numbers.sum())

    def draw(self, random: Random, count: int) -> Iterator[str]:
        """Yield words, each as likely as it is frequent."""
        drawn: list[str] = random.choice(self.words, size=count, p=self.shares).tolist()
        return iter(drawn)


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """As many passages as asked, in blocks each drawn from the seed and its own number alone."""

    models: Sequence[Passage]
    """Real passages: each generated one takes the length, the aspect and the heading of one."""
    centres: Vectors
    """Their vectors."""
    spread: Vectors
    """What the vectors have beside their mean: noise is made of it."""
    distance: float
    """Length of the noise added to a unit vector."""
    words: Words
    titles: Words
    seed: int

    @classmethod
    def of(cls, own: Own, seed: int = SEED) -> "Generated":
        """Return what is drawn from our records."""
        passages, vectors = own.content.passages, own.passages
        nearest = vectors @ vectors.T
        np.fill_diagonal(nearest, -1)
        usual = min(1.0, float(np.median(nearest.max(axis=1))))
        return cls(
            models=passages,
            centres=vectors,
            spread=vectors - vectors.mean(axis=0),
            distance=float(np.sqrt(1 / usual**2 - 1)),
            words=Words.of(passage.text for passage in passages),
            titles=Words.of({passage.document_id: passage.title for passage in passages}.values()),
            seed=seed,
        )

    def passages(self, count: int) -> Iterator[Passage]:
        """Yield `count` passages, one block in memory at a time."""
        for block, start in enumerate(range(0, count, BLOCK)):
            yield from islice(self._texts(block), count - start)

    def vectors(self, count: int) -> Iterator[tuple[Kind, Sequence[str], Vectors]]:
        """Yield the ids and the unit vectors of `count` passages, a block and a kind at a time."""
        for block, start in enumerate(range(0, count, BLOCK)):
            numbers = np.arange(start, min(start + BLOCK, count))
            drawn = self._around(block)[: len(numbers)]
            for place, kind in enumerate(KINDS):
                of_kind = numbers // SHEET % len(KINDS) == place
                yield kind, [_id(n) for n in numbers[of_kind].tolist()], drawn[of_kind]

    def _texts(self, block: int) -> Iterator[Passage]:
        models = [self.models[row] for row in self._rows(block)]
        lengths = [len(_WORD.findall(model.text)) for model in models]
        words = self.words.draw(self._random(_TEXTS, block), sum(lengths))
        titles = self.titles.draw(self._random(_TITLES, block), BLOCK // SHEET * _TITLE)
        title = ""
        for place, (model, length) in enumerate(zip(models, lengths, strict=True)):
            if place % SHEET == 0:
                title = " ".join(islice(titles, _TITLE)).capitalize()
            yield _passage(block * BLOCK + place, title, model, list(islice(words, length)))

    def _around(self, block: int) -> Vectors:
        random = self._random(_VECTORS, block)
        weights = random.standard_normal((BLOCK, len(self.spread)), dtype=np.float32)
        drawn = self.centres[self._rows(block)] + self.distance * _unit(weights @ self.spread)
        return _unit(drawn)

    def _rows(self, block: int) -> NDArray[np.int64]:
        """Return the rows of the models of a block."""
        return self._random(_MODELS, block).integers(len(self.models), size=BLOCK)

    def _random(self, purpose: int, block: int) -> Random:
        return np.random.default_rng([self.seed, purpose, block])


def counts_of(count: int) -> Mapping[str, int]:
    """Return how many of `count` generated passages are of each kind."""
    numbers = np.bincount(np.arange(count) // SHEET % len(KINDS), minlength=len(KINDS))
    return dict(zip(map(str, KINDS), numbers.tolist(), strict=True))


def _unit(rows: NDArray[np.floating]) -> Vectors:
    unit: Vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return unit


def _id(number: int) -> str:
    return f"{SOURCE.id}:{number}"


def _passage(number: int, title: str, model: Passage, words: Sequence[str]) -> Passage:
    sheet = number // SHEET
    text, sentences = _sentences(words)
    return replace(
        model,
        id=_id(number),
        source_id=SOURCE.id,
        document_id=f"{SOURCE.id}-sheet:{sheet}",
        kind=KINDS[sheet % len(KINDS)],
        subject=f"{SOURCE.id}-subject:{sheet}",
        title=title,
        text=text,
        sentences=sentences,
        reference=Reference(
            title=title,
            publisher=SOURCE.publisher,
            licence=SOURCE.licence,
            published=SOURCE.published,
            retrieved=SOURCE.retrieved,
        ),
        asked=(),
    )


def _sentences(words: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """Return a text of these words, and where its sentences stand."""
    parts = [
        " ".join(words[start : start + _SENTENCE]) + "."
        for start in range(0, len(words), _SENTENCE)
    ]
    spans: list[Span] = []
    for part in parts:
        start = spans[-1].end + 1 if spans else 0
        spans.append(Span(start=start, end=start + len(part)))
    return " ".join(parts), tuple(spans)
