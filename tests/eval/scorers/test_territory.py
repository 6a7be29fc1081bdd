"""Places, by name and postcode."""

import pytest

from eval.scorers.territory import codes_of


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        (["Caen"], {"14118"}),
        (["evreux", "14000"], {"27229", "14118"}),
        (["Seine-Maritime"], {"76"}),
        (["76"], set()),
        (["à Caen", "19 ans"], set()),
        ([], set()),
    ],
)
def test_a_text_that_is_a_place_of_ours_has_its_code(texts, codes):
    assert codes_of(texts) == codes
