"""The Ministry of Labour's sheets on rights and schemes (JSON)."""

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files as package_files
from typing import Final, TypeGuard
from urllib.parse import urlsplit

from corpus.model.document import Aspect, Document, Kind, Section
from corpus.model.errors import UnparsableFileError
from corpus.model.source import Reference, Source
from ingest.connectors.items import Item, Rejected
from ingest.connectors.slug import Locators, slug
from ingest.load.files import SourceFile
from ingest.normalise import clean, clean_line
from ingest.parse import json
from ingest.parse.html import Layout, Part, link_share, parts

DUPLICATE: Final = "même contenu qu'une autre fiche"
LINKS: Final = "rubrique faite de renvois"
_DATE = re.compile(r"(\d{2})/(\d{2})/(\d{4})")
_TEXTS: Final = ("title", "url", "date", "pubId", "intro", "description")
_SECTION_TEXTS: Final = ("title", "anchor", "html", "text")

Record = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Furniture:
    dropped: tuple[str, ...]
    lines: tuple[str, ...]
    kept: tuple[str, ...]
    link_share: float
    layout: Layout
    aspects: tuple[tuple[Aspect, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    file: SourceFile
    texts: Record
    sections: Sequence[Record]

    @property
    def where(self) -> str:
        return f"{self.file.name}, {self.texts['pubId']}"

    @property
    def slug(self) -> str:
        return urlsplit(self.texts["url"]).path.strip("/")

    @property
    def digest(self) -> str:
        words = [self.texts["title"], *(f"{one['title']}\n{one['text']}" for one in self.sections)]
        return hashlib.sha256(" ".join("\n".join(words).split()).encode()).hexdigest()

    @property
    def own_words(self) -> int:
        """How many words of the title its address holds: the better address has more."""
        return len(set(slug(self.texts["title"]).split("-")) & set(self.slug.split("-")))


def travail_emploi(files: Sequence[SourceFile], source: Source) -> Iterator[Item]:
    """Yield a document per sheet; repeated sheets and lists of links are rejected, as expected."""
    sheets: list[_Sheet] = []
    for file in files:
        for item in _sheets(file):
            if isinstance(item, Rejected):
                yield item
            else:
                sheets.append(item)
    chosen: dict[str, _Sheet] = {}
    for sheet in sorted(sheets, key=lambda one: -one.own_words):
        chosen.setdefault(sheet.digest, sheet)
    for sheet in sheets:
        first = chosen[sheet.digest]
        if sheet is first:
            yield from _document(sheet, source)
        else:
            where = f"{sheet.where} (comme {first.texts['pubId']})"
            yield Rejected(where=where, reason=DUPLICATE, expected=True)


def _sheets(file: SourceFile) -> Iterator[_Sheet | Rejected]:
    value = json.read(file.path)
    if not isinstance(value, list) or not value:
        raise UnparsableFileError(file.path, "liste de fiches attendue")
    for number, record in enumerate(value, start=1):
        fault = _fault(record)
        if fault is None:
            yield _Sheet(file=file, texts=record, sections=record["sections"])
        else:
            yield Rejected(where=f"{file.name}, fiche {number}", reason=fault)


def _fault(record: object) -> str | None:
    if not _has_texts(record, _TEXTS):
        return f"champs attendus, en texte : {', '.join(_TEXTS)}"
    sections: object = record.get("sections")
    if not isinstance(sections, list):
        return "champ sections : liste attendue"
    if not all(_has_texts(section, _SECTION_TEXTS) for section in sections):
        return f"champ sections : champs attendus, en texte : {', '.join(_SECTION_TEXTS)}"
    return None if _iso(record["date"]) else f"champ date : jj/mm/aaaa attendu, {record['date']!r}"


def _has_texts(record: object, keys: Sequence[str]) -> TypeGuard[Record]:
    return isinstance(record, dict) and all(isinstance(record.get(key), str) for key in keys)


def _iso(text: str) -> str | None:
    match = _DATE.fullmatch(text)
    try:
        return date(int(match[3]), int(match[2]), int(match[1])).isoformat() if match else None
    except ValueError:
        return None


def _document(sheet: _Sheet, source: Source) -> Iterator[Item]:
    sections: list[Section] = []
    locators = Locators()
    for item in _sections(sheet, source, locators):
        if isinstance(item, Rejected):
            yield item
        else:
            sections.append(item)
    yield Document(
        id=f"{source.id}:{sheet.texts['pubId']}",
        source_id=source.id,
        kind=Kind.SCHEME,
        title=sheet.texts["title"],
        subject=f"scheme:{sheet.slug}",
        sections=tuple(sections),
    )


def _sections(sheet: _Sheet, source: Source, locators: Locators) -> Iterator[Section | Rejected]:
    furniture = _furniture()
    intro = sheet.texts["intro"] or sheet.texts["description"]
    for part in parts(intro, sheet.file.path, f"{sheet.where}.intro", furniture.layout):
        yield _section(sheet, source, part, "", locators)
    for section in sheet.sections:
        title = clean_line(section["title"])
        where = f"{sheet.where}#{section['anchor']}"
        if _is_links(title, section["html"], sheet, furniture):
            yield Rejected(where=where, reason=LINKS, expected=True)
            continue
        above = (title,) if section["anchor"] else ()
        for part in _parts(section, sheet, where, furniture):
            text = _without_furniture(part.text, furniture)
            if text and not _is_dropped(part.heading[-1:], furniture):
                below = Part(heading=(*above, *part.heading), text=text)
                yield _section(sheet, source, below, section["anchor"], locators)


def _parts(section: Record, sheet: _Sheet, where: str, furniture: _Furniture) -> tuple[Part, ...]:
    if section["html"].strip():
        return parts(section["html"], sheet.file.path, where, furniture.layout)
    text = clean(section["text"])
    return (Part(heading=(), text=text),) if text else ()


def _section(sheet: _Sheet, source: Source, part: Part, anchor: str, locators: Locators) -> Section:
    below = slug(part.heading[-1]) if len(part.heading) > bool(anchor) else ""
    url = sheet.texts["url"]
    return Section(
        heading=part.heading,
        locator=locators.free(f"#{anchor}/{below}" if below else f"#{anchor}"),
        text=part.text,
        aspect=_aspect(part.heading),
        reference=Reference(
            title=clean_line(sheet.texts["title"]),
            publisher=source.publisher,
            licence=source.licence,
            published=_iso(sheet.texts["date"]) or "",
            retrieved=source.retrieved,
            url=f"{url}#{anchor}" if anchor else url,
        ),
    )


def _without_furniture(text: str, furniture: _Furniture) -> str:
    return "\n".join(line for line in text.split("\n") if not line.startswith(furniture.lines))


def _is_links(title: str, html: str, sheet: _Sheet, furniture: _Furniture) -> bool:
    if title.startswith(furniture.kept):
        return False
    share = link_share(html, sheet.file.path, sheet.where)
    return _is_dropped((title,), furniture) or share > furniture.link_share


def _is_dropped(headings: Sequence[str], furniture: _Furniture) -> bool:
    return any(heading.startswith(furniture.dropped) for heading in headings)


def _aspect(heading: Sequence[str]) -> Aspect:
    if not heading:
        return Aspect.SUMMARY
    for title in reversed(heading):
        for aspect, words in _furniture().aspects:
            if words.search(title):
                return aspect
    return Aspect.OTHER


@cache
def _furniture() -> _Furniture:
    text = package_files("ingest.connectors").joinpath("travail_emploi.toml").read_text("utf-8")
    table = tomllib.loads(text)
    return _Furniture(
        dropped=tuple(table["dropped_headings"]),
        lines=tuple(table["dropped_lines"]),
        kept=tuple(table["kept_headings"]),
        link_share=table["link_share"],
        layout=Layout(
            drop=frozenset(table["dropped_classes"]), flat=frozenset(table["flat_classes"])
        ),
        aspects=tuple(
            (Aspect(rule["name"]), re.compile(rule["words"], re.IGNORECASE))
            for rule in table["aspect"]
        ),
    )
