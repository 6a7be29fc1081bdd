import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sentences import spans

CASES = [
    ("Un. Deux ! Trois ? Quatre… Cinq", 5),
    ("Voir l'art. L. 6323-17-1 du code du travail.", 1),
    ("Les articles R. 6111-5 et D. 123 s'appliquent. Puis rien.", 2),
    ("M. Dupont et Mme. Durand, env. 3 heures, cf. p. 12, n°. 4.", 1),
    ("Les métiers (ex. boulanger, etc.) recrutent.", 1),
    ("Des fruits, des légumes, etc. Ensuite le pain.", 2),
    ("Le taux est de 2,5 %. Le seuil est de 1.5 point.", 2),
    ("Un poste de catégorie A. Le concours est national.", 2),
    ("Niveau bac + 3. Deux ans de plus suffisent.", 2),
    ("Il dit : « Venez ! » Puis il part.", 2),
    ("« Venez. » Il part.", 2),
    ("Fiche sur service-public. gouv. fr ici.", 1),
    ("Le document pèse 768. 37 Ko.", 1),
    ("La durée est de 18 mois. 40 % restent.", 2),
    ("le premier\nle deuxième\n\nle troisième", 3),
    ("Il faut :\n– du temps ;\n– de l'eau.", 3),
    ("", 0),
    (" \n ", 0),
]


@pytest.mark.parametrize(("text", "count"), CASES)
def test_a_text_has_this_many_sentences(text: str, count: int) -> None:
    found = [span.of(text) for span in spans(text)]

    assert len(found) == count, found


@given(st.text(st.sampled_from("abLM12.!?…»« \n\t,°\u00a0")) | st.text())
def test_sentences_are_ordered_apart_and_cover_every_visible_character(text: str) -> None:
    found = spans(text)

    edges = [edge for span in found for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(span.of(text).strip() == span.of(text) != "" for span in found)
    covered = "".join(span.of(text) for span in found)
    assert "".join(covered.split()) == "".join(text.split())
