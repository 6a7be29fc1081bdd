"""An error as a response: a page for a browser, a problem document for a program."""

from fastapi import Request
from starlette.responses import Response

from api.negotiation import HTML, JSON, preferred
from api.problems import problem_of
from api.render import Render

PROBLEM = "application/problem+json"


def respond(request: Request, error: Exception, render: Render) -> Response:
    """Return the response that tells of `error`, with the request id and the error's headers."""
    page = _for_a_browser(request)
    language = request.query_params.get("lang", "fr") if page else "fr"
    request_id = request.scope["state"]["request_id"]
    document = problem_of(error, language).model_copy(update={"request_id": request_id})
    headers = dict(getattr(error, "headers", None) or {})
    if page:
        return render(
            "problem.html.j2", language, document.status, {"problem": document}, headers=headers
        )
    return Response(document.model_dump_json(), document.status, headers, media_type=PROBLEM)


def _for_a_browser(request: Request) -> bool:
    """Return whether a person is likely to read the response."""
    accept = request.headers.get("accept", "")
    return not request.url.path.startswith("/v1") and preferred(accept, (JSON, HTML)) == HTML
