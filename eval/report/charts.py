"""The drawings of the page, each with the table of its figures, or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from eval.report import plots
from eval.report.calibration import FEWEST, Pair, bins, first_found, first_read
from eval.report.content import Report
from eval.report.groups import Group, Reached, per_public, per_task, per_territory
from eval.report.latency import WHOLE, Spread, buckets, spreads, times
from eval.report.rows import subjects
from eval.report.words import counted, named, say
from eval.wording.figures import ABSENT, bounds, decimal, percent, points, seconds, whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One drawing: what it shows in words, and its figures."""

    key: str
    title: str
    note: str
    drawing: Markup | None = None
    """Absent when there is nothing to draw; `note` then says why."""
    header: tuple[str, ...] = ()
    lines: tuple[tuple[str, ...], ...] = ()


def charts(report: Report) -> list[Chart]:
    """Return every drawing of the page."""
    spread = spreads(report.traces)
    return [
        _targets(report),
        _gaps("public", per_public(report)),
        _gaps("department", per_territory(report)),
        _times(times(report.traces), spread),
        _steps(spread),
        _reliability("found", first_found(report.items, report.traces)),
        _reliability("read", first_read(report.items, report.traces)),
    ]


def _targets(report: Report) -> Chart:
    """Return how many measures of each task are at their target."""
    title, held = say("chart.task"), per_task(report)
    if not held:
        return Chart(key="task", title=title, note=say("chart.nothing_aimed"))
    reached, total = (sum(getattr(one.ours, key) for one in held) for key in ("reached", "aimed"))
    drawing = plots.targets(
        [(named("task", one.task), one.ours.reached, one.ours.aimed) for one in held],
        axis=say("chart.measures"),
        label=say("chart.task_alt", reached=whole(reached), total=whole(total)),
        prefix="plot-task",
    )
    return Chart(
        key="task",
        title=title,
        note=say("chart.task_note"),
        drawing=drawing,
        header=(say("chart.task_head"), *subjects(report)),
        lines=tuple(
            (named("task", one.task), *map(_reached, (one.ours, *one.others))) for one in held
        ),
    )


def _reached(one: Reached) -> str:
    """Return how many targets are reached, out of how many; absent where there is none."""
    told = {"reached": whole(one.reached), "total": whole(one.aimed)}
    return say("chart.reached", **told) if one.aimed else ABSENT


def _gaps(kind: str, groups: Sequence[Group]) -> Chart:
    """Return how far groups are from the means of the same measures, the worst served first."""
    title = say(f"chart.{kind}")
    if not groups:
        return Chart(key=kind, title=title, note=say("chart.nothing_scored"))
    drawing = plots.gaps(
        [_bar(kind, group) for group in groups],
        axis=say("chart.gap_axis"),
        label=_gaps_alt(kind, groups[0], groups[-1]),
        prefix=f"plot-{kind}",
    )
    heads = ("table.items", "chart.gap", "table.interval")
    return Chart(
        key=kind,
        title=title,
        note=say(f"chart.{kind}_note"),
        drawing=drawing,
        header=(say(f"chart.{kind}_head"), *map(say, heads)),
        lines=tuple(_line(kind, group) for group in groups),
    )


def _bar(kind: str, group: Group) -> plots.Bar:
    """Return a group as it is drawn."""
    return plots.Bar(
        label=named(kind, group.code),
        value=group.gap * 100,
        low=group.interval.low * 100,
        high=group.interval.high * 100,
    )


def _line(kind: str, group: Group) -> tuple[str, ...]:
    """Return a group as it is told."""
    reach = bounds(group.interval.low, group.interval.high)
    return (named(kind, group.code), whole(group.items), points(group.gap), reach)


def _gaps_alt(kind: str, worst: Group, best: Group) -> str:
    """Return what a drawing of gaps shows, in a sentence."""
    return say(
        "chart.gap_alt",
        title=say(f"chart.{kind}"),
        worst=named(kind, worst.code),
        low=points(worst.gap),
        best=named(kind, best.code),
        high=points(best.gap),
    )


def _times(held: Sequence[float], spread: Sequence[Spread]) -> Chart:
    """Return how many replies took how long."""
    title = say("chart.times")
    if not held:
        return Chart(key="times", title=title, note=say("chart.nothing_timed"))
    whole_reply = next(one for one in spread if one.part == WHOLE)
    median, p95 = seconds(whole_reply.median), seconds(whole_reply.p95)
    found = buckets(held)
    drawing = plots.times(
        found,
        (whole_reply.median, whole_reply.p95),
        axis=say("chart.ms_log"),
        label=counted("chart.times_alt", len(held), median=median, p95=p95),
        prefix="plot-times",
    )
    return Chart(
        key="times",
        title=title,
        note=say("chart.times_note", median=median, p95=p95),
        drawing=drawing,
        header=(say("chart.from"), say("chart.to"), say("chart.replies")),
        lines=tuple((seconds(one.low), seconds(one.high), whole(one.count)) for one in found),
    )


def _steps(spread: Sequence[Spread]) -> Chart:
    """Return the time of each part of a reply."""
    title = say("chart.steps")
    if not any(one.part != WHOLE for one in spread):
        return Chart(key="steps", title=title, note=say("chart.nothing_stepped"))
    longest = max((one for one in spread if one.part != WHOLE), key=lambda one: one.median)
    name = named("step", longest.part)
    return Chart(
        key="steps",
        title=title,
        note=say("chart.steps_note"),
        drawing=plots.steps(
            [(named("step", one.part), one.median, one.p95) for one in spread],
            axis=say("chart.ms"),
            label=say("chart.steps_alt", part=name, median=seconds(longest.median)),
            prefix="plot-steps",
        ),
        header=tuple(say(f"chart.{key}") for key in ("part", "replies", "median", "p95", "most")),
        lines=tuple(
            (
                named("step", one.part),
                whole(one.count),
                *map(seconds, (one.median, one.p95, one.longest)),
            )
            for one in spread
        ),
    )


def _reliability(kind: str, pairs: Sequence[Pair]) -> Chart:
    """Return whether a high score of the subject means that it is right."""
    title, found = say(f"chart.{kind}"), bins(pairs)
    if not found:
        note = say("chart.too_few", n=whole(len(pairs)), fewest=whole(FEWEST))
        return Chart(key=kind, title=title, note=note)
    low, high = percent(found[0].right), percent(found[-1].right)
    drawing = plots.reliability(
        found,
        x_axis=say(f"chart.{kind}_score"),
        y_axis=say("chart.right"),
        label=say("chart.reliability_alt", title=title, low=low, high=high),
        prefix=f"plot-{kind}",
    )
    header = tuple(say(f"chart.{key}") for key in ("from", "to", "pairs", "right"))
    lines = (
        (
            decimal(one.lowest, 3),
            decimal(one.highest, 3),
            whole(one.items),
            percent(one.right),
            bounds(one.interval.low, one.interval.high),
        )
        for one in found
    )
    return Chart(
        key=kind,
        title=title,
        note=say(f"chart.{kind}_note"),
        drawing=drawing,
        header=(*header, say("table.interval")),
        lines=tuple(lines),
    )
