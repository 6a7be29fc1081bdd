"""What a turn tells the client, in the order of the contract; streamed or whole, one path."""

from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Final, TypeAlias, assert_never

from pydantic import BaseModel, TypeAdapter

from api.present import Presenter
from api.schemas.reply import (
    ChatReply,
    FactOut,
    NoticeOut,
    ReferralOut,
    SentenceOut,
    SourceOut,
    StatusOut,
)
from assistant.events import Event, Finished, Progress, Responder, Spoken
from assistant.question import Turn
from assistant.wording import wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event for the client: `status`, `sentence`, `sources`…, `done`."""

    name: str
    data: BaseModel | list[SourceOut] | list[FactOut] | list[ReferralOut] | list[NoticeOut]

    def to_json(self) -> str:
        """Return the data as one line of JSON."""
        return ANY.dump_json(self.data).decode()


Telling: TypeAlias = Generator[Told, None, None]
"""Events as they come; closing it ends the work behind it."""

ANY: Final[TypeAdapter[object]] = TypeAdapter(object)


class UnfinishedTurnError(RuntimeError):
    """A responder ended a turn without its reply."""


def tell(responder: Responder, turn: Turn) -> Telling:
    """Yield what the client is told; closing this ends the responder's work.

    Raises:
        UnfinishedTurnError: the responder never gave its reply.
    """
    presenter = Presenter(
        words=wording(turn.language), versions=responder.versions, profile=turn.profile
    )
    said: list[SentenceOut] = []
    events = responder.stream(turn)
    try:
        for event in events:
            yield from _told(event, presenter, said)
            if isinstance(event, Finished):
                return
        raise UnfinishedTurnError
    finally:
        _close(events)


def answer(responder: Responder, turn: Turn) -> ChatReply:
    """Return the reply at the end of the very stream `tell` yields.

    Raises:
        UnfinishedTurnError: the responder never gave its reply.
    """
    with closing(tell(responder, turn)) as told:
        return next(one.data for one in told if isinstance(one.data, ChatReply))


def _told(event: Event, presenter: Presenter, said: list[SentenceOut]) -> Iterator[Told]:
    """Yield what one event of the assistant tells; `said` grows by the sentences told."""
    match event:
        case Progress(step=step):
            yield Told(name="status", data=StatusOut(step=step))
        case Spoken(sentence=sentence):
            said.append(presenter.sentence(sentence))
            yield Told(name="sentence", data=said[-1])
        case Finished(reply=reply):
            yield from _finished(presenter.reply(reply), said)
        case _:
            assert_never(event)


def _finished(reply: ChatReply, said: list[SentenceOut]) -> Iterator[Told]:
    """Yield the sentences not yet told, what belongs to them, and the whole."""
    for sentence in reply.sentences:
        if sentence not in said:
            yield Told(name="sentence", data=sentence)
    yield Told(name="sources", data=reply.sources)
    yield Told(name="facts", data=reply.facts)
    yield Told(name="referrals", data=reply.referrals)
    yield Told(name="notices", data=reply.notices)
    yield Told(name="done", data=reply)


def _close(events: Iterator[Event]) -> None:
    """End a generator where it stands; other iterators have nothing to end."""
    close = getattr(events, "close", None)
    if close is not None:
        close()
