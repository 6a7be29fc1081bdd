"""Which format a client wants and which one it sends."""

from collections.abc import Sequence
from typing import Final

from fastapi import Request

from api.problems import ProblemError

JSON: Final = "application/json"
EVENTS: Final = "text/event-stream"
FORM: Final = "application/x-www-form-urlencoded"
HTML: Final = "text/html"


def preferred(accept: str, offered: Sequence[str]) -> str | None:
    """Return the offered type an `Accept` header likes best, the first of equals; none if none."""
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    liked = {media: _liking(media, ranges) for media in offered}
    best = max(offered, key=lambda media: liked[media])
    return best if liked[best][0] > 0 else None


def reply_format(request: Request) -> str:
    """Return the type of reply the client wants, JSON when it does not mind."""
    media = preferred(request.headers.get("accept", ""), (JSON, EVENTS))
    if media is None:
        code = "not_acceptable"
        raise ProblemError(code)
    return media


def json_only(request: Request) -> None:
    """Refuse a body that is not said to be JSON."""
    _expect(request, JSON)


def form_only(request: Request) -> None:
    """Refuse a body that is not said to be a plain form."""
    _expect(request, FORM)


def _expect(request: Request, expected: str) -> None:
    """Refuse a body of another type than `expected`."""
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != expected:
        code = "media_type"
        raise ProblemError(code, expected=expected)


def _range(part: str) -> tuple[str, float]:
    """Return a media range and its weight; an unreadable weight counts as none."""
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weights = [p.removeprefix("q=") for p in parameters if p.startswith("q=")]
    try:
        return media, float(weights[0]) if weights else 1.0
    except ValueError:
        return media, 0.0


def _liking(media: str, ranges: Sequence[tuple[str, float]]) -> tuple[float, int]:
    """Return the weight of the most specific range that covers `media`, and how specific."""
    patterns = ("*/*", f"{media.partition('/')[0]}/*", media)
    found = [(patterns.index(pattern), weight) for pattern, weight in ranges if pattern in patterns]
    specific, weight = max(found, default=(0, 0.0))
    return weight, specific
