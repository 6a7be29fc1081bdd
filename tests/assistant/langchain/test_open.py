"""A program that holds no service opens the version being served."""

from contextlib import ExitStack, suppress
from dataclasses import replace

import pytest

from assistant.langchain.open import open_assistant
from assistant.langchain.retriever import KnowledgeBaseRetriever
from assistant.settings import Settings, read_settings
from corpus.model.errors import NoKnowledgeBaseError
from corpus.store.knowledge_base import open_version
from corpus.store.versions import Versions


def test_the_assistant_is_over_the_version_being_served(one_sheet):
    with open_assistant(one_sheet) as assistant:
        assert assistant.versions.corpus == Versions(one_sheet.home).current()


def test_the_base_is_found_where_the_environment_says(served):
    with open_assistant(read_settings()) as assistant:
        retriever = KnowledgeBaseRetriever(assistant=assistant)
        found = retriever.invoke("Comment devenir maçon ?")
        weather = retriever.invoke("Quel temps fera-t-il demain ?")

    assert {document.metadata["subject"] for document in found} == {"occupation:macon"}
    assert weather == []


@pytest.mark.parametrize("fails", [False, True], ids=["in the end", "after a failure"])
def test_the_base_is_closed(one_sheet, monkeypatch, fails):
    closed = []

    def opening(*where):
        kb = open_version(*where)
        release = ExitStack()
        release.callback(closed.append, kb.version)
        release.callback(kb.close)
        return replace(kb, release=release.close)

    monkeypatch.setattr("assistant.langchain.open.open_version", opening)

    with suppress(KeyError), open_assistant(one_sheet) as assistant:
        assert closed == []
        if fails:
            raise KeyError

    assert closed == [assistant.versions.corpus]


def test_nothing_can_be_opened_where_nothing_was_built(tmp_path):
    with (
        pytest.raises(NoKnowledgeBaseError, match="make ingest"),
        open_assistant(Settings(home=tmp_path)),
    ):
        pass
