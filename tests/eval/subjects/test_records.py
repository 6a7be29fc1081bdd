"""Texts of the records, as data sets name them."""

import shutil

import pytest

from eval.subjects.records import record_texts
from ingest.collect import collect
from ingest.progress import Silent
from ingest.settings import IngestSettings


@pytest.fixture
def inputs(few_sources, tmp_path):
    return IngestSettings(home=tmp_path / "home", sources=(few_sources,), only_local=True)


def test_a_record_is_named_by_its_subject_and_aspect_and_holds_its_passages_in_order(inputs):
    texts = record_texts(inputs)

    passages = collect(inputs, Silent())[0].passages
    of = [p.text for p in passages if (p.subject, p.aspect) == ("occupation:infirmier", "access")]
    assert len(of) > 1
    assert texts["occupation:infirmier#access"] == "\n".join(of)
    assert texts.keys() == {f"{p.subject}#{p.aspect}" for p in passages}


def test_the_questions_a_passage_answers_are_no_part_of_its_record(inputs, few_sources, tmp_path):
    beside = shutil.ignore_patterns("spro_questions", "spro_names", "spro_unanswerable")
    bare = shutil.copytree(few_sources, tmp_path / "bare", ignore=beside)

    without = IngestSettings(home=inputs.home, sources=(bare,), only_local=True)

    assert any(passage.asked for passage in collect(inputs, Silent())[0].passages)
    assert record_texts(inputs) == record_texts(without)
