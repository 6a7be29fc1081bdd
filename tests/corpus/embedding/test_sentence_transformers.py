import sys
from pathlib import Path

import pytest

from corpus.embedding.sentence_transformers import open_sentence_transformers
from corpus.model.errors import EmbeddingError


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)

    with pytest.raises(EmbeddingError, match=r"spro-assistant\[models\]"):
        open_sentence_transformers("any")


@pytest.mark.model
def test_a_folder_without_a_model_is_named(packaged_model: Path, tmp_path: Path) -> None:
    assert packaged_model.is_dir()

    with pytest.raises(EmbeddingError, match=str(tmp_path)):
        open_sentence_transformers(tmp_path)


@pytest.mark.model
def test_other_prefixes_make_another_fingerprint(packaged_model: Path) -> None:
    plain = open_sentence_transformers(packaged_model, device="cpu")
    prefixed = open_sentence_transformers(packaged_model, "query: ", "passage: ", "cpu")

    assert plain.fingerprint != prefixed.fingerprint
