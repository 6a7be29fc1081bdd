import shutil

import numpy as np
import pytest

from assistant.settings import ROOT
from corpus.model.errors import NoKnowledgeBaseError
from corpus.store.ports import Beside
from corpus.store.versions import Versions
from eval.bench.base import copied, open_data
from ingest.pipeline import CACHE
from ingest.settings import IngestSettings


def test_a_copy_holds_the_version_served_and_no_open_data_it_did_not_hold(built, hashing, tmp_path):
    asked = IngestSettings(home=tmp_path / "ignored", sources=built.sources)

    inputs = copied(built.home, tmp_path / "copy", asked, hashing)

    assert inputs.only_local
    assert inputs.home == tmp_path / "copy"
    assert Versions(inputs.home).current() == Versions(built.home).current()


@pytest.mark.parametrize("kept", [True, False])
def test_vectors_already_known_are_copied_where_there_are_any(built, hashing, tmp_path, kept):
    served = shutil.copytree(built.home, tmp_path / "served")
    if not kept:
        (served / CACHE).unlink()

    inputs = copied(served, tmp_path / "copy", built, hashing)

    assert (inputs.home / CACHE).is_file() is kept


def test_a_home_without_a_version_says_what_to_run(built, hashing, tmp_path):
    with pytest.raises(NoKnowledgeBaseError, match="make ingest"):
        copied(tmp_path, tmp_path / "copy", built, hashing)


def test_an_opened_base_gives_what_is_stored(base):
    stored = base.kb.passages.get([passage.id for passage in base.content.passages])

    assert tuple(stored.values()) == base.content.passages


def test_an_opened_base_gives_one_vector_an_entry_each_in_its_role(base, hashing):
    entries = base.content.entries

    texts, roles = [entry.text for entry in entries], [entry.is_question for entry in entries]
    told, asked = hashing.embed_passages(texts), hashing.embed_queries(texts)
    assert {entry.shelf for entry in entries} >= set(Beside)
    assert np.array_equal(base.vectors, np.where(np.array(roles)[:, None], asked, told))


def test_open_data_is_what_manifests_call_external():
    found = open_data((ROOT / "corpus" / "sources",))

    assert "onisep" in found
    assert "spro-schemes" not in found
