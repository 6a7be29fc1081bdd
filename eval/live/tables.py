"""What `spro eval live` says, in a terminal."""

from collections.abc import Iterator
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from eval.live.drift import BEFORE, LEAST, RECENT, Side, Verdict
from eval.live.retention import KEPT
from eval.live.summary import Row, Site, Summary
from eval.live.words import counted, say
from eval.wording.figures import percent, points, whole

_STYLES: Final = {Verdict.ALARM: "red", Verdict.STEADY: "", Verdict.TOO_FEW: "dim"}
_LEFT_OUT: Final = ("purged", "expired", "ahead", "repeated", "unfinished")


def terminal(summary: Summary) -> Group:
    """Return a table a site, what was left out, then the alarms; readable at 80 columns."""
    return Group(
        *(_table(site) for site in summary.sites),
        *(Text(sentence) for sentence in _counts(summary)),
        *_alarms(summary),
    )


def _table(site: Site) -> RenderableType:
    """Return the values of one site."""
    title = counted("table.site", site.samples, site=site.site)
    table = Table(title=Text(title), title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    table.add_column(say("table.name"), overflow="fold")
    for column in (
        say("table.mean", days=KEPT),
        say("table.recent", days=RECENT),
        say("table.before", days=BEFORE),
        say("table.change"),
        say("table.verdict"),
    ):
        table.add_column(column, justify="right", no_wrap=True)
    for row in site.rows:
        table.add_row(*(Text(cell) for cell in _cells(row)), style=_STYLES[row.verdict])
    return table


def _cells(row: Row) -> Iterator[str]:
    """Yield the cells of one value."""
    yield say(row.name)
    yield percent(row.mean)
    yield _side(row.recent)
    yield _side(row.before)
    yield points(row.change)
    yield say(f"verdict.{row.verdict}")


def _side(side: Side) -> str:
    """Return the mean of a period, with how many values it rests on."""
    return say("table.side", mean=percent(side.mean), n=whole(side.count))


def _counts(summary: Summary) -> Iterator[str]:
    """Yield what was read, and what was not."""
    yield counted("say.read", summary.read, drawn=whole(summary.drawn), quota=whole(summary.quota))
    for name in _LEFT_OUT:
        number = getattr(summary, name)
        if number:
            yield counted(f"say.{name}", number, days=KEPT)


def _alarms(summary: Summary) -> Iterator[Text]:
    """Yield the alarms, or that there is none."""
    if summary.leaks:
        yield Text(counted("say.leaks", summary.leaking_lines), style="bold red")
    for leak in summary.leaks:
        yield Text(say("say.leak", file=leak.file, line=leak.line, kind=say(f"kind.{leak.kind}")))
    alarms = summary.alarms
    if alarms:
        yield Text(
            counted("say.drifts", len(alarms), points=whole(round(LEAST * 100))), style="bold red"
        )
    for site, row in alarms:
        yield Text(_moved(site, row))
    if not summary.leaks and not alarms:
        yield Text(say("say.calm"))


def _moved(site: str, row: Row) -> str:
    """Return where a value went."""
    return say(
        "say.drift",
        site=site,
        name=say(row.name),
        before=percent(row.before.mean),
        recent=percent(row.recent.mean),
        change=points(row.change),
    )
