import pytest

from assistant.settings import ROOT
from corpus.model.errors import NoKnowledgeBaseError
from corpus.store.versions import Versions
from eval.bench.base import copied, open_data, opened
from ingest.settings import IngestSettings


def test_a_copy_holds_the_version_served_and_no_open_data_it_did_not_hold(built, hashing, tmp_path):
    asked = IngestSettings(home=tmp_path / "ignored", sources=built.sources)

    inputs = copied(built.home, tmp_path / "copy", asked, hashing)

    assert inputs.only_local
    assert inputs.home == tmp_path / "copy"
    assert Versions(inputs.home).current() == Versions(built.home).current()


def test_a_home_without_a_version_says_what_to_run(built, hashing, tmp_path):
    with pytest.raises(NoKnowledgeBaseError, match="make ingest"):
        copied(tmp_path, tmp_path / "copy", built, hashing)


def test_an_opened_base_gives_one_vector_a_passage_and_finds_each(built, hashing):
    with opened(built, hashing) as base:
        passage = base.content.passages[0]

        stored = base.kb.passages.get([passage.id])

    assert base.vectors.shape == (len(base.content.passages), hashing.dimension)
    assert stored[passage.id] == passage


def test_open_data_is_what_manifests_call_external():
    found = open_data((ROOT / "corpus" / "sources",))

    assert "onisep" in found
    assert "spro_schemes" not in found
