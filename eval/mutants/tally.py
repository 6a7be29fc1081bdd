"""Figures of one file, and the table of all of them."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from eval.mutants.equivalents import Key, key
from eval.mutants.mutmut import Mutant
from eval.mutants.targets import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What became of the mutants of one file."""

    name: str
    mutants: int
    killed: int
    equivalent: int
    missed: tuple[Mutant, ...] = ()
    """Those that a test should have seen."""

    @property
    def score(self) -> float | None:
        """Return the share of the mutants that can be seen, and were; nothing without any."""
        visible = self.mutants - self.equivalent
        return self.killed / visible if visible else None


def tally(target: Target, mutants: Sequence[Mutant], known: Container[Key]) -> Tally:
    """Return the figures of a target; `known` holds the equivalent mutants."""
    alive = [mutant for mutant in mutants if not mutant.killed]
    missed = tuple(mutant for mutant in alive if key(mutant) not in known)
    return Tally(
        name=target.source.as_posix(),
        mutants=len(mutants),
        killed=len(mutants) - len(alive),
        equivalent=len(alive) - len(missed),
        missed=missed,
    )


def total(tallies: Sequence[Tally]) -> Tally:
    """Return the figures of several files together."""
    return Tally(
        name="all",
        mutants=sum(one.mutants for one in tallies),
        killed=sum(one.killed for one in tallies),
        equivalent=sum(one.equivalent for one in tallies),
        missed=tuple(mutant for one in tallies for mutant in one.missed),
    )


def table(tallies: Sequence[Tally]) -> str:
    """Return a Markdown table, the total last."""
    head = ["file", "mutants", "killed", "survived", "of which equivalent", "score"]
    rows = [_cells(f"`{one.name}`", one) for one in tallies]
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows, _cells("all", total(tallies))]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(name: str, one: Tally) -> list[str]:
    """Return the cells of one row."""
    survived = one.mutants - one.killed
    score = "–" if one.score is None else f"{one.score:.1%}"
    return [name, *(str(n) for n in (one.mutants, one.killed, survived, one.equivalent)), score]
