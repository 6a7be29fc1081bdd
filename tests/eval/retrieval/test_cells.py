import pytest

from eval.retrieval.abstention import Share
from eval.retrieval.beside import Paired
from eval.retrieval.cells import ahead, bare, mean, milliseconds, share, signed, table
from eval.runs.results import ItemScore, MeasureResult
from eval.runs.statistics import Difference, Interval


def result(*values):
    scores = tuple(ItemScore(item=str(n), value=value) for n, value in enumerate(values))
    return MeasureResult(name="m", task="t", dataset="d", asks="?", scores=scores, unscored=0)


def test_a_mean_is_told_with_its_interval_and_decimal_commas():
    assert mean(result(1.0, 1.0, 0.0, 1.0)) == "0,750 [0,301 ; 0,954]"
    assert mean(result()) == "–"


def test_a_difference_is_told_with_its_signs():
    moved = Difference(mean=-0.05, interval=Interval(low=-0.1, high=0.01), p=0.2, items=9)

    told = ahead(Paired(result=result(1.0), ahead=moved, changed=3))

    assert told == "−0,050 [−0,100 ; +0,010]"


@pytest.mark.parametrize(
    ("value", "told"), [(0.0, "0,000"), (0.0001, "0,000"), (-0.0001, "0,000"), (0.25, "+0,250")]
)
def test_nothing_has_no_sign(value, told):
    assert signed(value) == told


def test_a_share_is_told_with_its_doubt_and_its_number():
    one = Share(value=0.5, interval=Interval(low=0.1, high=0.9), count=1234)

    assert share(one) == "0,500 [0,100 ; 0,900], n = 1\u202f234"
    assert bare(one) == "0,500"
    assert (share(None), bare(None)) == ("–", "–")


def test_a_delay_is_told_in_milliseconds():
    assert milliseconds(12.345) == "12,3\u00a0ms"


def test_a_table_has_a_row_a_thing_and_a_cell_a_column():
    assert list(table({"one": str, "twice": lambda n: str(2 * n)}, [1, 2])) == [
        "| one | twice |",
        "|---|---|",
        "| 1 | 2 |",
        "| 2 | 4 |",
    ]
