"""What a turn tells while it runs, in this order: progress, checked sentences, the whole reply."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from assistant.question import Turn
from assistant.reply import Reply, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A step begins: `understand`, `refer`, `retrieve`, `compose`, `verify`."""

    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A sentence that was checked and may be shown."""

    sentence: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """The whole reply; always the last event."""

    reply: Reply


Event: TypeAlias = Progress | Spoken | Finished


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What a reply was made with, so that it can be made again."""

    corpus: str
    rules: str
    prompts: str
    model: str


class Responder(Protocol):
    """Answers turns; safe to call from several threads at once."""

    @property
    def versions(self) -> Versions:
        """Return the versions replies are made with now."""
        ...

    def stream(self, turn: Turn) -> Iterator[Event]:
        """Yield the events of a turn; nothing unchecked is ever yielded."""
        ...

    def reply(self, turn: Turn) -> Reply:
        """Return the reply of a turn."""
        ...
