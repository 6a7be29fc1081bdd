"""The page for LangChain says what happens: its example runs, its tables are whole."""

import re
import runpy

import pytest

from assistant.langchain.retriever import KnowledgeBaseRetriever
from assistant.settings import ROOT

PAGE = (ROOT / "docs" / "langchain.md").read_text(encoding="utf-8")


def block(language):
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    return found


def rows(*heads):
    """The first cells of the tables under these heads, a name at a time."""
    cells = [
        row.split("|")[1]
        for table in re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE)
        if table.split("|")[1].strip() in heads
        for row in table.splitlines()[2:]
    ]
    return set(re.findall(r"`(\w+)`", " ".join(cells)))


@pytest.mark.usefixtures("served")
def test_the_example_prints_what_the_page_shows(tmp_path, capsys):
    program = tmp_path / "example.py"
    program.write_text(block("python"), encoding="utf-8")

    runpy.run_path(str(program))

    # Which of the two comes first is a matter of tuning.
    printed = capsys.readouterr().out.strip().split("\n\n")
    assert sorted(printed) == sorted(block("text").strip().split("\n\n"))


def test_every_field_of_a_document_is_documented(over_four):
    (document,) = KnowledgeBaseRetriever(assistant=over_four, k=1).invoke("maçon")

    assert rows("field of `metadata`") == document.metadata.keys()


def test_every_parameter_of_ours_is_documented():
    theirs = KnowledgeBaseRetriever.__base__.model_fields
    ours = KnowledgeBaseRetriever.model_fields.keys() - theirs.keys()

    assert rows("parameter") == ours
