"""Figures told as what they are, or as something else."""

import tomllib
from importlib import resources

import pytest

from eval.trace.observed import Observed
from eval.trace.told import told, writes

SHEETS = {"occupation:maraicher"}
DUE = {"property": "salary_entry", "value": "1770"}
TEXT = "Au début, on gagne 1 770 € brut par mois."
OTHER = "occupation:fleuriste#pay"
BOTH = "2 500 € {} et 1 900 € {}"
LATER, FIRST = "avec de l'expérience", "au début"


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("salary_entry", "1770", "on gagne 1\u202f770\xa0€ brut"),
        ("salary_experienced", "1770..2300", "de 1 770 à 2 300 euros"),
        ("amount", "1867.02", "soit 1 867,02 € par mois"),
        ("study_duration", "1", "préparé en un an"),
        ("study_duration", "18", "en 18 mois"),
        ("duration", "24..37", "de 24 à 37 semaines"),
        ("duration", "45", "pendant les 45 premiers jours"),
        ("duration", "140", "140 heures ici, 156 heures là"),
        ("rate", "20", "moins de 20 % des gens"),
        ("employment_rate", "88", "88 pour cent étaient en emploi"),
        ("age_min", "16", "de 16 à 25 ans révolus"),
        ("age_max", "25", "les 16-25 ans"),
        ("diploma_level", "6", "il est de niveau 6 (bac + 3)"),
        ("diploma_level", "4", "aux niveaux 3 et 4"),
        ("diploma_level", "5", "Niveau 5 : BTS et DUT"),
        ("labour_tension", "5", "en classe 5 dans 20 bassins"),
        ("labour_tension", "2", "une tension de 2 sur 5"),
        ("deadline", "15", "sous 15 jours"),
        ("deadline", "2", "il répond dans les deux mois"),
        ("deadline", "3", "au plus tard à la fin du 3e mois"),
        ("deadline", "60", "dès 6 mois d'absence, 60 jours avant"),
        ("threshold", "24", "après 24 mois d'expérience"),
        ("ceiling", "1600", "dans la limite de 1 600 €"),
        ("ceiling", "24", "au plus 24 mois, dès 3 mois au moins"),
        ("count", "33", "33 points relais"),
        ("ceiling", "24", "minimum 24 maximum"),
        ("threshold", "24", "maximum 24 minimum"),
        ("salary_experienced", "2500", "on gagne 2 500 € brut"),
        ("salary_entry", "1900", "1 900 € pour débuter, 2 500 € avec de l'expérience"),
        ("threshold", "5/10", "au moins 5/10 d'acuité"),
        ("count", "10000", "10 000 gendarmes"),
        ("phone", "0800122500", "le 0 800 122 500"),
        ("diploma", "CAP maçon", "Le CAP Maçon se prépare"),
        ("date", "2026-02-01", "le 1er février 2026"),
        ("date", "2022-12", "en décembre 2022"),
        ("date", "2022-12-05", "Date : 2022-12-05."),
        ("date", "2026-05-05", "le 5 mai 2026"),
    ],
)
def test_a_value_with_the_words_of_its_property_is_written(kind, value, text):
    assert writes({"property": kind, "value": value}, text)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("salary_entry", "1770", "depuis 1770, 1 890 € brut"),
        ("salary_experienced", "1770..2300", "jusqu'à 2 300 euros"),
        ("study_duration", "2", "niveau 2, en 3 ans"),
        ("study_duration", "1", "une formation de 3 ans"),
        ("duration", "24", "24 élèves pendant 37 semaines"),
        ("duration", "140156", "140 heures ici, 156 heures là"),
        ("rate", "20", "20 bassins, 30 %"),
        ("age_min", "16", "le 16 mai, à 25 ans"),
        ("diploma_level", "3", "niveau 6 (bac + 3)"),
        ("labour_tension", "1", "classe 5 dans 1 bassin"),
        ("labour_tension", "5", "classe 2 dans 5 bassins"),
        ("deadline", "15", "sous 30 jours"),
        ("threshold", "5/10", "au moins 5 sur 20"),
        ("threshold", "24", "la formation dure 24 mois"),
        ("threshold", "24", "24 élèves"),
        ("threshold", "24", "il faut 12 mois, au plus 24"),
        ("ceiling", "24", "il faut au moins 24 mois, 36 au plus"),
        ("ceiling", "24", "la formation prend 24 mois"),
        ("deadline", "6", "si l'absence atteint 6 mois, 60 jours avant"),
        ("deadline", "15", "une formation de 15 jours"),
        ("deadline", "15", "15 élèves avant midi"),
        ("count", "3", "3 ans de métier"),
        ("count", "3", "3 % du total"),
        ("count", "3", "le 3"),
        ("diploma", "CAP maçon", "le CAP couvreur"),
        ("date", "2026-02-01", "le 1er mars 2026"),
        ("date", "2026-02-01", "le 3 février 2026"),
        ("date", "2026-02-01", "le 1er février 2025"),
        ("date", "2022-12", "en décembre 2021"),
    ],
)
def test_a_value_that_is_of_something_else_is_not_written(kind, value, text):
    assert not writes({"property": kind, "value": value}, text)


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ({}, True),
        ({"subject": ""}, True),
        ({"subject": "occupation:fleuriste"}, False),
        ({"property": "salary_experienced"}, False),
        ({"value": "1771"}, False),
    ],
)
def test_a_typed_fact_is_told_of_its_own_sheet(fact, given, right):
    assert told(DUE, Observed(outcome="answered", facts=(fact(**given),)), SHEETS) is right


