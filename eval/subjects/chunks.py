"""Pages cut and indexed as LangChain's documentation does it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import uuid4

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_text_splitters import RecursiveCharacterTextSplitter

from assistant.langchain.embeddings import KnowledgeBaseEmbeddings
from corpus.embedding.ports import Embedder
from corpus.model.document import Passage
from eval.subjects.pages import Page

SIZE: Final = 1000
OVERLAP: Final = 200
_BATCH: Final = 1000
"""Chunks added at once: Chroma refuses too many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A stretch of a page, with the passages it was cut from, the main one first."""

    text: str
    page: Page
    passages: tuple[Passage, ...]
    score: float
    """Cosine with the question."""


class ChunkIndex:
    """Chunks of pages in memory, found by their nearness to a question; safe from many threads."""

    def __init__(self, pages: Sequence[Page], embedder: Embedder) -> None:
        self._pages = pages
        # The name is drawn: in one process, stores in memory share their collections.
        self._store = Chroma(
            collection_name=f"recipe-{uuid4().hex}",
            embedding_function=KnowledgeBaseEmbeddings(embedder),
        )
        documents = cut(pages)
        for start in range(0, len(documents), _BATCH):
            self._store.add_documents(documents[start : start + _BATCH])

    def search(self, question: str, limit: int) -> tuple[Chunk, ...]:
        """Return the chunks nearest to a question, nearest first."""
        found = self._store.similarity_search_with_score(question, k=limit)
        return tuple(self._chunk(document, distance) for document, distance in found)

    def close(self) -> None:
        """Forget the chunks; nothing can be searched afterwards."""
        self._store.delete_collection()

    def _chunk(self, document: Document, distance: float) -> Chunk:
        """Return a chunk found; the distance is the squared length between unit vectors."""
        text, start = document.page_content, document.metadata["start_index"]
        page = self._pages[document.metadata["page"]]
        return Chunk(
            text=text,
            page=page,
            passages=page.under(start, start + len(text)),
            score=1 - distance / 2,
        )


def cut(pages: Sequence[Page]) -> list[Document]:
    """Return the chunks of pages, each telling its page and where it starts there."""
    splitter = RecursiveCharacterTextSplitter(
        chunk_size=SIZE, chunk_overlap=OVERLAP, add_start_index=True
    )
    whole = [
        Document(page_content=page.text, metadata={"page": number})
        for number, page in enumerate(pages)
    ]
    documents: list[Document] = splitter.split_documents(whole)
    return documents
