"""The usual recipe: cut every thousand characters, find the four nearest, print or stuff them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from time import perf_counter
from typing import Final

from assistant.question import Turn
from corpus.embedding.ports import Embedder
from corpus.model.organisation import Organisation
from eval.subjects.base import SubjectError
from eval.subjects.bodies import bodies_named
from eval.subjects.chat_model import ChatModel, ModelError
from eval.subjects.chunks import OVERLAP, SIZE, Chunk, ChunkIndex
from eval.subjects.pages import pages_of
from eval.subjects.replies import record_of
from eval.subjects.words import file_name, prompt_version, read_prompt, sentences_of
from eval.trace.observed import Cited, Observed, Said
from eval.trace.trace import FoundRecord, Seen
from ingest.collect import collect
from ingest.progress import Silent
from ingest.settings import IngestSettings

NEAREST: Final = 4
_MARK: Final = re.compile(r"\s*\[(\d+)\]")
_LATE_MARKS: Final = re.compile(r"(\s?[.!?…]+)((?:[ \t]*\[\d+\])+)")
"""Marks written after the full stop belong to the sentence it ends."""
_LIBRARIES: Final = ("langchain-chroma", "langchain-text-splitters")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Answer from the nearest chunks; without a model they are printed as they are."""

    index: ChunkIndex
    made_with: Mapping[str, str]
    organisations: Sequence[Organisation] = ()
    model: ChatModel | None = None
    name: str = "recipe"

    @property
    def versions(self) -> Mapping[str, str]:
        """Return the libraries, the sizes, the embedder and the model, with how it is asked."""
        model = self.model.versions if self.model else {"model": "none"}
        return {**self.made_with, **model, "prompts": prompt_version("recipe")}

    def ask(self, turn: Turn) -> Seen:
        """Return a reply to the message alone: the recipe keeps no history and no profile."""
        start = perf_counter()
        chunks = self.index.search(turn.text, NEAREST)
        retrieved = perf_counter()
        if self.model is None:
            observed = self._printed(chunks)
        else:
            observed = self._generated(self.model, turn.text, chunks)
        steps = {"retrieve": retrieved - start, "generate": perf_counter() - retrieved}
        return Seen(observed=observed, found=_found(chunks), steps=steps)

    def close(self) -> None:
        """Release what was built to answer."""
        self.index.close()

    def _printed(self, chunks: Sequence[Chunk]) -> Observed:
        """Return the chunks as a search engine would show them: it never abstains."""
        said = tuple(Said(text=chunk.text, cited=(_cited(chunk),)) for chunk in chunks)
        return self._observed("answered" if said else None, said)

    def _generated(self, model: ChatModel, question: str, chunks: Sequence[Chunk]) -> Observed:
        """Return what the model writes, each sentence with the chunks it marks."""
        context = "\n\n".join(f"[{n}] {chunk.text}" for n, chunk in enumerate(chunks, start=1))
        prompt = read_prompt("recipe").format(context=context, question=question)
        try:
            written = model.write(prompt)
        except ModelError as error:
            raise SubjectError(str(error)) from error
        sentences = sentences_of(_LATE_MARKS.sub(r"\2\1", written))
        return self._observed(None, tuple(_said(one, chunks) for one in sentences))

    def _observed(self, outcome: str | None, said: tuple[Said, ...]) -> Observed:
        """Return sentences as a reply, with the bodies they name."""
        text = "\n".join(one.text for one in said)
        bodies = bodies_named(text, self.organisations)
        return Observed(outcome=outcome, sentences=said, bodies=bodies)


def build_recipe(
    inputs: IngestSettings, embedder: Embedder, model: ChatModel | None = None
) -> Recipe:
    """Return the recipe over the records of `inputs`, embedded anew."""
    content, _ = collect(inputs, Silent())
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return Recipe(
        index=ChunkIndex(pages_of(content.passages), embedder),
        made_with={
            "recipe": f"{libraries}; {SIZE}/{OVERLAP} characters, {NEAREST} nearest",
            "corpus": content.version(embedder.fingerprint),
            "embedder": embedder.fingerprint,
        },
        organisations=content.organisations,
        model=model,
        name=file_name(f"recipe {model.model}") if model else "recipe",
    )


def _said(sentence: str, chunks: Sequence[Chunk]) -> Said:
    """Return a sentence without its marks, citing the chunks they number."""
    numbers = dict.fromkeys(int(number) for number in _MARK.findall(sentence))
    cited = tuple(_cited(chunks[n - 1]) for n in numbers if 0 < n <= len(chunks))
    return Said(text=_MARK.sub("", sentence).strip(), cited=cited)


def _cited(chunk: Chunk) -> Cited:
    """Return a whole chunk as a citation of the passage it mostly lies in."""
    main = chunk.passages[0]
    return Cited(
        quote=chunk.text,
        title=chunk.page.title,
        publisher=main.reference.publisher,
        published=main.reference.published,
        url=main.reference.url,
        locator=main.locator,
        record=record_of(main),
        passage=chunk.page.text,
    )


def _found(chunks: Sequence[Chunk]) -> tuple[FoundRecord, ...]:
    """Return the records the chunks were cut from, best first, each once."""
    found: dict[str, FoundRecord] = {}
    for chunk in chunks:
        for passage in chunk.passages:
            record = record_of(passage)
            one = FoundRecord(record=record, score=chunk.score, source=passage.source_id)
            found.setdefault(record, one)
    return tuple(found.values())
