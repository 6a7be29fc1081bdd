"""Every source read, cleaned, linked and cut: the content of a version, nothing written yet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.model.document import Document, Passage
from corpus.model.errors import InputError, ManifestError
from corpus.model.fact import Fact
from corpus.model.occupation import Occupation
from corpus.model.organisation import Organisation
from corpus.model.referral import Rule
from corpus.model.source import Source
from corpus.model.territory import Territory
from corpus.model.unanswerable import Unanswerable
from ingest.asked import Questions
from ingest.chunk import attach, by_subject, passages
from ingest.connectors import CONNECTORS
from ingest.connectors.items import Asked, Item, Rejected
from ingest.content import Content
from ingest.link import Links, find_links, merged
from ingest.load.files import Found, SourceFile, find
from ingest.load.manifest import Manifest, find_manifests, read_manifest, refuse_forgotten
from ingest.normalise import clean_document, clean_fact, clean_occupation
from ingest.progress import Progress
from ingest.referral import refuse_unknown_bodies
from ingest.report import SourceReport
from ingest.settings import IngestSettings

REPEATED = "identifiant déjà pris par un autre enregistrement"
NO_TEXT = "fiche sans texte"


@dataclass(slots=True, kw_only=True)
class _Batch:
    """What one source gave so far."""

    manifest: Manifest
    absent: tuple[str, ...] = ()
    files: tuple[SourceFile, ...] = ()
    """The files read; without any, the source is not there."""
    documents: list[Document] = field(default_factory=list)
    occupations: list[Occupation] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    territories: list[Territory] = field(default_factory=list)
    beyond: list[Unanswerable] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)

    @property
    def as_read(self) -> Mapping[type, list[Any]]:
        """Return the lists of what is kept as it is read."""
        return {
            Organisation: self.organisations,
            Rule: self.rules,
            Territory: self.territories,
            Unanswerable: self.beyond,
            Asked: self.asked,
            Rejected: self.rejected,
        }

    @property
    def source(self) -> Source:
        return self.manifest.source


def collect(
    settings: IngestSettings, progress: Progress
) -> tuple[Content, tuple[SourceReport, ...]]:
    """Return what a version will hold and what each source gave.

    Raises InputError when a file is wrong, or when too many records of a source are.
    """
    manifests = _manifests(settings.sources)
    taken: set[tuple[type, str]] = set()
    batches: list[_Batch] = []
    for number, manifest in enumerate(manifests, start=1):
        batches.append(_read(manifest, settings, taken))
        progress.advance("read", number, len(manifests))
    _refuse_unknown_bodies(batches)
    links = _link(batches)
    for batch in batches:
        _cut(batch, links)
    _ask(batches, links)
    for batch in batches:
        _refuse_damage(batch, settings)
    return _content(batches, links), tuple(_report(batch) for batch in batches)


def _manifests(folders: Sequence[Path]) -> Sequence[Manifest]:
    refuse_forgotten(folders)
    manifests = [read_manifest(path, CONNECTORS) for path in find_manifests(folders)]
    if not manifests:
        raise InputError(Path(*folders[:1]), "aucune source : pas de */manifest.toml")
    taken: dict[str, Path] = {}
    for manifest in manifests:
        other = taken.setdefault(manifest.source.id, manifest.path)
        if other != manifest.path:
            raise ManifestError(manifest.path, f"identifiant déjà pris par {other}", "source.id")
    return manifests


def _read(manifest: Manifest, settings: IngestSettings, taken: set[tuple[type, str]]) -> _Batch:
    found = _find(manifest, settings)
    batch = _Batch(manifest=manifest, absent=found.absent, files=found.files)
    if found.files:
        for item in CONNECTORS[manifest.source.connector](found.files, manifest.source):
            _keep(batch, _unless_repeated(item, taken))
    return batch


def _find(manifest: Manifest, settings: IngestSettings) -> Found:
    if settings.only_local and manifest.external:
        absent = tuple(entry.path for entry in manifest.entries if entry.external)
        return Found(files=(), absent=absent)
    return find(manifest, settings.data)


def _unless_repeated(item: Item, taken: set[tuple[type, str]]) -> Item:
    if isinstance(item, Rejected | Occupation | Asked):
        return item
    key = (type(item), item.code if isinstance(item, Territory) else item.id)
    if key in taken:
        return Rejected(where=key[1], reason=REPEATED)
    taken.add(key)
    return item


def _keep(batch: _Batch, item: Item) -> None:
    match item:
        case Document():
            batch.documents.append(clean_document(item))
        case Occupation():
            batch.occupations.append(clean_occupation(item))
        case Fact():
            batch.facts.append(clean_fact(item))
        case Organisation() | Rule() | Territory() | Unanswerable() | Asked() | Rejected():
            batch.as_read[type(item)].append(item)


def _refuse_unknown_bodies(batches: Sequence[_Batch]) -> None:
    known = {organisation.id for batch in batches for organisation in batch.organisations}
    for batch in batches:
        files = [file.path for file in batch.files]
        refuse_unknown_bodies(batch.rules, known, files or [batch.manifest.path])


def _link(batches: Sequence[_Batch]) -> Links:
    links = find_links([occupation for batch in batches for occupation in batch.occupations])
    owners = {one.id: batch for batch in reversed(batches) for one in batch.occupations}
    for rejected in links.rejected:
        owners[rejected.where].rejected.append(rejected)
    return links


def _cut(batch: _Batch, links: Links) -> None:
    for document in batch.documents:
        if not document.sections:
            batch.rejected.append(Rejected(where=document.id, reason=NO_TEXT))
        batch.passages += passages(links.document(document))
    candidates = by_subject(batch.passages)
    facts, batch.facts = batch.facts, []
    for fact in facts:
        linked = links.fact(fact)
        found = attach(linked, candidates.get((linked.source_id, linked.subject), ()))
        _keep(batch, found)


def _ask(batches: Sequence[_Batch], links: Links) -> None:
    """Tie questions to passages, of whatever source."""
    questions = Questions(tuple(passage for batch in batches for passage in batch.passages))
    for batch in batches:
        asked, batch.asked = batch.asked, []
        for one in asked:
            _keep(batch, questions.add(links.asked(one)) or one)
    for batch in batches:
        batch.passages = questions.held(batch.passages)


def _refuse_damage(batch: _Batch, settings: IngestSettings) -> None:
    faults = [rejected for rejected in batch.rejected if not rejected.expected]
    share = len(faults) / max(len(faults) + sum(1 for _ in _good(batch)), 1)
    if len(faults) > settings.rejected_count and share > settings.rejected_share:
        first = faults[0]
        raise InputError(
            batch.manifest.path,
            f"{len(faults)} enregistrements illisibles ({share:.0%}), "
            f"limite {settings.rejected_share:.0%} ; le premier : {first.where} : {first.reason}",
            batch.source.id,
        )


def _good(batch: _Batch) -> Iterator[object]:
    for document in batch.documents:
        yield from document.sections
    for records in (
        batch.facts,
        batch.occupations,
        batch.organisations,
        batch.rules,
        batch.territories,
        batch.beyond,
        batch.asked,
    ):
        yield from records


def _content(batches: Sequence[_Batch], links: Links) -> Content:
    occupations = [occupation for batch in batches for occupation in batch.occupations]
    return Content(
        sources=tuple(batch.source for batch in batches if batch.files),
        occupations=merged(occupations, links),
        passages=tuple(passage for batch in batches for passage in batch.passages),
        facts=tuple(fact for batch in batches for fact in batch.facts),
        organisations=tuple(one for batch in batches for one in batch.organisations),
        rules=tuple(rule for batch in batches for rule in batch.rules),
        territories=tuple(place for batch in batches for place in batch.territories),
        beyond=tuple(one for batch in batches for one in batch.beyond),
    )


def _report(batch: _Batch) -> SourceReport:
    return SourceReport(
        id=batch.source.id,
        title=batch.source.title,
        publisher=batch.source.publisher,
        licence=batch.source.licence,
        published=batch.source.published,
        documents=sum(bool(document.sections) for document in batch.documents),
        passages=len(batch.passages),
        facts=len(batch.facts),
        occupations=len(batch.occupations),
        organisations=len(batch.organisations),
        rules=len(batch.rules),
        territories=len(batch.territories),
        questions=sum(len(one.questions) for one in batch.asked) + len(batch.beyond),
        rejected=tuple(batch.rejected),
        absent=batch.absent,
    )
