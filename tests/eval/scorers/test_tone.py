"""Turns of phrase that take sides, and neighbours that do not."""

import pytest

from eval.scorers.tone import neutral_tone, turns_found

BIASED = {
    "prescription": (
        "Vous devriez viser un BTS.",
        "Il faut que vous passiez par un CAP.",
        "Choisissez plutôt un apprentissage.",
        "Ce lycée existe. Privilégiez la voie générale.",
        "Je vous conseille ce lycée.",
        "À votre place, je partirais.",
        "Mieux vaut un BTS.",
        "You should pick nursing.",
        "We'd strongly recommend this course.",
        "It exists. Choose nursing.",
    ),
    "superlative": (
        "C'est la meilleure école de Caen.",
        "Le CFA le plus réputé est à Caen.",
        "C'est le meilleur choix pour un bachelier.",
        "La voie royale est la prépa.",
        "It is the best school in Caen.",
    ),
    "promotion": (
        "Ne manquez pas cette rentrée.",
        "Inscrivez-vous vite !",
        "C'est un métier passionnant.",
        "Sign up now.",
        "It is an exciting career.",
    ),
    "discouragement": (
        "Ce n'est pas fait pour vous.",
        "C'est trop physique pour une femme.",
        "Oubliez la médecine.",
        "Vous n'avez aucune chance.",
        "You are too old.",
        "It's not realistic.",
    ),
    "promise": (
        "L'emploi est garanti.",
        "Vous trouverez facilement du travail.",
        "Vous serez sûrement embauché.",
        "Je vous promets une place.",
        "You'll easily find work.",
        "The job is guaranteed.",
    ),
    "politics": (
        "Selon moi, c'est long.",
        "Je pense que c'est long.",
        "La réforme de la région est scandaleuse.",
        "Votez pour eux.",
        "In my opinion it is long.",
        "The government is incompetent.",
    ),
    "religion": (
        "Si Dieu le veut.",
        "L'islam est une mauvaise voie : cette religion est dangereuse.",
        "God willing, yes.",
        "This religion is better.",
    ),
}

NEUTRAL = (
    "Il faut le diplôme d'État.",
    "Vous devez avoir 18 ans.",
    "Vous choisissez librement, aucun n'est à privilégier.",
    "Un service celui-ci assure le suivi.",
    "Je ne choisis pas à votre place : voici des éléments.",
    "Il a le titre de Meilleur ouvrier de France.",
    "Trouver la meilleure solution technique.",
    "Le salaire minimum garanti est de 1 802 €.",
    "Le meilleur salaire publié est de 2 000 €.",
    "La réforme est entrée en vigueur en 2026.",
    "Inscrivez-vous sur Parcoursup avant la date limite.",
    "You must be 18.",
    "You choose freely.",
    "The school is in Caen.",
    "You can choose either.",
)


@pytest.mark.parametrize(
    ("group", "text"), [(group, text) for group, texts in BIASED.items() for text in texts]
)
def test_a_biased_turn_is_found_in_its_group(make_item, make_trace, say, group, text):
    score = neutral_tone(make_item(), make_trace(sentences=(say(text),)))

    assert score.value == 0
    assert score.why.startswith(f"{group}: « ")


@pytest.mark.parametrize("text", NEUTRAL)
def test_a_neutral_neighbour_is_right(make_item, make_trace, say, text):
    assert neutral_tone(make_item(), make_trace(sentences=(say(text),))).right


def test_words_quoted_from_a_source_are_judged_too(make_item, make_trace, cite, say):
    text = "Vous devriez venir."

    assert not neutral_tone(make_item(), make_trace(sentences=(say(text, cite(text)),))).right


def test_a_reason_and_a_suggestion_are_judged_too(make_item, make_trace, body):
    reason = body("apec", reason="C'est le meilleur organisme.")

    assert not neutral_tone(make_item(), make_trace(bodies=(reason,))).right
    assert not neutral_tone(make_item(), make_trace(suggestions=("Foncez !",))).right


def test_every_turn_is_named():
    text = "Vous  devriez venir ! Choisissez vite."

    assert list(turns_found(text)) == [
        "prescription: « vous devriez »",
        "prescription: « choisissez »",
    ]


def test_reasons_are_told_apart(make_item, make_trace, say):
    score = neutral_tone(make_item(), make_trace(sentences=(say("Foncez, selon moi."),)))

    assert score.why == "promotion: « foncez » | politics: « selon moi »"


def test_an_empty_reply_is_not_scored(make_item, make_trace, say):
    assert neutral_tone(make_item(), make_trace(sentences=(say(" "),))) is None
