"""The page, as text."""

import base64
import hashlib
import re

import pytest

from eval.report.html import html, identity, write_html
from eval.runs.folder import About


@pytest.fixture
def page(compared):
    return html(compared)


def test_it_is_the_same_for_the_same_run(make_report, tmp_path):
    path = tmp_path / "report.html"

    write_html(make_report(), path)

    assert path.read_text("utf-8") == html(make_report())


@pytest.mark.parametrize("tag", ["style", "script"])
def test_the_policy_lets_in_what_the_page_holds_and_no_more(page, tag):
    (held,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(held.encode()).digest()).decode()

    assert f"{tag}-src &#39;sha256-{digest}&#39;;" in page
    assert "default-src &#39;none&#39;" in page
    assert "unsafe" not in page


def test_no_element_has_a_style_or_a_handler_of_its_own(page):
    body = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)

    assert not re.search(r"<[^>]*\s(style|on[a-z]+)=", body)


def test_what_a_person_wrote_is_text(page, hostile):
    assert hostile not in page
    assert "&lt;img src=x onerror=" in page


def test_an_address_that_is_not_of_the_web_is_no_link(page):
    assert 'href="https://exemple.test/macon"' in page
    assert 'href="javascript:' not in page
    assert "javascript:alert(1)" in page


@pytest.mark.parametrize(
    "part",
    [
        "«\N{NO-BREAK SPACE}en deux ans\N{NO-BREAK SPACE}»",
        "Il se prépare en deux ans.",
        "Sans source (texte fixe).",
        "Êtes-vous en emploi ?",
        "employed = True",
        "Vous êtes cadre.",
        "salary_entry",
        "le salaire",
        "Et après ?",
        "Maçon, maçonne",
        "etudes macon",
        "age = 34",
        "0,812",
        "attendue",
        "On gagne 9 000 €.",
        "figure absent du passage",
        "ligne de journal",
        "20\N{NO-BREAK SPACE}ms",
        "fiche d&#39;essai",
        "Bonjour",
        "situation = salarie_prive",
    ],
)
def test_a_failure_shows_the_whole_exchange(page, part):
    _, _, failures = page.partition('id="failures"')

    assert part in failures


def test_only_what_is_worded_in_english_says_so(make_report, trace_of):
    asked = trace_of("find-2")
    exchanges = (asked.only.model_copy(update={"language": "en"}),)
    page = html(make_report(traces=[asked.model_copy(update={"exchanges": exchanges})]))

    for told in (
        '<p class="said" lang="en">',
        '<li lang="en">Bonjour',
        '<li><span lang="en">Le diplôme',
        '<p lang="en">Êtes-vous en emploi ?',
        '<li><span lang="en">Oui',
        '<span lang="en">Vous êtes cadre.',
        '<li lang="en">le salaire',
        '<li lang="en">avis',
        '<li lang="en">Et après ?',
        '<del lang="en">On gagne',
        "<blockquote><p>«",
    ):
        assert told in page


def test_a_reply_in_french_names_no_language(page):
    _, _, failures = page.partition('id="failures"')

    assert "<li><span>Le diplôme" in failures
    assert not re.search(r'lang="en">(Le diplôme|Êtes|Oui|avis|On gagne)', failures)


def test_what_the_subject_does_not_show_is_said(make_report, trace_of):
    observed = trace_of("find-2").only.observed.model_copy(update={"understood": None})
    blind = trace_of("find-2", observed=observed, found=None, read=None, dropped=None)

    assert html(make_report(traces=[blind])).count("Le système évalué ne le montre pas.") == 3


def test_what_could_not_be_put_shows_why(make_report, trace_of):
    assert "a planté" in html(make_report(traces=[trace_of("find-2", fault="a planté")]))
    assert "L&#39;échange n&#39;a pas été gardé." in html(make_report(traces=()))


def test_failures_left_out_are_counted(make_report, result_of, results_of):
    wrong = result_of("a.b", {f"i{n}": 0.0 for n in range(5)})

    page = html(make_report(runs=(results_of(wrong),), most=2))

    assert page.count('<details class="failure"') == 2
    assert "3 autres ne sont pas montrés." in page


def test_a_run_without_a_failure_says_so(make_report, result_of, results_of):
    assert "Aucun échec." in html(make_report(runs=(results_of(result_of("a.b", {"x": 1.0})),)))


def test_every_measure_shows_its_target_and_how_far_it_is(page):
    for part in ("90,0 %", ">\N{MINUS SIGN}40,0 pt</small>", ">atteinte</small>", 'class="aim"'):
        assert part in page.replace("\N{NO-BREAK SPACE}", " ")
    assert page.count('data-label="Cible"') == 4
    assert page.count('class="aim"') == 3


def test_without_a_target_the_page_says_nothing_of_targets(make_report):
    page = html(make_report(targets={}))

    assert 'data-label="Cible"' not in page
    assert "La cible est ce que vise le produit" not in page


def test_without_a_base_nothing_is_said_of_changes(make_report, page):
    assert "Ce qui a changé" in page
    assert "Ce qui a changé" not in html(make_report())


def test_the_identity_leaves_out_what_is_unknown():
    told = dict(identity(About(subject="assistant", split="test", datasets={"a": "0" * 64})))

    assert told == {
        "Système évalué": "Assistant",
        "Part des données": "échantillon de test",
        "Répétitions": "1",
        "Jeux de données (empreinte)": f"a {'0' * 12}",
    }


def test_the_identity_tells_what_the_run_was_made_with(page):
    for part in ("corpus 20261128", "find 0123456789ab", "abc123+", "28 novembre 2026", "2 cores"):
        assert part in page
    assert "Base de comparaison" in page
