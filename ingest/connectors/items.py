"""What a connector yields."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from corpus.model.document import Document
from corpus.model.fact import Fact
from corpus.model.occupation import Occupation
from corpus.model.organisation import Organisation
from corpus.model.referral import Rule
from corpus.model.source import Source
from corpus.model.territory import Territory
from corpus.model.unanswerable import Unanswerable
from ingest.load.files import SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A record left out, and why; it is counted and shown, never silent."""

    where: str
    reason: str
    expected: bool = False
    """Left out on purpose (a duplicate, a list of links): not held against the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Questions that one statement of a sheet answers."""

    subject: str
    statement: str
    """First words of the statement, literally."""
    questions: tuple[str, ...]


Item: TypeAlias = (
    Document | Occupation | Fact | Organisation | Rule | Territory | Unanswerable | Asked | Rejected
)
Connector: TypeAlias = Callable[[Sequence[SourceFile], Source], Iterator[Item]]
