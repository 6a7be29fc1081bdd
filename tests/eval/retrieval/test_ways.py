from assistant.question import Turn
from eval.retrieval.ways import Searching
from eval.subjects.in_process import InProcess

MASON = Turn(text="que fait un maçon")
DANGER = Turn(text="j'ai envie de mourir")


def backwards(assistant):
    """The same retrieval, worst first."""

    def search(question):
        found = assistant.retrieve(question)
        return type(found)(hits=tuple(reversed(found.hits)))

    return search


def test_what_is_understood_and_found_is_that_of_the_assistant(assistant):
    whole = InProcess(assistant).ask(MASON)

    seen = Searching(assistant=assistant).ask(MASON)

    assert (seen.read, seen.found) == (whole.read, whole.found)
    assert seen.found


def test_nothing_is_composed(assistant):
    seen = Searching(assistant=assistant).ask(MASON)

    assert seen.observed.quotes == ()


def test_each_question_is_searched_in_other_ways_too(assistant):
    searching = Searching(assistant=assistant, ways={"backwards": backwards(assistant)})

    ours = searching.ask(MASON)

    (other,) = searching.others()
    assert other.name == "backwards"
    assert other.ask(MASON).found == tuple(reversed(ours.found))
    assert other.ask(MASON).observed.outcome is None


def test_a_message_in_danger_is_searched_in_no_way(assistant):
    searching = Searching(assistant=assistant, ways={"backwards": backwards(assistant)})

    seen = searching.ask(DANGER)

    assert seen.observed.outcome == "crisis"
    assert (seen.found, searching.others()[0].ask(DANGER).found) == ((), ())
