"""The manifest of a source: who published what, under which licence, in which files."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from corpus.model.errors import ManifestError, UnparsableFileError
from corpus.model.source import Source
from ingest.fields import Fields, Problem, told
from ingest.parse import toml

NAME: Final = "manifest.toml"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEntry:
    """A file, or a pattern of files, as a manifest names it."""

    path: str
    external: bool
    """In the open data folder rather than beside the manifest."""
    sha256: str | None
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A source and the files it is made of."""

    path: Path
    source: Source
    entries: tuple[FileEntry, ...]

    @property
    def external(self) -> bool:
        """Return whether a file of it is not shipped with the service."""
        return any(entry.external for entry in self.entries)


def find_manifests(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Return the manifests one level under the folders, in a stable order."""
    return tuple(path for folder in folders for path in sorted(folder.glob(f"*/{NAME}")))


def refuse_forgotten(folders: Iterable[Path]) -> None:
    """Raise ManifestError for a publisher folder that has files and no manifest, hidden ones apart.

    Its records would be missing from every answer, and nothing would say so.
    """
    for path in (path for folder in folders for path in sorted(folder.glob("[!._]*"))):
        forgotten = path.is_dir() and not (path / NAME).is_file()
        if forgotten and any(inside.is_file() for inside in path.rglob("*")):
            raise ManifestError(path, f"dossier sans {NAME} : en écrire un, ou retirer le dossier")


def read_manifest(path: Path, connectors: Collection[str]) -> Manifest:
    """Return a manifest; ManifestError tells every wrong or unknown field at once."""
    try:
        table = toml.read(path)
    except UnparsableFileError as error:
        raise ManifestError(path, error.reason, error.where) from error
    problems: list[Problem] = []
    top = Fields(table, "", problems)
    source = _source(top.part("source"), connectors)
    entries = tuple(_entry(fields) for fields in top.parts("file"))
    if not entries:
        top.note("file", "aucun fichier")
    top.refuse_unknown()
    if problems:
        where, reason = told(problems)
        raise ManifestError(path, reason, where)
    return Manifest(path=path, source=source, entries=entries)


def _source(fields: Fields, connectors: Collection[str]) -> Source:
    source = Source(
        id=fields.text("id"),
        title=fields.text("title"),
        publisher=fields.text("publisher"),
        licence=fields.text("licence"),
        connector=fields.text("connector"),
        published=fields.partial_date("published"),
        retrieved=fields.day("retrieved"),
        freshness_days=fields.integer("freshness_days"),
        url=fields.optional_text("url"),
        authority=fields.share("authority", default=1.0),
        territory=fields.optional_text("territory") or "FR",
    )
    if "published" not in fields.table:
        fields.note("published", "champ manquant")
    if source.id and not _ID.fullmatch(source.id):
        fields.note("id", "lettres minuscules, chiffres, - et _ seulement")
    if source.connector and source.connector not in connectors:
        known = ", ".join(sorted(connectors))
        fields.note("connector", f"connecteur inconnu {source.connector!r} ; connus : {known}")
    fields.refuse_unknown()
    return source


def _entry(fields: Fields) -> FileEntry:
    local, external = fields.optional_text("path"), fields.optional_text("external")
    if (local is None) == (external is None):
        fields.note("path", "donner soit path, soit external")
    path = local or external or ""
    if PurePosixPath(path).is_absolute():
        fields.note("path" if local else "external", "chemin relatif attendu")
    digest = fields.optional_text("sha256")
    if digest is not None and not _SHA256.fullmatch(digest):
        fields.note("sha256", "64 chiffres hexadécimaux attendus")
    if external is not None and digest is None and "sha256" not in fields.table:
        fields.note("sha256", "champ manquant")
    fields.refuse_unknown()
    return FileEntry(
        path=path, external=external is not None, sha256=digest or None, where=fields.where
    )
