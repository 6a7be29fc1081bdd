"""The frozen suite."""

from dataclasses import replace

import pytest

from corpus.model.errors import InputError
from eval.data.datasets import load
from eval.data.item import DEVELOPMENT
from eval.scripts.all import SCRIPTS
from eval.suites.frozen import SIZES, default_path, draw, read_suite, restricted


@pytest.fixture(scope="module")
def items():
    return {name: load(name) for name in SCRIPTS}


def test_the_suite_holds_items_of_the_development_split_only(items):
    held = restricted(items, read_suite(default_path()), default_path())

    assert held.keys() == SIZES.keys()
    assert all(item.split == DEVELOPMENT for kept in held.values() for item in kept)


def test_the_suite_is_drawn_by_ids_alone(items):
    relabelled = {n: [replace(i, expected={}) for i in held] for n, held in items.items()}

    assert draw(items) == draw(relabelled)
    assert len(draw(items)) <= sum(SIZES.values())


def test_disputed_items_are_never_drawn(items):
    first = draw(items)[0]
    disputed = {
        name: [replace(i, review="disputed") if i.id == first else i for i in held]
        for name, held in items.items()
    }

    assert first not in draw(disputed)


def test_an_item_that_is_gone_is_named(items, tmp_path):
    with pytest.raises(InputError, match="essai-9999"):
        restricted(items, ["essai-9999"], tmp_path / "suite.txt")


def test_comments_and_blank_lines_are_passed_over(tmp_path):
    path = tmp_path / "suite.txt"
    path.write_text("# un\n\na-1\n", encoding="utf-8")

    assert read_suite(path) == ["a-1"]
