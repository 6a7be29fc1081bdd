"""The sentences somebody reads who reads nothing else."""

import re

import pytest

from eval.gate.gate import Broken, Kind, Verdict
from eval.report.rows import rows
from eval.report.summary import summary
from eval.runs.compare import compare

BROKEN = Broken(measure="a.b", kind=Kind.FLOOR, found=0.1, demanded=0.5)
MANY = [f"i{n}" for n in range(30)]


def sentences(report):
    return [said.replace("\N{NO-BREAK SPACE}", " ") for said in summary(report, rows(report))]


def told(report):
    return " ".join(sentences(report))


@pytest.fixture
def run_of(result_of, results_of):
    """Return a function that makes a run from what each measure gives all of many items."""

    def make(subject="assistant", **values):
        held = (result_of(f"{k}.b", dict.fromkeys(MANY, v)) for k, v in values.items())
        return results_of(*held, subject=subject)

    return make


def test_it_starts_with_how_many_measures_reach_their_target(make_report):
    assert sentences(make_report())[0] == (
        "Assistant : 2 mesures sur 3 atteignent la cible du produit "
        "(échantillon de mise au point, 3 messages)."
    )


@pytest.mark.parametrize(
    ("targets", "lead"),
    [
        ({"a.b": 0.5, "b.b": 0.6}, "1 mesure sur 2 atteint"),
        ({"b.b": 0.6}, "0 mesure sur 1 atteint"),
        ({}, "2 mesures faites, sans cible"),
        ({"absent": 0.5}, "2 mesures faites, sans cible"),
    ],
)
def test_only_measures_of_this_run_that_have_a_target_are_counted(
    make_report, run_of, targets, lead
):
    assert lead in told(make_report(runs=(run_of(a=0.5, b=0.5),), targets=targets))


def test_a_measure_of_another_run_alone_is_not_counted(make_report):
    report = make_report(targets={"only.theirs": 0.5})

    assert "3 mesures faites, sans cible" in sentences(report)[0]


def test_no_percentage_is_pooled_over_measures(make_report):
    lead, *_ = sentences(make_report())

    assert "%" not in lead
    assert "réussite" not in told(make_report())


def test_the_lower_bound_must_reach_the_target_where_it_can(make_report):
    assert "c'est le cas de 1 sur les 2 mesures dont la cible est sous 100 %" in told(make_report())


def test_the_lower_bound_is_not_asked_of_a_target_it_cannot_reach(make_report):
    assert "borne basse" not in told(make_report(targets={"referral.bodies": 1.0}))
    assert "borne basse" not in told(make_report(targets={}))


def test_the_three_measures_furthest_from_their_target_are_named(make_report, run_of):
    targets = {"a.b": 0.6, "b.b": 1.0, "c.b": 0.9, "d.b": 0.95, "e.b": 0.5}
    report = make_report(runs=(run_of(a=0.5, b=0.5, c=0.5, d=0.5, e=0.5),), targets=targets)

    under = [said for said in sentences(report) if said.startswith("Sous sa cible")]

    assert [re.search(r"\((.\.b)\)", said)[1] for said in under] == ["b.b", "d.b", "c.b"]
    assert under[0] == (
        "Sous sa cible (\N{MINUS SIGN}50,0 pt) : « Is b.b right? » (b.b), 50,0 % pour 100 % visés."
    )


def test_a_measure_with_a_target_that_scored_nothing_is_told(make_report, result_of, results_of):
    run = results_of(result_of("a.b", {"x": 1.0}), result_of("c.b", {}, unscored=1))
    report = make_report(runs=(run,), targets={"a.b": 0.5, "c.b": 0.5})

    assert "1 mesure sur 2 atteint" in told(report)
    assert "1 mesure qui a une cible n'a rien pu noter" in told(report)
    assert "rien pu noter" not in told(make_report())


@pytest.mark.parametrize(
    ("theirs", "shared", "sides"),
    [
        ({"a": 0.0, "c": 0.25}, "les 2 mesures", (2, 0, 0)),
        ({"a": 1.0, "c": 0.5}, "les 2 mesures", (0, 1, 1)),
        ({"a": 0.5, "d": 1.0}, "la seule mesure", (0, 0, 1)),
    ],
)
def test_another_subject_is_held_beside_measure_by_measure(
    make_report, run_of, theirs, shared, sides
):
    report = make_report(runs=(run_of(a=0.5, c=0.5), run_of(subject="autre", **theirs)))

    ahead, behind, level = sides
    assert sentences(report)[-1] == (
        f"Face à « autre », sur {shared} que les deux permettent : devant sur {ahead}, "
        f"derrière sur {behind}, sans différence établie sur {level}."
    )


def test_a_difference_that_chance_explains_puts_nobody_ahead(make_report):
    assert told(make_report()).endswith(
        "Face à « autre », sur la seule mesure que les deux permettent : "
        "devant sur 0, derrière sur 0, sans différence établie sur 1."
    )


def test_a_subject_that_allows_none_of_our_measures_is_told_apart(make_report, run_of):
    report = make_report(runs=(run_of(a=0.5), run_of(subject="autre", d=0.5)))

    assert told(report).endswith("Face à « autre » : aucune mesure que les deux permettent.")


def test_the_verdict_of_the_gate_is_told(make_report):
    assert "seuil" not in told(make_report())
    assert "Les 2 seuils" in told(make_report(verdict=Verdict(broken=(), checked=2)))
    red = told(make_report(verdict=Verdict(broken=(BROKEN, BROKEN), checked=2)))
    assert "ne sont pas tenus : a.b." in red
    assert "Aucun seuil" in told(make_report(verdict=Verdict(broken=(), checked=0)))


def test_a_fall_beyond_chance_is_told(make_report, run_of):
    ours, base = run_of(a=0.0, b=0.5, c=1.0, d=1.0), run_of(a=1.0, b=0.75, c=0.0, d=1.0)
    report = make_report(runs=(ours,), changes=compare(ours, base), base=base)

    assert "mesures en baisse, 2 ; en hausse, 1 ; sans différence établie, 1." in told(report)
    assert "Plus forte baisse : a.b, \N{MINUS SIGN}100,0 pt." in told(report)


def test_a_rise_alone_has_no_worst_fall(make_report, run_of):
    ours, base = run_of(a=1.0), run_of(a=0.0)
    report = make_report(runs=(ours,), changes=compare(ours, base), base=base)

    assert "mesures en baisse, 0 ; en hausse, 1 ; sans différence établie, 0." in told(report)
    assert "Plus forte baisse" not in told(report)


def test_what_chance_explains_is_no_change_and_what_is_not_compared_is_not_counted(compared):
    assert "aucune différence établie sur les 2 mesures comparées" in told(compared)


def test_without_a_shared_measure_nothing_is_said_of_changes(make_report, run_of):
    ours, base = run_of(a=1.0), run_of(c=0.0)
    report = make_report(runs=(ours,), changes=compare(ours, base), base=base)

    assert "Par rapport à la base" not in told(report)


def test_messages_that_could_not_be_put_are_told(make_report, result_of, results_of):
    faulty = results_of(result_of("a.b", {"x": 1.0}, faults=2), suite="2026")

    assert "2 messages n'ont pas pu être envoyés." in told(make_report(runs=(faulty,)))
    assert "jeu figé « 2026 »" in told(make_report(runs=(faulty,)))
    assert "1 message)" in told(make_report(runs=(faulty,)))


def test_a_run_that_scored_nothing_says_so(make_report, results_of):
    assert sentences(make_report(runs=(results_of(),))) == [
        "Assistant : aucun message n'a pu être noté (échantillon de mise au point)."
    ]
