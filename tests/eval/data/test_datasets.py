"""The data sets of the repository keep their own rules."""

from pathlib import Path

import pytest

from eval.data.check import Problem, copies, leaks, repeated_ids
from eval.data.coverage import coverage, to_markdown
from eval.data.item import Item, read_items
from ingest.collect import collect
from ingest.progress import Silent
from ingest.settings import IngestSettings

ROOT = Path(__file__).parents[3]
FILES = sorted((ROOT / "eval" / "datasets").glob("*.jsonl"))
DEPARTMENTS = {"14", "27", "50", "61", "76"}


def item(key: str, text: str) -> Item:
    return Item(
        id=key,
        text=text,
        history=(),
        language="fr",
        public="adulte",
        department="",
        theme="metier",
        register="standard",
        difficulty="easy",
        expected={},
        origin="essai",
        review="draft",
    )


@pytest.fixture(scope="session")
def datasets():
    return {path.stem: read_items(path) for path in FILES}


@pytest.fixture(scope="session")
def items(datasets):
    return [one for held in datasets.values() for one in held]


def test_there_are_enough_items_of_every_department_and_both_splits(datasets, items):
    counts = coverage(datasets)

    assert len(items) >= 800
    assert set(counts["department"]) >= DEPARTMENTS
    assert min(counts["split"].values()) >= 300


def test_ids_name_their_data_set_once(datasets, items):
    assert list(repeated_ids(items)) == []
    for name, held in datasets.items():
        assert all(one.id.startswith(f"{name}-") for one in held), name


def test_no_message_stands_on_both_sides_of_the_split(items):
    assert list(leaks(items)) == []


def test_no_message_repeats_the_words_of_the_corpus(items, tmp_path):
    settings = IngestSettings(
        home=tmp_path, sources=(ROOT / "corpus" / "sources",), only_local=True
    )
    content, _ = collect(settings, Silent())

    assert list(copies(items, [passage.text for passage in content.passages])) == []


def test_a_leak_is_found():
    pair = [item(f"a-{n}", f"combien gagne un maçon débutant à Caen {'!' * n}") for n in range(2)]
    others = [item(f"b-{n}", f"combien gagne un maçon débutant à Caen {n}") for n in range(60)]

    assert list(leaks(pair)) == []
    assert any(problem.kind == "near-duplicate across splits" for problem in leaks(others))


def test_words_of_the_corpus_are_found():
    sentence = "Le diplôme se prépare en trois ans après le bac dans un institut."
    copied = item("a-1", "dites-moi si le diplôme se prépare en trois ans après le bac svp")

    assert list(copies([copied], [sentence])) == [
        Problem(kind="words of the corpus", items=("a-1",))
    ]


def test_counts_are_told_as_tables(datasets):
    assert "| department | items |" in to_markdown(coverage(datasets))
