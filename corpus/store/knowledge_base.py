"""The knowledge base: every store of one version, opened together."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from corpus.model.document import Kind
from corpus.model.errors import DamagedVersionError, FingerprintError
from corpus.model.occupation import Occupation
from corpus.model.organisation import Organisation
from corpus.model.referral import Rule
from corpus.model.source import Source
from corpus.model.territory import Territory
from corpus.model.unanswerable import Unanswerable
from corpus.store.chroma import ChromaVectors
from corpus.store.exact import ExactVectors
from corpus.store.files import flush_tree
from corpus.store.lexical import TantivyWords
from corpus.store.memory import (
    MemoryFacts,
    MemoryPassages,
    MemoryRegister,
    MemoryVectors,
    MemoryWords,
)
from corpus.store.ports import (
    SHELVES,
    Beside,
    FactStore,
    PassageStore,
    Register,
    VectorIndex,
    WordIndex,
)
from corpus.store.remembered import RememberedFacts, RememberedPassages
from corpus.store.seal import Seal, read_seal, write_seal
from corpus.store.sql import SqlRecords
from corpus.store.sqlite_damage import refuse_damage

RECORDS: Final = "records.sqlite"
VECTORS: Final = "vectors"
WORDS: Final = "words"
VECTOR_TABLES: Final = "chroma.sqlite3"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeBase:
    """One version of what the service knows, and the embedder it was written with."""

    version: str
    fingerprint: str
    built: str
    """ISO date and time."""
    passages: PassageStore
    facts: FactStore
    vectors: VectorIndex
    words: WordIndex
    occupations: Register[Occupation]
    organisations: Register[Organisation]
    rules: Register[Rule]
    territories: Register[Territory]
    sources: Register[Source]
    beyond: Register[Unanswerable]
    release: Callable[[], None]

    def close(self) -> None:
        """Release files and connections; the stores can't be used afterwards."""
        self.release()


def create(
    folder: Path, version: str, fingerprint: str, dimension: int, built: str
) -> KnowledgeBase:
    """Return an empty version to write in `folder`, which must be new; `seal` finishes it."""
    folder.mkdir(parents=True)
    with ExitStack() as opened:
        stores = _open(opened, folder, fingerprint, dimension, read_only=False)
        return _assemble(
            Seal(version=version, fingerprint=fingerprint, built=built), stores, opened
        )


def seal(kb: KnowledgeBase, folder: Path, counts: Mapping[str, int]) -> None:
    """Finish the version in `folder`: on disk when the call returns, and not written any more.

    `counts` says what was written: passages by kind (`occupation`…), `facts`, and items by
    register (`occupations`…); `open_version` refuses a version that holds anything else.
    """
    flush_tree(folder)
    write_seal(
        folder,
        Seal(version=kb.version, fingerprint=kb.fingerprint, built=kb.built, counts=dict(counts)),
    )


def open_version(folder: Path, fingerprint: str, dimension: int) -> KnowledgeBase:
    """Return the finished version in `folder`, to be read only.

    Raises `DamagedVersionError` when it is unfinished, incomplete or unreadable,
    `FingerprintError` when it was written with another embedder.
    """
    written = read_seal(folder)
    if written.fingerprint != fingerprint:
        raise FingerprintError(written.fingerprint, fingerprint)
    _check_files(folder)
    with ExitStack() as opened:
        stores = _open(opened, folder, fingerprint, dimension, read_only=True)
        _check_counts(folder, written.counts, stores)
        kb = _assemble(written, stores, opened)
        return replace(
            kb,
            passages=RememberedPassages(kb.passages),
            facts=RememberedFacts(kb.facts),
            vectors=ExactVectors(stores.vectors),
        )


def inspect(folder: Path) -> None:
    """Raise `DamagedVersionError` when a version shows damage; a fraction of a second.

    Nothing is touched, so another process may be serving it. The vector graphs are not read.
    """
    written = read_seal(folder)
    _check_files(folder)
    refuse_damage(folder / RECORDS)
    refuse_damage(folder / VECTORS / VECTOR_TABLES)
    with closing(SqlRecords(folder / RECORDS, read_only=True)) as records:
        _check_records(folder, written.counts, records)
    with closing(TantivyWords(folder / WORDS)) as words:
        _check_words(folder, written.counts, words)


