import pytest

from corpus.model.errors import InputError
from eval.judges.agreement import Agreement, agreement, kappa, read_labels


def pairs(both_right, only_first, only_second, both_wrong):
    counts = {
        (True, True): both_right,
        (True, False): only_first,
        (False, True): only_second,
        (False, False): both_wrong,
    }
    return [pair for pair, count in counts.items() for _ in range(count)]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ((20, 5, 10, 15), 0.4),  # the example of the handbooks
        ((45, 15, 25, 15), 0.1304),
        ((10, 0, 0, 10), 1.0),
        ((0, 10, 10, 0), -1.0),
        ((1, 1, 1, 1), 0.0),
    ],
)
def test_kappa_is_agreement_beyond_chance(table, expected):
    assert kappa(pairs(*table)) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("table", [(0, 0, 0, 0), (5, 0, 0, 0), (0, 0, 0, 1)])
def test_kappa_is_absent_when_one_thing_only_is_said(table):
    assert kappa(pairs(*table)) is None


def test_kappa_takes_any_labels():
    assert kappa([("a", "a"), ("b", "b"), ("c", "a")]) == pytest.approx(0.5)


def test_verdicts_are_right_from_the_middle_on_and_only_shared_ones_count():
    judge = {("i1", "m"): 0.5, ("i2", "m"): 0.49, ("i3", "m"): 1.0, ("i4", "m"): 1.0}
    human = {("i1", "m"): 1.0, ("i2", "m"): 0.0, ("i3", "m"): 0.0, ("i4", "autre"): 0.0}

    found = agreement(judge, human)

    assert found == Agreement(kappa=pytest.approx(0.4), observed=pytest.approx(2 / 3), count=3)


def test_without_a_shared_verdict_there_is_no_agreement():
    assert agreement({("i1", "m"): 1.0}, {("i2", "m"): 1.0}) is None


def test_labels_are_read_line_by_line(tmp_path):
    path = tmp_path / "labels.jsonl"
    path.write_text(
        '{"item": "i1", "measure": "judge.faithfulness", "label": 1}\n'
        '{"item": "i2", "measure": "judge.faithfulness", "label": 0.5, "who": "x"}\n'
    )

    assert read_labels(path) == {
        ("i1", "judge.faithfulness"): 1.0,
        ("i2", "judge.faithfulness"): 0.5,
    }


@pytest.mark.parametrize(
    "line",
    [
        "pas du json",
        "[]",
        '{"item": "i1", "measure": "m"}',
        '{"item": "i1", "measure": "m", "label": "oui"}',
        '{"item": "i1", "measure": "m", "label": null}',
        '{"item": "i1", "measure": "m", "label": 1.1}',
        '{"item": "i1", "measure": "m", "label": -0.1}',
    ],
)
def test_a_wrong_label_is_told_with_its_line(tmp_path, line):
    path = tmp_path / "labels.jsonl"
    path.write_text(f'{{"item": "i0", "measure": "m", "label": 0}}\n{line}\n')

    with pytest.raises(InputError, match=r"labels\.jsonl, ligne 2"):
        read_labels(path)
