"""Badges: what they say, and that everybody can read it."""

from xml.etree import ElementTree as ET

import pytest

from eval.gate.gate import Broken, Kind, Verdict
from eval.report.badge import Colour, badge, verdict_badge

BROKEN = Broken(measure="a.b", kind=Kind.FLOOR, found=0.1, demanded=0.5)


def luminance(colour):
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", [*Colour, "#3b444b"])
def test_white_letters_stand_out(colour):
    assert 1.05 / (luminance(colour) + 0.05) >= 4.5


@pytest.mark.parametrize(
    ("verdict", "message", "colour"),
    [
        (None, "non vérifiée", Colour.NEUTRAL),
        (Verdict(broken=(), checked=3), "seuils tenus", Colour.GOOD),
        (Verdict(broken=(), checked=0), "rien de vérifié", Colour.BAD),
        (Verdict(broken=(BROKEN,), checked=3), "1 seuil non tenu", Colour.BAD),
        (Verdict(broken=(BROKEN, BROKEN), checked=3), "2 seuils non tenus", Colour.BAD),
    ],
)
def test_a_verdict_is_told_in_words_and_in_colour(verdict, message, colour):
    drawn = verdict_badge(verdict)

    assert f'aria-label="évaluation : {message}"' in drawn
    assert colour in drawn


def test_words_are_escaped_and_fit():
    root = ET.fromstring(badge("<a>", "b & c", Colour.GOOD))  # noqa: S314 # our own

    assert root.attrib["aria-label"] == "<a> : b & c"
    assert root.attrib["width"] == str(20 + 12 + 33 + 12)
