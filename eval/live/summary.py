"""All that is said of the samples of a folder: no word of a message or a reply is in it."""

from collections.abc import Iterable
from datetime import date
from statistics import fmean
from typing import Final

from pydantic import Field

from eval.live.drift import Drift, Side, Verdict, drifts
from eval.live.quota import draw
from eval.live.sample import Leak, Reading, Sample
from eval.live.score import Point, Series, names, series
from eval.runs.statistics import interval
from eval.trace.observed import Value

MOST_NAMED: Final = 20
"""Replies named under one measure; how many there are in all is told."""


class Row(Value):
    """One value of a site."""

    name: str
    mean: float
    low: float = Field(description="Bounds of the 95 % interval of the mean.")
    high: float
    scored: int
    faulty: int = Field(default=0, description="Replies a measure finds not wholly right.")
    replies: tuple[str, ...] = Field(default=(), description="The latest of them, by id.")
    recent: Side
    before: Side
    change: float | None
    p_adjusted: float | None
    verdict: Verdict


class Site(Value):
    """The samples of one site."""

    site: str
    samples: int
    rows: tuple[Row, ...]

    @property
    def alarms(self) -> tuple[Row, ...]:
        """Return the values that drifted."""
        return tuple(row for row in self.rows if row.verdict is Verdict.ALARM)


class Summary(Value):
    """What `spro eval live` says."""

    day: date
    quota: int
    read: int = Field(description="Samples read, before the quota.")
    drawn: int = Field(description="Samples scored.")
    purged: int
    expired: int
    ahead: int
    repeated: int
    unfinished: int
    leaks: tuple[Leak, ...]
    sites: tuple[Site, ...]

    @property
    def leaking_lines(self) -> int:
        """Return how many lines hold an identifier."""
        return len({(leak.file, leak.line) for leak in self.leaks})

    @property
    def alarms(self) -> tuple[tuple[str, Row], ...]:
        """Return the values that drifted, each with its site."""
        return tuple((site.site, row) for site in self.sites for row in site.alarms)


def summed_up(reading: Reading, *, quota: int, purged: int, today: date) -> Summary:
    """Return what is said of samples read on a day."""
    drawn = draw(reading.samples, quota)
    by_site = _by_site(drawn)
    found = {site: series(samples) for site, samples in by_site.items()}
    moved = {(drift.site, drift.name): drift for drift in drifts(found, today)}
    return Summary(
        day=today,
        quota=quota,
        read=len(reading.samples),
        drawn=len(drawn),
        purged=purged,
        expired=reading.expired,
        ahead=reading.ahead,
        repeated=reading.repeated,
        unfinished=reading.unfinished,
        leaks=reading.leaks,
        sites=tuple(
            Site(site=site, samples=len(by_site[site]), rows=_rows(site, held, moved))
            for site, held in found.items()
        ),
    )


def _by_site(samples: Iterable[Sample]) -> dict[str, list[Sample]]:
    """Return the samples of each site, sites in order."""
    found: dict[str, list[Sample]] = {}
    for sample in sorted(samples, key=lambda sample: (sample.site, sample.day)):
        found.setdefault(sample.site, []).append(sample)
    return found


def _rows(site: str, held: Series, moved: dict[tuple[str, str], Drift]) -> tuple[Row, ...]:
    """Return the values of a site, in the order of reports."""
    return tuple(_row(held[name], moved[site, name]) for name in names() if name in held)


def _row(points: Iterable[Point], drift: Drift) -> Row:
    """Return one value of a site; a share has no faulty reply."""
    every = sorted(points, key=lambda point: (point.day, point.reply_id), reverse=True)
    values = [point.value for point in every]
    bounds = interval(values)
    shared = drift.name.startswith(("outcome.", "completeness."))
    faulty = [point.reply_id for point in every if point.value < 1 and not shared]
    return Row(
        name=drift.name,
        mean=fmean(values),
        low=bounds.low,
        high=bounds.high,
        scored=len(values),
        faulty=len(faulty),
        replies=tuple(faulty[:MOST_NAMED]),
        recent=drift.recent,
        before=drift.before,
        change=drift.change,
        p_adjusted=drift.p_adjusted,
        verdict=drift.verdict,
    )
