"""`spro eval`."""

import json
from pathlib import Path

import pytest

from assistant.settings import Settings
from corpus.embedding.bundled.embedder import open_bundled
from corpus.model.errors import NoKnowledgeBaseError
from eval.commands import evaluate
from ingest.pipeline import ingest
from ingest.settings import IngestSettings

SOURCES = Path(__file__).parents[2] / "corpus" / "sources"


def test_an_unknown_task_is_refused(tmp_path, capsys):
    settings = Settings(home=tmp_path)

    code = evaluate(settings, split="development", names=["inconnue"], results=tmp_path)

    assert code == 2
    assert "referral" in capsys.readouterr().err


def test_without_a_knowledge_base_it_says_what_to_do(tmp_path):
    settings = Settings(home=tmp_path, cache=Settings().embedder_cache)

    with pytest.raises(NoKnowledgeBaseError, match="ingest"):
        evaluate(settings, split="development", names=["crisis"], results=tmp_path)


def test_a_run_prints_a_table_and_writes_each_failure(tmp_path, capsys):
    settings = Settings(home=tmp_path / "home", cache=Settings().embedder_cache)
    embedder = open_bundled(settings.embedder_cache)
    ingest(IngestSettings(home=settings.home, sources=(SOURCES,), only_local=True), embedder)

    names = ["crisis", "abstention"]
    code = evaluate(settings, split="development", names=names, results=tmp_path / "out")

    (written,) = (tmp_path / "out").glob("eval-*.json")
    told = json.loads(written.read_text(encoding="utf-8"))
    assert code == 0
    assert [task["task"] for task in told["tasks"]] == ["abstention", "crisis"]
    assert "abstention" in capsys.readouterr().out
