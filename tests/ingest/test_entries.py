from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.model.document import Kind, Passage
from corpus.model.occupation import Occupation
from corpus.model.unanswerable import Beyond, Unanswerable
from corpus.store.ports import SHELVES, Beside, owner_of
from ingest.entries import Entry, entries

Make = Callable[..., Passage]


def _occupation(id_: str, *described: str, label: str = "bulleur, bulleuse") -> Occupation:
    return Occupation(
        id=id_,
        label=label,
        feminine="bulleuse",
        masculine="bulleur",
        rome=("Z0001",),
        synonyms=("souffleur",),
        described=described,
    )


def _told(found: tuple[Entry, ...]) -> list[tuple[str, str, str]]:
    return [(str(entry.shelf), entry.id, entry.text) for entry in found]


def test_a_passage_is_on_the_shelf_of_its_kind_under_its_id(make_passage: Make) -> None:
    passage = make_passage("Deux ans.", id="p", kind=Kind.SCHEME, title="T", heading=("H",))

    assert _told(entries([passage], [], [])) == [("scheme", "p", "T › H\nDeux ans.")]


def test_each_question_of_a_passage_is_numbered_under_it(make_passage: Make) -> None:
    passage = make_passage(id="p?", asked=("combien ?", "c'est long ?"))

    _, *found = entries([passage], [], [])

    assert _told(tuple(found)) == [
        ("asked", "p??0", "combien ?"),
        ("asked", "p??1", "c'est long ?"),
    ]
    assert [owner_of(entry.id) for entry in found] == [("p?", 0), ("p?", 1)]


def test_an_occupation_with_a_sheet_is_found_by_its_name_and_its_descriptions() -> None:
    described = ("faire des bulles", "souffler du savon")

    found = entries([], [_occupation("occupation:bulleur", *described)], [])

    assert _told(found) == [
        ("names", "occupation:bulleur", "bulleur, bulleuse. faire des bulles. souffler du savon"),
    ]


@pytest.mark.parametrize("id_", ["occupation:bulleur", "onisep:MET.1"])
def test_an_occupation_with_a_sheet_needs_no_description(id_: str) -> None:
    assert _told(entries([], [_occupation(id_)], [])) == [("names", id_, "bulleur, bulleuse")]


def test_a_mere_title_of_the_directory_has_no_vector() -> None:
    assert entries([], [_occupation("rome:Z0001"), _occupation("rome:Z0001:12")], []) == ()


def test_a_code_that_is_described_is_found_by_meaning() -> None:
    found = entries([], [_occupation("rome:Z0001", "faire des bulles")], [])

    assert [entry.id for entry in found] == ["rome:Z0001"]


def test_a_message_no_record_answers_is_on_its_own_shelf_under_its_id() -> None:
    message = Unanswerable(id="small_talk:0", kind=Beyond.SMALL_TALK, text="coucou")

    assert _told(entries([], [], [message])) == [("unanswerable", "small_talk:0", "coucou")]


def test_passages_come_first_in_their_order(make_passage: Make) -> None:
    passages = [make_passage(id=id_, asked=(f"{id_} ?",)) for id_ in "ba"]
    message = Unanswerable(id="m", kind=Beyond.GIBBERISH, text="hjk")

    found = entries(iter(passages), iter([_occupation("o", "d")]), iter([message]))

    assert [entry.id for entry in found] == ["b", "a", "b?0", "a?0", "o", "m"]


@pytest.mark.parametrize("shelf", SHELVES)
def test_only_what_is_beside_passages_is_embedded_as_people_say_it(shelf: Kind | Beside) -> None:
    assert Entry(shelf=shelf, id="a", text="a").is_question == isinstance(shelf, Beside)


texts = st.lists(st.text(max_size=3), max_size=3).map(tuple)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=st.dictionaries(st.text("a?0:"), texts), described=st.dictionaries(st.text(), texts))
def test_every_text_has_one_entry_and_an_id_of_its_own(
    make_passage: Make, asked: dict[str, tuple[str, ...]], described: dict[str, tuple[str, ...]]
) -> None:
    passages = [make_passage(id=id_, asked=questions) for id_, questions in asked.items()]
    occupations = [_occupation(f"o:{id_}", *said) for id_, said in described.items()]

    found = entries(passages, occupations, [])

    assert len({(entry.shelf, entry.id) for entry in found}) == len(found)
    assert len(found) == len(described) + sum(1 + len(t) for t in asked.values())
    held = {owner_of(entry.id): entry.text for entry in found if entry.shelf is Beside.ASKED}
    assert held == {(id_, n): t for id_, said in asked.items() for n, t in enumerate(said)}
