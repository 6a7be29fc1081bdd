"""ONISEP's occupation sheets (Idéo, XML in a zip)."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files as package_files
from typing import Any, Final

from corpus.model.document import Aspect, Document, Kind, Section
from corpus.model.fact import Fact, Property
from corpus.model.occupation import Occupation
from corpus.model.source import Reference, Source
from ingest.connectors.items import Item, Rejected
from ingest.connectors.onisep_salary import entry_salary
from ingest.connectors.slug import Locators, slug
from ingest.load.archive import read_only_member
from ingest.load.files import SourceFile
from ingest.parse import xml
from ingest.parse.html import Part, parts

PAGE: Final = "https://www.onisep.fr/http/redirection/metier/slug/{id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    name: str
    heading: str
    aspect: Aspect
    pay: str = ""
    """Sub-heading under which the field speaks of pay."""
    access: tuple[str, ...] = ()
    """Beginnings of the sub-headings under which the field speaks of studies."""

    def aspect_under(self, heading: tuple[str, ...]) -> Aspect:
        """Return what a part of the field is about."""
        if self.pay and heading[:1] == (self.pay,):
            return Aspect.PAY
        if heading and self.access and heading[0].startswith(self.access):
            return Aspect.ACCESS
        return self.aspect


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    element: xml.Element
    file: SourceFile
    source: Source

    @property
    def number(self) -> str:
        return self.text("identifiant")

    @property
    def subject(self) -> str:
        return f"onisep:{self.number}"

    def text(self, path: str) -> str:
        return (self.element.findtext(path) or "").strip()

    def parts(self, field: str, value: str) -> tuple[Part, ...]:
        return parts(value, self.file.path, f"{self.number}/{field}")


def onisep_occupations(files: Sequence[SourceFile], source: Source) -> Iterator[Item]:
    """Yield an occupation, a document and, when it is plainly stated, the entry salary."""
    fields, short = _fields()
    for file in files:
        data = read_only_member(file.path, ".xml")
        seen: set[str] = set()
        for element in xml.elements(data, file.path, "metier"):
            sheet = _Sheet(element=element, file=file, source=source)
            if (reason := _fault(sheet, seen)) is not None:
                yield Rejected(where=f"{file.name}, {sheet.number or 'metier'}", reason=reason)
                continue
            seen.add(sheet.number)
            yield from _items(sheet, fields, short)


def _fields() -> tuple[Sequence[_Field], _Field]:
    text = package_files("ingest.connectors").joinpath("onisep_fields.toml").read_text("utf-8")
    table = tomllib.loads(text)
    return [_field(row) for row in table["field"]], _field(table["short"])


def _field(row: Mapping[str, Any]) -> _Field:
    return _Field(
        name=row["name"],
        heading=row["heading"],
        aspect=Aspect(row["aspect"]),
        pay=row.get("pay", ""),
        access=tuple(row.get("access", ())),
    )


def _fault(sheet: _Sheet, seen: set[str]) -> str | None:
    if not sheet.number.startswith("MET."):
        return f"identifiant {sheet.number!r} inattendu (MET.n)"
    if sheet.number in seen:
        return "identifiant déjà lu"
    missing = [
        name
        for name in ("nom_metier", "libelle_feminin", "libelle_masculin")
        if not sheet.text(name)
    ]
    return f"champ vide : {', '.join(missing)}" if missing else None


def _items(sheet: _Sheet, fields: Sequence[_Field], short: _Field) -> Iterator[Item]:
    yield _occupation(sheet)
    sections = tuple(_sections(sheet, fields, short))
    yield Document(
        id=sheet.subject,
        source_id=sheet.source.id,
        kind=Kind.OCCUPATION,
        title=_label(sheet),
        subject=sheet.subject,
        sections=sections,
    )
    if (fact := _salary(sheet, sections)) is not None:
        yield fact


def _label(sheet: _Sheet) -> str:
    genders = (sheet.text("libelle_masculin"), sheet.text("libelle_feminin"))
    return ", ".join(dict.fromkeys(genders))


def _occupation(sheet: _Sheet) -> Occupation:
    others = sheet.element.iterfind("synonymes/synonyme/*")
    names = [sheet.text("nom_metier"), *((name.text or "").strip() for name in others)]
    codes = ((code.text or "").strip() for code in sheet.element.iterfind("romesV3/romeV3"))
    return Occupation(
        id=sheet.subject,
        label=_label(sheet),
        feminine=sheet.text("libelle_feminin"),
        masculine=sheet.text("libelle_masculin"),
        rome=tuple(dict.fromkeys(code for code in codes if code)),
        synonyms=tuple(dict.fromkeys(name for name in names if name)),
    )


def _sections(sheet: _Sheet, fields: Sequence[_Field], short: _Field) -> Iterator[Section]:
    locators = Locators()
    for field in fields:
        for part in sheet.parts(field.name, sheet.text(field.name)):
            yield _section(sheet, field, part, locators)
    values = [node.text or "" for node in sheet.element.iterfind(f".//{short.name}/descriptif")]
    for part in dict.fromkeys(part for value in values for part in sheet.parts(short.name, value)):
        yield _section(sheet, short, part, locators)


def _section(sheet: _Sheet, field: _Field, part: Part, locators: Locators) -> Section:
    place = "/".join((field.name, *(slug(title) for title in part.heading[-1:])))
    return Section(
        heading=(field.heading, *part.heading),
        locator=locators.free(f"{sheet.number}#{place}"),
        text=part.text,
        aspect=field.aspect_under(part.heading),
        reference=Reference(
            title=_label(sheet),
            publisher=sheet.source.publisher,
            licence=sheet.source.licence,
            published=sheet.source.published,
            retrieved=sheet.source.retrieved,
            url=PAGE.format(id=sheet.number),
        ),
    )


def _salary(sheet: _Sheet, sections: Sequence[Section]) -> Fact | None:
    pay = [section.text for section in sections if section.aspect is Aspect.PAY]
    found = entry_salary("\n".join(pay))
    if found is None:
        return None
    return Fact(
        id=f"{sheet.subject}:{Property.SALARY_ENTRY}",
        subject=sheet.subject,
        property=Property.SALARY_ENTRY,
        value=found.value,
        unit="EUR/month gross",
        period=sheet.source.published,
        scope=f"France, {found.condition}" if found.condition else "France",
        quote=found.quote,
        source_id=sheet.source.id,
    )
