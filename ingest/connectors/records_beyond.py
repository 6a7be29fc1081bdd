"""Messages that no record answers, as examples."""

from collections.abc import Iterator

from corpus.model.unanswerable import Beyond, Unanswerable, id_of
from ingest.fields import Fields


def unanswerable(fields: Fields) -> Iterator[Unanswerable]:
    """Yield the messages of one kind; wrong fields are noted in `fields`."""
    kind = fields.choice("kind", Beyond)
    messages = fields.texts("messages")
    if not messages:
        fields.note("messages", "au moins un message attendu")
    for number, text in enumerate(messages):
        yield Unanswerable(id=id_of(kind, number), kind=kind, text=text)
    fields.refuse_unknown()
