"""What a run needs to know, read once by the caller."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestSettings:
    """Where sources are, where the knowledge base goes, and how much damage is tolerated."""

    home: Path
    """Folder everything is written under."""
    sources: tuple[Path, ...]
    """Folders of publisher folders, each with its `manifest.toml`."""
    data: Path | None = None
    """Open data folder, for the files manifests call `external`."""
    only_local: bool = False
    """Leave out the sources that need external files."""
    accept_absent: bool = False
    """Serve without the external files this machine lacks, even those the served version holds."""
    rebuild: bool = False
    """Build a version again even when the served one already holds the same."""
    rejected_share: float = 0.05
    """Share of a source's records that may be unreadable…"""
    rejected_count: int = 5
    """…beyond this number of them."""
    keep: int = 2
    """Versions kept on disk, the served one included."""
