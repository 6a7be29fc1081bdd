"""The data sets of the repository keep their own rules."""

import json

import pytest

from assistant.settings import ROOT
from eval.data.check import check
from eval.data.coverage import MARK, coverage, to_markdown
from eval.data.datasets import folder, load
from eval.data.editing import canonical
from eval.data.expected import EXPECTED
from eval.data.known import read_corpus
from eval.data.telling import problem_line
from eval.data.vocabulary import CONFIRMED
from eval.pages import with_between

SOURCES = ROOT / "corpus" / "sources"
PAGE = ROOT / "docs" / "evaluation-data.md"


@pytest.fixture(scope="module")
def datasets():
    return {name: load(name) for name in EXPECTED}


def test_every_file_has_its_schema():
    assert {path.stem for path in folder().glob("*.jsonl")} == set(EXPECTED)


def test_nothing_is_wrong_with_the_data(datasets):
    problems = check(datasets, read_corpus(SOURCES))

    assert [problem_line(problem) for problem in problems] == []


@pytest.mark.shared
def test_the_facts_and_cases_cited_exist(datasets, shared_facts):
    problems = check(datasets, read_corpus(SOURCES, shared_facts))

    assert [problem_line(problem) for problem in problems] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_is_written_one_way(name):
    content = (folder() / f"{name}.jsonl").read_bytes().decode()

    lines = content.removesuffix("\n").split("\n")
    assert content.endswith("\n")
    assert [line for line in lines if canonical(json.loads(line)) != line] == []


def test_there_are_enough_items_on_both_sides(datasets):
    sides = next(table for table in coverage(datasets) if table.field == "split")

    assert min(counts[-1] for _, counts in sides.rows) >= 1000


def test_the_page_counts_what_is_there(datasets):
    page = PAGE.read_text(encoding="utf-8")

    assert with_between(PAGE, MARK, to_markdown(coverage(datasets))) == page


def test_the_page_says_nobody_confirmed_as_long_as_nobody_did(datasets):
    confirmed = any(item.review == CONFIRMED for held in datasets.values() for item in held)
    said = "No counsellor has confirmed any of it yet" in PAGE.read_text(encoding="utf-8")

    assert said != confirmed
