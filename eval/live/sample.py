"""A sample: one message and its reply, as a running service writes them once they are masked."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import BeforeValidator, Field, ValidationError

from corpus.model.errors import InputError
from eval.live.identifiers import Identifier, Kind, identifiers
from eval.live.retention import Line, lines_of, sample_files
from eval.subjects.base import SubjectError
from eval.subjects.contract import ContractReply, observed_of
from eval.trace.observed import Observed, Value

_CODES: Final = frozenset({"id", "reply_id", "citations", "source", "url", "locator", "versions"})
"""Fields that hold codes of machines, where digits in a row mean nothing."""
_PUBLISHED: Final = (
    ("referrals", "phone"),
    ("referrals", "hours"),
    ("referrals", "offices"),
    ("sources", "quote"),
    ("facts",),
)
"""Where a reply tells what comes from the directory or a source, not from the person."""
_CONTACTS: Final = frozenset({Kind.EMAIL, Kind.PHONE})


def _observed(reply: object) -> Observed:
    """Return a reply of the public contract as it is scored."""
    try:
        return observed_of(ContractReply.model_validate(reply))
    except SubjectError as error:
        raise ValueError from error


class Sample(Value):
    """One line of a file of samples."""

    day: date
    site: str = Field(pattern=r"^[\w.-]{1,64}$")
    reply_id: UUID
    language: str = Field(pattern=r"^[a-z]{2}$")
    message: str
    reply: Annotated[Observed, BeforeValidator(_observed)]
    seconds: float = Field(ge=0, allow_inf_nan=False)

    @property
    def key(self) -> str:
        """Return what tells the reply from the others of its site."""
        return str(self.reply_id)


class Leak(Value):
    """A line that still holds an identifier; never the identifier."""

    file: str
    line: int
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the files of a folder hold."""

    samples: tuple[Sample, ...] = ()
    leaks: tuple[Leak, ...] = ()
    expired: int = 0
    """Lines too old to be read."""
    ahead: int = 0
    """Samples of a day that is still to come."""
    repeated: int = 0
    """Samples of a reply already read."""
    unfinished: int = 0
    """Last lines whose end is not written yet."""


def read_samples(folder: Path, today: date) -> Reading:
    """Return the samples of a folder; a line that still holds an identifier is left out and told.

    Raises:
        InputError: naming the file and the line, never what the line holds.
    """
    lines = [line for path in sample_files(folder) for line in lines_of(path)]
    kept = [line for line in lines if not line.expired(today)]
    samples: dict[tuple[str, str], Sample] = {}
    leaks: list[Leak] = []
    ahead = repeated = 0
    for line in (line for line in kept if line.whole):
        values = _values(line)
        kinds = sorted(leaking(values))
        name = line.path.relative_to(folder).as_posix()
        leaks += [Leak(file=name, line=line.number, kind=kind) for kind in kinds]
        if not kinds:
            sample = _sample(line)
            ahead += sample.day > today
            repeated += (sample.site, sample.key) in samples
            samples.setdefault((sample.site, sample.key), sample)
    return Reading(
        samples=tuple(sample for sample in samples.values() if sample.day <= today),
        leaks=tuple(leaks),
        expired=len(lines) - len(kept),
        ahead=ahead,
        repeated=repeated,
        unfinished=sum(not line.whole for line in kept),
    )


def leaking(values: Mapping[str, Any]) -> set[Kind]:
    """Return the kinds of identifiers a line still holds.

    A telephone or an e-mail of a reply is no leak where the reply's own directory entry, quote or
    fact gives it; in a message nothing is excused.
    """
    reply = values.get("reply")
    given = {one for one in _held(reply, published=True) if one.kind in _CONTACTS}
    person = {key: value for key, value in values.items() if key != "reply"}
    return {one.kind for one in _held(person)} | {
        one.kind for one in _held(reply) if one not in given
    }


def _held(value: object, *, published: bool = False) -> set[Identifier]:
    """Return the identifiers of every text of a value, or of its published fields only."""
    return {
        one
        for path, text in _texts(value)
        if not published or any(path[: len(start)] == start for start in _PUBLISHED)
        for one in identifiers(text)
        if one.kind is Kind.EMAIL or _CODES.isdisjoint(path)
    }


def _texts(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each text and number of a JSON value, with the fields it stands under."""
    match value:
        case dict():
            for key, held in value.items():
                yield path, key
                yield from _texts(held, (*path, key))
        case list():
            for held in value:
                yield from _texts(held, path)
        case str() | int():
            yield path, str(value)
        case _:
            return


def _values(line: Line) -> dict[str, Any]:
    """Return the object of a line."""
    try:
        values = json.loads(line.content)
    except ValueError:
        raise _wrong(line, "JSON illisible") from None
    if not isinstance(values, dict):
        raise _wrong(line, "un objet est attendu")
    return values


def _sample(line: Line) -> Sample:
    """Return a line as a sample."""
    try:
        return Sample.model_validate_json(line.content, strict=True)
    except ValidationError as error:
        # The field alone: what the library says repeats what the line holds.
        found = {str(one["loc"][0]) for one in error.errors() if one["loc"]}
        known = sorted(found & Sample.model_fields.keys())
        unknown = ["champ inconnu"] if found - Sample.model_fields.keys() else []
        raise _wrong(line, f"champs refusés : {', '.join([*known, *unknown])}") from None


def _wrong(line: Line, reason: str) -> InputError:
    """Return what is wrong with a line, without a word of it."""
    return InputError(line.path, reason, f"ligne {line.number}")
