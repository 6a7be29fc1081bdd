"""`/`: the conversation as plain pages, without JavaScript."""

from functools import partial
from typing import get_args

from anyio import to_thread
from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse

from api.conversation import EDITABLE, Conversation, hidden, read_conversation
from api.log import log_failure
from api.negotiation import form_only
from api.problems import STATUS, problem_of
from api.render import Render
from api.schemas.reply import ChatReply, ProfileOut
from api.schemas.request import Situation
from api.service import Service
from api.telling import answer
from assistant.profile import Profile
from assistant.wording import wording
from assistant.wording.figures import number_in_words
from corpus.model.errors import SproError

PAGE = "chat.html.j2"
MOST_FIELDS = 60


def pages_router(service: Service, render: Render) -> APIRouter:
    """Return the routes of the chat page."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    longest = render.settings.max_message_characters

    @router.api_route("/", methods=["GET", "HEAD"])
    async def home(lang: str = "fr") -> HTMLResponse:
        """Show the empty page."""
        return _page(render, Conversation(language=lang))

    @router.post("/", dependencies=[Depends(form_only)])
    async def ask(request: Request) -> HTMLResponse:
        """Show the reply to the question of the form."""
        form = await request.form(max_fields=MOST_FIELDS)
        talk = read_conversation(form, longest)
        if wrong := _wrong(talk, longest):
            code, message = wrong
            return _page(render, talk, status=STATUS[code], error=message)
        try:
            responder = await to_thread.run_sync(service.responder)
            reply = await to_thread.run_sync(partial(answer, responder, talk.to_turn()))
        except SproError as error:
            log_failure(request.state.request_id, error)
            document = problem_of(error, talk.language)
            message = wording(talk.language)("api.page.error_busy", reason=document.detail)
            return _page(render, talk, status=document.status, error=message)
        return _page(render, talk, reply=reply)

    return router


def _wrong(talk: Conversation, longest: int) -> tuple[str, str] | None:
    """Return the code and the sentence of what is wrong with a question; nothing if it is fine."""
    words = wording(talk.language)
    if talk.wrong and talk.wrong[0] in EDITABLE:
        label = words(f"api.page.{talk.wrong[0]}")
        return "invalid_field", words("api.page.error_profile", label=label)
    if not talk.question:
        return "invalid_field", words("api.page.error_empty")
    length = len(talk.question)
    if length > longest:
        return "too_long", words(
            "api.page.error_too_long", length=length, limit=number_in_words(str(longest), words)
        )
    return None


def _page(
    render: Render,
    talk: Conversation,
    *,
    status: int = 200,
    error: str = "",
    reply: ChatReply | None = None,
) -> HTMLResponse:
    """Return the page of a conversation."""
    profile = _profile(reply.understood) if reply else talk.profile
    context = {
        "talk": talk,
        "longest": number_in_words(
            str(render.settings.max_message_characters), wording(talk.language)
        ),
        "reply": reply,
        "error": error,
        "profile": profile,
        "hidden": hidden,
        "merged": lambda option: _profile(option).completed_by(profile),
        "kept": {name: v for name, v in hidden(profile).items() if name not in EDITABLE},
        "situations": get_args(Situation),
        "titles": {source.id: source.title for source in reply.sources} if reply else {},
    }
    return render(PAGE, talk.language, status, context)


def _profile(shown: ProfileOut) -> Profile:
    """Return the profile a reply shows."""
    return Profile(**shown.model_dump())
