"""Passages read in a terminal: what was searched, each passage with its reasons, what was left."""

import pytest

from api.lookup import explained
from api.schemas.search import SearchRequest
from api.terminal_search import render
from assistant.evidence import Rejected, Signal, Why
from assistant.question import OccupationMatch, Turn
from assistant.wording import wording
from corpus.model.document import Aspect, Kind, Span
from corpus.model.occupation import Occupation
from corpus.model.territory import Territory

MASON = Occupation(
    id="macon", label="maçon, maçonne", feminine="maçonne", masculine="maçon", rome=("F1703",)
)


@pytest.fixture
def shown(make_steps):
    """The text of what is found."""

    def show(*hits, limit=10, language="fr", **steps):
        found = make_steps(*hits, **steps).look_up(Turn(text="le BTS"))
        words = wording(language)
        text = render(explained(found, SearchRequest(q="le BTS"), words), limit, words)
        return text.replace("\u00a0", " ")

    return show


def test_what_was_searched_and_how_sure_the_service_is_come_first(shown):
    assert shown().splitlines() == [
        "Recherché : « le BTS »",
        "Confiance : 0,81. Le service en composerait une réponse.",
        "Aucun passage.",
    ]


def test_passages_not_worth_composing_from_are_said_to_be(shown, make_hit):
    assert "Le service n'en composerait pas de réponse." in shown(make_hit(), worth_it=False)


def test_what_was_understood_is_told_in_words(shown):
    unknown = Occupation(id="x", label="barde", feminine="barde", masculine="barde", rome=())
    read = {
        "occupations": (
            OccupationMatch(occupation=MASON, name="maçon", score=1),
            OccupationMatch(occupation=unknown, name="barde", score=0.5, named=False),
        ),
        "place": Territory(code="76351", name="Le Havre", department="76"),
        "aspects": (Aspect.PAY,),
    }

    assert (
        "Compris : métier nommé « maçon, maçonne » (F1703) · métier deviné « barde » · "
        "Le Havre · le salaire"
    ) in shown(read=read)


def test_a_passage_shows_where_it_stands_what_makes_its_score_and_its_source(shown, make_hit):
    hit = make_hit(
        "Le BTS dure deux ans.\nIl mène à la licence.",
        heading=("Études", "Durée"),
        kind=Kind.SCHEME,
        score=1234.5,
        signals={Signal.ASKED: 0.9, Signal.APART: -0.03},
        ranks={"asked": 1},
        asked="Combien d'années ?",
        answer=Span(start=0, end=21),
    )

    assert shown(hit).split("\n\n")[1].splitlines() == [
        "1. [dispositif] Fiche d'essai › Études › Durée (1\u202f234,50)",
        "   Le BTS dure deux ans.",
        "   Il mène à la licence.",
        "   Ce qui répond : « Le BTS dure deux ans. »",
        "   + 0,90  Répond à une question proche : « Combien d'années ? »",
        "   - 0,03  Fiche pour une situation précise dont le message ne parle pas",
        "   Éditeur d'essai, 25 juin 2024 – https://exemple.test/fiche",
    ]


def test_an_answer_that_is_the_whole_passage_is_not_repeated(shown, make_hit):
    hit = make_hit("Deux ans.", asked="Combien ?", answer=Span(start=0, end=9))

    assert shown(hit).count("Deux ans.") == 1


def test_a_score_under_zero_is_shown_as_such(shown, make_hit):
    assert "(-0,25)" in shown(make_hit(score=-0.25))


def test_a_source_without_date_or_address_says_so(shown, make_hit, make_reference):
    hit = make_hit(reference=make_reference(published="", url=None))

    assert shown(hit).endswith("   Éditeur d'essai, non indiquée par l'éditeur")


def test_the_best_of_what_was_left_out_are_told_with_the_reason(shown, make_hit):
    left = [
        Rejected(hit=make_hit(f"Autre {n}.", title=f"Autre {n}", score=0.5), why=Why.LOWER)
        for n in range(3)
    ]

    assert shown(rejected=tuple(left), limit=2).split("\n\n")[1].splitlines() == [
        "Passages écartés (2 sur 3, les meilleurs d'abord) :",
        "  - [métier] Autre 0 (0,50) – Assez de meilleurs passages sont gardés.",
        "  - [métier] Autre 1 (0,50) – Assez de meilleurs passages sont gardés.",
    ]


def test_parts_are_set_apart_by_one_empty_line(shown, make_hit):
    text = shown(make_hit("Un."), make_hit("Deux."), language="en")

    assert "\n\n\n" not in text
    assert text == text.strip()
    assert text.startswith("Searched: “le BTS”")
