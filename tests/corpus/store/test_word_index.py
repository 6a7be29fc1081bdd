"""Every word index: what `WordIndex` promises, on French as people type it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.model.document import Kind
from corpus.store.lexical import TantivyWords
from corpus.store.memory import MemoryWords
from corpus.store.ports import WordIndex


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


def test_a_word_of_the_title_counts_more_than_one_of_the_text(index, make_passage):
    index.add(
        [
            make_passage("Le plombier pose des tuyaux.", id="text", title="Couvreur"),
            make_passage("Le couvreur pose des ardoises.", id="title", title="Plombier"),
        ]
    )

    assert [s.id for s in index.search("plombier", list(Kind), 5)] == ["title", "text"]


def test_a_word_of_the_heading_counts_more_than_one_of_the_text(index, make_passage):
    index.add(
        [
            make_passage("Le salaire compte.", id="text", heading=("Divers",)),
            make_passage("Les divers comptes.", id="heading", heading=("Salaire",)),
        ]
    )

    assert next(iter(index.search("salaire", list(Kind), 5))).id == "heading"


def test_a_rare_word_counts_more_than_a_common_one(index, make_passage):
    index.add([make_passage("formation en deux ans", id=f"common{i}") for i in range(9)])
    index.add([make_passage("alternance en deux ans", id="rare")])

    assert index.search("formation alternance", list(Kind), 5)[0].id == "rare"


def test_only_the_asked_kinds_are_searched(index, make_passage):
    index.add([make_passage("compte formation", id=f"{k}", kind=k) for k in Kind])

    found = index.search("compte", [Kind.SCHEME, Kind.ORGANISATION], 10)

    assert {s.id for s in found} == {"scheme", "organisation"}


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


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
