from eval.bench.growth.build import build
from eval.bench.growth.memory import apart, measure_memory


def test_a_new_process_that_searched_holds_more_than_before(own, plan, tmp_path):
    build(tmp_path / "size", 200, own, lambda _: None)

    figures = apart(measure_memory, tmp_path / "size", plan.opens, plan.questions, plan.settings)

    assert figures.resident_megabytes > figures.bare_megabytes > 10
    assert figures.ready_seconds > 0


def test_what_is_measured_here_is_what_is_measured_apart(own, plan, tmp_path):
    build(tmp_path / "size", 200, own, lambda _: None)

    figures = measure_memory(tmp_path / "size", plan.opens, plan.questions, plan.settings)

    assert figures.resident_megabytes >= figures.bare_megabytes
