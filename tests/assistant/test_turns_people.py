"""Whole turns of people who say who they are: whom they are sent to, and why."""

import tomllib
from pathlib import Path

import pytest

from assistant.profile import Profile
from assistant.reply import Answer, Clarification, Referred

MESSAGES = tomllib.loads((Path(__file__).parent / "messages.toml").read_text(encoding="utf-8"))
FUND = "Comment faire financer ma formation ?"
(
    EMPLOYEE,
    PARENT,
    PUBLIC_SERVANT,
    YOUNG_JOB_SEEKER,
    OLD_NAME,
    SELF_EMPLOYED,
    *_,
) = MESSAGES["referred"]


def bodies(reply):
    return {referral.organisation.id for referral in reply.referrals}


def test_an_employee_who_retrains_is_sent_to_avenir_actifs_and_transitions_pro(ask):
    reply = ask(EMPLOYEE)

    assert isinstance(reply, Referred)
    assert {"avenir_actifs", "transitions_pro"} <= bodies(reply)
    assert "france_travail" not in bodies(reply)
    assert reply.understood.situation == "salarie_prive"


def test_lisieux_is_understood_as_the_commune_of_the_person(ask):
    assert ask(EMPLOYEE).understood.commune == "14366"


def test_the_parent_of_a_pupil_is_sent_to_the_cio_and_the_psychologist_and_to_no_cep(ask):
    reply = ask(PARENT)

    assert {"cio", "psyen_etablissement"} <= bodies(reply)
    assert "cep" not in {referral.organisation.kind.value for referral in reply.referrals}


def test_the_age_of_a_child_says_neither_the_age_nor_the_place_of_the_parent(ask):
    understood = ask(PARENT).understood

    assert understood.situation == "parent_eleve"
    assert understood.age != 14
    assert understood.commune is None


def test_a_school_leaver_is_understood_with_their_age(ask):
    reply = ask("J'ai quitté le lycée sans diplôme, j'ai 17 ans, qui peut m'aider ?")

    assert (reply.understood.situation, reply.understood.age) == ("decrocheur", 17)


def test_an_executive_is_told_of_the_apec(ask):
    reply = ask("Je suis cadre salariée et je veux faire le point, qui peut m'accompagner ?")

    assert reply.understood.executive == "oui"
    assert "apec" in bodies(reply)


def test_a_public_servant_is_sent_to_their_own_adviser_not_to_the_private_sector_one(ask):
    reply = ask(PUBLIC_SERVANT)

    assert "conseiller_mobilite_agent" in bodies(reply)
    assert not bodies(reply) & {"avenir_actifs", "transitions_pro", "france_travail"}


def test_a_young_disabled_job_seeker_is_sent_to_the_three_bodies_that_serve_them(ask):
    reply = ask(YOUNG_JOB_SEEKER)

    assert {"mission_locale", "cap_emploi", "france_travail"} <= bodies(reply)
    assert (reply.understood.age, reply.understood.disability) == (22, "oui")


def test_an_old_name_is_understood_and_the_new_one_given(ask):
    reply = ask(OLD_NAME)

    assert "france_travail" in bodies(reply)
    assert not any("Pôle emploi" in referral.organisation.name for referral in reply.referrals)


def test_a_self_employed_person_is_sent_to_avenir_actifs(ask):
    assert "avenir_actifs" in bodies(ask(SELF_EMPLOYED))


def test_every_body_comes_with_its_reason_and_its_text(ask):
    replies = [ask(text) for text in MESSAGES["referred"]]

    referrals = [referral for reply in replies for referral in reply.referrals]
    assert all(referral.reason.strip() and referral.legal_basis.strip() for referral in referrals)
    assert not any("{" in referral.reason for referral in referrals)


@pytest.mark.parametrize("text", MESSAGES["clarified"])
def test_what_depends_on_the_situation_is_asked_with_options(ask, text):
    reply = ask(text)

    assert isinstance(reply, Clarification)
    assert reply.question.endswith((":", "?"))
    assert "salarie_prive" in {option.profile.situation for option in reply.options}
    assert reply.options[-1].profile == Profile(situation="prefere_ne_pas_dire")


def test_a_situation_already_said_is_not_asked_again(ask):
    reply = ask(FUND, situation="salarie_prive")

    assert isinstance(reply, Answer | Referred)
    assert "mon_compte_formation" in bodies(reply)


def test_who_prefers_not_to_say_is_asked_nothing_more(ask):
    assert not isinstance(ask(FUND, situation="prefere_ne_pas_dire"), Clarification)


def test_weariness_gets_a_gentle_word(ask):
    reply = ask("Je suis épuisé par mon travail, je veux changer de métier")

    assert "soft" in reply.notices
