"""Every word index: what `WordIndex` promises, on French as people type it."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.model.document import Kind
from corpus.store.lexical import TantivyWords
from corpus.store.memory import MemoryWords
from corpus.store.ports import WordIndex
from corpus.store.ranking import best


@pytest.fixture(params=["memory", "tantivy"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[WordIndex]:
    if request.param == "memory":
        yield MemoryWords()
        return
    tantivy = TantivyWords(tmp_path / "words")
    yield tantivy
    tantivy.close()


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("metier aide soignante", "métier d’aide-soignant"),
        ("infirmiere", "infirmière"),
        ("infirmier", "l’infirmière"),
        ("l'infirmière", "infirmiers"),
        ("charpentiere", "charpentier"),
        ("éleveurs", "éleveur"),
        ("éleveur", "éleveuses"),
        ("directrice", "directeur"),
        ("boulangers", "boulangère"),
        ("conseillere", "conseillers"),
        ("coiffeuse", "coiffeur"),
        ("technicien", "Techniciennes"),
        ("salaries", "salariée"),
        ("employé", "employées"),
        ("CUISINIERES", "cuisinier"),
        ("oeuvre", "œuvres"),
        ("diplome", "diplômes"),
        ("jusqu'à quel âge", "jusqu’à l’âge de 29 ans"),
        ("étudiants", "étudiant·e·s"),
        ("code J1506", "fiche j1506"),
    ],
)
def test_people_find_a_word_however_they_write_it(index, make_passage, asked, written):
    index.add([make_passage(written, id="found", title=""), make_passage("rien", id="other")])

    assert [s.id for s in index.search(asked, list(Kind), 5)] == ["found"]


@pytest.mark.parametrize(
    "where",
    [
        {"title": "Plombier"},
        {"heading": ("Divers", "Plombier")},
        {"asked": ("combien gagne-t-on ?", "c'est quoi un plombier ?")},
    ],
)
def test_a_word_is_found_wherever_the_passage_has_it(index, make_passage, where):
    index.add([make_passage("Un texte.", id="found", **where), make_passage("Autre.", id="other")])

    assert [s.id for s in index.search("plombier", list(Kind), 5)] == ["found"]


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"title": "Plombier"},
        {"heading": ("Plombier",)},
        {"text": "Plombier."},
    ],
)
def test_a_word_of_a_question_it_answers_counts_more_than_one_told(index, make_passage, elsewhere):
    plain = {"text": "Couvreur.", "title": "Couvreur", "heading": ("Couvreur",)}
    asked = ("couvreur ?",)
    index.add(
        [
            make_passage(id="a-told", asked=asked, **{**plain, **elsewhere}),
            make_passage(id="b-asked", asked=("plombier ?",), **plain),
        ]
    )

    assert [s.id for s in index.search("plombier", list(Kind), 5)] == ["b-asked", "a-told"]


def test_a_question_that_was_taken_away_is_no_longer_found(index, make_passage):
    index.add([make_passage(id="a", asked=("plombier ?",))])

    index.add([make_passage(id="a")])

    assert list(index.search("plombier", list(Kind), 5)) == []


def test_a_rare_word_counts_more_than_a_common_one(index, make_passage):
    index.add([make_passage("formation en deux ans", id=f"common{i}") for i in range(9)])
    index.add([make_passage("alternance en deux ans", id="rare")])

    assert index.search("formation alternance", list(Kind), 5)[0].id == "rare"


def test_only_the_asked_kinds_are_searched(index, make_passage):
    index.add([make_passage("compte formation", id=f"{k}", kind=k) for k in Kind])

    found = index.search("compte", [Kind.SCHEME, Kind.ORGANISATION], 10)

    assert {s.id for s in found} == {"scheme", "organisation"}


WORDS = ("plombier", "couvreur", "salaire", "formation", "stage", "concours", "diplome")


@pytest.fixture
def mixed(index, make_passage):
    """An index of sixty passages of every kind, in a few words."""
    random = np.random.default_rng(4)
    kinds = list(Kind)
    texts = [random.choice(WORDS, random.integers(1, 10)).tolist() for _ in range(60)]
    index.add(
        make_passage(" ".join(t), id=f"{n:02}", title=t[0], asked=(t[-1],), kind=kinds[n % 4])
        for n, t in enumerate(texts)
    )
    return index


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(asked=st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), limit=st.integers(1, 60))
def test_every_kind_at_once_gives_what_each_kind_gives(mixed, asked, limit):
    question = " ".join(asked)
    each = [s for kind in Kind for s in mixed.search(question, [kind], 60)]

    together = mixed.search(question, set(Kind), limit)

    expected = best({s.id: s.score for s in each}, limit)
    assert [s.id for s in together] == [s.id for s in expected]
    assert [s.score for s in together] == [s.score for s in expected]


def test_the_kind_does_not_change_the_score(index, make_passage):
    index.add([make_passage("compte formation", id=f"{k}", kind=k) for k in Kind])

    assert len({s.score for s in index.search("compte", list(Kind), 10)}) == 1


def test_equal_scores_are_ordered_by_id(index, make_passage):
    index.add([make_passage("le même texte", id=id_) for id_ in "bca"])

    assert [s.id for s in index.search("texte", list(Kind), 5)] == ["a", "b", "c"]


def test_adding_a_known_id_replaces_what_it_held(index, make_passage):
    index.add([make_passage("plombier", id="a"), make_passage("couvreur", id="a")])
    index.add([make_passage("charpentier", id="a")])

    assert [len(index.search(w, list(Kind), 5)) for w in ("plombier", "couvreur")] == [0, 0]
    assert [s.id for s in index.search("charpentier", list(Kind), 5)] == ["a"]


@pytest.mark.parametrize(
    "asked",
    [
        "",
        " ",
        "le la les d'un",
        '"plombier',
        "plombier AND (couvreur OR",
        "title:plombier^3 -*",
        "plombier\x00couvreur",
        "👩‍🚒 plombier",
        "plombier " * 2000,
        " ".join(f"mot{i}" for i in range(2000)),
        "a" * 100_000,
        "\ud800 plombier",
    ],
)
def test_any_string_is_a_valid_query(index, make_passage, asked):
    index.add([make_passage("le plombier", id="a")])

    found = index.search(asked, list(Kind), 5)

    assert [s.id for s in found] == (["a"] if "plombier" in asked else [])


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(asked=st.text())
def test_no_query_is_ever_refused(index, asked):
    assert list(index.search(asked, list(Kind), 3)) == []


@pytest.mark.parametrize(("kinds", "limit"), [([], 5), (list(Kind), 0)])
def test_no_kind_or_no_room_gives_nothing(index, make_passage, kinds, limit):
    index.add([make_passage("plombier")])

    assert list(index.search("plombier", kinds, limit)) == []


def test_a_long_query_is_read_up_to_its_first_terms(index, make_passage):
    index.add([make_passage("plombier", id="a")])

    found = index.search("plombier " + " ".join(f"mot{i}" for i in range(500)), list(Kind), 5)

    assert [s.id for s in found] == ["a"]
