import pytest

from eval.retrieval.measured import GAIN, RECALL, REPLIED, UNDERSTOOD, measured
from eval.retrieval.ways import Ranks
from eval.subjects.base import SubjectError
from eval.trace.trace import FoundRecord


def finding(*records):
    """A way that always finds the same."""
    found = [FoundRecord(record=record, score=1.0) for record in records]
    return Ranks(name="essai", search=lambda _: found)


def test_each_measure_is_taken_on_its_own_messages(items):
    found = measured(finding("occupation:macon#tasks"), items, (GAIN, RECALL))

    assert found[GAIN].values == {"r1": 1.0, "r2": 1.0, "r3": 0.0}
    assert found[RECALL].values == {"r1": 1.0, "r2": 1.0}


def test_what_a_subject_does_not_show_is_not_scored(items):
    found = measured(finding(), items, (*UNDERSTOOD, *REPLIED))

    assert [len(result.scores) for result in found.values()] == [0, 0, 0, 0, 0]
    assert found["abstention.refused"].mean is None


def test_a_message_that_cannot_be_put_stops_the_run(items):
    def broken(_):
        raise LookupError

    with pytest.raises(SubjectError, match=r"essai, r1 : LookupError"):
        measured(Ranks(name="essai", search=broken), items, (GAIN,))
