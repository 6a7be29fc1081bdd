"""Texts by the words they hold, as rows to learn from."""

import math
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from scipy.sparse import csr_matrix

LIFT: Final = 3.0
"""Brings words to the scale of vectors: what is learnt is how texts differ."""


def bags(held: Sequence[Collection[str]], known: Mapping[str, int]) -> Any:  # noqa: ANN401 # untyped package
    """Return a row a text, shape `(len(held), len(known))`; `known` gives the column of each word.

    Its known words are each the less telling the more there are.
    """
    found = [sorted(known[word] for word in set(words) if word in known) for words in held]
    rows = [row for row, columns in enumerate(found) for _ in columns]
    values = [LIFT / math.sqrt(len(columns)) for columns in found for _ in columns]
    columns = [at for one in found for at in one]
    return csr_matrix((values, (rows, columns)), shape=(len(held), len(known)))
