"""What can be learnt again; each writes its model beside the step that uses it."""

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np

from assistant.bootstrap import terms
from assistant.question import Question
from assistant.retrieval.confidence import write_confidence
from assistant.safety.clean import clean
from assistant.safety.meaning import write_model
from assistant.settings import ROOT, Settings, read_settings
from assistant.understanding.aside import load_asides
from assistant.understanding.continuing import write_continuing
from assistant.understanding.cues import load_cues
from corpus.embedding.bundled.embedder import open_bundled
from corpus.embedding.ports import Embedder
from corpus.store.files import write_atomically
from corpus.store.ports import Beside
from corpus.store.vector_cache import VectorCache
from eval.fitting import answerable, continuing, danger
from eval.fitting.border import development_border
from eval.subjects.opening import own_records
from ingest.collect import collect
from ingest.embed import embed
from ingest.pipeline import CACHE
from ingest.progress import Silent
from ingest.settings import IngestSettings

Command: TypeAlias = Callable[[Embedder, Settings], str]
DANGER: Final = ROOT / "assistant" / "safety" / "danger_model.json"
CONTINUING: Final = ROOT / "assistant" / "understanding" / "continuing_model.json"
CONFIDENCE: Final = ROOT / "assistant" / "retrieval" / "confidence_model.json"


def learn_danger(embedder: Embedder, _: Settings, page: Path = DANGER) -> str:
    """Draw again the line between danger and none."""
    fitted = danger.fit(danger.read_examples(), danger.ordinary_messages(), embedder)
    write_atomically(page, write_model(fitted.model))
    return fitted.told


def learn_continuing(embedder: Embedder, _: Settings, page: Path = CONTINUING) -> str:
    """Learn again what goes on with the subject of a talk."""
    fitted = continuing.fit(continuing.read_talks(), _asking, embedder)
    write_atomically(page, write_continuing(fitted.model))
    return fitted.told


def _asking(text: str) -> Question:
    """Return what the words of a message show, without any knowledge base."""
    cues = load_cues()
    return Question(
        text=text,
        search_text=text,
        intents=cues.read_intents(text),
        aspects=cues.read_aspects(text),
    )


def learn_answerable(embedder: Embedder, settings: Settings, page: Path = CONFIDENCE) -> str:
    """Learn again how likely the records answer a message."""
    sides = _sides(own_records(settings), embedder)
    model = answerable.fit(sides, terms, embedder.fingerprint)
    alone = load_asides()
    border = development_border()
    texts = [alone(clean(item.text)) for item in border.items]
    signs = [sides.signs(text, embedder.embed_query(text)) for text in texts]
    scores = np.array([model.score(one, terms(one.text)) for one in signs])
    slope, offset = answerable.calibrated(scores, border.answerable)
    model = replace(model, slope=slope, offset=offset)
    write_atomically(page, write_confidence(model))
    right = (scores * slope + offset > 0) == border.answerable
    return f"{len(texts)} messages of the development split, {right.mean():.3f} on their side"


def _sides(inputs: IngestSettings, embedder: Embedder) -> answerable.Sides:
    """Return the examples of our own records; vectors already computed are taken from the cache."""
    content, _ = collect(inputs, Silent())
    asked = [entry for entry in content.entries if entry.shelf is Beside.ASKED]
    beyond = [entry for entry in content.entries if entry.shelf is Beside.UNANSWERABLE]
    with closing(VectorCache(inputs.home / CACHE, embedder.fingerprint)) as cache:
        first, second = (embed(one, embedder, cache, Silent()).vectors for one in (asked, beyond))
    return answerable.Sides(
        answered=[entry.text for entry in asked],
        beyond=[entry.text for entry in beyond],
        answered_vectors=first,
        beyond_vectors=second,
    )


COMMANDS: Final[Mapping[str, Command]] = {
    "answerable": learn_answerable,
    "continuing": learn_continuing,
    "danger": learn_danger,
}


def fitting(arguments: Sequence[str], commands: Mapping[str, Command] = COMMANDS) -> int:
    """Learn again what is named, and say how well; 2 when it names nothing that is learnt."""
    if len(arguments) != 1 or arguments[0] not in commands:
        sys.stderr.write(f"python -m eval.fitting {'|'.join(commands)}\n")
        return 2
    settings = read_settings()
    embedder = open_bundled(settings.embedder_cache, settings.threads)
    sys.stdout.write(f"{commands[arguments[0]](embedder, settings)}\n")
    return 0
