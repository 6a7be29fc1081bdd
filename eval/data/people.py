"""Labels about somebody: who can serve them, and a whole conversation with them."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import override

from eval.data.label import Expected, Figure, Several, Some, Value, Words
from eval.data.problem import Rule
from eval.data.vocabulary import Need, Outcome, Situation


class Person(Value):
    """What is true of somebody, by field of the public contract; an absent field is unsaid."""

    situation: Situation | None = None
    age: Annotated[int, Field(ge=10, le=99)] | None = None
    executive: Literal["oui", "non", "sans_objet"] | None = None
    disability: Literal["oui", "non", "demande"] | None = None
    employed: bool | None = None
    job_seeking: bool | None = None
    sector: Literal["prive", "independant", "public", "aucun"] | None = None
    commune: Annotated[str, Field(pattern=r"^\d{5}$")] | None = None


class Referral(Expected):
    """Who can serve somebody who tells their situation, and who can't."""

    profile: Person
    needs: Some[Need]
    cep: Several[Words]
    cep_conditional: Mapping[Literal["executive"], Mapping[Literal["oui", "non"], Some[Words]]]
    """Operators that depend on a trait nobody has told yet."""
    cep_to_check: Several[Words]
    others_any: Several[Words]
    never: Several[Words]
    ask: Literal["", "executive", "situation"]

    @override
    def contradictions(self) -> Iterator[Rule]:
        """Yield the rules broken."""
        if set(self.named()) & set(self.never):
            yield Rule.TORN
        if (self.ask == "executive") != bool(self.cep_conditional):
            yield Rule.CONDITION
        if not (self.named() or self.others_any):
            yield Rule.NOBODY

    def named(self) -> tuple[str, ...]:
        """Return the operators that may serve, whatever the condition."""
        depending = chain.from_iterable(
            bodies for by in self.cep_conditional.values() for bodies in by.values()
        )
        return (*self.cep, *self.cep_to_check, *depending)

    @override
    def bodies(self) -> tuple[str, ...]:
        """Return every body named, to send to or never to."""
        return (*self.named(), *self.others_any, *self.never)


class Goal(Value):
    """What somebody came for; each part may be absent."""

    facts_any: Several[Figure] = ()
    sheets_any: Several[Words] = ()
    bodies_any: Several[Words] = ()
    bodies_all: Several[Words] = ()
    never: Several[Words] = ()

    def wanted(self) -> tuple[str, ...]:
        """Return the bodies looked for."""
        return (*self.bodies_any, *self.bodies_all)


class Dialogue(Expected):
    """A person who has more to ask, answers what they are asked, and came for something."""

    truth: Person
    refuses: Several[str]
    then: Some[Words]
    goal: Goal
    turns: Annotated[int, Field(ge=1, le=8)]
    outcomes_last: Some[Outcome]

    @override
    def contradictions(self) -> Iterator[Rule]:
        """Yield the rules broken."""
        goal = self.goal
        if not (goal.wanted() or goal.facts_any or goal.sheets_any):
            yield Rule.AIMLESS
        if set(goal.wanted()) & set(goal.never):
            yield Rule.TORN
        if self.turns <= len(self.then):
            yield Rule.SHORT
        if not set(self.refuses) <= self.truth.model_fields_set:
            yield Rule.REFUSAL

    @override
    def bodies(self) -> tuple[str, ...]:
        """Return every body named, looked for or never wanted."""
        return (*self.goal.wanted(), *self.goal.never)

    @override
    def records(self) -> tuple[str, ...]:
        """Return the sheets to answer from."""
        return self.goal.sheets_any

    @override
    def facts(self) -> tuple[Figure, ...]:
        """Return the values looked for."""
        return self.goal.facts_any
