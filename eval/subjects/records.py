"""Texts of the records a base is made of, by the names data sets give them."""

from collections import defaultdict
from collections.abc import Mapping

from eval.subjects.replies import record_of
from ingest.collect import collect
from ingest.progress import Silent
from ingest.settings import IngestSettings


def record_texts(inputs: IngestSettings) -> Mapping[str, str]:
    """Return the text of each record, `subject#aspect`, its passages in the order of the sheet."""
    content, _ = collect(inputs, Silent())
    texts: dict[str, list[str]] = defaultdict(list)
    for passage in content.passages:
        texts[record_of(passage)].append(passage.text)
    return {record: "\n".join(held) for record, held in texts.items()}
