import pytest

from ingest.connectors.onisep_salary import entry_salary

READ = [
    ("1900 euros brut par mois.", "1900", ""),
    ("1 900\u00a0euros bruts par mois", "1900", ""),
    ("1944,50 euros brut par mois pour un débutant.", "1944.50", "pour un débutant"),
    ("Près de4633 euros brut par mois.", "4633", "près de"),
    ("À partir de 2160 euros brut par mois (hors primes).", "2160", "à partir de, hors primes"),
    ("A partir de 2160 euros brut par mois", "2160", "à partir de"),
    ("De 1900 à 2100 euros brut par mois.", "1900..2100", ""),
    ("Entre 1900 euros et 2100 euros brut mensuels.", "1900..2100", ""),
    ("À partir de 1900 euros et jusqu'à 2100 euros bruts par mois.", "1900..2100", ""),
    ("1900 euros brut par mois. Variable selon la région.", "1900", ""),
]

LEFT_OUT = [
    "À partir du Smic.",
    "Du Smic à 2000 euros brut par mois.",
    "Variable.",
    "",
    "De 1900 euros brut par mois.",
    "Entre 1900 euros brut par mois",
    "De 2100 à 1900 euros brut par mois.",
    "2370 euros brut par mois en moyenne.",
    "2160 euros brut par mois (5969 euros brut par mois en fin de carrière).",
    "1679 euros brut hebdomadaire.",
    "1900 euros brut",
    "1900 euros net par mois.",
    "1900 euros brut par mois. 2500 euros brut par mois à Paris.",
    "1400 euros brut par mois pendant l'année de stage.",
]


@pytest.mark.parametrize(("text", "value", "condition"), READ)
def test_a_plain_salary_is_read_with_what_it_depends_on(
    text: str, value: str, condition: str
) -> None:
    found = entry_salary(text)

    assert found is not None
    assert (found.value, found.condition) == (value, condition)


@pytest.mark.parametrize("text", LEFT_OUT)
def test_anything_odd_is_left_out_rather_than_guessed(text: str) -> None:
    assert entry_salary(text) is None


def test_the_quote_is_the_sentence_itself() -> None:
    found = entry_salary("Selon l'employeur.\n1900\u00a0euros brut par mois. Parfois plus.")

    assert found is not None
    assert found.quote == "1900 euros brut par mois."
