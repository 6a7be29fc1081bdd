"""Our embedder where LangChain wants one of its own."""

from dataclasses import dataclass

from langchain_core.embeddings import Embeddings
from typing_extensions import override

from corpus.embedding.ports import Embedder


@dataclass(frozen=True, slots=True)
class KnowledgeBaseEmbeddings(Embeddings):
    """Embed with `embedder`, passages and questions each in their role."""

    embedder: Embedder

    @override
    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return a vector a text, in the order given."""
        vectors: list[list[float]] = self.embedder.embed_passages(texts).tolist()
        return vectors

    @override
    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question; any string is valid."""
        vector: list[float] = self.embedder.embed_query(text).tolist()
        return vector
