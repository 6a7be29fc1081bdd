"""The questions the service is shown with, word for word, over the real records."""

from assistant.reply import Answer, Declined, DeclineReason, Referred

NURSE = "Comment devenir infirmière et combien gagne-t-on au début ?"
EMPLOYEE = "je suis salariée à Lisieux et je veux me reconvertir, qui peut m'aider ?"
WEARY = (
    "je suis vendeuse à Lisieux depuis 6 ans j'en peux plus je veux changer de métier, "
    "qui peut m'aider ?"
)
PARENT = "mon fils de 14 ans ne sait pas quoi faire après la 3e"
WEATHER = "quel temps fera-t-il demain ?"
CEP = {"apec", "avenir_actifs", "cap_emploi", "france_travail", "mission_locale"}


def said(reply):
    return " ".join(sentence.text for sentence in reply.sentences)


def bodies(reply):
    return {referral.organisation.id for referral in reply.referrals}


def publishers(reply):
    return {c.passage.reference.publisher for s in reply.sentences for c in s.citations}


def test_access_and_pay_of_a_nurse_are_told_with_onisep_as_the_source(ask):
    reply = ask(NURSE)

    assert isinstance(reply, Answer)
    assert "diplôme d'État d'infirmier" in said(reply)
    assert "3 ans" in said(reply)
    assert "1\u202f890\u00a0€ brut par mois (fonction publique, France" in said(reply)
    assert publishers(reply) == {"Onisep"}
    assert reply.referrals == ()


def test_an_employee_who_retrains_is_sent_to_the_operator_of_employees(ask):
    reply = ask(EMPLOYEE)

    assert isinstance(reply, Referred)
    assert CEP & bodies(reply) == {"avenir_actifs", "apec"}
    assert "transitions_pro" in bodies(reply)
    assert "Avenir Actifs" in said(reply)
    assert reply.understood.commune == "14366"


def test_an_employee_who_never_spoke_of_resigning_is_told_nothing_of_it(ask):
    reply = ask(WEARY)

    assert isinstance(reply, Referred)
    assert "démission" not in said(reply)
    assert "soft" in reply.notices


def test_the_parent_of_a_pupil_is_sent_to_the_school_and_not_to_the_cep(ask):
    reply = ask(PARENT)

    assert isinstance(reply, Referred)
    assert {"cio", "psyen_etablissement"} <= bodies(reply)
    assert not CEP & bodies(reply)
    assert "3e" in said(reply)


def test_the_weather_is_none_of_our_business(ask):
    reply = ask(WEATHER)

    assert isinstance(reply, Declined)
    assert reply.reason is DeclineReason.OUT_OF_SCOPE
    assert reply.referrals == ()


def test_a_figure_that_has_run_out_is_not_shown_as_current(ask):
    reply = ask("c'est quoi le smic ?")

    assert isinstance(reply, Answer)
    assert "1 867,02" in said(reply)
    assert "1 823,03" not in said(reply)
