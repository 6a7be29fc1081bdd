"""Server-sent events from work that runs in threads; the work ends when the client leaves."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from contextvars import copy_context
from typing import cast

from anyio import CancelScope, to_thread
from fastapi.sse import format_sse_event
from starlette.responses import StreamingResponse
from starlette.types import Send
from typing_extensions import override

from api.log import log_failure
from api.problems import problem_of
from api.telling import Telling, Told


class EventStream(StreamingResponse):
    """A `text/event-stream` response that closes its events however it ends."""

    media_type = "text/event-stream"

    def __init__(self, told: Telling, request_id: str) -> None:
        # A proxy that gathers the events would show them all at the end.
        super().__init__(_encoded(told, request_id), headers={"X-Accel-Buffering": "no"})

    @override
    async def stream_response(self, send: Send) -> None:
        """Send the events; the generator is closed even if the client left."""
        async with aclosing(cast("AsyncGenerator[bytes, None]", self.body_iterator)):
            await super().stream_response(send)


async def _encoded(told: Telling, request_id: str) -> AsyncGenerator[bytes, None]:
    """Yield events on the wire; a failure becomes a last `error` event with its problem."""
    async with aclosing(_in_threads(told)) as events:
        try:
            async for one in events:
                yield format_sse_event(event=one.name, data_str=one.to_json())
        except Exception as error:  # noqa: BLE001 # the status line is sent: only an event can tell
            log_failure(request_id, error)
            document = problem_of(error).model_copy(update={"request_id": request_id})
            yield format_sse_event(event="error", data_str=document.model_dump_json())


async def _in_threads(told: Telling) -> AsyncGenerator[Told, None]:
    """Yield what is told, each step run in a thread so that other clients are served meanwhile."""
    try:
        # One context for the whole work: a step may leave something for the next one.
        context = copy_context()

        def step() -> Told | None:
            return context.run(next, told, None)

        while (one := await to_thread.run_sync(step)) is not None:
            yield one
    finally:
        with CancelScope(shield=True):
            await to_thread.run_sync(told.close)
