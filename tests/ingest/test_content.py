from collections.abc import Callable
from dataclasses import fields, replace

import pytest

from corpus.model.document import Kind, Passage
from corpus.model.occupation import Occupation
from corpus.model.territory import Territory
from corpus.model.unanswerable import Beyond, Unanswerable
from ingest.content import VERSION_LENGTH, Content

BEYOND = Unanswerable(id="small_talk:0", kind=Beyond.SMALL_TALK, text="coucou")


@pytest.fixture
def content(make_passage: Callable[..., Passage]) -> Content:
    passages = (
        make_passage("Un.", id="a", asked=("un ?", "combien ?")),
        make_passage("Deux.", id="b", kind=Kind.SCHEME),
    )
    nurse = Occupation(
        id="rome:J1506",
        label="infirmier, infirmière",
        feminine="infirmière",
        masculine="infirmier",
        rome=("J1506",),
        described=("faire les piqûres",),
    )
    title = replace(nurse, id="rome:J1506:1", described=())
    place = Territory(code="76540", name="Rouen", department="76")
    return Content(
        passages=passages, occupations=(nurse, title), territories=(place,), beyond=(BEYOND,)
    )


def test_what_is_searched_by_meaning_is_passages_then_what_is_beside(content: Content) -> None:
    assert [entry.id for entry in content.entries] == [
        *("a", "b", "a?0", "a?1", "rome:J1506", "small_talk:0")
    ]


def test_counts_are_vectors_by_shelf_and_records_by_register(content: Content) -> None:
    assert content.counts() == {
        "occupation": 1,
        "scheme": 1,
        "asked": 2,
        "names": 1,
        "unanswerable": 1,
        "sources": 0,
        "occupations": 2,
        "facts": 0,
        "organisations": 0,
        "rules": 0,
        "territories": 1,
        "beyond": 1,
    }


CHANGES = [
    pytest.param(lambda c: {"passages": c.passages[::-1]}, id="order of passages"),
    pytest.param(lambda c: {"passages": c.passages[:1]}, id="a passage less"),
    pytest.param(lambda _: {"beyond": ()}, id="a message less"),
    pytest.param(lambda c: {"occupations": c.occupations[:1]}, id="an occupation less"),
    pytest.param(
        lambda c: {"passages": (replace(c.passages[0], asked=("un ?",)), c.passages[1])},
        id="a question less",
    ),
    pytest.param(
        lambda c: {"occupations": (replace(c.occupations[0], described=()), c.occupations[1])},
        id="a description less",
    ),
    pytest.param(lambda _: {"beyond": (replace(BEYOND, kind=Beyond.GIBBERISH),)}, id="a reason"),
]


@pytest.mark.parametrize("changes", CHANGES)
def test_whatever_changes_makes_another_version(
    content: Content, changes: Callable[[Content], dict[str, tuple[object, ...]]]
) -> None:
    changed = replace(content, **changes(content))

    assert changed.version("e/1") != content.version("e/1")


def test_the_same_records_under_another_embedder_are_another_version(content: Content) -> None:
    assert content.version("e/1") != content.version("e/2")


def test_equal_records_are_one_version_short_enough_for_a_folder(content: Content) -> None:
    same = Content(**{field.name: getattr(content, field.name) for field in fields(content)})

    assert same.version("e/1") == content.version("e/1")
    assert len(content.version("e/1")) == VERSION_LENGTH
