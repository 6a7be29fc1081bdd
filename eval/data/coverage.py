"""Who and where the data sets speak for, counted."""

from collections import Counter
from collections.abc import Mapping, Sequence

from eval.data.item import Item


def coverage(datasets: Mapping[str, Sequence[Item]]) -> Mapping[str, Counter[str]]:
    """Return counts of items by data set, split, public, department, register and language."""
    items = [(name, item) for name, held in datasets.items() for item in held]
    return {
        "dataset": Counter(name for name, _ in items),
        "split": Counter(item.split for _, item in items),
        "public": Counter(item.public for _, item in items),
        "department": Counter(item.department or "–" for _, item in items),
        "register": Counter(item.register for _, item in items),
        "language": Counter(item.language for _, item in items),
        "difficulty": Counter(item.difficulty for _, item in items),
    }


def to_markdown(counts: Mapping[str, Counter[str]]) -> str:
    """Return the counts as tables, largest first."""
    tables = []
    for name, counter in counts.items():
        rows = "\n".join(f"| {key} | {number} |" for key, number in counter.most_common())
        tables.append(f"| {name} | items |\n|---|---|\n{rows}")
    return "\n\n".join(tables)
