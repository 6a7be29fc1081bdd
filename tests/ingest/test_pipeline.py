import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.model.document import Kind
from corpus.model.errors import EmbeddingError, InputError, StoreError
from corpus.store.knowledge_base import open_version
from corpus.store.ports import Beside
from corpus.store.versions import Versions
from ingest.pipeline import ingest
from ingest.report import render, to_json
from ingest.settings import IngestSettings
from tests.ingest.conftest import CountingEmbedder

Add = Callable[..., Path]


@pytest.fixture
def sheet(samples: Path) -> Path:
    return samples / "souffleur.toml"


def _files(home: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()}


def test_a_run_serves_what_the_sources_hold(
    add_source: Add, sheet: Path, settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    add_source(sheet=sheet)

    report = ingest(settings, embedder)

    versions = Versions(settings.home)
    kb = open_version(versions.path(report.version), embedder.fingerprint, embedder.dimension)
    facts = kb.facts.about("occupation:souffleur")
    held = kb.passages.get([fact.passage_id for fact in facts])
    kb.close()
    assert versions.current() == report.version
    assert [fact.value for fact in facts] == ["3", "1900"]
    assert all(fact.quote in held[fact.passage_id].text for fact in facts)


def test_a_second_run_embeds_and_writes_nothing(
    add_source: Add, sheet: Path, settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    add_source(sheet=sheet)
    first = ingest(settings, embedder)
    before = _files(settings.home)

    second = ingest(settings, embedder)

    assert (second.switched, second.embedded, second.version) == (False, 0, first.version)
    assert len(embedder.texts) == first.embedded
    assert _files(settings.home) == before


def test_a_changed_text_is_the_only_one_embedded_again(
    add_source: Add, sheet: Path, settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    folder = add_source(sheet=sheet)
    ingest(settings, embedder)
    copy = folder / sheet.name
    copy.write_text(copy.read_text("utf-8").replace("chaque printemps", "à l'automne"), "utf-8")

    report = ingest(settings, embedder)

    # One passage; the other one and the name of the occupation were known.
    assert (report.embedded, report.reused, report.switched) == (1, 2, True)


@pytest.fixture
def beside(add_source: Add, sheet: Path, samples: Path) -> Path:
    """Sources with questions, names and messages beside a sheet; the folder of the questions."""
    add_source("a", sheet=sheet)
    add_source("b", names=samples / "noms.toml", messages=samples / "messages.toml")
    return add_source("c", questions=samples / "questions.toml")


@pytest.mark.usefixtures("beside")
def test_a_version_is_searched_by_what_is_beside_its_passages_too(
    settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    report = ingest(settings, embedder)

    folder = Versions(settings.home).path(report.version)
    kb = open_version(folder, embedder.fingerprint, embedder.dimension)
    found = {}
    for text, shelf in (
        ("ça paie combien les bulles", Beside.ASKED),
        ("souffleur de bulles, souffleuse de bulles. faire des bulles pour vivre", Beside.NAMES),
        ("coucou", Beside.UNANSWERABLE),
    ):
        vector = embedder.embed_query(f"query: {text}")
        best, *_ = kb.vectors.search(vector, [shelf], 5)
        found[shelf] = (best.id, round(best.score, 4))
    words = [one.id for one in kb.words.search("durée études", list(Kind), 1)]
    messages = [one.text for one in kb.beyond.all()]
    kb.close()
    assert found == {
        Beside.ASKED: ("a:souffleur:#pay-1:0?0", 1.0),
        Beside.NAMES: ("rome:Z0001", 1.0),
        Beside.UNANSWERABLE: ("small_talk:0", 1.0),
    }
    assert words == ["a:souffleur:#access-1:0"]
    assert messages == ["coucou", "ça va ?", "il va pleuvoir demain ?"]


def test_a_changed_question_is_the_only_text_embedded_again(
    beside: Path, settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    first = ingest(settings, embedder)
    copy = beside / "questions.toml"
    copy.write_text(copy.read_text("utf-8").replace("ça paie combien", "ça rapporte"), "utf-8")

    report = ingest(settings, embedder)

    assert (report.embedded, report.switched) == (1, True)
    assert report.reused == first.embedded + first.reused - 1
    assert embedder.texts[-1] == "query: ça rapporte les bulles"


def test_a_message_taken_away_makes_another_version(
    beside: Path, settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    first = ingest(settings, embedder)
    messages = beside.parent / "b" / "messages.toml"
    messages.write_text(messages.read_text("utf-8").replace(', "ça va ?"', ""), "utf-8")

    second = ingest(settings, embedder)

    assert (second.switched, second.embedded) == (True, 0)
    assert second.version != first.version


@pytest.mark.usefixtures("beside")
def test_coming_back_to_questions_still_on_disk_embeds_nothing(
    settings: IngestSettings, sources: Path, embedder: CountingEmbedder
) -> None:
    first = ingest(settings, embedder)
    questions = sources / "c" / "questions.toml"
    text = questions.read_text("utf-8")
    questions.write_text(text.replace("bulles durée études", "longueur des études"), "utf-8")
    ingest(settings, embedder)
    questions.write_text(text, "utf-8")

    third = ingest(settings, embedder)

    assert (third.version, third.switched, third.embedded) == (first.version, True, 0)


def test_only_two_versions_stay_on_disk(
    add_source: Add, sheet: Path, settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    folder = add_source(sheet=sheet)
    for number in range(4):
        text = sheet.read_text("utf-8").replace("Un concours", f"Un concours n° {number}")
        (folder / sheet.name).write_text(text, "utf-8")
        ingest(settings, embedder)

    assert len(list((settings.home / "versions").iterdir())) == 2


def test_coming_back_to_a_version_still_on_disk_only_switches(
    add_source: Add, sheet: Path, settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    folder = add_source(sheet=sheet)
    first = ingest(settings, embedder)
    (folder / sheet.name).write_text(
        sheet.read_text("utf-8").replace("printemps", "automne"), "utf-8"
    )
    ingest(settings, embedder)
    (folder / sheet.name).write_text(sheet.read_text("utf-8"), "utf-8")

    third = ingest(settings, embedder)

    assert (third.version, third.switched) == (first.version, True)
    assert "index" not in third.seconds


def test_an_earlier_version_that_gives_back_something_else_is_built_again(
    add_source: Add, sheet: Path, settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    folder = add_source(sheet=sheet)
    first = ingest(settings, embedder)
    text = sheet.read_text("utf-8")
    (folder / sheet.name).write_text(text.replace("printemps", "automne"), "utf-8")
    ingest(settings, embedder)
    (folder / sheet.name).write_text(text, "utf-8")
    records = Versions(settings.home).path(first.version) / "records.sqlite"
    with closing(sqlite3.connect(records)) as base:
        base.execute("UPDATE passages SET body = replace(body, 'printemps', 'thermidor')")
        base.commit()

    third = ingest(settings, embedder)

    assert (third.version, third.switched, third.embedded) == (f"{first.version}-1", True, 0)


def test_a_version_written_by_an_earlier_release_is_replaced(
    served: str, settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    path = Versions(settings.home).path(served) / "version.json"
    written = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(written | {"schema": 1}), "utf-8")

    report = ingest(settings, embedder)

    assert (report.version, report.switched, report.embedded) == (f"{served}-1", True, 0)
    assert report.removed == (served,)


def test_a_damaged_served_version_is_built_again(
    add_source: Add, sheet: Path, settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    add_source(sheet=sheet)
    first = ingest(settings, embedder)
    (Versions(settings.home).path(first.version) / "records.sqlite").unlink()

    second = ingest(settings, embedder)

    assert (second.version, second.embedded) == (f"{first.version}-1", 0)
    assert Versions(settings.home).current() == second.version


@pytest.mark.parametrize("name", ["records.sqlite", "vectors/chroma.sqlite3", "words/meta.json"])
def test_a_served_version_whose_files_no_longer_read_is_built_again(
    name: str, served: str, settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    (Versions(settings.home).path(served) / name).write_bytes(b"illisible" * 999)

    report = ingest(settings, embedder)

    assert (report.version, report.switched, report.embedded) == (f"{served}-1", True, 0)
    assert report.removed == (served,)


def test_a_rebuild_is_made_beside_the_served_version(
    add_source: Add, sheet: Path, settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    add_source(sheet=sheet)
    first = ingest(settings, embedder)

    rebuilt = ingest(replace(settings, rebuild=True), embedder)
    after = ingest(settings, embedder)

    assert (rebuilt.version, rebuilt.switched) == (f"{first.version}-1", True)
    assert (after.version, after.switched) == (rebuilt.version, False)


@pytest.fixture
def served(
    add_source: Add, sheet: Path, settings: IngestSettings, embedder: CountingEmbedder
) -> str:
    """The version a first, good run put in service."""
    add_source(sheet=sheet)
    return ingest(settings, embedder).version


BAD_FILES = [
    pytest.param(b"", "fichier vide", id="empty"),
    pytest.param(b"\x89PNG\r\n\x1a\n\x00\xff", "UTF-8", id="binary"),
    pytest.param(b"[sheet\nid = 1", "ligne 1", id="broken"),
    pytest.param(b'[sheet]\nid = "a\x07b"', "ligne 2", id="control character"),
    pytest.param(b'[autre]\nid = "a"', "aucune table connue", id="no known table"),
    pytest.param(b'[[territory]]\ncode = "1"\nnom = "x"', "territory[1].name", id="missing field"),
]


@pytest.mark.parametrize(("content", "told"), BAD_FILES)
def test_a_bad_file_is_named_and_the_served_version_stays(
    content: bytes, told: str, served: str, add_source: Add, settings: IngestSettings
) -> None:
    before = _files(settings.home)
    add_source("mauvaise", mauvais=content)

    with pytest.raises(InputError) as caught:
        ingest(settings, CountingEmbedder())

    assert "mauvais.toml" in str(caught.value)
    assert told in str(caught.value)
    assert Versions(settings.home).current() == served
    assert _files(settings.home) == before


def test_a_rule_naming_an_unknown_body_changes_nothing(
    served: str, add_source: Add, samples: Path, settings: IngestSettings
) -> None:
    before = _files(settings.home)
    text = (samples / "annuaire.toml").read_text("utf-8")
    add_source("regles", faute=text.replace('add = ["maison', 'add = ["mison'))

    with pytest.raises(InputError, match=r"faute\.toml, règle bulles, then\.add"):
        ingest(settings, CountingEmbedder())

    assert Versions(settings.home).current() == served
    assert _files(settings.home) == before


def test_two_bad_files_leave_the_served_version_as_it_is(
    served: str, add_source: Add, settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    add_source("mauvaise", un=b"", deux=b"\xff\xfe")

    with pytest.raises(InputError):
        ingest(settings, embedder)

    folder = Versions(settings.home).path(served)
    open_version(folder, embedder.fingerprint, embedder.dimension).close()
    assert Versions(settings.home).current() == served


def test_a_failure_half_way_leaves_no_half_built_version(
    add_source: Add, sheet: Path, settings: IngestSettings
) -> None:
    add_source(sheet=sheet)

    with pytest.raises(EmbeddingError):
        ingest(settings, CountingEmbedder(fail_after=0))

    assert not list(settings.home.glob("versions/*"))


def test_a_check_that_fails_removes_the_new_version(
    add_source: Add, samples: Path, settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    add_source(annuaire=samples / "annuaire.toml")

    with pytest.raises(StoreError, match="aucun passage"):
        ingest(settings, embedder)

    assert not list(settings.home.glob("versions/*"))
    assert Versions(settings.home).current() is None


def test_too_many_unreadable_records_fail_the_run(
    add_source: Add, sheet: Path, settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    text = sheet.read_text("utf-8").replace("La formation dure 3 ans après le bac.", "Ailleurs", 2)
    wrong = text.replace('quote = "Ailleurs"', 'quote = "Nulle part"')
    add_source(wrong=wrong)
    strict = replace(settings, rejected_count=0)

    with pytest.raises(InputError, match="mot pour mot"):
        ingest(strict, embedder)


def test_no_source_at_all_is_an_error_that_says_so(
    settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    with pytest.raises(InputError, match=r"manifest\.toml"):
        ingest(settings, embedder)


def test_two_runs_at_once_are_refused(
    add_source: Add, sheet: Path, settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    add_source(sheet=sheet)

    with Versions(settings.home).lock(), pytest.raises(StoreError):
        ingest(settings, embedder)


def test_the_report_tells_what_was_left_out_and_why(
    add_source: Add, sheet: Path, settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    add_source(sheet=sheet)

    report = ingest(settings, embedder)

    told = render(report)
    assert "1 fiche, 2 passages, 2 faits, 1 métier" in told
    assert "affirmation non vérifiée" in told
    assert "essai:souffleur#4" in told
    assert "mise en service" in told
    rejected = json.loads(to_json(report))["sources"][0]["rejected"]
    assert [one["where"] for one in rejected] == ["essai:souffleur#4"]


def test_progress_is_told_step_by_step(
    add_source: Add, sheet: Path, settings: IngestSettings, embedder: CountingEmbedder
) -> None:
    class Watching:
        heard: list[tuple[str, int, int]] = []  # noqa: RUF012 # one test, one instance

        def advance(self, step: str, done: int, total: int) -> None:
            self.heard.append((step, done, total))

    add_source(sheet=sheet)

    ingest(settings, embedder, Watching())

    last = {step: done == total for step, done, total in Watching.heard}
    assert last == {"read": True, "embed": True, "index": True, "check": True}
