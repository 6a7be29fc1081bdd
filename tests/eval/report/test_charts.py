"""The drawings of the page, with the tables behind them."""

import pytest

from eval.report.charts import charts
from eval.trace.trace import FoundRecord

DRAWN = {"task", "public", "department", "times", "steps"}


def by_key(report):
    return {chart.key: chart for chart in charts(report)}


def test_what_can_be_drawn_is_drawn_with_its_figures(make_report):
    found = by_key(make_report())

    assert {key for key, chart in found.items() if chart.drawing} == DRAWN
    assert all(found[key].lines for key in DRAWN)
    assert all(len(line) == len(found[key].header) for key in DRAWN for line in found[key].lines)


def test_what_cannot_be_drawn_says_why(make_report, results_of):
    found = by_key(make_report(runs=(results_of(),), traces=()))

    assert all(chart.note.startswith("Rien à tracer") for chart in found.values())


def test_too_few_scores_are_counted(make_report):
    assert "(2\N{NO-BREAK SPACE}; il en faut" in by_key(make_report())["found"].note


def test_reliability_is_drawn_when_there_are_enough_scores(make_report, trace_of):
    chart = by_key(make_report(traces=[trace_of("find-2")] * 20))["found"]

    assert chart.lines[0][:4] == ("0,812", "0,812", "10", "100\N{NO-BREAK SPACE}%")
    assert 'role="img"' in chart.drawing


def test_targets_reached_are_counted_for_every_subject(make_report):
    chart = by_key(make_report())["task"]

    assert chart.header == ("Tâche", "Assistant", "autre")
    assert chart.lines == (
        ("Trouver les bonnes fiches", "1 sur 2", "0 sur 1"),
        ("Orienter vers le bon organisme", "1 sur 1", "–"),
    )
    assert (
        'aria-label="Cibles atteintes par tâche\N{NO-BREAK SPACE}: 2 sur 3 en tout."'
        in chart.drawing
    )


def test_without_a_target_there_is_nothing_to_count(make_report):
    chart = by_key(make_report(targets={}))["task"]

    assert (chart.drawing, chart.lines) == (None, ())
    assert chart.note == "Rien à tracer\N{NO-BREAK SPACE}: aucune mesure notée n'a de cible."


def test_gaps_are_told_in_points_the_worst_served_first(make_report):
    chart = by_key(make_report())["public"]

    down, unit = "\N{MINUS SIGN}25,0", "\N{NO-BREAK SPACE}pt"
    assert chart.lines == (
        ("Adultes", "1", f"{down}{unit}", f"{down} à {down}"),
        ("Lycée", "2", f"+25,0{unit}", "0,0 à 50,0"),
    )
    assert "le plus bas est «\N{NO-BREAK SPACE}Adultes\N{NO-BREAK SPACE}»" in chart.drawing


def test_the_same_figures_make_the_same_drawing(make_report):
    assert charts(make_report()) == charts(make_report())


@pytest.mark.parametrize(("spread", "dotted"), [(1.0, True), (0.1, False)])
def test_the_diagonal_is_drawn_only_where_scores_span_from_0_to_1(
    make_report, trace_of, spread, dotted
):
    found = [FoundRecord(record="b#pay", score=spread * n / 20) for n in range(20)]
    chart = by_key(make_report(traces=[trace_of("find-2", found=(one,)) for one in found]))["found"]

    assert ("stroke-dasharray" in chart.drawing) == dotted


@pytest.mark.parametrize("key", sorted(DRAWN))
def test_a_drawing_needs_no_style_and_tells_what_it_shows(make_report, key):
    drawing = by_key(make_report())[key].drawing

    assert "style" not in drawing
    assert 'aria-label="' in drawing


def test_a_name_with_a_dollar_is_drawn_as_it_is(make_report, result_of, results_of):
    report = make_report(
        runs=(results_of(result_of("$a_1$.b", {"x": 1.0})),), targets={"$a_1$.b": 0.5}
    )

    assert "$a_1$" in by_key(report)["task"].drawing
