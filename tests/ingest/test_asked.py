from collections.abc import Callable

import pytest

from corpus.model.document import Passage
from ingest.asked import NO_STATEMENT, Questions
from ingest.connectors.items import Asked, Rejected

Make = Callable[..., Passage]


@pytest.fixture
def passages(make_passage: Make) -> list[Passage]:
    return [
        make_passage("Il dure deux ans. Il coûte cher.", id="p1", subject="scheme:bulles"),
        make_passage("Il dure deux ans. Il est gratuit.", id="p2", subject="scheme:bulles"),
        make_passage("Il est gratuit le lundi.", id="p3", subject="scheme:nuages"),
    ]


def _asked(statement: str, *questions: str, subject: str = "scheme:bulles") -> Asked:
    return Asked(subject=subject, statement=statement, questions=questions)


def _held(questions: Questions) -> dict[str, tuple[str, ...]]:
    return {passage.id: passage.asked for passage in questions.held(questions.passages)}


def test_questions_go_to_the_passage_that_holds_their_statement(passages: list[Passage]) -> None:
    questions = Questions(passages)

    assert questions.add(_asked("Il est gratuit", "c'est payant ?", "ça coûte ?")) is None

    assert _held(questions) == {"p1": (), "p2": ("c'est payant ?", "ça coûte ?"), "p3": ()}


def test_a_statement_two_passages_hold_goes_to_the_first_alone(passages: list[Passage]) -> None:
    questions = Questions(passages)

    questions.add(_asked("Il dure deux ans", "combien de temps ?"))

    assert _held(questions) == {"p1": ("combien de temps ?",), "p2": (), "p3": ()}


def test_a_passage_gathers_the_questions_of_its_statements_in_order(
    passages: list[Passage],
) -> None:
    questions = Questions(passages)

    questions.add(_asked("Il coûte", "ça coûte ?"))
    questions.add(_asked("Il dure", "combien ?"))

    assert _held(questions)["p1"] == ("ça coûte ?", "combien ?")


REFUSED = [
    pytest.param(_asked("Il est rond", "?"), id="said nowhere"),
    pytest.param(_asked("il dure deux ans", "?"), id="other capitals"),
    pytest.param(_asked("Il est gratuit le lundi", "?"), id="said of another subject"),
    pytest.param(_asked("Il dure", "?", subject="scheme:vents"), id="unknown subject"),
]


@pytest.mark.parametrize("asked", REFUSED)
def test_questions_of_a_statement_nobody_makes_are_told(
    passages: list[Passage], asked: Asked
) -> None:
    questions = Questions(passages)

    refused = questions.add(asked)

    assert refused == Rejected(
        where=f"{asked.subject} : {asked.statement}", reason=NO_STATEMENT, expected=False
    )
    assert set(_held(questions).values()) == {()}


def test_passages_are_given_back_in_order_with_nothing_else_changed(
    passages: list[Passage],
) -> None:
    questions = Questions(passages)

    assert questions.held(passages) == passages
    assert questions.held([]) == []


def test_two_runs_do_not_share_questions(passages: list[Passage]) -> None:
    Questions(passages).add(_asked("Il coûte", "ça coûte ?"))

    assert set(_held(Questions(passages)).values()) == {()}
