import pytest

from assistant.question import Turn
from corpus.model.document import Kind
from eval.retrieval.plain import plain_ways
from eval.subjects.recipe import NEAREST
from tests.eval.retrieval.conftest import WRITTEN

TASKS, CPF = "occupation:macon#tasks", "scheme:cpf#funding"


@pytest.fixture
def plain(own, embedder):
    with plain_ways(own, embedder) as ways:
        yield ways


@pytest.fixture
def by_name(plain):
    return {subject.name: subject for subject in plain.subjects}


def records(subject, text, *history):
    seen = subject.ask(Turn(text=text, history=history))
    return list(dict.fromkeys(found.record for found in seen.found))


def test_every_plain_way_is_there(by_name):
    assert list(by_name) == [
        "words alone",
        "meaning alone",
        f"LangChain's usual recipe, {NEAREST} chunks read",
        "LangChain's usual recipe, 100 chunks read",
    ]


def test_words_alone_find_a_passage_by_its_title_its_heading_and_its_text(by_name):
    assert records(by_name["words alone"], "Compte personnel")[0] == CPF
    assert records(by_name["words alone"], "monter des murs")[0] == TASKS


def test_words_alone_know_nothing_of_the_questions_written_for_us(by_name, assistant):
    question = assistant.understand(Turn(text=WRITTEN))

    assert assistant.retrieve(question).hits[0].passage.id == "tasks"
    assert records(by_name["words alone"], WRITTEN) == []


def test_meaning_alone_compares_the_message_with_every_passage(by_name):
    found = records(by_name["meaning alone"], "Le CPF paie une formation.")

    assert found[0] == CPF
    assert len(found) == 4


@pytest.mark.parametrize("place", [2, 3])
def test_the_usual_recipe_finds_the_records_its_chunks_were_cut_from(by_name, place):
    recipe = list(by_name.values())[place]

    assert set(records(recipe, "Le CPF paie une formation.")) >= {CPF, TASKS}


def test_what_was_said_before_is_read_too(by_name):
    for subject in by_name.values():
        assert records(subject, "paie quoi ?", "Le CPF") == records(subject, "Le CPF paie quoi ?")


def test_words_left_to_search_by_are_those_of_the_passages_alone(plain):
    assert plain.words.search("parpaings", tuple(Kind), 10) == ()
    assert plain.words.search("murs", tuple(Kind), 10)[0].id == "tasks"
