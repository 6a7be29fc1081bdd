"""A person, what they came for and what was said so far, in French words for who plays them."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from eval.data.known import read_toml
from eval.data.words import named
from eval.scripts.converse import Person
from eval.scripts.words import say
from eval.trace.observed import Observed

LEAVES: Final = "[FIN]"
"""What is written instead of a message by who has nothing more to say."""


def prompt_of(person: Person, messages: Sequence[str]) -> str:
    """Return what is put to who plays a person; `messages` are all those sent, the last included.

    Neither the values, the sheets nor the bodies a right reply holds are told: who knows them
    would fish for them.
    """
    item = person.item
    return _template().format(
        persona=item.note or say("person.none"),
        truth=_listed(_true(person.told)),
        refused=_listed(named("label", name) for name in sorted(person.refused)),
        goal=_listed(_goal(item.expected["goal"])),
        then=" / ".join(item.expected["then"]) or say("person.none"),
        talk="\n".join(_talk(messages, person.replies)),
        language=say(f"language.{item.language}"),
        leaves=LEAVES,
    )


def prompt_version() -> str:
    """Return what changes when the prompt does."""
    return hashlib.sha256(_template().encode()).hexdigest()[:12]


def _true(told: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is true of a person, a field at a time."""
    for name, value in told.items():
        if name == "commune":
            yield say("person.true", label=say("person.commune"), value=_place(value))
        else:
            word = str(value).lower() if isinstance(value, bool) else str(value)
            yield say("person.true", label=named("label", name), value=named("value", word))


def _goal(goal: Mapping[str, Any]) -> Iterator[str]:
    """Yield the kinds of things that would serve a person, never the things themselves."""
    if facts := goal.get("facts_any"):
        kinds = dict.fromkeys(named("value", fact["property"]) for fact in facts)
        yield say("goal.facts", kinds=", ".join(kinds))
    if goal.get("bodies_any") or goal.get("bodies_all"):
        yield say("goal.bodies")
    if goal.get("sheets_any"):
        yield say("goal.sheets")


def _talk(messages: Sequence[str], replies: Sequence[Observed]) -> Iterator[str]:
    """Yield the messages, each with its reply; the first may have been sent before we watched."""
    before = len(messages) - len(replies)
    for number, text in enumerate(messages):
        yield say("talk.person", text=text)
        if number >= before:
            yield from _reply(replies[number - before])


def _reply(reply: Observed) -> Iterator[str]:
    """Yield what a person reads of a reply."""
    yield say("talk.service", text=reply.text)
    for body in reply.bodies:
        yield say("talk.body", name=body.name or body.organisation, reason=body.reason)
    if reply.asked and reply.asked.options:
        labels = " / ".join(option.label for option in reply.asked.options)
        yield say("talk.options", labels=labels)


def _listed(parts: Iterable[str]) -> str:
    """Return parts on one line, or that there is nothing."""
    return " ; ".join(parts) or say("person.none")


def _place(code: str) -> str:
    """Return the name of a commune; its code when we do not have it."""
    return _places().get(code, code)


@cache
def _places() -> Mapping[str, str]:
    """Return the names of our communes, by code."""
    sources = Path(str(files("corpus") / "sources"))
    table = read_toml(sources / "spro_territory" / "territories.toml")
    return {place["code"]: place["name"] for place in table["territory"]}


@cache
def _template() -> str:
    """Return the prompt, its `{names}` to be filled in."""
    return files("eval.scripts").joinpath("prompts", "person.fr.txt").read_text("utf-8").strip()
