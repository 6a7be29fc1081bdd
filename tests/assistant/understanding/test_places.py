"""Places named in a message."""

import pytest

from assistant.understanding.places import PlaceNames
from corpus.model.territory import Territory

PLACES = PlaceNames.of(
    [
        Territory(code="14366", name="Lisieux", department="14", postcodes=("14100",)),
        Territory(code="76255", name="Eu", department="76", postcodes=("76260",)),
        Territory(code="50129", name="Cherbourg-en-Cotentin", department="50"),
        Territory(code="14", name="Calvados", department="14"),
        Territory(code="76351", name="Le Havre", department="76", postcodes=("76600", "76610")),
    ]
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("je suis salariée à Lisieux", "14366"),
        ("vers lisieux", "14366"),
        ("j'habite 14100", "14366"),
        ("cherbourg en cotentin", "50129"),
        ("au Havre, non : à le havre", "76351"),
        ("j'habite à Eu", "76255"),
        ("dans le Calvados", "14"),
    ],
)
def test_a_place_is_found_by_name_or_postcode(text, code):
    place = PLACES.read(text)

    assert place is not None
    assert place.code == code


@pytest.mark.parametrize("text", ["j'ai eu mon bac", "un enfant de 14 ans", "", "rien ici"])
def test_a_common_word_is_not_a_place(text):
    assert PLACES.read(text) is None


def test_a_code_is_looked_up():
    assert PLACES.find("76610") is PLACES.find("76351")
    assert PLACES.find(None) is None
