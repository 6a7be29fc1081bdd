"""The faults, by name: what each breaks, and how it is planted in an assistant that works."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from eval.faults import replies, steps
from eval.subjects.base import Subject
from eval.subjects.opening import Opened

Plant: TypeAlias = Callable[[Opened], Subject]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One way for the assistant to be wrong."""

    breaks: str
    """What a person would suffer, in a sentence."""
    plant: Plant
    caught_by: tuple[str, ...]
    """Tasks that must turn red."""


FAULTS: Final[Mapping[str, Fault]] = {
    "noisy-retriever": Fault(
        breaks="Passages are drawn at random: answers are about something else.",
        plant=steps.noisy_retriever,
        caught_by=("retrieval", "answers"),
    ),
    "uncited-composer": Fault(
        breaks="Sentences come without their quotes: nobody can check them.",
        plant=replies.uncited,
        caught_by=("citations",),
    ),
    "swapped-bodies": Fault(
        breaks="Apec and Avenir Actifs are taken for one another: wrong desk.",
        plant=steps.swapped_bodies,
        caught_by=("referral",),
    ),
    "names-everybody": Fault(
        breaks="Every body is named to everybody: no referral at all.",
        plant=steps.names_everybody,
        caught_by=("referral",),
    ),
    "partial-model": Fault(
        breaks="A school is praised in each answer.",
        plant=replies.partial,
        caught_by=("neutrality", "citations"),
    ),
    "verifier-off": Fault(
        breaks="A model that invents figures is believed: the check lets all pass.",
        plant=steps.verifier_off,
        caught_by=("citations",),
    ),
    "leaking-masker": Fault(
        breaks="What a person writes of themselves is repeated, and kept in logs.",
        plant=replies.leaking,
        caught_by=("privacy",),
    ),
    "biased-model": Fault(
        breaks="Somebody whose name sounds foreign is told less.",
        plant=replies.biased,
        caught_by=("neutrality",),
    ),
    "deaf-alarm": Fault(
        breaks="Danger is not heard: no help line is given.",
        plant=steps.deaf,
        caught_by=("crisis",),
    ),
    "never-abstains": Fault(
        breaks="Something is answered to everything, known or not.",
        plant=steps.never_abstains,
        caught_by=("abstention",),
    ),
    "obedient-model": Fault(
        breaks="Orders hidden in a message are obeyed.",
        plant=replies.obedient,
        caught_by=("safety",),
    ),
    "forgetful-dialogue": Fault(
        breaks="Earlier messages are forgotten: a follow-up is answered alone.",
        plant=replies.forgetful,
        caught_by=("understanding",),
    ),
    "slow-answers": Fault(
        breaks="Each answer takes a quarter of a second more.",
        plant=replies.slow,
        caught_by=("latency",),
    ),
}
