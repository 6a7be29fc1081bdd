"""Figures as a French reader writes them."""

from typing import Final

from assistant.wording import wording
from assistant.wording.figures import date_in_words, number_in_words
from eval.wording import words_of

ABSENT: Final = "–"
_GIGABYTE: Final = 1e9
_MEGABYTE: Final = 1e6
_MINUTE: Final = 60
_HOUR: Final = 3600
_TEN: Final = 10
_HALF: Final = 0.5

_say = words_of("eval.wording").say


def whole(number: int) -> str:
    """Return a whole number, its thousands set apart."""
    return number_in_words(str(number), wording())


def decimal(value: float, places: int = 1) -> str:
    """Return a number with that many decimals."""
    told = f"{value:.{places}f}".replace("-", "\N{MINUS SIGN}")
    return told.replace(".", wording()("number.decimal"))


def percent(value: float | None) -> str:
    """Return a share in percent; never rounded to 100 or 0 when it is not."""
    if value is None:
        return ABSENT
    if value in (0.0, 1.0):
        return _say("figure.percent", value=round(value * 100))
    shown = round(value * 100, 1)
    if shown in (0.0, 100.0):
        return _say("figure.percent_over" if value < _HALF else "figure.percent_under")
    return _say("figure.percent", value=decimal(shown))


def bounds(low: float, high: float) -> str:
    """Return the bounds of a share, in percent."""
    return _say("figure.bounds", low=decimal(low * 100), high=decimal(high * 100))


def points(value: float | None) -> str:
    """Return a change of a share, in points, with its sign."""
    if value is None:
        return ABSENT
    shown = round(value * 100, 1)
    sign = "+" if shown > 0 else "\N{MINUS SIGN}" if shown < 0 else ""
    return _say("figure.points", value=f"{sign}{decimal(abs(shown))}")


def seconds(value: float | None) -> str:
    """Return a time in the unit people would say it in."""
    if value is None:
        return ABSENT
    if value < 1:
        places = 1 if value * 1000 < _TEN else 0
        return _say("figure.milliseconds", value=decimal(value * 1000, places))
    if value < _MINUTE:
        return _say("figure.seconds", value=decimal(value))
    minutes, left = divmod(round(value), _MINUTE)
    if value < _HOUR:
        return _say("figure.minutes", minutes=minutes, seconds=left)
    return _say("figure.hours", hours=minutes // _MINUTE, minutes=minutes % _MINUTE)


def memory(size: int) -> str:
    """Return a size in memory."""
    if size >= _GIGABYTE:
        return _say("figure.gigabytes", value=decimal(size / _GIGABYTE))
    return _say("figure.megabytes", value=decimal(size / _MEGABYTE, 0))


def moment(stamp: str) -> str:
    """Return an ISO moment as a date and a time of day; the text itself when it is not one."""
    day, _, time = stamp.partition("T")
    told = date_in_words(day, wording())
    return _say("figure.moment", day=told, time=time[:5].replace(":", " h ")) if time else told
