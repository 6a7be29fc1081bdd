"""What a run did, for people and for programs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from ingest.connectors.items import Rejected

EXAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """What one source gave, and what was left out of it."""

    id: str
    title: str
    publisher: str
    licence: str
    published: str
    documents: int = 0
    passages: int = 0
    facts: int = 0
    occupations: int = 0
    organisations: int = 0
    rules: int = 0
    territories: int = 0
    questions: int = 0
    rejected: tuple[Rejected, ...] = ()
    absent: tuple[str, ...] = ()
    """External files this machine does not have."""

    @property
    def faults(self) -> int:
        """Return how many records were unreadable, leaving out what was dropped on purpose."""
        return sum(not rejected.expected for rejected in self.rejected)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of a run; `switched` tells whether another version is served than before."""

    version: str
    switched: bool
    sources: tuple[SourceReport, ...]
    embedded: int = 0
    """Vectors computed by this run."""
    reused: int = 0
    """Vectors already known."""
    removed: tuple[str, ...] = ()
    """Old versions taken off the disk."""
    lost: tuple[str, ...] = ()
    """Sources the served version holds and this machine lacks: that version was kept."""
    seconds: Mapping[str, float] = field(default_factory=dict)


def to_json(report: Report) -> str:
    """Return every field of the report as JSON."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=2)


def render(report: Report) -> str:
    """Return the report in plain French."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    for source in report.sources:
        yield from _source_lines(source)
    yield f"Vecteurs calculés : {report.embedded}, repris : {report.reused}"
    steps = ", ".join(f"{step} {seconds:.1f} s" for step, seconds in report.seconds.items())
    yield f"Durée : {steps}"
    if report.removed:
        yield f"Anciennes versions retirées : {', '.join(report.removed)}"
    yield f"Version {report.version} : {_state(report)}"


def _state(report: Report) -> str:
    if report.lost:
        return (
            f"laissée en service. Elle contient ce que cette machine n'a plus : "
            f"{', '.join(report.lost)}. Remettre les fichiers absents, ou relancer avec "
            "--accept-absent pour s'en passer"
        )
    return "mise en service" if report.switched else "déjà en service, rien de nouveau"


def _source_lines(source: SourceReport) -> Iterator[str]:
    yield f"{source.id} ({source.publisher}, {source.published})"
    if source.absent:
        yield f"  absente : {', '.join(source.absent)}"
    counts = {
        "fiche": source.documents,
        "passage": source.passages,
        "fait": source.facts,
        "métier": source.occupations,
        "organisme": source.organisations,
        "règle": source.rules,
        "territoire": source.territories,
        "question": source.questions,
    }
    shown = [f"{count} {name}{'s' * (count > 1)}" for name, count in counts.items() if count]
    if shown:
        yield f"  {', '.join(shown)}"
    for reason, places in _by_reason(source.rejected).items():
        examples = ", ".join(places[:EXAMPLES]) + (", …" if len(places) > EXAMPLES else "")
        yield f"  mis de côté : {len(places)}, {reason} ({examples})"


def _by_reason(rejected: Sequence[Rejected]) -> Mapping[str, Sequence[str]]:
    places: dict[str, list[str]] = {}
    for one in rejected:
        places.setdefault(one.reason, []).append(one.where)
    return places
