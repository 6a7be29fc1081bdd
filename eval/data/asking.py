"""Somebody at the keyboard: dictates a message, or reads labels again one by one."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Protocol

from eval.data.cited import quoted
from eval.data.editing import canonical, replace
from eval.data.item import Item, read_item
from eval.data.known import Corpus
from eval.data.telling import label_lines
from eval.data.vocabulary import CONFIRMED, DISPUTED, FIELDS
from eval.data.words import named, say

_CHOSEN: Final = ("language", "public", "department", "theme", "register", "difficulty")
_YES: Final = frozenset({"o", "oui"})
_NO: Final = frozenset({"n", "non"})
_DISCUSS: Final = frozenset({"d", "discuter"})
_SKIP: Final = frozenset({"p", "passer"})
_QUIT: Final = frozenset({"q", "quitter"})


class Person(Protocol):
    """Whoever is at the keyboard."""

    def tell(self, text: str) -> None:
        """Show a line."""
        ...

    def ask(self, question: str) -> str:
        """Return what is typed, without the spaces around it; EOFError when they left."""
        ...


def dictated(person: Person, example: Item) -> Mapping[str, Any]:
    """Return a message as somebody dictates it, field by field; EOFError when they left."""
    values: dict[str, Any] = {"text": person.ask(say("add.ask_text"))}
    values["history"] = list(iter(lambda: person.ask(say("add.ask_history")), ""))
    for key in _CHOSEN:
        values[key] = _chosen(person, key)
    values["expected"] = _object(person, example)
    for key in ("origin", "author", "note"):
        values[key] = person.ask(say(f"add.ask_{key}"))
    return values


def _chosen(person: Person, key: str) -> str:
    """Return a word of the list of a field, asked until it is one."""
    known = ", ".join(sorted(FIELDS[key] - {""}))
    if "" in FIELDS[key]:
        known = say("add.or_nothing", known=known)
    question = say("add.ask_word", field=named("field", key), known=known)
    while (word := person.ask(question)) not in FIELDS[key]:
        person.tell(say("add.not_listed"))
    return word


def _object(person: Person, example: Item) -> Mapping[str, Any]:
    """Return a JSON object, asked until it is one."""
    shown = json.dumps(example.expected, ensure_ascii=False)
    while True:
        try:
            found = json.loads(person.ask(say("add.ask_expected", example=shown)))
        except json.JSONDecodeError:
            found = None
        if isinstance(found, dict):
            return found
        person.tell(say("add.not_object"))


@dataclass(slots=True, kw_only=True)
class Sitting:
    """Labels one person reads again, saved one by one: a sitting may stop anywhere."""

    person: Person
    path: Path
    reviewer: str
    corpus: Corpus = field(default_factory=Corpus)
    counts: dict[str, int] = field(
        default_factory=lambda: {CONFIRMED: 0, DISPUTED: 0, "skipped": 0}
    )

    def waiting(self, states: Collection[str]) -> list[str]:
        """Return the lines to read: in these states, and not written by the reader."""
        lines = self.path.read_bytes().decode().split("\n")
        read = [(line, read_item(line, self.path)) for line in lines if line]
        return [
            line
            for line, item in read
            if item.review in states and self.reviewer not in {item.author, item.reviewer}
        ]

    def __call__(self, lines: Sequence[str]) -> None:
        """Walk through lines until the last, or until the person leaves."""
        for number, line in enumerate(lines, start=1):
            item = read_item(line, self.path)
            for shown in self._shown(item, number, len(lines)):
                self.person.tell(shown)
            try:
                verdict = self._verdict()
            except EOFError:
                return
            if verdict is None:
                return
            self._keep(line, item, verdict)

    def _shown(self, item: Item, number: int, count: int) -> Iterator[str]:
        """Yield what the person needs to judge a label."""
        yield say(
            "review.head",
            id=item.id,
            number=number,
            count=count,
            public=named("value", item.public),
            department=item.department or say("review.nowhere"),
            register=named("value", item.register),
            review=named("value", item.review),
        )
        for text in item.history:
            yield say("review.before", text=text)
        yield say("review.message", text=item.text)
        yield say("review.expected")
        for told in label_lines(item, self.corpus.bodies):
            yield f"  {told}"
        yield say("review.origin", origin=item.origin)
        for told in quoted(item.origin, self.corpus):
            yield f"  « {told} »"
        if item.note:
            yield say("review.note", note=item.note)

    def _verdict(self) -> Mapping[str, str] | None:
        """Return what the answer changes, nothing when it is skipped, `None` to stop."""
        while True:
            answer = self.person.ask(say("review.question")).lower()
            if answer in _QUIT:
                return None
            if answer in _SKIP:
                return {}
            if answer in _YES:
                return {"review": CONFIRMED}
            if answer in _NO | _DISCUSS:
                kept = "disagreed" if answer in _NO else "discussed"
                return {"review": DISPUTED, "note": say(f"review.{kept}", why=self._why())}
            self.person.tell(say("review.again"))

    def _why(self) -> str:
        """Return a reason, asked until there is one."""
        while not (why := self.person.ask(say("review.why"))):
            self.person.tell(say("review.why_again"))
        return why

    def _keep(self, line: str, item: Item, verdict: Mapping[str, str]) -> None:
        """Write a verdict in the place of the line it is about, and count it."""
        if not verdict:
            self.counts["skipped"] += 1
            return
        values = json.loads(line) | verdict | {"reviewer": self.reviewer}
        values["note"] = " ; ".join(note for note in (item.note, verdict.get("note")) if note)
        if replace(self.path, line, canonical(values)):
            self.counts[verdict["review"]] += 1
        else:
            self.person.tell(say("review.moved", id=item.id))
            self.counts["skipped"] += 1
