"""A reply read in a terminal: sentences with their numbers, then bodies, sources, what to ask."""

from dataclasses import replace

import pytest

from api.telling import answer as whole
from api.terminal import render
from assistant.question import Turn
from assistant.wording import wording

AI = wording("fr")("notice.ai_generated").replace("\u00a0", " ")


@pytest.fixture
def shown(responder):
    """The text of a canned reply, asked for by its name."""

    def show(name, language="fr"):
        reply = whole(responder, Turn(text=name, language=language))
        return render(reply, wording(language)).replace("\u00a0", " ")

    return show


@pytest.mark.parametrize("name", ["answer", "clarify", "referred", "declined", "crisis"])
def test_every_kind_of_reply_says_first_that_a_machine_writes(shown, name):
    assert shown(name).startswith(AI)


@pytest.mark.parametrize("name", ["answer", "clarify", "referred", "declined", "crisis"])
def test_parts_are_set_apart_by_one_empty_line(shown, name):
    text = shown(name)

    assert "\n\n\n" not in text
    assert text == text.strip()


def test_sentences_carry_the_numbers_of_their_sources(shown):
    lines = shown("answer").splitlines()

    assert "Ce diplôme se prépare en deux ans. [1]" in lines
    assert "Au début, le salaire est de 1 990 € brut par mois. [2] [1]" in lines


def test_each_source_is_numbered_dated_and_quoted(shown):
    text = shown("answer")

    assert "  [1] Fiche d'essai – Éditeur d'essai, 25 juin 2024\n" in text
    assert "      « Le BTS dure deux ans. »\n      https://exemple.test/fiche" in text
    assert "      « 1 990 € brut »" in text


def test_what_was_not_found_is_said(shown):
    assert "Ce que je n'ai pas trouvé : les débouchés." in shown("answer")


def test_suggestions_come_last(shown):
    assert shown("answer").endswith("Vous pouvez aussi demander :\n  - Et en alternance ?")


def test_a_question_back_lists_its_options(shown):
    expected = "Quelle est votre situation ?\n  - En emploi\n  - Je préfère ne pas dire"

    assert expected in shown("clarify")


def test_a_body_is_shown_with_its_reason_its_text_and_when_its_contact_was_verified(shown):
    assert (
        "Qui peut vous aider :\n"
        "  - Organisme d'essai\n"
        "    Vous êtes en emploi dans le secteur privé.\n"
        "    Prévu par la loi ou par une fiche officielle. (Code d'essai, art. 1)\n"
        "    https://exemple.test/organisme (Vérifié le 13 mars 2026)"
    ) in shown("referred")


def test_a_body_without_contact_claims_no_verification(shown, responder, make_referral):
    silent = make_referral(url=None)
    responder.replies["referred"] = replace(responder.replies["referred"], referrals=(silent,))

    text = shown("referred")

    assert "Organisme d'essai" in text
    assert "Vérifié le" not in text


def test_danger_shows_its_words_then_the_phone_and_its_hours(shown):
    lines = [line for line in shown("crisis").splitlines() if line]

    assert lines[1:3] == ["Ce que vous dites est grave.", "Appelez."]
    assert any(line.strip().startswith("01 23 – jour et nuit – ") for line in lines)
    assert "Sources" not in shown("crisis")


def test_a_refusal_says_why_and_what_may_be_asked(shown):
    text = shown("declined")

    assert "Je ne réponds pas à cela." in text
    assert text.endswith("  - Comment devenir infirmier ?")


def test_words_around_the_reply_are_in_the_language_asked(shown):
    text = shown("answer", "en")

    assert text.startswith(wording("en")("notice.ai_generated"))
    assert AI not in text


def with_reference(answer, **changes):
    """The answer, its first citation's document changed."""
    first = answer.sentences[0]
    (citation,) = first.citations
    reference = replace(citation.passage.reference, **changes)
    passage = replace(citation.passage, reference=reference)
    cited = replace(first, citations=(replace(citation, passage=passage),))
    return replace(answer, sentences=(cited,))


def test_a_source_without_a_date_says_so(shown, responder, answer):
    responder.replies["answer"] = with_reference(answer, published="")

    assert "Éditeur d'essai, non indiquée par l'éditeur" in shown("answer")


def test_a_source_without_an_address_shows_none(shown, responder, answer):
    responder.replies["answer"] = with_reference(answer, url=None)

    assert "https://exemple.test/fiche" not in shown("answer")


@pytest.mark.parametrize("kind", ["original", "reformulated"])
def test_our_own_words_for_a_source_are_said_to_be_ours(shown, responder, answer, kind):
    said = "Ce passage résume, avec nos mots, ce que publie la source."
    from_source = type(answer.sentences[0].citations[0].passage.reference.wording)
    responder.replies["answer"] = with_reference(answer, wording=from_source(kind))

    assert (said in shown("answer")) == (kind == "reformulated")
