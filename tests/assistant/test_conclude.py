"""Which kind of reply what was found makes."""

from dataclasses import replace

import pytest

from assistant.conclude import Conclude, Found
from assistant.evidence import Evidence, Hit
from assistant.profile import Need, Profile
from assistant.question import Intent, OccupationMatch, Question
from assistant.reply import (
    Answer,
    Certainty,
    Citation,
    Clarification,
    Completeness,
    Declined,
    DeclineReason,
    Draft,
    Option,
    Referral,
    Referred,
    Sentence,
)
from corpus.model.document import Aspect, Span
from corpus.model.occupation import Occupation
from corpus.model.organisation import Organisation, OrganisationKind
from corpus.model.source import Confidence

OPTIONS = (Option(label="salarié·e", profile=Profile(situation="salarie_prive")),)


def ask_back(profile, needs, language):
    return ("Êtes-vous :", OPTIONS)


conclude = Conclude(ask_back)


@pytest.fixture
def sentence(make_passage):
    passage = make_passage("Le bac suffit.", subject="s", aspect=Aspect.PAY)
    return Sentence(
        text="Le bac suffit.",
        citations=(Citation(passage=passage, span=Span(start=0, end=14)),),
    )


@pytest.fixture
def referral():
    body = Organisation(
        id="cio",
        name="CIO",
        short="CIO",
        kind=OrganisationKind.SPRO_MEMBER,
        status="",
        who="",
        legal_basis=(),
        confidence=Confidence.PRIMARY,
        verified="2026-11-22",
    )
    return Referral(organisation=body, certainty=Certainty.SETTLED, reason="r", legal_basis="l")


@pytest.fixture
def found(sentence, referral):
    return Found(
        question=Question(text="?", search_text="?", intents=frozenset({Intent.SCHEME})),
        evidence=Evidence(hits=()),
        draft=Draft(sentences=()),
        sentences=(sentence,),
        referrals=(referral,),
    )


def asking(found, **changes):
    return replace(found, question=replace(found.question, **changes))


def test_checked_sentences_make_an_answer_without_pushing_a_body(found):
    reply = conclude(found)

    assert isinstance(reply, Answer)
    assert reply.completeness is Completeness.COMPLETE
    assert reply.referrals == ()


def test_what_was_not_found_makes_the_answer_partial(found):
    reply = conclude(replace(found, draft=Draft(sentences=(), missing=(Aspect.PAY,))))

    assert isinstance(reply, Answer)
    assert (reply.completeness, reply.missing) == (Completeness.PARTIAL, (Aspect.PAY,))


def test_nothing_found_on_our_subjects_is_said_with_a_human_door(found, referral):
    reply = conclude(replace(found, sentences=()))

    assert isinstance(reply, Declined)
    assert reply.reason is DeclineReason.NOTHING_RELIABLE
    assert reply.referrals == (referral,)


def test_another_subject_is_out_of_scope(found):
    reply = conclude(asking(replace(found, sentences=()), intents=frozenset()))

    assert isinstance(reply, Declined)
    assert (reply.reason, reply.referrals) == (DeclineReason.OUT_OF_SCOPE, ())


def test_who_asks_whom_to_see_gets_bodies_first(found):
    known = Profile(situation="salarie_prive")

    reply = conclude(asking(found, intents=frozenset({Intent.WHOM_TO_SEE}), profile=known))

    assert isinstance(reply, Referred)
    assert reply.understood == known


@pytest.mark.parametrize("need", [Need.FUND, Need.RETRAIN])
def test_a_need_that_hangs_on_the_situation_asks_one_question(found, need):
    reply = conclude(asking(found, needs=(need,), intents=frozenset({Intent.SUBJECT})))

    assert isinstance(reply, Clarification)
    assert reply.options == OPTIONS


def test_a_scheme_that_is_named_is_told_about_without_a_question(found):
    reply = conclude(asking(found, needs=(Need.FUND,), intents=frozenset({Intent.SCHEME})))

    assert isinstance(reply, Answer)