def is_sound(folder: Path) -> bool:
    """Return whether a version is finished and shows no damage, as `inspect` sees it."""
    try:
        inspect(folder)
    except DamagedVersionError:
        return False
    return True


def in_memory(fingerprint: str, dimension: int) -> KnowledgeBase:
    """Return an empty knowledge base that leaves nothing on disk."""
    return KnowledgeBase(
        version="memory",
        fingerprint=fingerprint,
        built=datetime.now(UTC).isoformat(timespec="seconds"),
        passages=MemoryPassages(),
        facts=MemoryFacts(),
        vectors=MemoryVectors(dimension),
        words=MemoryWords(),
        occupations=MemoryRegister(),
        organisations=MemoryRegister(),
        rules=MemoryRegister(),
        territories=MemoryRegister(),
        sources=MemoryRegister(),
        beyond=MemoryRegister(),
        release=_nothing,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stores:
    """The adapters of a version on disk."""

    records: SqlRecords
    vectors: ChromaVectors
    words: TantivyWords


def _open(
    opened: ExitStack, folder: Path, fingerprint: str, dimension: int, *, read_only: bool
) -> _Stores:
    records = SqlRecords(folder / RECORDS, read_only=read_only)
    opened.callback(records.close)
    words = TantivyWords(folder / WORDS)
    opened.callback(words.close)
    vectors = ChromaVectors(folder / VECTORS, fingerprint, dimension)
    opened.callback(vectors.close)
    return _Stores(records=records, vectors=vectors, words=words)


def _assemble(seal: Seal, stores: _Stores, opened: ExitStack) -> KnowledgeBase:
    """Return the knowledge base over `stores`, which from now on it closes itself."""
    register = stores.records.register
    return KnowledgeBase(
        version=seal.version,
        fingerprint=seal.fingerprint,
        built=seal.built,
        passages=stores.records.passages,
        facts=stores.records.facts,
        vectors=stores.vectors,
        words=stores.words,
        occupations=register("occupations", Occupation),
        organisations=register("organisations", Organisation),
        rules=register("rules", Rule),
        territories=register("territories", Territory),
        sources=register("sources", Source),
        beyond=register("beyond", Unanswerable),
        release=opened.pop_all().close,
    )


def _check_files(folder: Path) -> None:
    for name in (RECORDS, f"{WORDS}/meta.json", f"{VECTORS}/{VECTOR_TABLES}"):
        if not (folder / name).is_file():
            message = f"{folder / name} : fichier absent, relancer l’ingestion"
            raise DamagedVersionError(message)


def _check_counts(folder: Path, written: Mapping[str, int], stores: _Stores) -> None:
    """Compare what the seal says with what each store holds."""
    _check_records(folder, written, stores.records)
    vectors = {str(shelf): number for shelf, number in stores.vectors.counts().items()}
    _same(folder / VECTORS, {str(s): written.get(str(s), 0) for s in SHELVES}, vectors)
    _check_words(folder, written, stores.words)


def _check_records(folder: Path, written: Mapping[str, int], records: SqlRecords) -> None:
    expected = {n: number for n, number in written.items() if number and n not in set(Beside)}
    _same(folder / RECORDS, expected, records.counts())


def _check_words(folder: Path, written: Mapping[str, int], words: TantivyWords) -> None:
    passages = sum(written.get(str(kind), 0) for kind in Kind)
    _same(folder / WORDS, {"": passages}, {"": words.count()})


def _same(path: Path, expected: Mapping[str, int], found: Mapping[str, int]) -> None:
    if expected != found:
        message = f"{path} : attendu {dict(expected)}, trouvé {dict(found)} ; relancer l’ingestion"
        raise DamagedVersionError(message)


def _nothing() -> None:
    """Release nothing: memory needs no closing."""
