"""Danger said in a message: which kind, how sure, and whom to call; read from a lexicon."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from assistant.safety.clean import clean
from assistant.text import fold


class Topic(StrEnum):
    """Kinds of danger; `WEARINESS` is none, it asks for a gentle word."""

    SUICIDE = "suicide"
    CHILD_IN_DANGER = "child_in_danger"
    HARASSMENT = "harassment"
    VIOLENCE_AGAINST_WOMEN = "violence_against_women"
    MEDICAL = "medical"
    VIOLENCE_NOW = "violence_now"
    WEARINESS = "weariness"


class Level(StrEnum):
    """Whether help lines come first, or a gentle word is enough."""

    ALARM = "alarm"
    SOFT = "soft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Danger:
    """One kind of danger recognised; holds none of the person's words."""

    topic: Topic
    level: Level
    lines: tuple[str, ...]
    """Ids of the bodies to call, most useful first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtWork:
    """Tell harassment of an adult at work, which has other lines than a child's."""

    says: re.Pattern[str]
    young: re.Pattern[str]
    moral: re.Pattern[str]
    lines: tuple[str, ...]

    def __call__(self, folded: str) -> bool:
        """Return whether a message speaks of work, and of nobody at school or under age."""
        return bool(self.says.search(folded)) and not self.young.search(folded)

    def without_moral(self, folded: str) -> str:
        """Return the text without moral harassment at work: no help line is known for it."""
        return self.moral.sub(" , ", folded) if self(folded) else folded

    def lined(self, danger: Danger, folded: str) -> Danger:
        """Return a danger with the lines for adults if it is harassment at work."""
        ours = danger.topic is Topic.HARASSMENT and self(folded)
        return replace(danger, lines=self.lines) if ours else danger


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectCrisis:
    """Recognise danger in a message; words that only look like it are set aside first."""

    dangers: tuple[tuple[Danger, re.Pattern[str]], ...]
    at_work: AtWork
    look_alike: re.Pattern[str]
    short_form: re.Pattern[str]
    short_forms: Mapping[str, str]

    def __call__(self, text: str) -> tuple[Danger, ...]:
        """Return the dangers said, alarms in the order of the lexicon, then weariness."""
        folded = self._read(text)
        rest = self.look_alike.sub(" , ", self.at_work.without_moral(folded))
        return tuple(
            self.at_work.lined(danger, folded)
            for danger, pattern in self.dangers
            if pattern.search(rest if danger.level is Level.ALARM else folded)
        )

    def meant(self, topics: Iterable[Topic], text: str) -> tuple[Danger, ...]:
        """Return the alarms for kinds of danger recognised otherwise than by words."""
        folded = self._read(text)
        held = {d.topic: d for d, _ in self.dangers if d.level is Level.ALARM}
        return tuple(self.at_work.lined(held[topic], folded) for topic in topics if topic in held)

    def weariness(self) -> tuple[Danger, ...]:
        """Return what calls for a gentle word."""
        return tuple(danger for danger, _ in self.dangers if danger.level is Level.SOFT)[:1]

    def _read(self, text: str) -> str:
        """Return a message as the phrases are read on: folded, short forms made full."""
        typed = " ".join(fold(clean(text)).split())
        return self.short_form.sub(lambda match: self.short_forms[match[0]], typed)


def alarms(dangers: Iterable[Danger]) -> tuple[Danger, ...]:
    """Return the dangers that put help lines first."""
    return tuple(danger for danger in dangers if danger.level is Level.ALARM)


def help_lines(dangers: Iterable[Danger]) -> tuple[str, ...]:
    """Return the ids of the bodies to call for these dangers, most useful first, each once."""
    return tuple(dict.fromkeys(line for danger in dangers for line in danger.lines))


@cache
def load_crisis() -> DetectCrisis:
    """Return the step made of `crisis.toml`."""
    file = resources.files("assistant.safety") / "crisis.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return DetectCrisis(
        short_form=_phrases(sorted(table["sms"], key=len, reverse=True)),
        short_forms=table["sms"],
        dangers=tuple(_danger(entry, table["lines"], table["words"]) for entry in table["danger"]),
        at_work=AtWork(
            says=_phrases(table["at_work"]["says"]),
            young=_phrases(table["at_work"]["young"]),
            moral=_phrases(table["at_work"]["moral"]),
            lines=tuple(table["lines"]["harassment_at_work"]),
        ),
        look_alike=_phrases(_filled(table["look_alike"]["says"], table["words"])),
    )


def _danger(
    entry: Mapping[str, Any], lines: Mapping[str, list[str]], words: Mapping[str, str]
) -> tuple[Danger, re.Pattern[str]]:
    """Return one entry of the lexicon, compiled."""
    topic = Topic(entry["topic"])
    danger = Danger(topic=topic, level=Level(entry["level"]), lines=tuple(lines[topic]))
    return danger, _phrases(_filled(entry["says"], words))


def _filled(says: Iterable[str], words: Mapping[str, str]) -> list[str]:
    """Return phrases with each `{name}` replaced by the words it stands for."""
    phrases = list(says)
    for name, pattern in words.items():
        phrases = [phrase.replace(f"{{{name}}}", pattern) for phrase in phrases]
    return phrases


def _phrases(says: Iterable[str]) -> re.Pattern[str]:
    """Return one pattern for phrases, each on word boundaries."""
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(says)})(?![a-z0-9])")
