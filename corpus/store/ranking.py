"""What every index adapter does with ids, shapes and scores."""

from collections.abc import Mapping, Sequence

from corpus.store.ports import Scored, Vectors


def best(scores: Mapping[str, float], limit: int) -> Sequence[Scored]:
    """Return at most `limit` ids, best first, equal scores by id so that runs can be compared."""
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Scored(id=id_, score=score) for id_, score in ranked[: max(0, limit)])


def check_shape(ids: Sequence[str], vectors: Vectors, dimension: int) -> None:
    """Raise `ValueError` unless `vectors` has the shape `(len(ids), dimension)`."""
    if vectors.shape != (len(ids), dimension):
        message = f"shape {vectors.shape} instead of {(len(ids), dimension)}"
        raise ValueError(message)


def key_of(item: object) -> str:
    """Return what identifies an item of a register: its `id`, else its `code`."""
    return str(getattr(item, "id", None) or getattr(item, "code"))  # noqa: B009 - T has no bound
