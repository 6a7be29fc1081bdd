import shutil
from contextlib import closing
from dataclasses import replace

import pytest

from corpus.model.document import Kind
from corpus.model.errors import StoreError
from corpus.store.knowledge_base import open_version
from eval.bench.growth.build import build, folder_of
from eval.bench.growth.generated import SOURCE


@pytest.fixture(scope="session")
def version(tmp_path_factory, own):
    """A size built once: its folder and its figures, to be read only."""
    folder = folder_of(tmp_path_factory.mktemp("sizes"), 200)
    heard = []
    return folder, build(folder, 200, own, heard.append), heard


def test_a_size_counts_our_own_passages_and_the_generated_ones(version, own, hashing):
    folder, figures, _ = version

    # Opening compares what each store holds with the counts of the seal.
    with closing(open_version(folder, own.fingerprint, hashing.dimension)) as kb:
        stored = kb.passages.get([passage.id for passage in own.content.passages])
        sources = [source.id for source in kb.sources.all()]
        words = kb.words.search(own.content.passages[0].title, tuple(Kind), 200)

    assert figures.passages == 200
    assert len(stored) == len(own.content.passages)
    assert sources[-1] == SOURCE.id
    assert any(hit.id.startswith(SOURCE.id) for hit in words)


def test_what_building_took_is_told(version):
    _, figures, _ = version

    assert set(figures.steps) == {"own", "records", "words", "vectors", "seal"}
    assert figures.seconds >= sum(figures.steps.values())
    assert figures.passages_per_second == pytest.approx(200 / figures.seconds)
    assert figures.most_megabytes > 10
    assert figures.disk_megabytes > 0.1


def test_the_end_of_each_step_is_heard(version, own):
    _, _, heard = version
    count = 200 - len(own.content.passages)

    told = [f"  200: {step}, {count} of {count}" for step in ("records", "words", "vectors")]
    assert [line for line in heard if line in told] == told


def test_a_finished_size_is_taken_as_it_is(version, own):
    folder, figures, _ = version
    heard = []

    assert build(folder, 200, own, heard.append) == figures
    assert heard == []


def test_a_size_of_other_records_is_built_again(version, own, tmp_path):
    folder, figures, _ = version
    copy = shutil.copytree(folder, tmp_path / "copy")
    fewer = replace(own, content=replace(own.content, facts=(), rules=()))

    again = build(copy, 200, fewer, lambda _: None)

    assert again.version != figures.version


def test_an_unfinished_size_is_built_again(version, own, tmp_path):
    folder, figures, _ = version
    copy = shutil.copytree(folder, tmp_path / "copy")
    (copy / "build.json").unlink()
    (copy / "version.json").unlink()

    again = build(copy, 200, own, lambda _: None)

    assert again.version == figures.version
    assert (copy / "version.json").is_file()


def test_our_own_records_alone_make_a_size(own, hashing, tmp_path):
    size = len(own.content.passages)

    build(tmp_path / "own", size, own, lambda _: None)

    with closing(open_version(tmp_path / "own", own.fingerprint, hashing.dimension)) as kb:
        assert len(kb.passages.get([p.id for p in own.content.passages])) == size


def test_a_size_too_small_for_our_own_records_is_refused(own, tmp_path):
    with pytest.raises(StoreError, match="10 passages demandés"):
        build(tmp_path / "small", 10, own, lambda _: None)
