"""What is learnt again, from which messages, and where it is written."""

import re
import runpy
from pathlib import Path

import numpy as np
import pytest
from typing_extensions import override

from assistant.retrieval.confidence import load_confidence, read_confidence
from assistant.safety.clean import clean
from assistant.safety.meaning import read_model
from assistant.settings import ROOT, Settings
from assistant.understanding.aside import load_asides
from assistant.understanding.continuing import read_continuing
from corpus.embedding.hashing import HashingEmbedder
from corpus.store.ports import Beside
from eval.data.datasets import load
from eval.data.expected import EXPECTED
from eval.data.item import DEVELOPMENT, TEST
from eval.fitting.border import development_border
from eval.fitting.commands import (
    COMMANDS,
    fitting,
    learn_answerable,
    learn_continuing,
    learn_danger,
)
from eval.fitting.continuing import read_talks
from eval.subjects.opening import own_records
from ingest.collect import collect
from ingest.progress import Silent


class Listening:
    """Embeds by letters, and keeps what it was given."""

    def __init__(self):
        self.hashing = HashingEmbedder(dimension=16)
        self.fingerprint, self.dimension = self.hashing.fingerprint, self.hashing.dimension
        self.passages, self.questions = [], []

    def embed_passages(self, texts):
        self.passages += texts
        return self.hashing.embed_passages(texts)

    def embed_queries(self, texts):
        self.questions += texts
        return self.hashing.embed_queries(texts)

    def embed_query(self, text):
        self.questions.append(text)
        return self.hashing.embed_query(text)


@pytest.fixture(scope="module")
def few(few_sources, tmp_path_factory):
    """Settings over a few of our own records."""

    class Few(Settings):
        @property
        @override
        def sources(self) -> Path:
            return few_sources

    return Few(home=tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def learnt(few, tmp_path_factory):
    """How likely the records answer, learnt once: what was embedded, the page, what was told."""
    embedder, page = Listening(), tmp_path_factory.mktemp("learnt") / "model.json"
    told = learn_answerable(embedder, few, page)
    return embedder, page.read_text(encoding="utf-8"), told


@pytest.fixture(scope="module")
def danger(few, tmp_path_factory):
    embedder, page = Listening(), tmp_path_factory.mktemp("danger") / "model.json"
    told = learn_danger(embedder, few, page)
    return embedder, page.read_text(encoding="utf-8"), told


@pytest.fixture(scope="module")
def continuing(few, tmp_path_factory):
    embedder, page = Listening(), tmp_path_factory.mktemp("continuing") / "model.json"
    told = learn_continuing(embedder, few, page)
    return embedder, page.read_text(encoding="utf-8"), told


def messages(split):
    """Return the messages of a split, as they were typed and as they are searched."""
    alone = load_asides()
    items = (item for name in EXPECTED for item in load(name))
    texts = (item.text for item in items if item.split == split)
    return {said for text in texts for said in (text, alone(text), alone(clean(text)))}


def test_how_likely_the_records_answer_is_written_ready_to_serve(learnt):
    embedder, page, _ = learnt

    model = read_confidence(page)

    assert model.embedder == embedder.fingerprint
    assert model.line.shape == (embedder.dimension,)
    assert model.slope > 0
    assert (model.slope, model.offset) != (1, 0)
    assert model.words


def test_both_lists_of_our_records_are_learnt_and_nothing_told_to_people(learnt, few):
    embedder, _, _ = learnt

    entries = collect(own_records(few), Silent())[0].entries
    by_shelf = {
        shelf: {entry.text for entry in entries if entry.shelf is shelf} for shelf in Beside
    }
    assert embedder.passages == []
    assert set(embedder.questions) >= by_shelf[Beside.ASKED] | by_shelf[Beside.UNANSWERABLE]
    assert not set(embedder.questions) & by_shelf[Beside.NAMES]


def test_probabilities_are_told_on_the_development_split(learnt):
    _, _, told = learnt

    count = len(development_border().items)
    assert re.fullmatch(
        rf"{count} messages of the development split, (0\.[5-9]\d\d|1\.000) on their side", told
    )


def test_what_is_already_embedded_is_not_embedded_again(learnt, few, tmp_path):
    _, page, _ = learnt
    again = Listening()

    learn_answerable(again, few, tmp_path / "model.json")

    assert (tmp_path / "model.json").read_text(encoding="utf-8") == page
    assert len(again.questions) == len(development_border().items)


def test_the_line_of_danger_is_written_ready_to_serve(danger):
    embedder, page, told = danger

    model = read_model(page)

    assert model.embedder == embedder.fingerprint
    assert model.alarm > model.soft
    assert np.isfinite(model.weights).all()
    assert told.startswith("cross-validated: danger 0.")


def test_what_goes_on_with_a_talk_is_written_ready_to_serve(continuing):
    embedder, page, told = continuing

    model = read_continuing(page)

    assert model.embedder == embedder.fingerprint
    assert model.line.shape == (embedder.dimension,)
    assert model.words
    assert re.fullmatch(r"cross-validated: goes on 0\.\d{3}, opens a subject 0\.\d{3}", told)


def test_naming_a_scheme_opens_a_subject_and_asking_an_aspect_goes_on(continuing):
    _, page, _ = continuing

    model = read_continuing(page)

    assert model.scheme < 0 < model.asks


def test_what_goes_on_is_learnt_from_the_talks_alone(continuing):
    embedder, _, _ = continuing

    told = [talk.says for talk in read_talks() if talk.continues is not None]
    assert embedder.questions == told
    assert embedder.passages == []


@pytest.mark.parametrize("command", ["learnt", "danger"])
def test_nothing_is_learnt_from_the_test_split(command, request):
    embedder, _, _ = request.getfixturevalue(command)
    development = messages(DEVELOPMENT)

    leaked = len(set(embedder.questions) & (messages(TEST) - development))

    assert leaked == 0
    assert set(embedder.questions) & development


def test_each_command_writes_beside_the_step_that_uses_it():
    pages = {name: learn.__defaults__ for name, learn in COMMANDS.items()}

    assert pages == {
        "answerable": (ROOT / "assistant" / "retrieval" / "confidence_model.json",),
        "continuing": (ROOT / "assistant" / "understanding" / "continuing_model.json",),
        "danger": (ROOT / "assistant" / "safety" / "danger_model.json",),
    }
    assert read_confidence(pages["answerable"][0].read_text("utf-8")).words == (
        load_confidence().words
    )


def test_a_command_is_given_the_embedder_served_and_its_line_is_shown(capsys):
    given = []

    def learn(embedder, settings):
        given.append((embedder.fingerprint, settings))
        return "tout est su"

    code = fitting(["essai"], {"essai": learn})

    assert code == 0
    assert capsys.readouterr().out == "tout est su\n"
    ((fingerprint, settings),) = given
    assert fingerprint == load_confidence().embedder
    assert isinstance(settings, Settings)


@pytest.mark.parametrize("arguments", [[], ["autre"], ["danger", "answerable"], ["--help"]])
def test_a_wrong_use_learns_nothing_and_says_what_can_be_learnt(arguments, capsys):
    assert fitting(arguments) == 2
    assert capsys.readouterr().err == "python -m eval.fitting answerable|continuing|danger\n"


def test_the_module_is_a_command(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["eval.fitting"])

    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("eval.fitting", run_name="__main__")

    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("python -m eval.fitting ")
