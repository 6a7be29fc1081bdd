"""A sheet of our records: an occupation, a scheme… in statements, each with its own source."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from corpus.model.document import Aspect, Document, Kind, Section
from corpus.model.fact import Fact, Property
from corpus.model.occupation import Occupation
from corpus.model.source import Confidence, Reference, Source, Wording
from ingest.connectors.items import Item, Rejected
from ingest.fields import Fields

UNVERIFIED: Final = "affirmation non vérifiée, jamais montrée"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Statement:
    where: str
    aspect: Aspect
    heading: tuple[str, ...]
    text: str
    source: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    document_id: str
    source_id: str
    subject: str
    references: Mapping[str, Reference]

    def is_shown(self, statement: _Statement) -> bool:
        reference = self.references.get(statement.source)
        return reference is not None and reference.confidence is not Confidence.UNVERIFIED


def sheet(top: Fields, source: Source) -> Iterator[Item]:
    """Yield a sheet's occupation, facts, document and rejected statements."""
    fields = top.part("sheet")
    head = _Head(
        document_id=f"{source.id}:{fields.text('id')}",
        source_id=source.id,
        subject=fields.text("subject"),
        references={key: _reference(part) for key, part in top.named_parts("sources").items()},
    )
    kind, title = fields.choice("kind", Kind), fields.text("title")
    fields.refuse_unknown()
    if "occupation" in top.table:
        yield _occupation(top.part("occupation"), head.subject)
    shown: list[_Statement] = []
    for number, part in enumerate(top.parts("statement"), start=1):
        statement = _statement(part, f"{head.document_id}#{number}", head)
        if head.is_shown(statement):
            shown.append(statement)
            yield from statement.facts
        else:
            yield Rejected(where=statement.where, reason=UNVERIFIED, expected=True)
    yield Document(
        id=head.document_id,
        source_id=source.id,
        kind=kind,
        title=title,
        subject=head.subject,
        sections=tuple(_sections(shown, head.references)),
    )


def _occupation(fields: Fields, subject: str) -> Occupation:
    return fields.closed(
        Occupation(
            id=subject,
            label=fields.text("label"),
            feminine=fields.text("feminine"),
            masculine=fields.text("masculine"),
            rome=fields.texts("rome"),
            synonyms=fields.texts("synonyms"),
            same_as=fields.texts("same_as"),
        )
    )


def _reference(fields: Fields) -> Reference:
    return fields.closed(
        Reference(
            title=fields.text("title"),
            publisher=fields.text("publisher"),
            licence=fields.text("licence"),
            published=fields.partial_date("published"),
            retrieved=fields.day("retrieved"),
            url=fields.optional_text("url"),
            wording=Wording.REFORMULATED,
            confidence=fields.choice("confidence", Confidence),
        )
    )


def _statement(fields: Fields, where: str, head: _Head) -> _Statement:
    text, key = fields.text("text"), fields.text("source")
    if key and key not in head.references:
        known = ", ".join(head.references)
        fields.note("source", f"source inconnue {key!r} ; connues : {known}")
    return fields.closed(
        _Statement(
            where=where,
            aspect=fields.choice("aspect", Aspect),
            heading=(fields.text("heading"),) if "heading" in fields.table else (),
            text=text,
            source=key,
            facts=tuple(
                _fact(part, f"{where}:{number}", head, text, head.references.get(key))
                for number, part in enumerate(fields.parts("fact"), start=1)
            ),
        )
    )


def _fact(
    fields: Fields, fact_id: str, head: _Head, text: str, reference: Reference | None
) -> Fact:
    return fields.closed(
        Fact(
            id=fact_id,
            subject=head.subject,
            property=fields.choice("property", Property),
            value=fields.text("value"),
            unit=fields.text("unit"),
            period=fields.text("period"),
            scope=fields.text("scope"),
            quote=fields.optional_text("quote") or text,
            source_id=head.source_id,
            valid_until=fields.partial_date("valid_until"),
            confidence=reference.confidence if reference else Confidence.UNVERIFIED,
        )
    )


def _sections(
    statements: Sequence[_Statement], references: Mapping[str, Reference]
) -> Iterator[Section]:
    """Yield a section per run of statements that share aspect, heading and source."""
    numbers: dict[Aspect, int] = {}
    runs = groupby(statements, key=lambda one: (one.aspect, one.heading, one.source))
    for (aspect, heading, key), run in runs:
        numbers[aspect] = numbers.get(aspect, 0) + 1
        yield Section(
            heading=heading,
            locator=f"#{aspect}-{numbers[aspect]}",
            text="\n".join(statement.text for statement in run),
            reference=references[key],
            aspect=aspect,
        )