def test_a_plan_told_with_its_situation_gets_bodies(found):
    profile = Profile(situation="agent_public")
    asked = asking(
        found, needs=(Need.RETRAIN,), intents=frozenset({Intent.SUBJECT}), profile=profile
    )

    assert isinstance(conclude(asked), Referred)


def test_whoever_reads_another_language_is_told_that_sources_are_french(found):
    reply = conclude(asking(found, language="en"))

    assert isinstance(reply, Answer)
    assert reply.notices == ("sources_french",)


def test_words_no_sentence_is_about_make_the_answer_partial(found):
    draft = Draft(sentences=(), uncovered=("alternance",), partial=True)

    reply = conclude(replace(found, draft=draft))

    assert isinstance(reply, Answer)
    assert (reply.completeness, reply.uncovered) == (Completeness.PARTIAL, ("alternance",))


def test_a_person_who_told_a_situation_is_never_told_it_is_out_of_scope(found):
    known = Profile(situation="demandeur_emploi")
    asked = asking(replace(found, sentences=()), intents=frozenset(), profile=known)

    assert isinstance(conclude(asked), Referred)


def test_a_body_asked_about_is_shown_once(found, referral):
    reply = conclude(replace(found, named=(referral, referral)))

    assert isinstance(reply, Answer)
    assert reply.referrals == (referral,)


def test_naming_a_body_does_not_send_a_person_to_it(found, referral):
    known = Profile(situation="salarie_prive")
    asked = asking(replace(found, named=(referral,), referrals=()), profile=known)

    reply = conclude(asked)

    assert isinstance(reply, Answer)
    assert reply.referrals == ()


def test_who_tells_their_situation_is_told_who_serves_them(found, referral):
    reply = conclude(asking(found, profile=Profile(situation="demandeur_emploi")))

    assert isinstance(reply, Answer)
    assert reply.referrals == (referral,)


def test_weariness_gets_a_gentle_word(found):
    reply = conclude(replace(found, weary=True))

    assert isinstance(reply, Answer)
    assert reply.notices == ("soft",)


def test_nobody_is_asked_twice_for_a_situation_they_would_rather_not_tell(found):
    silent = Profile(situation="prefere_ne_pas_dire")

    reply = conclude(
        asking(found, needs=(Need.FUND,), profile=silent, intents=frozenset({Intent.SUBJECT}))
    )

    assert isinstance(reply, Answer)


def test_a_question_that_would_change_nothing_is_not_asked(found):
    asked = asking(found, needs=(Need.FUND,), intents=frozenset({Intent.SUBJECT}))

    reply = Conclude(lambda *_: None)(asked)

    assert isinstance(reply, Answer)


def test_a_judgement_asked_for_is_declined_beside_what_can_be_checked(found):
    reply = conclude(asking(found, intents=frozenset({Intent.SCHEME, Intent.JUDGEMENT})))

    assert isinstance(reply, Answer)
    assert reply.notices == ("judgement",)
    assert reply.referrals == found.referrals


def test_a_greeting_is_greeted(found):
    reply = conclude(asking(found, intents=frozenset({Intent.SMALL_TALK})))

    assert isinstance(reply, Declined)
    assert reply.reason is DeclineReason.SMALL_TALK


def test_only_questions_the_sheet_answers_are_suggested(found, make_passage):
    match = OccupationMatch(
        occupation=Occupation(id="s", label="maçon, maçonne", feminine="", masculine="", rome=()),
        name="macon",
        score=1.0,
    )
    hits = tuple(
        Hit(passage=make_passage(subject="s", aspect=aspect), score=1.0, ranks={})
        for aspect in (Aspect.PAY, Aspect.ACCESS)
    )
    asked = asking(found, occupations=(match,), aspects=(Aspect.ACCESS,))

    reply = conclude(replace(asked, evidence=Evidence(hits=hits, subjects=("s",))))

    assert isinstance(reply, Answer)
    assert reply.suggestions == ("Maçon, maçonne : quel salaire au début ?",)