@pytest.mark.parametrize(
    ("records", "right"),
    [(["occupation:maraicher#pay"], True), ([""], True), ([], True), ([OTHER], False)],
)
def test_a_sentence_tells_a_fact_of_the_sheets_it_cites(say, cite, records, right):
    said = say(TEXT, *(cite("q", record=record) for record in records))

    assert told(DUE, Observed(outcome="answered", sentences=(said,)), SHEETS) is right


def test_a_sentence_that_also_cites_another_sheet_still_tells(say, cite):
    said = say(TEXT, cite("q", record=OTHER), cite("q", record="occupation:maraicher#pay"))

    assert told(DUE, Observed(outcome="answered", sentences=(said,)), SHEETS)


def test_two_sentences_do_not_tell_one_figure(say):
    split = (say("On gagne 1 770 par mois."), say("C'est un montant en €."))

    assert not told(DUE, Observed(outcome="answered", sentences=split), SHEETS)


@pytest.mark.parametrize(
    ("kind", "value", "right"),
    [("phone", "0231000000", True), ("phone", "3114", False), ("count", "0231000000", False)],
)
def test_the_number_of_a_body_named_is_told(body, kind, value, right):
    bodies = (body("a", phone="02 31 00 00 00"), body("b"))

    reply = Observed(outcome="crisis", bodies=bodies)

    assert told({"property": kind, "value": value}, reply, set()) is right


@pytest.mark.parametrize(
    ("text", "entry", "experienced"),
    [
        (BOTH.format(FIRST, LATER), "2500", "1900"),
        (BOTH.format(LATER, FIRST), "1900", "2500"),
        ("Au début 1 900 €, puis 2 500 € avec de l'expérience", "1900", "2500"),
        ("Un débutant gagne 1 900 €, un senior 2 500 €", "1900", "2500"),
        ("De 1 900 € au début à 2 500 € avec de l'expérience", "1900", "2500"),
        ("1 900 € (débutant) ou 2 500 € (confirmé)", "1900", "2500"),
        ("starting at 1,900 € and 2,500 € when experienced", "1900", "2500"),
    ],
)
def test_pay_goes_to_the_nearest_of_entry_and_experience(text, entry, experienced):
    for kind, value, other in (
        ("salary_entry", entry, experienced),
        ("salary_experienced", experienced, entry),
    ):
        assert writes({"property": kind, "value": value}, text)
        assert not writes({"property": kind, "value": other}, text)


def test_a_fact_may_be_told_of_any_sheet(say, cite, fact):
    said = say(TEXT, cite("q", record=OTHER))

    assert told(DUE, Observed(outcome="answered", sentences=(said,)), None)
    assert told(DUE, Observed(outcome="answered", facts=(fact(subject="other"),)), None)


def test_a_value_without_figure_is_read_as_words(say):
    assert writes({"property": "diploma", "value": "un diplôme"}, "C'est Un Diplome.")
    assert not writes({"property": "diploma", "value": "un diplôme"}, "1 an")


def statements():
    """Yield the facts of our sheets, with the sentence each stands in."""
    sources = resources.files("corpus") / "sources"
    for folder in ("spro_occupations", "spro_schemes"):
        for sheet in (sources / folder / "sheets").iterdir():
            for one in tomllib.loads(sheet.read_text(encoding="utf-8"))["statement"]:
                yield from ((fact, one["text"]) for fact in one.get("fact", ()))


def test_every_fact_of_our_sheets_is_told_by_its_own_sentence():
    untold = [
        (fact["property"], fact["value"], text)
        for fact, text in statements()
        if not writes({"property": fact["property"], "value": str(fact["value"])}, text)
    ]

    assert untold == []
