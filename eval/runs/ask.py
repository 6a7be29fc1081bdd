"""Put items to a subject, several at once; what can't be asked is kept with its reason."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from time import perf_counter

from eval.data.item import Item
from eval.runs.pace import pace
from eval.scripts.base import Put, Script
from eval.subjects.base import Subject, SubjectError
from eval.subjects.repeats import repeating
from eval.trace.trace import Exchange, Seen, Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One item to put to the subject, once."""

    dataset: str
    item: Item
    script: Script
    repeat: int = 0

    @property
    def key(self) -> tuple[str, int]:
        """Return what the trace of this job is kept under."""
        return self.item.id, self.repeat


def ask_all(subject: Subject, jobs: Sequence[Job], workers: int) -> Iterator[Trace]:
    """Yield the trace of each job as it is done, in no order; `workers` are asked at once."""
    with ThreadPoolExecutor(max_workers=workers, thread_name_prefix="ask") as pool:
        waiting = [pool.submit(ask, subject, job) for job in jobs]
        try:
            for done in as_completed(waiting):
                yield done.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def ask(subject: Subject, job: Job) -> Trace:
    """Return what became of one item; whatever goes wrong with it leaves the run alone."""
    exchanges: list[Exchange] = []
    fault = ""
    try:
        with repeating(job.repeat):
            talk = job.script(job.item)
            put = next(talk)
            while True:
                slowness = pace()
                start = perf_counter()
                seen = subject.ask(put.turn)
                exchanges.append(_exchange(put, seen, perf_counter() - start, slowness))
                put = talk.send(seen.observed)
    except StopIteration:
        pass
    except SubjectError as error:
        fault = str(error)
    except Exception as error:  # noqa: BLE001 # a reply no script expected costs one item only
        fault = f"{type(error).__name__} : {error}"
    return Trace(
        dataset=job.dataset,
        item=job.item.id,
        repeat=job.repeat,
        exchanges=tuple(exchanges),
        fault=fault,
    )


def in_order(traces: Iterable[Trace]) -> list[Trace]:
    """Return traces in the one order they are kept in, whatever order they came in."""
    return sorted(traces, key=lambda trace: (trace.dataset, trace.key))


def _exchange(put: Put, seen: Seen, seconds: float, slowness: float) -> Exchange:
    """Return one message with what it got."""
    turn = put.turn
    return Exchange(
        message=turn.text,
        history=turn.history,
        profile={k: v for k, v in asdict(turn.profile).items() if v is not None},
        language=turn.language,
        label=put.label,
        seen=seen,
        seconds=seconds,
        pace=slowness,
    )
