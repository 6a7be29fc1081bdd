"""Texts and records cleaned the same way, so that a quote still stands in its passage."""

import re
import unicodedata
from dataclasses import replace

from corpus.model.document import Document, Section
from corpus.model.fact import Fact
from corpus.model.occupation import Occupation

_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200d\u2060\ufeff]")
_BREAKS = re.compile(r"[^\S\n]*(?:\r\n?|[\n\x0b\x0c\x85\u2028\u2029])\s*")
_SPACES = re.compile(r"[^\S\n]{2,}|[^\S\n ]")


def clean(text: str) -> str:
    r"""Return the text composed (NFC), single-spaced, without invisible characters.

    Words and punctuation stay as published.

    >>> clean("3\u202f000  euros\n\n brut")
    '3 000 euros\nbrut'
    """
    # Some publishers escape their no-break spaces twice.
    seen = _INVISIBLE.sub("", text).replace("&nbsp;", " ")
    visible = unicodedata.normalize("NFC", seen)
    return _SPACES.sub(" ", _BREAKS.sub("\n", visible)).strip()


def clean_line(text: str) -> str:
    """Return the cleaned text on one line."""
    return clean(text).replace("\n", " ")


def clean_document(document: Document) -> Document:
    """Return the document with clean title, headings and texts; empty sections left out."""
    sections = (_clean_section(section) for section in document.sections)
    return replace(
        document,
        title=clean_line(document.title),
        sections=tuple(section for section in sections if section.text),
    )


def clean_fact(fact: Fact) -> Fact:
    """Return the fact with the quote its cleaned passage holds."""
    return replace(fact, quote=clean(fact.quote), scope=clean_line(fact.scope))


def clean_occupation(occupation: Occupation) -> Occupation:
    """Return the occupation with clean names, none of them twice."""
    synonyms = dict.fromkeys(clean_line(name) for name in occupation.synonyms)
    return replace(
        occupation,
        label=clean_line(occupation.label),
        feminine=clean_line(occupation.feminine),
        masculine=clean_line(occupation.masculine),
        synonyms=tuple(name for name in synonyms if name),
        described=tuple(clean_line(text) for text in occupation.described),
    )


def _clean_section(section: Section) -> Section:
    return replace(
        section,
        heading=tuple(clean_line(title) for title in section.heading),
        text=clean(section.text),
    )
