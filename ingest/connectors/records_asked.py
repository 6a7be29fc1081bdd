"""Questions that a statement of ours answers, as people put them."""

from ingest.connectors.items import Asked
from ingest.fields import Fields


def asked(fields: Fields, subject: str) -> Asked:
    """Return the questions of one statement; wrong fields are noted in `fields`."""
    questions = fields.texts("questions")
    if not questions:
        fields.note("questions", "au moins une question attendue")
    return fields.closed(
        Asked(subject=subject, statement=fields.text("statement"), questions=questions)
    )
