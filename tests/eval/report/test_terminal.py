"""The measures in a terminal of 100 columns."""

from io import StringIO

from rich.console import Console

from eval.report.terminal import terminal
from eval.runs.compare import compare


def shown(report):
    console = Console(file=StringIO(), width=100, color_system=None)
    console.print(terminal(report))
    return console.file.getvalue().replace("\N{NO-BREAK SPACE}", " ")


def test_every_measure_has_its_figures_and_those_of_the_others(make_report):
    text = shown(make_report())

    assert max(map(len, text.splitlines())) <= 100
    for expected in ("Trouver les bonnes fiches", "retrieval.recall", "50,0 %", "autre", "0 %"):
        assert expected in text
    assert "+ 1 non noté" in text


def test_every_measure_has_its_target_and_how_far_it_is(make_report):
    text = shown(make_report())

    for expected in ("Cible", "90,0 %", "\N{MINUS SIGN}40,0 pt", "atteinte"):
        assert expected in text
    assert "Cible" not in shown(make_report(targets={}))


def test_a_change_by_chance_is_told_apart(compared, make_report):
    text = shown(compared)

    assert "= 0,0 pt" in text
    assert "non établie" in text
    assert "Évolution" not in shown(make_report())


def test_a_fall_beyond_chance_is_told_as_such(make_report, result_of, results_of):
    items = [f"i{n}" for n in range(30)]
    ours, base = (results_of(result_of("a.b", dict.fromkeys(items, v))) for v in (0.0, 1.0))
    text = shown(make_report(runs=(ours,), changes=compare(ours, base), base=base))

    assert "▼ \N{MINUS SIGN}100,0 pt" in text
    assert "non établie" not in text
    assert "établie" in text


def test_words_of_others_are_not_read_as_markup(make_report, result_of, results_of):
    odd = result_of("[red]a.b[/]", {"x": 0.0})

    assert "[red]a.b[/]" in shown(make_report(runs=(results_of(odd),)))


def test_items_that_could_not_be_put_are_told(make_report, result_of, results_of):
    assert "(+ 2 en panne)" in shown(
        make_report(runs=(results_of(result_of("a.b", {"x": 1.0}, faults=2)),))
    )
