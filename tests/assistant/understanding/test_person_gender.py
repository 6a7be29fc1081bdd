"""A man and a woman who say the same thing are read the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.profile import UNKNOWN
from assistant.understanding.person import read_person

PAIRS = [
    ("je suis agent contractuel", "je suis agente contractuelle"),
    ("contractuel de la fonction publique", "contractuelle de la fonction publique"),
    ("je suis professeur contractuel", "je suis professeure contractuelle"),
    ("je suis agent territorial", "je suis agente territoriale"),
    ("je suis agent public", "je suis agente publique"),
    ("je suis agent hospitalier", "je suis agente hospitalière"),
    ("je suis professeur des écoles", "je suis professeure des écoles"),
    ("je suis jardinier à la mairie", "je suis jardinière à la mairie"),
    ("je suis infirmier à l'hôpital public", "je suis infirmière à l'hôpital public"),
    ("je suis assistant maternel", "je suis assistante maternelle"),
    ("je suis professionnel de l'orientation", "je suis professionnelle de l'orientation"),
    ("je suis conseiller en insertion", "je suis conseillère en insertion"),
    ("je suis formateur", "je suis formatrice"),
    ("je suis lycéen", "je suis lycéenne"),
    ("je suis collégien", "je suis collégienne"),
    ("je suis étudiant", "je suis étudiante"),
    ("je suis apprenti", "je suis apprentie"),
    ("je suis décrocheur", "je suis décrocheuse"),
    ("je suis demandeur d'emploi", "je suis demandeuse d'emploi"),
    ("je suis chômeur", "je suis chômeuse"),
    ("je suis vendeur", "je suis vendeuse"),
    ("je suis préparateur de commandes", "je suis préparatrice de commandes"),
    ("je suis ouvrier", "je suis ouvrière"),
    ("je suis caissier depuis 4 ans", "je suis caissière depuis 4 ans"),
    ("je suis coiffeur depuis 4 ans", "je suis coiffeuse depuis 4 ans"),
    ("je suis animateur depuis 4 ans", "je suis animatrice depuis 4 ans"),
    ("je suis technicien depuis 4 ans", "je suis technicienne depuis 4 ans"),
    ("je suis sportif depuis 4 ans", "je suis sportive depuis 4 ans"),
    ("je suis commercial depuis 4 ans", "je suis commerciale depuis 4 ans"),
    ("je suis saisonnier", "je suis saisonnière"),
    ("je suis auto-entrepreneur", "je suis auto-entrepreneuse"),
    ("je suis agriculteur", "je suis agricultrice"),
    ("je suis infirmier libéral", "je suis infirmière libérale"),
    ("je suis conjoint collaborateur", "je suis conjointe collaboratrice"),
    ("licencié économique", "licenciée économique"),
    ("je suis sorti de prison", "je suis sortie de prison"),
    ("reconnu travailleur handicapé", "reconnue travailleuse handicapée"),
    ("je suis usager d'ESAT", "je suis usagère d'ESAT"),
    (
        "je suis patron, je veux former mes salariés",
        "je suis patronne, je veux former mes salariés",
    ),
    ("mon patron refuse de financer ma formation", "ma patronne refuse de financer ma formation"),
    ("mon voisin est au chômage", "ma voisine est au chômage"),
    ("mon fils est lycéen", "ma fille est lycéenne"),
]
SAY_NOTHING = {"je suis sportif depuis 4 ans", "mon patron refuse de financer ma formation"}


@pytest.mark.parametrize(("man", "woman"), PAIRS)
def test_masculine_and_feminine_are_read_the_same(man: str, woman: str) -> None:
    assert read_person(man) == read_person(woman)


@pytest.mark.parametrize("man", [man for man, _ in PAIRS if man not in SAY_NOTHING])
def test_a_pair_states_something(man: str) -> None:
    assert read_person(man).profile != UNKNOWN


@given(st.sampled_from(PAIRS), st.sampled_from(["Bonjour, ", "J'ai 40 ans, ", ""]))
def test_the_words_around_do_not_part_them(pair: tuple[str, str], before: str) -> None:
    man, woman = (read_person(f"{before}{text}, qui peut m'aider ?") for text in pair)

    assert man == woman


def test_enough_pairs_are_tested() -> None:
    assert len(PAIRS) >= 25
