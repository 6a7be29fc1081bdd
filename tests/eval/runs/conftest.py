"""A small run of our own: a subject that says yes, a measure that wants a yes."""

from dataclasses import dataclass, replace

import pytest

from eval.runs.run import Plan
from eval.scorers.base import right_if
from eval.subjects.base import SubjectError
from eval.tasks.base import Measure, Task
from eval.trace.observed import Observed, Said
from eval.trace.trace import Seen


@dataclass
class Parrot:
    """Says one word to everything; breaks down on the messages named."""

    says: str = "oui"
    breaks_on: tuple[str, ...] = ()
    name: str = "perroquet"
    asked: int = 0

    @property
    def versions(self):
        return {"corpus": "essai"}

    def ask(self, turn):
        self.asked += 1
        if turn.text in self.breaks_on:
            msg = "en panne"
            raise SubjectError(msg)
        return Seen(observed=Observed(outcome="answered", sentences=(Said(text=self.says),)))


def says_yes(item, trace):
    if item.text == "sans note":
        return None
    return right_if(trace.only.observed.text == item.expected.get("text", "oui"), "dit autre chose")


YES = Measure(name="accord.oui", dataset="retrieval", asks="Dit-il oui ?", score=says_yes)


@pytest.fixture
def parrot():
    return Parrot


@pytest.fixture
def make_items(make_item):
    def make(*texts):
        return [replace(make_item(t), id=f"essai-{n}") for n, t in enumerate(texts)]

    return make


@pytest.fixture
def make_plan(make_items):
    def make(*texts, subject=None, **given):
        values = {
            "subject": subject or Parrot(),
            "tasks": [Task(name="accord", asks="?", measures=(YES,))],
            "items": {"retrieval": make_items(*texts), "crisis": make_items("ailleurs")},
            "split": "development",
        }
        return Plan(**{**values, **given})

    return make
