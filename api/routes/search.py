"""`GET /v1/search`: passages as they are found, and why, for counsellors."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api.access import counsellors_only
from api.lookup import explained, listed
from api.negotiation import JSON
from api.respond import PROBLEM
from api.schemas.problem import ProblemDocument
from api.schemas.search import SearchExplained, SearchReply, SearchRequest
from api.service import Service
from api.settings import ApiSettings
from assistant.question import Turn
from assistant.wording import wording

PROBLEMS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": ProblemDocument, "content": {PROBLEM: {}}}
    for status in (400, 403, 413, 422, 500, 503)
}


def search_router(service: Service, settings: ApiSettings) -> APIRouter:
    """Return the route of the search."""
    router = APIRouter(prefix="/v1", tags=["counsellors"])

    @router.get(
        "/search",
        response_model=SearchExplained | SearchReply,
        responses=PROBLEMS,
        dependencies=[Depends(counsellors_only(settings))],
    )
    def search(asked: Annotated[SearchRequest, Query()]) -> Response:
        """Find passages for a message; with `explain=1` tell what makes each score."""
        found = service.responder().look_up(Turn(text=asked.q))
        reply = explained(found, asked, wording()) if asked.explain else listed(found, asked)
        return Response(reply.model_dump_json(), media_type=JSON)

    return router
