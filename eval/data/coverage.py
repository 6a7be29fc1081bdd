"""Who and where the data sets speak for, counted."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from eval.data.item import Item
from eval.data.problem import Kind, Problem
from eval.data.vocabulary import Department, Public, values

MARK: Final = "coverage"
"""What the tables stand between on a page."""
COUNTED: Final = ("split", "review", "public", "department", "register", "language", "difficulty")
NEEDED: Final = {"public": values(Public), "department": values(Department)}
"""What must be met in one data set at least."""
_NONE: Final = "–"
_ALL: Final = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Items of each data set by value of a field."""

    field: str
    columns: Mapping[str, Counter[str]]
    """By data set."""

    @property
    def rows(self) -> Sequence[tuple[str, Sequence[int]]]:
        """Return each value with its count in every data set, then in all; most met first."""
        total: Counter[str] = sum(self.columns.values(), Counter())
        ordered = sorted(total, key=lambda value: (-total[value], value))
        return [
            (value, [*(column[value] for column in self.columns.values()), total[value]])
            for value in ordered
        ]

    @property
    def header(self) -> Sequence[str]:
        """Return the name of the field, then of every column."""
        return (self.field, *self.columns, _ALL)


def coverage(datasets: Mapping[str, Sequence[Item]]) -> Sequence[Table]:
    """Return counts of items by data set and split, review, public, department and the rest."""
    return [
        Table(
            field=field,
            columns={
                name: Counter(getattr(item, field) or _NONE for item in held)
                for name, held in datasets.items()
            },
        )
        for field in COUNTED
    ]


def lacking(datasets: Mapping[str, Sequence[Item]]) -> Iterator[Problem]:
    """Yield the publics of the SPRO and the departments nobody speaks for."""
    items = [item for held in datasets.values() for item in held]
    for field, needed in NEEDED.items():
        for absent in sorted(needed - {getattr(item, field) for item in items}):
            yield Problem(kind=Kind.ABSENT, items=(), detail=f"{field} = {absent}")


def to_markdown(tables: Sequence[Table]) -> str:
    """Return the counts as tables."""
    return "\n\n".join(_table(table) for table in tables)


def _table(table: Table) -> str:
    """Return one table."""
    lines = [_line(table.header), "|---" + "|---:" * (len(table.header) - 1) + "|"]
    lines += [_line((value, *map(str, counts))) for value, counts in table.rows]
    return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    """Return a row."""
    return f"| {' | '.join(cells)} |"
