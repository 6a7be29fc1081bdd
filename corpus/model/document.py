"""Texts: a document is what a source publishes, a passage is what is stored, found and quoted."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.model.source import Reference


class Kind(StrEnum):
    """Kind of record a passage belongs to; one vector collection each."""

    OCCUPATION = "occupation"
    CERTIFICATION = "certification"
    SCHEME = "scheme"
    """A right, a scheme, a contract: CPF, VAE, apprenticeship…"""
    ORGANISATION = "organisation"


class Aspect(StrEnum):
    """What a section, a fact or a question is about."""

    SUMMARY = "summary"
    TASKS = "tasks"
    SKILLS = "skills"
    CONDITIONS = "conditions"
    ACCESS = "access"
    PAY = "pay"
    OUTLETS = "outlets"
    CERTIFICATIONS = "certifications"
    FUNDING = "funding"
    WHO = "who"
    """Whom a scheme or a body is for."""
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a document under one heading path; plain text, a line break between paragraphs."""

    heading: tuple[str, ...]
    locator: str
    """Where the words stand in the reference: an anchor, an XML id, a page."""
    text: str
    reference: Reference
    aspect: Aspect = Aspect.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One sheet of a source; `subject` is the id of the occupation, body… it describes."""

    id: str
    source_id: str
    kind: Kind
    title: str
    subject: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters `start` to `end` (excluded) of a passage's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of a section, small enough to be embedded and quoted."""

    id: str
    source_id: str
    document_id: str
    kind: Kind
    aspect: Aspect
    subject: str
    title: str
    heading: tuple[str, ...]
    locator: str
    text: str
    sentences: tuple[Span, ...]
    """Sentences of `text`, in order, without overlap."""
    reference: Reference
    asked: tuple[str, ...] = ()
    """Questions it answers, as people put them: searched beside the text, never quoted."""
    answers: tuple[Span, ...] = ()
    """For each of `asked`, the characters of `text` that answer it."""

    @property
    def embedded_text(self) -> str:
        """Return title path and text, as the embedder reads them."""
        path = " › ".join((self.title, *self.heading))
        return f"{path}\n{self.text}"
