"""Any model of the library Sentence Transformers, from a hub or a folder, on a GPU if there is one.

Needs the extra `models`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.model.errors import EmbeddingError

_SAMPLE: Final = 64
"""How many weights of each tensor tell one model from another."""
_REPLACEMENT: Final = "\ufffd"


class Encoder(Protocol):
    """What is used of a loaded model."""

    def encode(
        self, sentences: list[str], *, normalize_embeddings: bool, show_progress_bar: bool
    ) -> NDArray[np.float32]:
        """Return one vector for each sentence."""
        ...

    def state_dict(self) -> Mapping[str, Any]:
        """Return the weights as tensors, by name."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceTransformersEmbedder:
    """Embeds with a loaded model; `open_sentence_transformers` makes one."""

    encoder: Encoder
    fingerprint: str
    dimension: int
    query_prefix: str
    passage_prefix: str

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit vectors, shape `(len(texts), dimension)`, in the order given."""
        return self._embed([self.passage_prefix + text for text in texts])

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return what `embed_query` gives for each text."""
        return self._embed([self.query_prefix + text for text in texts])

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Return one unit vector; any string is valid."""
        vector: NDArray[np.float32] = self._embed([self.query_prefix + text])[0]
        return vector

    def _embed(self, texts: list[str]) -> NDArray[np.float32]:
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        vectors = self.encoder.encode(
            [_encodable(text) for text in texts],
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, np.float32)


def open_sentence_transformers(
    model: str | Path,
    query_prefix: str = "",
    passage_prefix: str = "",
    device: str | None = None,
) -> SentenceTransformersEmbedder:
    """Return an embedder for a model of a hub, by name, or of a folder.

    Raise `EmbeddingError` if the extra `models` is not installed, or the model can't be opened.
    """
    encoder = _load(str(model), device)
    name = f"{Path(model).name}/{_digest(encoder)}/{query_prefix!r}/{passage_prefix!r}"
    probe = encoder.encode(["dimension"], normalize_embeddings=True, show_progress_bar=False)
    return SentenceTransformersEmbedder(
        encoder=encoder,
        fingerprint=f"sentence-transformers/{name}",
        dimension=probe.shape[1],
        query_prefix=query_prefix,
        passage_prefix=passage_prefix,
    )


def _load(model: str, device: str | None) -> Encoder:
    try:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = "sentence-transformers absent : lancer « pip install 'spro-assistant[models]' »"
        raise EmbeddingError(message) from error
    try:
        encoder: Encoder = SentenceTransformer(model, device=device)
    except (OSError, ValueError, RuntimeError) as error:
        message = f"modèle {model} impossible à ouvrir : {error}"
        raise EmbeddingError(message) from error
    return encoder


def _digest(encoder: Encoder) -> str:
    """Return what tells these weights, and their precision, from any other's."""
    digest = sha256()
    for name, tensor in sorted(encoder.state_dict().items()):
        digest.update(f"{name} {tuple(tensor.shape)} {tensor.dtype}".encode())
        digest.update(tensor.flatten()[:_SAMPLE].float().cpu().numpy().tobytes())
    return digest.hexdigest()[:12]


def _encodable(text: str) -> str:
    """Replace halves of characters, which the library's tokenizers refuse."""
    return "".join(_REPLACEMENT if "\ud800" <= letter <= "\udfff" else letter for letter in text)
