"""A turn read into a question."""

from dataclasses import dataclass

import pytest

from assistant.bootstrap import terms
from assistant.profile import UNKNOWN, Need, Profile
from assistant.question import Intent, Turn
from assistant.understanding.aside import load_asides
from assistant.understanding.cues import load_cues
from assistant.understanding.followup import load_followups
from assistant.understanding.occupations import OccupationNames
from assistant.understanding.places import PlaceNames
from assistant.understanding.thread import Continue
from assistant.understanding.understand import Understand
from corpus.model.document import Aspect
from corpus.model.occupation import Occupation
from corpus.model.territory import Territory

SAID = {
    "je suis au chômage": Profile(situation="demandeur_emploi", job_seeking=True, sector="aucun"),
    "j'ai retrouvé un CDI": Profile(situation="salarie_prive", employed=True),
}


@dataclass(frozen=True)
class Reading:
    profile: Profile = UNKNOWN
    needs: tuple[Need, ...] = ()


def meant(text):
    """Meaning points at welders where sparks fly."""
    return {"soudeur": 1.1} if "étincelles" in text else {}


def continues(question):
    """A message goes on when it begins so."""
    return question.text.startswith("et ")


def named(name, **changes):
    held = {"id": name, "label": name, "feminine": name, "masculine": name, "rome": ()}
    return Occupation(**held | changes)


def understanding(*names):
    """The whole step over a few occupations and places."""
    return Understand(
        load_cues(),
        OccupationNames.of([named(n) for n in names] + [FLORIST], terms, lambda _: True, meant),
        PlaceNames.of(PLACES),
        lambda text: Reading(SAID.get(text, UNKNOWN)),
        load_asides(),
        Continue(followups=load_followups(), continues=continues, terms=terms),
    )


FLORIST = named("fleuriste", id="rome:D1209", rome=("D1209",))
PLACES = [
    Territory(code="14366", name="Lisieux", department="14"),
    Territory(code="14", name="Calvados", department="14"),
]


@pytest.fixture
def understand():
    return understanding("infirmier", "soudeur")


def occupations(question):
    return [match.occupation.id for match in question.occupations]


def test_a_follow_up_keeps_the_occupation_and_takes_the_new_aspect(understand):
    question = understand(Turn(text="et le salaire ?", history=("devenir infirmier",)))

    assert (occupations(question), question.aspects) == (["infirmier"], (Aspect.PAY,))


def test_a_new_occupation_drops_the_former_one(understand):
    question = understand(Turn(text="et soudeur ?", history=("devenir infirmier",)))

    assert occupations(question) == ["soudeur"]


@pytest.mark.parametrize("text", ["quel temps fera-t-il demain ?", "bonjour", "c'est quoi le cpf"])
def test_another_subject_is_not_answered_with_the_former_one(understand, text):
    assert occupations(understand(Turn(text=text, history=("devenir soudeur",)))) == []


def test_what_an_earlier_message_says_of_the_person_and_the_place_is_kept(understand):
    history = ("je suis au chômage", "soudeur à Lisieux", "et le salaire ?")

    question = understand(Turn(text="et la durée ?", history=history))

    assert (question.place, question.profile.commune) == (PLACES[0], "14366")
    assert question.profile.situation == "demandeur_emploi"


def test_only_the_latest_messages_are_remembered(understand):
    history = ("devenir soudeur", *["et le salaire ?"] * 6)

    assert occupations(understand(Turn(text="et ?", history=history[:-1]))) == ["soudeur"]
    assert occupations(understand(Turn(text="et ?", history=history))) == []


def test_a_new_situation_undoes_what_hung_on_the_old_one(understand):
    turn = Turn(text="j'ai retrouvé un CDI", history=("je suis au chômage",))

    profile = understand(turn).profile

    assert (profile.situation, profile.job_seeking, profile.sector) == ("salarie_prive", None, None)


def test_what_is_said_now_wins_over_the_profile_sent_from_before(understand):
    sent = SAID["je suis au chômage"]
    turn = Turn(text="j'ai retrouvé un CDI", history=("bonjour",), profile=sent)

    assert understand(turn).profile.situation == "salarie_prive"


def test_a_profile_sent_with_a_first_message_is_a_correction(understand):
    turn = Turn(text="je suis au chômage", profile=Profile(situation="independant"))

    profile = understand(turn).profile

    assert (profile.situation, profile.job_seeking) == ("independant", None)


def test_a_department_is_a_place_but_no_commune(understand):
    question = understand(Turn(text="dans le Calvados"))

    assert question.place is not None
    assert question.profile.commune is None


def test_wanting_to_become_something_is_read_even_if_unknown(understand):
    intents = understand(Turn(text="Comment devenir vétérinaire ?")).intents

    assert Intent.BECOME in intents
    assert Intent.OCCUPATION not in intents


def test_an_occupation_told_in_other_words_is_meant_not_named(understand):
    question = understand(Turn(text="le métier avec des étincelles"))

    assert [(m.occupation.id, m.named) for m in question.occupations] == [("soudeur", False)]
    assert Intent.OCCUPATION not in question.intents
    assert question.named == ()


def test_a_message_about_a_scheme_is_not_read_for_an_occupation_it_does_not_name(understand):
    assert occupations(understand(Turn(text="le CPF et ses étincelles"))) == []


def test_in_a_conversation_nothing_is_guessed(understand):
    question = understand(Turn(text="et les étincelles ?", history=("devenir infirmier",)))

    assert occupations(question) == ["infirmier"]


def test_an_occupation_without_a_sheet_is_named_and_nothing_is_told_of_it(understand):
    question = understand(Turn(text="je suis fleuriste"))

    assert [match.occupation.id for match in question.named] == ["rome:D1209"]
    assert (Intent.OCCUPATION in question.intents, question.aspects) == (False, ())


def test_nothing_precise_asked_of_an_occupation_makes_a_broad_question(understand):
    assert understand(Turn(text="infirmier")).broad
    assert not understand(Turn(text="infirmier salaire")).broad


@pytest.mark.parametrize(
    ("history", "text", "expected"),
    [
        (("Je veux être conducteur",), "et de poids lourds", ["conducteur poids lourds"]),
        (("mécanicien, le salaire",), "et sur les motos ?", ["mécanicien moto"]),
        (("mécanicien", "merci"), "et sur les motos ?", ["mécanicien moto"]),
        (("mécanicien",), "et les fleurs ?", ["mécanicien"]),
        (("maçon chez un conducteur",), "et les poids lourds ?", ["maçon"]),
        (("un conducteur",), "mécanicien de poids lourds", ["mécanicien"]),
        (("Je veux être conducteur",), "les poids lourds", []),
    ],
)
def test_a_name_may_begin_in_a_message_and_end_in_one_that_goes_on(history, text, expected):
    read = understanding("conducteur poids lourds", "mécanicien", "mécanicien moto", "maçon")

    assert occupations(read(Turn(text=text, history=history))) == expected


def test_a_follow_up_is_searched_with_the_name_of_its_subject(understand):
    question = understand(Turn(text="et le salaire ?", history=("comment devenir infirmier",)))

    assert question.search_text == "infirmier et le salaire ?"
