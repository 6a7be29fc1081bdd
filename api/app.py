"""The HTTP application: routes, errors and the one middleware, put together."""

from functools import partial
from pathlib import Path
from typing import Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from api.edge import Edge
from api.log import log_failure
from api.problems import ProblemError
from api.render import Render
from api.respond import respond
from api.routes.chat import chat_router
from api.routes.health import health_router
from api.routes.pages import pages_router
from api.routes.search import search_router
from api.service import Service
from api.settings import ApiSettings
from corpus.model.errors import SproError

STATIC: Final = Path(__file__).parent / "static"
TITLE: Final = "Assistant d'orientation du SPRO de Normandie"
HANDLED: Final = (ProblemError, RequestValidationError, HTTPException, SproError)


def build_app(service: Service, settings: ApiSettings) -> FastAPI:
    """Return the application that serves `service`; it holds no state of its own."""
    render = Render(settings=settings)
    # The interactive documentation loads scripts from elsewhere: only the description is served.
    app = FastAPI(title=TITLE, version="1", docs_url=None, redoc_url=None)
    app.add_middleware(Edge, max_body_bytes=settings.max_body_bytes, render=render)
    for kind in HANDLED:
        app.add_exception_handler(kind, partial(_handle, render=render))
    app.include_router(chat_router(service, settings))
    app.include_router(search_router(service, settings))
    app.include_router(health_router(service))
    app.include_router(pages_router(service, render))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app


async def _handle(request: Request, error: Exception, render: Render) -> Response:
    """Return the response that tells of `error`; a failure of ours is logged."""
    if isinstance(error, SproError):
        log_failure(request.state.request_id, error)
    return respond(request, error, render)
