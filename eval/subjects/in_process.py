"""The assistant itself, in this process: every step can be seen."""

from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import asdict, dataclass, field, replace
from time import perf_counter
from typing import TYPE_CHECKING, Any

from assistant.events import Finished, Progress, Spoken
from assistant.evidence import Evidence
from assistant.question import Question, Turn
from assistant.service import Assistant
from eval.subjects.base import SubjectError
from eval.subjects.logs import Listening
from eval.subjects.replies import observed_of, read_of, record_of
from eval.trace.observed import Observed
from eval.trace.trace import Dropped, FoundRecord, Read, Seen

if TYPE_CHECKING:
    from assistant.reply import Reply


@dataclass(slots=True)
class _Notes:
    """What the steps of one turn brought."""

    question: Question | None = None
    evidence: Evidence | None = None
    dropped: list[Dropped] = field(default_factory=list)


_NOTES: ContextVar[_Notes] = ContextVar("notes")


@dataclass(frozen=True, slots=True)
class InProcess:
    """Ask the assistant and note what each step brings, without doing any step twice."""

    assistant: Assistant
    name: str = "assistant"

    @property
    def versions(self) -> Mapping[str, str]:
        """Return the versions of the knowledge base, the rules, the prompts and the model."""
        return asdict(self.assistant.versions)

    def ask(self, turn: Turn) -> Seen:
        """Return the turn with what was understood, found, dropped and logged."""
        notes = _Notes()
        token = _NOTES.set(notes)
        try:
            with Listening() as lines:
                observed, steps, first = _followed(_noting(self.assistant), turn)
        except Exception as error:
            msg = f"{type(error).__name__} : {error}"
            raise SubjectError(msg) from error
        finally:
            _NOTES.reset(token)
        return Seen(
            observed=observed,
            found=_found(notes.evidence),
            read=read_of(notes.question) if notes.question else Read(),
            dropped=tuple(notes.dropped),
            logged=tuple(lines),
            steps=steps,
            first=first,
        )


def _followed(assistant: Assistant, turn: Turn) -> tuple[Observed, dict[str, float], float | None]:
    """Return the reply, the seconds each step took, and those until the first sentence."""
    start = perf_counter()
    steps: dict[str, float] = {}
    first: float | None = None
    step, since = "begin", start
    reply: Reply | None = None
    for event in assistant.stream(turn):
        now = perf_counter()
        match event:
            case Progress(step=name):
                steps[step] = steps.get(step, 0.0) + now - since
                step, since = name, now
            case Spoken():
                first = first if first is not None else now - start
            case Finished():
                reply = event.reply
                steps[step] = steps.get(step, 0.0) + now - since
    if reply is None:
        msg = "the stream ended without a reply"
        raise SubjectError(msg)
    return observed_of(reply, turn.profile), steps, first


def _found(evidence: Evidence | None) -> tuple[FoundRecord, ...]:
    """Return the records of what was retrieved, best first; none when nothing was searched."""
    hits = evidence.hits if evidence else ()
    return tuple(
        FoundRecord(record=record_of(hit.passage), score=hit.score, source=hit.passage.source_id)
        for hit in hits
    )


def _noting(assistant: Assistant) -> Assistant:
    """Return the same assistant, whose steps write down what they bring."""
    return replace(
        assistant,
        understand=_noted(assistant.understand, "question"),
        retrieve=_noted(assistant.retrieve, "evidence"),
        verify=_noting_dropped(assistant.verify),
    )


def _noted(step: Callable[..., Any], name: str) -> Callable[..., Any]:
    """Return a step that also notes its result."""

    def call(*given: object) -> object:
        result = step(*given)
        setattr(_NOTES.get(), name, result)
        return result

    return call


def _noting_dropped(verify: Callable[..., Iterator[object]]) -> Callable[..., Iterator[object]]:
    """Return the check that also notes what it leaves out."""

    def call(*given: object) -> Iterator[object]:
        for checked in verify(*given):
            if hasattr(checked, "reason") and hasattr(checked, "text"):
                _NOTES.get().dropped.append(Dropped(text=checked.text, reason=checked.reason))
            yield checked

    return call
