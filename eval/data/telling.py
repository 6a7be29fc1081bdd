"""A label and a problem in plain French words."""

from collections.abc import Iterator, Mapping, Sequence

from eval.data.item import Item
from eval.data.problem import Kind, Problem, Rule
from eval.data.words import named, say

Names = Mapping[str, str]
"""Short names of bodies, by id."""


def label_lines(item: Item, bodies: Names) -> Iterator[str]:
    """Yield what is expected of the reply to an item, a line a field."""
    for key, value in item.expected.items():
        yield f"{named('label', key)} : {_told(value, bodies)}"


def problem_line(problem: Problem) -> str:
    """Return a problem on one line."""
    said = (say(f"problem.{problem.kind}"), ", ".join(problem.items), problem_detail(problem))
    return " · ".join(part for part in said if part)


def problem_detail(problem: Problem) -> str:
    """Return what exactly is wrong."""
    detail = problem.detail
    if problem.kind == Kind.CONTRADICTION:
        for rule in Rule:
            detail = detail.replace(rule, say(f"rule.{rule}"))
    return detail


def _told(value: object, bodies: Names) -> str:
    """Return a value of a label in words."""
    if isinstance(value, Mapping):
        return _pairs(value, bodies) or say("value.nothing")
    if isinstance(value, Sequence) and not isinstance(value, str):
        return " ; ".join(_told(held, bodies) for held in value) or say("value.nothing")
    if isinstance(value, bool):
        return say(f"value.{str(value).lower()}")
    word = str(value)
    return bodies.get(word) or named("value", word) or say("value.nothing")


def _pairs(value: Mapping[str, object], bodies: Names) -> str:
    """Return the parts of a value, each with what it is called."""
    match value:
        case {"property": kind, "value": figure}:
            return f"{_told(kind, bodies)} = {figure}"
        case {"kind": kind, "text": text}:
            return f"« {text} » ({_told(kind, bodies)})"
        case _:
            parts = value.items()
            return " – ".join(f"{named('label', k)} : {_told(v, bodies)}" for k, v in parts)
