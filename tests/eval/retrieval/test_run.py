from dataclasses import replace

from eval.retrieval.ablations import ASIDES
from eval.retrieval.measured import GAIN, RECALL, REPLIED, UNDERSTOOD
from eval.retrieval.run import run


def test_everything_asked_for_is_measured_on_its_messages(figures):
    counts = {name: len(result.scores) for name, result in figures.ours.items()}

    assert list(counts) == [GAIN, RECALL, *UNDERSTOOD, *REPLIED]
    assert counts == {
        GAIN: 3,
        RECALL: 2,
        "understanding.occupations": 2,
        "understanding.occupations-top3": 2,
        "understanding.followups": 1,
        "abstention.refused": 1,
        "abstention.legitimate": 1,
    }


def test_every_other_way_is_measured_on_the_questions_of_ours(figures):
    others = (*figures.plain, *figures.ablations)

    assert len(others) == 4 + 7
    assert {len(one.gain.result.scores) for one in others} == {3}
    assert {len(one.recall.result.scores) for one in others} == {2}
    assert others[-1].name == ASIDES


def test_a_target_is_missed_under_it_and_not_at_it(figures):
    found = figures.ours["understanding.occupations"].mean
    at, above = (
        replace(figures, targets={**figures.targets, "understanding.occupations": target})
        for target in (found, found + 0.01)
    )

    assert found == 0.5
    assert "understanding.occupations" not in at.missed
    assert "understanding.occupations" in above.missed


def test_a_measure_of_no_message_misses_its_target(plan):
    nothing = replace(plan, items={**plan.items, "followups": []})

    assert "understanding.followups" in run(nothing, lambda _: None).missed


def test_two_runs_give_the_same_but_for_delays(plan, figures):
    again = run(plan, lambda _: None)

    assert (again.ours, again.plain, again.ablations) == (
        figures.ours,
        figures.plain,
        figures.ablations,
    )
    assert again.curves == figures.curves


def test_how_far_the_run_is_can_be_heard(plan):
    heard = []

    run(plan, heard.append)

    assert len(heard) == 5
    assert all(line.startswith("… ") for line in heard)
