"""What a message says of the person: stated facts and needs, read from phrases in a data file."""

import re
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from assistant.profile import UNKNOWN, Need, Profile
from assistant.understanding.phrases import Phrases, load_phrases
from assistant.understanding.speakers import Speech, heard

About: TypeAlias = Literal["self", "child", "other"]

_PUPILS: Final = frozenset({"collegien", "lyceen"})
_ADULT: Final = 18
_PARENT: Final = Profile(situation="parent_eleve", employed=False, job_seeking=False)
"""A pupil's parent who asks for the child: the person served is the pupil."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonReading:
    """What was said of the person served; what was not said stays unknown."""

    profile: Profile = UNKNOWN
    needs: tuple[Need, ...] = ()
    """From the most precise to the most general."""
    about: About = "self"


def read_person(text: str) -> PersonReading:
    """Return what a French message states; nothing is inferred from a name, origin or place."""
    phrases = load_phrases()
    speech = heard(phrases, text)
    own = phrases.read_profile(speech.own)
    own_needs = phrases.read_needs(speech.own)
    child_needs = phrases.read_needs(speech.child)
    needs = phrases.read_needs(f"{speech.own} | {speech.child}")
    if speech.child and (_silent(own) or (child_needs and not own_needs)):
        profile = _served_child(phrases, speech, needs)
        return PersonReading(profile=profile, needs=needs, about="child")
    if speech.other and _silent(own) and not own_needs:
        return PersonReading(
            profile=phrases.read_profile(speech.other),
            needs=phrases.read_needs(speech.other),
            about="other",
        )
    return PersonReading(profile=own, needs=needs)


def _silent(profile: Profile) -> bool:
    """Return whether nothing is known of what the person does."""
    return profile.situation is None and profile.employed is None and profile.job_seeking is None


def _served_child(phrases: Phrases, speech: Speech, needs: tuple[Need, ...]) -> Profile:
    """Return the profile to serve when a parent asks for a child.

    A pupil is served through the parent; a grown-up child for themselves. A child of unknown age
    who asks for nothing scholarly stays unknown.
    """
    child = phrases.read_profile(speech.child)
    if child.situation in _PUPILS:
        return _PARENT
    if child.situation is not None or child.job_seeking or child.employed:
        return child
    if child.age is not None:
        return child if child.age >= _ADULT else _PARENT
    young = re.search(phrases.minor, speech.child) is not None
    return _PARENT if young and Need.CHOOSE_TRAINING in needs else replace(child, situation=None)
