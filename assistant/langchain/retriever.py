"""Passages of the knowledge base where LangChain wants documents."""

from collections.abc import Sequence
from itertools import islice
from typing import Any

from langchain_core.callbacks import (
    AsyncCallbackManagerForRetrieverRun,
    CallbackManagerForRetrieverRun,
)
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import run_in_executor
from pydantic import Field, InstanceOf
from typing_extensions import override

from assistant.evidence import Hit
from assistant.question import Turn
from assistant.service import Assistant
from corpus.model.source import Confidence


class KnowledgeBaseRetriever(BaseRetriever):
    """Give the passages the assistant finds for a question, best first.

    They are what it would write from, before any sentence is chosen and checked: not answers.
    """

    # Kept out of what LangChain prints and dumps: it holds a whole knowledge base.
    assistant: InstanceOf[Assistant] = Field(exclude=True, repr=False)
    k: int = Field(default=4, ge=1)
    """Documents given at most; `invoke(question, k=…)` sets it for one call."""
    abstain: bool = True
    """Whether to give nothing where the assistant itself would write nothing."""

    @override
    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, k: int | None = None
    ) -> list[Document]:
        """Return the documents of any string; `ValueError` when `k` is under 1."""
        return self._documents(query, k)

    @override
    async def _aget_relevant_documents(
        self, query: str, *, run_manager: AsyncCallbackManagerForRetrieverRun, k: int | None = None
    ) -> list[Document]:
        """Return the same from a thread: steps are not asynchronous."""
        return await run_in_executor(None, self._documents, query, k)

    def _documents(self, query: str, k: int | None) -> list[Document]:
        """Return what may be shown of what was found."""
        limit = self.k if k is None else k
        if limit < 1:
            msg = f"k is at least 1, not {limit}"
            raise ValueError(msg)
        shown = (hit for hit in self._found(query) if _may_be_shown(hit))
        return [_document(hit) for hit in islice(shown, limit)]

    def _found(self, query: str) -> Sequence[Hit]:
        """Return the evidence of a message read as the assistant reads it."""
        turn = Turn(text=query)
        if self.abstain and self.assistant.guarded(turn):
            return ()
        found = self.assistant.look_up(turn)
        return found.evidence.hits if found.worth_it or not self.abstain else ()


def _may_be_shown(hit: Hit) -> bool:
    """Return whether the source was verified; no other is ever shown."""
    return hit.passage.reference.confidence is not Confidence.UNVERIFIED


def _document(hit: Hit) -> Document:
    """Return a passage as it is stored, with what is needed to cite it, ready for JSON."""
    passage, reference = hit.passage, hit.passage.reference
    metadata: dict[str, Any] = {
        "title": passage.title,
        "heading": list(passage.heading),
        "source": reference.title,
        "publisher": reference.publisher,
        "licence": reference.licence,
        "url": reference.url,
        "published": reference.published,
        "retrieved": reference.retrieved.isoformat(),
        "wording": reference.wording.value,
        "confidence": reference.confidence.value,
        "locator": passage.locator,
        "kind": passage.kind.value,
        "subject": passage.subject,
        "aspect": passage.aspect.value,
        "score": float(hit.score),
        "ranks": {str(listed): rank for listed, rank in hit.ranks.items()},
    }
    return Document(id=passage.id, page_content=passage.text, metadata=metadata)
