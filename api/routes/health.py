"""`/healthz` says the process is alive, `/readyz` whether it can answer."""

from fastapi import APIRouter
from pydantic import BaseModel, Field

from api.problems import ProblemError
from api.schemas.problem import ProblemDocument
from api.service import Service


class Alive(BaseModel):
    """The process answers."""

    status: str = "ok"


class Ready(BaseModel):
    """Questions can be answered."""

    ready: bool = True
    version: str | None
    refreshing: bool
    reasons: list[str] = Field(default=[], description="What is degraded meanwhile.")


def health_router(service: Service) -> APIRouter:
    """Return the routes a supervisor asks."""
    router = APIRouter(tags=["health"])

    @router.get("/healthz")
    async def alive() -> Alive:
        """Tell that the process is alive."""
        return Alive()

    @router.get("/readyz", responses={503: {"model": ProblemDocument}})
    def ready() -> Ready:
        """Tell whether questions can be answered, and if not why."""
        health = service.health()
        if not health.ready:
            code = "not_ready"
            raise ProblemError(code, reasons=" ; ".join(health.reasons))
        return Ready(
            version=health.version, refreshing=health.refreshing, reasons=list(health.reasons)
        )

    return router
