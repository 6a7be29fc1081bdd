"""What every answer of the service is made of."""

from pydantic import BaseModel, ConfigDict, Field


class Value(BaseModel):
    """A value once built does not change."""

    model_config = ConfigDict(frozen=True)


class DocumentOut(Value):
    """The document words come from."""

    title: str
    publisher: str
    licence: str
    url: str | None
    published: str = Field(description="ISO date, possibly partial; empty when none is given.")
    retrieved: str
    wording: str = Field(description="Whose words they are: `original` or `reformulated`.")
    confidence: str = Field(description="How it was checked: `primary`, `secondary` or `seed`.")
