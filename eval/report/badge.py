"""A small image that tells the verdict of the gate, readable by everybody."""

from enum import StrEnum
from html import escape
from typing import Final

from eval.gate.gate import Verdict
from eval.report.words import counted, say

_LEFT: Final = "#3b444b"
_CHARACTER: Final = 6.6
"""Width of a character, in pixels; the letters are then set to fit exactly."""
_MARGIN: Final = 12


class Colour(StrEnum):
    """Right half of a badge; white letters stand out on each (contrast 4.5 at least)."""

    GOOD = "#1b6e3c"
    BAD = "#a3242c"
    NEUTRAL = "#5a6570"


def verdict_badge(verdict: Verdict | None) -> str:
    """Return the badge of what the gate says; neutral when it was not asked."""
    if verdict is None:
        return badge(say("badge.gate"), say("badge.unknown"), Colour.NEUTRAL)
    if verdict.green:
        return badge(say("badge.gate"), say("badge.green"), Colour.GOOD)
    broken = len(verdict.broken)
    told = counted("badge.red", broken) if broken else say("badge.unchecked")
    return badge(say("badge.gate"), told, Colour.BAD)


def badge(label: str, message: str, colour: Colour) -> str:
    """Return a badge as SVG: its label, then its message on a colour."""
    left, right = (round(len(text) * _CHARACTER) + _MARGIN for text in (label, message))
    whole = left + right
    told = escape(f"{label} : {message}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="20" '
        f'viewBox="0 0 {whole} 20" role="img" aria-label="{told}"><title>{told}</title>'
        f'<clipPath id="r"><rect width="{whole}" height="20" rx="3"/></clipPath>'
        f'<g clip-path="url(#r)"><rect width="{left}" height="20" fill="{_LEFT}"/>'
        f'<rect x="{left}" width="{right}" height="20" fill="{colour}"/></g>'
        f'<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11" '
        f'text-anchor="middle">{_text(label, 0, left)}{_text(message, left, right)}</g></svg>\n'
    )


def _text(text: str, start: int, width: int) -> str:
    """Return letters centred in a half, and made to fit it."""
    middle, length = start + width / 2, width - _MARGIN
    return f'<text x="{middle:g}" y="14" textLength="{length}">{escape(text)}</text>'
