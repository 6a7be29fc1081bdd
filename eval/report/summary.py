"""The few sentences that tell a run to somebody who reads nothing else."""

from collections.abc import Iterator, Sequence
from typing import Final

from eval.report.content import Report
from eval.report.rows import Row, subjects
from eval.report.words import counted, named, say
from eval.runs.compare import Change, compare
from eval.runs.folder import Results
from eval.wording.figures import percent, points, whole

MOST_NAMED: Final = 3
"""Measures named for being under their target."""


def summary(report: Report, every: list[Row]) -> list[str]:
    """Return how many targets are reached, the furthest, the verdict, what moved, who is beside.

    Measures are counted and named, never averaged together: they don't measure the same thing.
    """
    ours = [row for row in every if report.ours.get(row.name)]
    aimed = [row for row in ours if row.target is not None]
    return [
        _lead(report, ours, aimed),
        *_sure(aimed),
        *_furthest(aimed),
        *_silent(ours, aimed),
        *_verdict(report),
        *_changes(report.changes),
        *_beside(report),
    ]


def _lead(report: Report, ours: list[Row], aimed: list[Row]) -> str:
    """Return how many measures reach their target, out of those that have one."""
    items = {score.item for one in report.ours.measures for score in one.scores}
    told = {"subject": subjects(report)[0], "split": _sample(report.ours)}
    if not items:
        return say("summary.nothing", **told)
    told["messages"] = counted("summary.messages", len(items))
    if not aimed:
        return counted("summary.aimless", sum(row.ours.scored > 0 for row in ours), **told)
    reached = sum(row.reached for row in aimed)
    return counted("summary.lead", reached, total=whole(len(aimed)), **told)


def _sure(aimed: list[Row]) -> Iterator[str]:
    """Yield how many are reached by the lower bound too, where a bound can ever reach them."""
    bounds = [
        (row.ours.interval.low, row.target)
        for row in aimed
        if row.ours.interval and row.target is not None and row.target < 1
    ]
    if bounds:
        sure = sum(low >= target for low, target in bounds)
        yield say("summary.sure", n=whole(sure), total=whole(len(bounds)))


def _furthest(aimed: list[Row]) -> Iterator[str]:
    """Yield the measures that are furthest under their target, the furthest first."""
    under = [(row.beyond, row) for row in aimed if row.beyond is not None and not row.reached]
    for beyond, row in sorted(under, key=lambda pair: pair[0])[:MOST_NAMED]:
        yield say(
            "summary.under",
            by=points(beyond),
            asks=row.told,
            measure=row.name,
            mean=percent(row.ours.mean),
            target=percent(row.target),
        )


def _silent(ours: list[Row], aimed: list[Row]) -> Iterator[str]:
    """Yield how many measures with a target scored nothing, and how many items were not put."""
    silent = sum(row.ours.mean is None for row in aimed)
    if silent:
        yield counted("summary.silent", silent)
    faults = max((row.ours.faults for row in ours), default=0)
    if faults:
        yield counted("summary.faults", faults)


def _verdict(report: Report) -> Iterator[str]:
    """Yield what the gate says, when it was asked."""
    verdict = report.verdict
    if verdict is None:
        return
    if verdict.green:
        yield counted("summary.green", verdict.checked)
        return
    names = ", ".join(dict.fromkeys(one.measure for one in verdict.broken))
    yield say("summary.red", measures=names) if names else say("summary.unchecked")


def _changes(changes: Sequence[Change]) -> Iterator[str]:
    """Yield how many measures moved by more than chance against the base, and the worst fall."""
    held = [change for change in changes if change.difference]
    if not held:
        return
    rose, fell, level = _sides(held)
    if not rose and not fell:
        yield counted("summary.level", level)
        return
    yield say("summary.changes", fell=whole(fell), rose=whole(rose), steady=whole(level))
    falls = [(one.difference.mean, one.measure) for one in held if one.difference and one.fell]
    if falls:
        by, measure = min(falls)
        yield say("summary.worst_fall", measure=measure, by=points(by))


def _beside(report: Report) -> Iterator[str]:
    """Yield, for each run beside, on how many of the measures both allow ours is ahead."""
    for name, run in zip(subjects(report)[1:], report.others, strict=True):
        shared = [change for change in compare(report.ours, run) if change.difference]
        ahead, behind, level = map(whole, _sides(shared))
        told = {"subject": name, "ahead": ahead, "behind": behind, "level": level}
        if shared:
            yield counted("summary.beside", len(shared), **told)
        else:
            yield say("summary.apart", subject=name)


def _sides(changes: Sequence[Change]) -> tuple[int, int, int]:
    """Return on how many measures a run is above the other, below, and neither beyond chance."""
    below = sum(change.fell for change in changes)
    above = sum(change.significant for change in changes) - below
    return above, below, len(changes) - above - below


def _sample(results: Results) -> str:
    """Return what the messages asked are called."""
    about = results.about
    if about.suite:
        return say("summary.suite", suite=about.suite)
    return named("split", about.split)
