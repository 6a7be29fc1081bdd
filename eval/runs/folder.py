"""A run kept in a folder: what it was made with, every trace, every score."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeVar

from pydantic import Field, ValidationError

from corpus.model.errors import InputError
from corpus.store.files import write_atomically
from eval.runs.results import MeasureResult
from eval.trace.observed import Value
from eval.trace.trace import Trace

_ABOUT: Final = "run.json"
_TRACES: Final = "traces.jsonl"
_RESULTS: Final = "results.json"
_T = TypeVar("_T", bound=Value)


class About(Value):
    """What a run was made with, so that it can be made again and compared."""

    subject: str
    versions: Mapping[str, str] = Field(default_factory=dict)
    split: str
    suite: str = ""
    """Name of the frozen suite; empty when the split was asked whole."""
    repeats: int = 1
    tasks: tuple[str, ...] = ()
    datasets: Mapping[str, str] = Field(default_factory=dict)
    """Data sets asked, with the digest of their items."""
    code: str = ""
    """Commit of the code, `-dirty` when files were changed since; empty when unknown."""
    started: str = ""
    seconds: float = 0.0
    """Time spent asking and scoring, all resumptions added up."""
    memory: int = 0
    """Greatest resident memory of the process until then, other subjects included, in bytes."""
    machine: str = ""

    def same_as(self, other: "About") -> bool:
        """Return whether another run asks the same of the same subject."""
        fixed = {"subject", "versions", "split", "suite", "repeats", "tasks", "datasets", "code"}
        return self.model_dump(include=fixed) == other.model_dump(include=fixed)


class Results(Value):
    """Every measure of a run."""

    about: About
    measures: tuple[MeasureResult, ...]

    def get(self, name: str) -> MeasureResult | None:
        """Return a measure by its name."""
        return next((one for one in self.measures if one.name == name), None)


class RunFolder:
    """Reads and writes one run; traces are added as they come, so that a run can be resumed."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def exists(self) -> bool:
        """Return whether a run was begun here."""
        return (self.path / _ABOUT).is_file()

    def begin(self, about: About) -> None:
        """Write what the run is made with."""
        self.path.mkdir(parents=True, exist_ok=True)
        write_atomically(self.path / _ABOUT, about.model_dump_json(indent=1) + "\n")

    def about(self) -> About:
        """Return what the run was made with; InputError when there is none or it is damaged."""
        return _read(About, self.path / _ABOUT)

    def add(self, traces: Iterable[Trace]) -> Iterator[Trace]:
        """Write each trace as it comes, and yield it."""
        with (self.path / _TRACES).open("a", encoding="utf-8") as file:
            for trace in traces:
                file.write(trace.model_dump_json() + "\n")
                file.flush()
                yield trace

    def traces(self) -> list[Trace]:
        """Return the traces kept; a last line cut short by a stop is left out."""
        path = self.path / _TRACES
        lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
        whole = lines[:-1]
        try:
            return [Trace.model_validate_json(line) for line in whole if line]
        except ValidationError as error:
            raise InputError(path, str(error.errors()[0]["msg"])) from error

    def mend(self) -> None:
        """Drop a last line cut short, so that what is added next starts on its own line."""
        path = self.path / _TRACES
        if path.is_file():
            whole, _, _ = path.read_bytes().rpartition(b"\n")
            write_atomically(path, whole.decode() + "\n" if whole else "")

    def finish(self, about: About, measures: Sequence[MeasureResult]) -> Results:
        """Write the scores, and return them."""
        results = Results(about=about, measures=tuple(measures))
        self.begin(about)
        write_atomically(self.path / _RESULTS, results.model_dump_json(indent=1) + "\n")
        return results

    def results(self) -> Results:
        """Return the scores; InputError when the run was not finished."""
        return _read(Results, self.path / _RESULTS)


def read_results(path: Path) -> Results:
    """Return results kept in a run's folder, or in a file of their own."""
    return RunFolder(path).results() if path.is_dir() else _read(Results, path)


def _read(kind: type[_T], path: Path) -> _T:
    """Return a file as a value."""
    try:
        return kind.model_validate_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(path, error.strerror or "illisible") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError(
            path, f"n'est pas un résultat d'évaluation : {first['msg']}", where
        ) from error
