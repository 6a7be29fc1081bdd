"""What is absent for a while is kept; what was erased leaves every file in one run."""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest

from corpus.store.versions import Versions
from ingest.kept import passages_in
from ingest.load.files import sha256
from ingest.pipeline import CACHE, ingest
from ingest.report import Report, render
from ingest.settings import IngestSettings
from tests.ingest.conftest import CountingEmbedder

Add = Callable[..., Path]

EXTERNAL = """
[[file]]
external = "ouvert.toml"
sha256 = "{digest}"
"""


def _other(sample: Path) -> str:
    """Return the sample as another occupation's, with a text of its own."""
    text = sample.read_text("utf-8").replace("MET.9001", "MET.9002")
    other = text.replace("souffleur", "glacier").replace("printemps", "thermidor")
    return other.replace("Tout le monde", "Toutes").replace("La formation", "Cette formation")


@pytest.fixture
def data(tmp_path: Path, samples: Path) -> Path:
    """Open data: one external file."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "ouvert.toml").write_text(_other(samples / "souffleur.toml"), "utf-8")
    return folder


@pytest.fixture
def full(add_source: Add, samples: Path, data: Path, settings: IngestSettings) -> IngestSettings:
    """Settings over a local source and an external one, whose data is there."""
    add_source("local", sheet=samples / "souffleur.toml")
    path = add_source("ouverte") / "manifest.toml"
    head, _ = path.read_text("utf-8").split("[[file]]")
    path.write_text(head + EXTERNAL.format(digest=sha256(data / "ouvert.toml")), "utf-8")
    return replace(settings, data=data)


def _contents(home: Path) -> Iterator[bytes]:
    return (path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_a_run_without_the_open_data_keeps_the_served_version_and_says_so(
    full: IngestSettings, embedder: CountingEmbedder
) -> None:
    first = ingest(full, embedder)
    before = {path: path.stat().st_mtime_ns for path in full.home.rglob("*")}

    second = ingest(replace(full, data=None), embedder)

    assert (second.version, second.switched, second.lost) == (first.version, False, ("ouverte",))
    assert {path: path.stat().st_mtime_ns for path in full.home.rglob("*")} == before
    assert "laissée en service" in render(second)
    assert "ouverte. Remettre" in render(second)


@pytest.mark.parametrize("asked", [{"only_local": True}, {"accept_absent": True}])
def test_open_data_left_out_on_purpose_and_back_again_is_embedded_once(
    asked: dict[str, bool], full: IngestSettings, embedder: CountingEmbedder
) -> None:
    first = ingest(full, embedder)
    computed = len(embedder.texts)

    without = ingest(replace(full, data=None, **asked), embedder)
    back = ingest(full, embedder)

    assert (without.switched, without.lost, without.embedded) == (True, (), 0)
    assert (back.version, back.embedded, len(embedder.texts)) == (first.version, 0, computed)
    assert not {"embed", "index"} & back.seconds.keys()


def test_an_earlier_version_is_found_before_anything_is_embedded(
    full: IngestSettings, embedder: CountingEmbedder
) -> None:
    first = ingest(full, embedder)
    ingest(replace(full, only_local=True), embedder)
    (full.home / CACHE).unlink()

    back = ingest(full, embedder)

    # Only the few passages asked of the version to check it.
    assert (back.version, "index" in back.seconds) == (first.version, False)


def test_an_earlier_version_built_under_a_number_is_found_too(
    full: IngestSettings, embedder: CountingEmbedder
) -> None:
    ingest(full, embedder)
    rebuilt = ingest(replace(full, rebuild=True), embedder)
    ingest(replace(full, only_local=True), embedder)

    assert ingest(full, embedder).version == rebuilt.version


def test_vectors_of_versions_no_longer_kept_leave_the_cache(
    full: IngestSettings, embedder: CountingEmbedder
) -> None:
    ingest(full, embedder)

    ingest(replace(full, only_local=True, keep=1), embedder)

    # Of the source left out: its passage, and the name of its occupation.
    assert ingest(full, embedder).embedded == 2


def test_a_run_with_nothing_new_still_removes_what_is_no_longer_kept(
    full: IngestSettings, embedder: CountingEmbedder
) -> None:
    first = ingest(full, embedder)
    without = replace(full, only_local=True)
    second = ingest(without, embedder)

    third = ingest(replace(without, keep=1), embedder)

    assert (third.version, third.switched) == (second.version, False)
    assert third.removed == (first.version,)
    assert ingest(full, embedder).embedded == 2


@pytest.fixture
def directory(
    add_source: Add, samples: Path, tmp_path: Path, settings: IngestSettings
) -> IngestSettings:
    """Settings over a local source and a directory: two external files, nothing but names."""
    add_source("local", sheet=samples / "souffleur.toml")
    data = tmp_path / "data"
    data.mkdir()
    (data / "codes.csv").write_text(
        "code_rome,code_ogr,libelle_rome,code_rome_parent\nZ1,1,Bulleur / Bulleuse,Z1\n", "utf-8"
    )
    (data / "titres.csv").write_text(
        "code_ogr;libelle_appellation_long;code_rome\n2;Chef bulleur / bulleuse;Z1\n", "utf-8"
    )
    path = add_source("repertoire", connector="rome") / "manifest.toml"
    head, _ = path.read_text("utf-8").split("[[file]]")
    files = (
        EXTERNAL.replace("ouvert.toml", name).format(digest=sha256(data / name))
        for name in ("codes.csv", "titres.csv")
    )
    path.write_text(head + "".join(files), "utf-8")
    return replace(settings, data=data)


@pytest.mark.parametrize("lost", [("codes.csv", "titres.csv"), ("titres.csv",)])
def test_a_run_without_a_directory_of_names_keeps_the_served_version_and_says_so(
    lost: tuple[str, ...], directory: IngestSettings, embedder: CountingEmbedder
) -> None:
    first = ingest(directory, embedder)
    assert directory.data is not None
    for name in lost:
        (directory.data / name).unlink()

    second = ingest(directory, embedder)
    without = ingest(replace(directory, accept_absent=True), embedder)

    assert (second.version, second.switched, second.lost) == (first.version, False, ("repertoire",))
    assert (without.switched, without.lost) == (True, ())


def test_an_occupation_erased_from_our_records_is_not_held_against_absent_open_data(
    full: IngestSettings, sources: Path, samples: Path, embedder: CountingEmbedder
) -> None:
    names = sources / "local" / "noms.toml"
    names.write_text((samples / "noms.toml").read_text("utf-8"), "utf-8")
    without = replace(full, data=None)
    ingest(without, embedder)
    names.unlink()

    report = ingest(without, embedder)

    assert (report.switched, report.lost) == (True, ())


def test_what_is_beside_passages_leaves_with_its_source(
    add_source: Add,
    samples: Path,
    sources: Path,
    full: IngestSettings,
    embedder: CountingEmbedder,
) -> None:
    add_source("messages", messages=samples / "messages.toml")
    with_it = ingest(full, embedder)
    _erase(sources, "messages")

    report = ingest(full, embedder)

    assert report.removed == (with_it.version,)
    assert not any(b"il va pleuvoir" in content for content in _contents(full.home))


def test_a_source_absent_from_the_start_does_not_stop_a_run(
    full: IngestSettings, sources: Path, embedder: CountingEmbedder
) -> None:
    without = replace(full, data=None)
    ingest(without, embedder)
    sheet = sources / "local" / "souffleur.toml"
    sheet.write_text(sheet.read_text("utf-8").replace("printemps", "automne"), "utf-8")

    report = ingest(without, embedder)

    assert (report.switched, report.lost) == (True, ())


def test_a_damaged_version_is_not_kept_for_want_of_open_data(
    full: IngestSettings, embedder: CountingEmbedder
) -> None:
    first = ingest(full, embedder)
    (Versions(full.home).path(first.version) / "records.sqlite").write_bytes(b"x" * 9000)

    report = ingest(replace(full, data=None), embedder)

    assert (report.switched, report.removed) == (True, (first.version,))


def _erase(sources: Path, name: str) -> None:
    for path in (sources / name).iterdir():
        path.unlink()
    (sources / name).rmdir()


def _apart(settings: IngestSettings) -> Report:
    """Run in a process of its own: Chroma writes to disk what the process's memory still holds."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(ingest, settings, CountingEmbedder()).result()


@pytest.mark.parametrize("left_out_before", [False, True])
def test_an_erased_source_is_in_no_file_after_one_run(
    left_out_before: bool,  # noqa: FBT001 # pytest passes it by name
    full: IngestSettings,
    sources: Path,
    embedder: CountingEmbedder,
) -> None:
    first = Versions(full.home).path(_apart(full).version)
    theirs = [one.embedded_text for one in passages_in(first) if "thermidor" in one.text]
    traces = [b"thermidor", b"glacier", *(embedder.embed_query(t).tobytes() for t in theirs)]
    assert all(any(trace in content for content in _contents(full.home)) for trace in traces)
    if left_out_before:
        _apart(replace(full, only_local=True))
    _erase(sources, "ouverte")

    report = _apart(full)

    assert [path.name for path in (full.home / "versions").iterdir()] == [report.version]
    assert not any(trace in content for content in _contents(full.home) for trace in traces)


def test_a_run_after_an_erasure_removes_nothing_more(
    full: IngestSettings, sources: Path, embedder: CountingEmbedder
) -> None:
    ingest(full, embedder)
    _erase(sources, "ouverte")
    ingest(full, embedder)

    again = ingest(full, embedder)

    assert (again.switched, again.removed) == (False, ())
