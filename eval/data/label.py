"""What every label is made of: distinct values, what it names, what it must not say."""

from collections.abc import Iterator
from typing import Annotated, Self, TypeAlias, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from eval.data.problem import Rule

T = TypeVar("T")


def _distinct(held: tuple[T, ...]) -> tuple[T, ...]:
    """Return what is held; ValueError when a value comes twice."""
    if len(set(held)) < len(held):
        raise ValueError(Rule.REPEATS)
    return held


Words: TypeAlias = Annotated[str, Field(pattern=r"\S")]
"""A text with something in it."""
Several: TypeAlias = Annotated[tuple[T, ...], AfterValidator(_distinct)]
"""Distinct values, perhaps none."""
Some: TypeAlias = Annotated[tuple[T, ...], Field(min_length=1), AfterValidator(_distinct)]
"""Distinct values, at least one."""


class Value(BaseModel):
    """A part of a label."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Figure(Value):
    """A typed value of the corpus."""

    property: Words
    value: Words


class Expected(Value):
    """What is expected of a reply; tells what it takes from the corpus and from the message."""

    @model_validator(mode="after")
    def _agree(self) -> Self:
        """Refuse a label whose parts contradict each other."""
        if broken := list(self.contradictions()):
            raise ValueError("; ".join(broken))
        return self

    def contradictions(self) -> Iterator[Rule]:
        """Yield the rules this label breaks."""
        yield from ()

    def bodies(self) -> tuple[str, ...]:
        """Return the bodies named, by id."""
        return ()

    def records(self) -> tuple[str, ...]:
        """Return the records named: `subject`, or `subject#aspect`."""
        return ()

    def facts(self) -> tuple[Figure, ...]:
        """Return the typed values named."""
        return ()

    def said(self) -> tuple[str, ...]:
        """Return the words that must stand in the message, letter by letter."""
        return ()
