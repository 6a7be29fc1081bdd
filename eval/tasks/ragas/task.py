"""The metrics of ragas that need no model; slow, and over the records of a knowledge base."""

from collections.abc import Mapping
from typing import Final

from corpus.embedding.ports import Embedder
from eval.tasks.base import Measure

NAME: Final = "ragas"
_DATASET: Final = "retrieval"


def ragas_measures(records: Mapping[str, str], embedder: Embedder) -> tuple[Measure, ...]:
    """Return the measures; `records` are the texts by `subject#aspect`.

    Raises:
        ImportError: the extra `eval` is not installed.
    """
    # ragas takes three seconds to import: whoever doesn't measure with it doesn't wait.
    from eval.scorers import ragas_metrics as scorers  # noqa: PLC0415

    asked = {
        "context-precision": (
            scorers.context_precision(),
            "Are the records found those that are relevant?",
        ),
        "context-recall": (scorers.context_recall(), "Are the relevant records found?"),
        "quoted-spans": (scorers.quoted_spans(), "Do the quotes stand in the passages cited?"),
        "similarity": (
            scorers.similarity(records, embedder),
            "Does the answer mean what the relevant records mean?",
        ),
        "rouge": (scorers.rouge(records), "Does the answer use the words of the records?"),
        "chrf": (scorers.chrf(records), "Does the answer use the letters of the records?"),
    }
    return tuple(
        Measure(name=f"{NAME}.{name}", dataset=_DATASET, asks=asks, score=score, slow=True)
        for name, (score, asks) in asked.items()
    )
