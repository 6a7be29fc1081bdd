"""Bodies a message names."""

import pytest

from assistant.referral.named import NamedBodies
from corpus.model.organisation import Organisation, OrganisationKind
from corpus.model.source import Confidence


def body(key, short, kind=OrganisationKind.CEP, names=()):
    return Organisation(
        id=key,
        name=f"{short} (en toutes lettres)",
        short=short,
        kind=kind,
        status="membre de droit",
        who="Vous avez entre 16 et 25 ans.",
        legal_basis=("Code du travail, art. L. 6111-6",),
        confidence=Confidence.PRIMARY,
        verified="2026-11-22",
        names=names,
    )


NAMED = NamedBodies.of(
    {
        "mission_locale": body("mission_locale", "Mission locale"),
        "france_travail": body("france_travail", "France Travail", names=("Pôle emploi",)),
        "cio": body("cio", "CIO", OrganisationKind.SPRO_MEMBER),
        "urgence_15": body("urgence_15", "15", OrganisationKind.CRISIS),
    }
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("C'est quoi la mission locale ?", ["mission_locale"]),
        ("les missions locales de Normandie", ["mission_locale"]),
        ("inscrite à pole emploi", ["france_travail"]),
        ("le CIO ou la mission locale ?", ["cio", "mission_locale"]),
        ("j'ai 15 ans", []),
        ("une association", []),
    ],
)
def test_a_body_is_found_by_its_names_in_the_order_named(text, found):
    assert [referral.organisation.id for referral in NAMED(text)] == found


def test_what_is_told_of_a_body_is_its_own_record():
    referral = NAMED("mission locale")[0]

    assert referral.reason == "Vous avez entre 16 et 25 ans."
    assert referral.legal_basis == "Code du travail, art. L. 6111-6"
