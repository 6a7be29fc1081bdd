"""The conversation as the page's form carries it: the server keeps nothing of it."""

from dataclasses import asdict, dataclass, fields
from typing import Final

from pydantic import ValidationError
from starlette.datastructures import FormData

from api.schemas.request import ProfileIn
from assistant.profile import UNKNOWN, Profile
from assistant.question import Turn
from assistant.wording import LANGUAGES

KEPT: Final = 6
"""Earlier questions the page carries, the latest ones."""
EDITABLE: Final = ("situation", "age", "commune")
"""Fields of the profile the page lets a person correct."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """What was asked before, what is asked now, and what is known of the person."""

    question: str = ""
    history: tuple[str, ...] = ()
    profile: Profile = UNKNOWN
    language: str = "fr"
    wrong: tuple[str, ...] = ()
    """Fields of the profile that could not be read."""

    @property
    def asked(self) -> tuple[str, ...]:
        """Return the earlier questions of a next one."""
        return (*self.history, self.question)[-KEPT:]

    def to_turn(self) -> Turn:
        """Return the turn as the assistant has it."""
        return Turn(
            text=self.question,
            history=self.history,
            profile=self.profile,
            language=self.language,
        )


def read_conversation(form: FormData, longest: int) -> Conversation:
    """Return the conversation a form carries; earlier questions over `longest` are left out."""
    profile, wrong = _profile(form)
    history = [text for text in _texts(form, "h") if text and len(text) <= longest]
    language = _text(form, "lang")
    return Conversation(
        question=_text(form, "q"),
        history=tuple(history[-KEPT:]),
        profile=profile,
        language=language if language in LANGUAGES else "fr",
        wrong=wrong,
    )


def _profile(form: FormData) -> tuple[Profile, tuple[str, ...]]:
    """Return what is known of the person, and the fields that could not be read."""
    names = [f.name for f in fields(Profile)]
    given = {name: text for name in names if (text := _text(form, name))}
    try:
        return ProfileIn.model_validate(given, strict=False).to_profile(), ()
    except ValidationError as error:
        wrong = tuple(str(one["loc"][0]) for one in error.errors())
        kept = {name: text for name, text in given.items() if name not in wrong}
        return ProfileIn.model_validate(kept, strict=False).to_profile(), wrong


def hidden(profile: Profile) -> dict[str, str]:
    """Return the known fields of a profile as form values."""
    return {name: _value(v) for name, v in asdict(profile).items() if v is not None}


def _value(value: object) -> str:
    """Return a value as a form carries it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _text(form: FormData, name: str) -> str:
    """Return the last value of a field, without null characters and outer blanks."""
    return (_texts(form, name) or [""])[-1]


def _texts(form: FormData, name: str) -> list[str]:
    """Return the values of a field that are text."""
    return [v.replace("\0", "").strip() for v in form.getlist(name) if isinstance(v, str)]
