"""Questions tied to the passages that answer them, whatever source each comes from."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from corpus.model.document import Passage, Span
from ingest.connectors.items import Asked, Rejected

NO_STATEMENT: Final = "l'affirmation ne se trouve mot pour mot dans aucun passage de son sujet"


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked of each passage, by its id; a question goes to one passage only."""

    passages: Sequence[Passage]
    of: dict[str, list[tuple[str, Span]]] = field(default_factory=dict)

    def add(self, asked: Asked) -> Rejected | None:
        """Tie the questions of a statement; what is refused when no passage holds it."""
        for passage in self.passages:
            if passage.subject == asked.subject and asked.statement in passage.text:
                span = _statement(passage.text, asked.statement)
                held = self.of.setdefault(passage.id, [])
                held.extend((question, span) for question in asked.questions)
                return None
        return Rejected(where=f"{asked.subject} : {asked.statement}", reason=NO_STATEMENT)

    def held(self, passages: Sequence[Passage]) -> list[Passage]:
        """Return passages with their questions."""
        return [_asked(passage, self.of.get(passage.id, ())) for passage in passages]


def _asked(passage: Passage, questions: Sequence[tuple[str, Span]]) -> Passage:
    """Return a passage with its questions, each with the characters that answer it."""
    return replace(
        passage,
        asked=tuple(question for question, _ in questions),
        answers=tuple(span for _, span in questions),
    )


def _statement(text: str, words: str) -> Span:
    """Return the statement that begins with some words: a line of its own."""
    start = text.index(words)
    end = text.find("\n", start)
    return Span(start=start, end=len(text) if end < 0 else end)
