"""An error as RFC 9457 has it."""

from pydantic import BaseModel, ConfigDict, Field


class FieldError(BaseModel):
    """A wrong field and what is wrong with it."""

    model_config = ConfigDict(frozen=True)

    field: str = Field(description="Path of the field in the request, such as `profile.age`.")
    detail: str


class ProblemDocument(BaseModel):
    """An error a person can act on."""

    model_config = ConfigDict(frozen=True)

    type: str
    title: str
    status: int
    detail: str
    request_id: str | None = None
    errors: list[FieldError] = Field(default=[], description="Wrong fields.")
    degraded: list[str] = Field(default=[], description="Parts of the service that are missing.")
