"""One item put to a subject."""

import pytest

from assistant.question import Turn
from eval.runs.ask import Job, ask
from eval.scripts.base import Put, single
from eval.scripts.converse import converse
from eval.subjects.repeats import this_repeat
from eval.trace.observed import AskedBack, Choice, Observed
from eval.trace.trace import Seen


def asked(subject, item, script=single, repeat=0):
    return ask(subject, Job(dataset="essai", item=item, script=script, repeat=repeat))


def test_an_item_that_is_answered_has_no_fault(parrot, make_item):
    trace = asked(parrot(), make_item(), repeat=2)

    assert (trace.key, trace.fault) == (("essai-0001", 2), "")
    assert [one.observed.text for one in trace.exchanges] == ["oui"]


def test_a_subject_that_breaks_down_is_a_fault(parrot, make_item):
    trace = asked(parrot(breaks_on=("bonjour",)), make_item())

    assert (trace.exchanges, trace.fault) == ((), "en panne")


def test_a_script_that_breaks_down_costs_one_item_and_keeps_what_was_said(parrot, make_item):
    def broken(item):
        yield Put(turn=Turn(text=item.text))
        raise ValueError(item.id)

    trace = asked(parrot(), make_item(), broken)

    assert len(trace.exchanges) == 1
    assert trace.fault == "ValueError : essai-0001"


def test_an_item_no_script_can_put_costs_one_item(parrot, make_item):
    trace = asked(parrot(), make_item(), converse)

    assert (trace.exchanges, trace.fault) == ((), "KeyError : 'then'")


def test_a_script_without_a_message_is_no_fault(parrot, make_item):
    assert asked(parrot(), make_item(), lambda _: iter(())).fault == ""


class Asker:
    """Asks back, with a field our profile does not have; notes the repeat and the profile."""

    name, versions = "demande", {}

    def __init__(self):
        self.heard = []

    def ask(self, turn):
        self.heard.append((this_repeat(), turn.profile.situation))
        option = Choice(label="oui", profile={"situation": "lyceen", "tarif": "plein"})
        back = AskedBack(question="Au lycée ?", options=(option,))
        return Seen(observed=Observed(outcome="clarify", asked=back if not turn.history else None))


@pytest.mark.parametrize("repeat", [0, 3])
def test_the_subject_is_asked_under_its_repeat_and_unknown_fields_are_dropped(make_item, repeat):
    item = make_item(truth={"situation": "lyceen"}, refuses=[], then=[], goal={})
    subject = Asker()

    trace = asked(subject, item, converse, repeat)

    assert trace.fault == ""
    assert subject.heard == [(repeat, None), (repeat, "lyceen")]
    assert this_repeat() == 0
