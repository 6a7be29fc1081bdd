"""Everything in one run: ours, plain ways beside, parts left out, thresholds, delays."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.service import Assistant
from corpus.embedding.ports import Embedder
from eval.bench.growth.own import Own
from eval.bench.machine import Machine, describe_machine
from eval.fitting.border import Border
from eval.retrieval.ablations import ASIDES, ablations, with_asides
from eval.retrieval.abstention import Curves, curves
from eval.retrieval.beside import Beside, beside
from eval.retrieval.delays import ROUNDS, SECONDS, Delays, delays
from eval.retrieval.measured import (
    GAIN,
    RECALL,
    REPLIED,
    SEARCHED,
    UNDERSTOOD,
    Items,
    Measured,
    measured,
)
from eval.retrieval.plain import plain_ways
from eval.retrieval.ways import Searching
from eval.subjects.in_process import InProcess

if TYPE_CHECKING:
    from eval.subjects.base import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a run is made of."""

    assistant: Assistant
    own: Own
    """The records the assistant answers from."""
    embedder: Embedder
    split: str
    items: Items
    """Those of the split, by data set."""
    border: Border
    targets: Mapping[str, float]
    """What is asked for, by measure."""
    rounds: int = ROUNDS
    seconds: float = SECONDS


@dataclass(frozen=True, slots=True, kw_only=True)
class RetrievalFigures:
    """Everything measured in one run."""

    machine: Machine
    split: str
    passages: int
    asked: int
    """Questions written for our statements."""
    ours: Measured
    targets: Mapping[str, float]
    plain: tuple[Beside, ...]
    ablations: tuple[Beside, ...]
    curves: Curves
    delays: Delays

    @property
    def missed(self) -> tuple[str, ...]:
        """Return the measures under their target, or of no message."""
        found = {name: result.mean for name, result in self.ours.items()}
        return tuple(n for n, mean in found.items() if mean is None or mean < self.targets[n])


def run(plan: Plan, say: Callable[[str], None]) -> RetrievalFigures:
    """Return the figures; `say` hears how far the run is.

    Raises SubjectError when a message can't be put.
    """
    machine = describe_machine()
    assistant, items = plan.assistant, plan.items
    say("… delays, one person and then many")
    waited = delays(
        assistant, plan.embedder, items[SEARCHED], rounds=plan.rounds, seconds=plan.seconds
    )
    with plain_ways(plan.own, plan.embedder) as plain:
        say("… questions searched, with each part and without")
        searching = Searching(assistant=assistant, ways=ablations(assistant, plain.words))
        ours = measured(searching, items, (GAIN, RECALL))
        whole = Searching(assistant=with_asides(assistant), name=ASIDES)
        less: list[Subject] = [*searching.others(), whole]
        ablated = [beside(one, items, ours) for one in less]
        say("… plain ways to search")
        others = [beside(one, items, ours) for one in plain.subjects]
    say("… names, follow-ups and whole replies")
    ours = {
        **ours,
        **measured(Searching(assistant=assistant), items, UNDERSTOOD),
        **measured(InProcess(assistant), items, REPLIED),
    }
    say("… thresholds, on the development split")
    swept = curves(assistant, plan.border)
    return RetrievalFigures(
        machine=machine,
        split=plan.split,
        passages=len(plan.own.content.passages),
        asked=sum(len(passage.asked) for passage in plan.own.content.passages),
        ours=ours,
        targets={name: plan.targets[name] for name in ours},
        plain=tuple(others),
        ablations=tuple(ablated),
        curves=swept,
        delays=waited,
    )
