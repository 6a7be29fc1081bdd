"""`POST /v1/chat`: a reply with its sources, whole or as events."""

from functools import partial
from typing import Annotated, Any, Final

from anyio import to_thread
from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.negotiation import EVENTS, JSON, json_only, reply_format
from api.problems import ProblemError
from api.respond import PROBLEM
from api.schemas.problem import ProblemDocument
from api.schemas.reply import ChatReply
from api.schemas.request import ChatRequest
from api.service import Service
from api.settings import ApiSettings
from api.streaming import EventStream
from api.telling import answer, tell
from assistant.wording import wording

PROBLEMS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": ProblemDocument, "content": {PROBLEM: {}}}
    for status in (400, 406, 413, 415, 422, 500, 503)
}
STREAM: Final[dict[str, Any]] = {
    "description": "The reply; as events with `Accept: text/event-stream`: `status`, `sentence`, "
    "`sources`, `facts`, `referrals`, `notices`, `done`, or `error`.",
    "content": {EVENTS: {"schema": {"type": "string"}}},
}


def chat_router(service: Service, settings: ApiSettings) -> APIRouter:
    """Return the routes of the conversation."""
    router = APIRouter(prefix="/v1", tags=["chat"])

    @router.post(
        "/chat",
        response_model=ChatReply,
        responses={200: STREAM, **PROBLEMS},
        dependencies=[Depends(json_only)],
    )
    async def chat(
        asked: ChatRequest, media: Annotated[str, Depends(reply_format)], request: Request
    ) -> Response:
        """Answer the last message of a conversation; nothing of it is kept."""
        check(asked, settings)
        responder = await to_thread.run_sync(service.responder)
        turn = asked.to_turn()
        if media == EVENTS:
            return EventStream(tell(responder, turn), request.state.request_id)
        reply = await to_thread.run_sync(partial(answer, responder, turn))
        return Response(reply.model_dump_json(), media_type=JSON)

    return router


def check(asked: ChatRequest, settings: ApiSettings) -> None:
    """Refuse a message over the limit or a site that is not ours.

    Raises:
        ProblemError: naming the field.
    """
    for place, message in enumerate(asked.messages):
        length = len(message.content)
        if message.role == "user" and length > settings.max_message_characters:
            code, field = "too_long", f"messages.{place}.content"
            limit = settings.max_message_characters
            raise ProblemError(code, fields=[field], length=length, limit=limit)
    if asked.site is not None and asked.site not in settings.sites:
        code, reason = "invalid_field", wording()("api.invalid.unknown_site")
        raise ProblemError(code, fields=["site"], field="site", reason=reason)
