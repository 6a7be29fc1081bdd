"""Markdown for a pull request and for the documentation."""

import pytest

from eval.report.markdown import evaluation_table, inert, pull_request
from eval.runs.compare import compare


def test_a_comment_tells_the_measures_and_what_got_worse(compared):
    text = pull_request(compared).replace("\N{NO-BREAK SPACE}", " ")

    assert text.startswith("## Évaluation\n\n- Assistant : 2 mesures sur 3")
    line = "| Trouver les bonnes fiches | `retrieval.recall` | 2 | **50,0 %** |"
    assert line in text
    assert "| = 0,0 pt |" in text
    assert "- `find-2`, `retrieval.recall` : &#60;img src=x" in text
    assert text.endswith("– faute de find-2\n")


def test_without_a_base_there_is_no_change_to_tell(make_report):
    text = pull_request(make_report())

    assert "Évolution" not in text
    assert "Régressions" not in text


def test_regressions_are_spread_over_measures_and_the_others_counted(
    make_report, result_of, results_of
):
    items = [f"i{n:02}" for n in range(30)]
    names = ("a.a", "b.b", "c.c", "d.d", "e.e")
    ours, base = (
        results_of(*(result_of(name, dict.fromkeys(items, v)) for name in names)) for v in (0, 1)
    )
    text = pull_request(make_report(runs=(ours,), changes=compare(ours, base), base=base))

    assert text.count("- `i") == 10
    assert text.count("`a.a`\N{NO-BREAK SPACE}:") == 3
    assert "**▼ \N{MINUS SIGN}100,0\N{NO-BREAK SPACE}pt**" in text
    assert text.endswith("- 140 autres messages moins bien notés.\n")


def test_the_table_of_the_documentation_has_a_column_per_subject(make_report):
    header, rule, first, *_, last = evaluation_table(make_report()).splitlines()

    assert header == "| task | measure | asks | target | `assistant` | `autre` |"
    assert rule == "| --- | --- | --- | --- | --- | --- |"
    assert first.startswith(
        "| `retrieval` | `retrieval.recall` | Is retrieval.recall right? | 0.900 | 0.500 ("
    )
    assert ", n = 2 | 0.000 (" in first
    assert "| – | – | 1.000 (" in last


def test_a_comment_tells_each_target_and_how_far_it_is(make_report):
    text = pull_request(make_report()).replace("\N{NO-BREAK SPACE}", " ")

    assert "| Intervalle à 95 % | Cible | autre |" in text
    assert "| 90,0 % (\N{MINUS SIGN}40,0 pt) |" in text
    assert "| 50,0 % (atteinte) |" in text
    assert "| `only.theirs` | 0 | **–** | – | – | 100 % |" in text


def test_without_a_target_no_table_has_a_column_for_it(make_report):
    report = make_report(targets={})

    assert "target" not in evaluation_table(report)
    assert "Cible" not in pull_request(report)


def test_a_run_without_measures_has_no_table(make_report, results_of):
    assert evaluation_table(make_report(runs=(results_of(),))) == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Il gagne : peu.", "Il gagne : peu."),
        ("a|b\nc", "a&#124;b c"),
        ("<b>@moi</b>", "&#60;b&#62;&#64;moi&#60;/b&#62;"),
        ("[x](y) #1 :tada:", "&#91;x&#93;(y) &#35;1 &#58;tada:"),
    ],
)
def test_what_a_person_wrote_is_shown_letter_by_letter(text, shown):
    assert inert(text) == shown


def test_a_long_message_is_cut(make_report, result_of, results_of, make_item):
    ours, base = (results_of(result_of("a.b", {"x": value})) for value in (0.0, 1.0))
    items = {"x": make_item(text="é" * 161)}
    report = make_report(runs=(ours,), items=items, changes=compare(ours, base), base=base)

    assert f" {'é' * 159}… –" in pull_request(report)
