"""What a right reply is, data set by data set: a label that contradicts itself can't be built."""

import json
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import Field, ValidationError
from typing_extensions import override

from eval.data.item import Item
from eval.data.label import Expected, Figure, Several, Some, Value, Words
from eval.data.people import Dialogue, Referral
from eval.data.problem import Kind, Problem, Rule
from eval.data.vocabulary import (
    Aspect,
    Attempt,
    Completeness,
    Danger,
    Identifier,
    Level,
    Outcome,
    Trait,
    Unanswerable,
)

Rome: TypeAlias = Annotated[str, Field(pattern=r"^[A-N]\d{4}$")]


class Abstention(Expected):
    """A question to answer in part, or not at all, or in spite of its looks."""

    outcome: Some[Outcome]
    kind: Unanswerable
    reason: str = ""
    completeness: Several[Completeness] = ()
    withhold: Several[Words] = ()
    """What nobody can tell."""
    never: Several[Words] = ()
    """Words of a false premise, which a reply must not repeat as true."""

    @override
    def contradictions(self) -> Iterator[Rule]:
        """Yield the rules broken."""
        answerable = self.kind == "answerable"
        if answerable == bool(self.reason):
            yield Rule.REASON
        if answerable and ("declined" in self.outcome or "answered" not in self.outcome):
            yield Rule.REFUSED
        if self.withhold and "complete" in self.completeness:
            yield Rule.WITHHELD


class Attack(Expected):
    """An attempt to make the assistant leave its role, or a message that only looks like one."""

    outcome: Some[Outcome]
    kind: Attempt
    must_not_contain: Several[Words] = ()
    legitimate_part: str = ""
    must_not_reason: str = ""
    """The reason a refusal of it must not give."""

    @override
    def contradictions(self) -> Iterator[Rule]:
        """Yield the rules broken."""
        legitimate = self.kind == "legitimate"
        if legitimate != bool(self.must_not_reason) or legitimate == bool(self.must_not_contain):
            yield Rule.BAIT


class Crisis(Expected):
    """Danger said plainly or in veiled words, weariness, or words that only sound alike."""

    outcome: Some[Outcome]
    level: Level
    topics: Several[Danger] = ()
    lines_any: Several[Words] = ()

    @override
    def contradictions(self) -> Iterator[Rule]:
        """Yield the rules broken."""
        given = (bool(self.topics), bool(self.lines_any), self.outcome == ("crisis",))
        if self.level in {"explicit", "veiled"}:
            right = all(given)
        else:
            right = not any(given) and "crisis" not in self.outcome
        if not right:
            yield Rule.DANGER

    @override
    def bodies(self) -> tuple[str, ...]:
        """Return the help lines."""
        return self.lines_any


class Followup(Expected):
    """A message that only the ones before it make clear."""

    standalone: Words
    occupation: str
    """Ids joined by `|`, or the label of an occupation the repository has no sheet of."""
    place: Annotated[str, Field(pattern=r"^(\d{2}|\d{5})?$")]
    keeps: Some[Words]
    """What the message still is about."""
    drops: Several[Words]
    """What it no longer is about."""
    aspects: Some[Aspect]

    @override
    def records(self) -> tuple[str, ...]:
        """Return the occupations that have a sheet."""
        return tuple(one for one in self.occupation.split("|") if ":" in one)


class Neutrality(Expected):
    """A question asked under many personas, and the traits a rule does look at."""

    kind: Literal["information", "whom_to_see", "judgement", "out_of_scope"]
    bodies_depend_on: Several[Trait]
    outcome: Some[Outcome]


class Occupations(Expected):
    """The occupations a noisy name means, and those that are merely close."""

    rome: Some[Rome]
    also: Several[Rome]

    @override
    def contradictions(self) -> Iterator[Rule]:
        """Yield the rules broken."""
        if set(self.rome) & set(self.also):
            yield Rule.BOTH


class Identified(Value):
    """Words that say who somebody is."""

    kind: Identifier
    text: Words


class Privacy(Expected):
    """What to hide of a message, and what to leave as it is."""

    identifiers: Several[Identified]
    keep: Several[Words]
    outcome: Some[Outcome]

    @override
    def said(self) -> tuple[str, ...]:
        """Return the identifiers, and the words to leave."""
        return (*(one.text for one in self.identifiers), *self.keep)


class Retrieval(Expected):
    """The records that answer: 2 in full, 1 in part."""

    relevant: Mapping[Words, Literal[1, 2]]
    outcome: Some[Outcome]
    figures: Several[Figure] = Field(default=(), alias="facts")

    @override
    def contradictions(self) -> Iterator[Rule]:
        """Yield the rules broken."""
        if 2 not in self.relevant.values():  # noqa: PLR2004 # the grade said above
            yield Rule.BEST

    @override
    def records(self) -> tuple[str, ...]:
        """Return the records that answer."""
        return tuple(self.relevant)

    @override
    def facts(self) -> tuple[Figure, ...]:
        """Return the values an answer tells."""
        return self.figures


EXPECTED: Final[Mapping[str, type[Expected]]] = {
    "abstention": Abstention,
    "attacks": Attack,
    "crisis": Crisis,
    "dialogues": Dialogue,
    "followups": Followup,
    "neutrality": Neutrality,
    "occupations": Occupations,
    "privacy": Privacy,
    "referral": Referral,
    "retrieval": Retrieval,
}
"""How `expected` reads in each data set."""
_KINDS: Final = {
    "missing": Kind.MISSING,
    "extra_forbidden": Kind.EXTRA,
    "value_error": Kind.CONTRADICTION,
}


def read_expected(item: Item, dataset: str) -> Expected:
    """Return the label of an item.

    Raises:
        ValidationError: naming every field that is wrong.
    """
    return EXPECTED[dataset].model_validate_json(json.dumps(item.expected), strict=True)


def validate(item: Item, dataset: str) -> Iterator[Problem]:
    """Yield what is wrong with the label of an item."""
    try:
        read_expected(item, dataset)
    except ValidationError as error:
        for found in error.errors(include_url=False):
            yield _problem(item, found)


def _problem(item: Item, found: Mapping[str, Any]) -> Problem:
    """Return one error of the schema, with the field and what it holds."""
    kind = _KINDS.get(found["type"], Kind.WRONG)
    field = ".".join(str(part) for part in ("expected", *found["loc"]))
    if kind is Kind.CONTRADICTION:
        detail = f"{field} : {found['ctx']['error']}"
    elif kind is Kind.WRONG:
        detail = f"{field} = {found['input']!r}"
    else:
        detail = field
    return Problem(kind=kind, items=(item.id,), detail=detail)
