"""Pages: templates with everything escaped, and the words of one language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from api.schemas.reply import ProfileOut
from api.settings import ApiSettings
from assistant.profile import Profile
from assistant.wording import LANGUAGES, Wording, wording
from assistant.wording.figures import date_in_words


def environment() -> Environment:
    """Return the templates, compiled on first use; an unknown name in one is an error."""
    found = Environment(
        loader=PackageLoader("api", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["number"] = lambda source: source.removeprefix("s")
    found.filters["dialled"] = lambda phone: re.sub(r"[^0-9+]", "", phone)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Render:
    """Renders a page; every page has the settings, the language and its words at hand."""

    settings: ApiSettings
    templates: Environment = field(default_factory=environment)

    def __call__(
        self,
        template: str,
        language: str,
        status: int = 200,
        context: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> HTMLResponse:
        """Return a page in `language`, French when we do not have it."""
        language = language if language in LANGUAGES else "fr"
        words = wording(language)
        page = self.templates.get_template(template).render(
            settings=self.settings,
            language=language,
            t=partial(_page_text, words),
            say=words,
            day=partial(date_in_words, words=words),
            known=partial(known, words=words),
            **(context or {}),
        )
        return HTMLResponse(page, status, dict(headers or {}))


def known(profile: Profile | ProfileOut, words: Wording) -> list[str]:
    """Return what is known of a person, a phrase per field."""
    return [
        _phrase(f.name, value, words)
        for f in fields(Profile)
        if (value := getattr(profile, f.name)) is not None
    ]


def _phrase(name: str, value: object, words: Wording) -> str:
    """Return one known thing in words; a value without words of its own as it is."""
    if f"api.known.{name}" in words.sentences:
        return words(f"api.known.{name}", value=value)
    key = f"api.{name}.{str(value).lower()}"
    return words(key) if key in words.sentences else str(value)


def _page_text(words: Wording, key: str, **values: object) -> str:
    """Return a sentence of the pages."""
    return words(f"api.page.{key}", **values)
