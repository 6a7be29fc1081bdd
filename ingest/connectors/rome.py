"""ROME 4, the national directory of occupations: codes, and the titles under each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from corpus.model.errors import UnparsableFileError
from corpus.model.occupation import CODE, Occupation
from corpus.model.source import Source
from corpus.store.french import fold
from ingest.connectors.items import Item, Rejected
from ingest.load.files import SourceFile
from ingest.parse import csv

_CODE: Final = "code_rome"
_LABEL: Final = "libelle_rome"
_PARENT: Final = "code_rome_parent"
_TITLE: Final = "libelle_appellation_long"
_NUMBER: Final = "code_ogr"
_BETWEEN: Final = " / "
_LOST: Final = "¿"
"""What the publisher's export leaves of an apostrophe it could not write."""
_ROOT: Final = 3
"""Letters that a word keeps from one gender to the other."""
NO_CODE: Final = "appellation d'un code absent du répertoire"


def rome(files: Sequence[SourceFile], source: Source) -> Iterator[Item]:  # noqa: ARG001 # as connectors are
    """Yield an occupation a code, then one a title; UnparsableFileError for other files."""
    codes: dict[str, csv.Row] = {}
    titles: list[csv.Row] = []
    for file in files:
        rows = list(csv.read(file.path))
        known = set(rows[0]) if rows else set()
        if {_CODE, _LABEL, _PARENT} <= known:
            codes |= {row[_CODE]: row for row in rows}
        elif {_CODE, _TITLE, _NUMBER} <= known:
            titles += rows
        else:
            raise UnparsableFileError(file.path, "ni les codes ni les appellations du ROME 4")
    for code, row in codes.items():
        above = row[_PARENT] or code
        yield _occupation(code, row[_LABEL], tuple(dict.fromkeys((code, above))))
    for row in titles:
        yield _titled(row, codes)


def _titled(row: csv.Row, codes: Mapping[str, csv.Row]) -> Item:
    """Return the occupation of a title; its code may gather several trades: it keeps its name."""
    code, number = row[_CODE], row[_NUMBER]
    if code not in codes:
        return Rejected(where=f"{code}, {number}", reason=NO_CODE)
    return _occupation(f"{code}:{number}", row[_TITLE], (code,))


def _occupation(key: str, label: str, codes: tuple[str, ...]) -> Occupation:
    masculine, feminine = genders(label)
    return Occupation(
        id=f"{CODE}{key}",
        label=masculine if masculine == feminine else f"{masculine}, {feminine}",
        feminine=feminine,
        masculine=masculine,
        rome=codes,
    )


def genders(title: str) -> tuple[str, str]:
    """Return the masculine and the feminine of `Masculin / Féminin complément`.

    The complement stands once, after the feminine; both names get it. So do they the words before,
    when only the last ones are given in the feminine.

    >>> genders("Conducteur / Conductrice d'engins agricoles")
    ("conducteur d'engins agricoles", "conductrice d'engins agricoles")
    >>> genders("Chef d'équipe plongeur / plongeuse subaquatique")
    ("chef d'équipe plongeur subaquatique", "chef d'équipe plongeuse subaquatique")
    """
    first, *others = (_small(part) for part in _spelled(title).split(_BETWEEN))
    masculine = feminine = first
    for other in others:
        masculine, feminine = _paired(masculine, feminine, other)
    return masculine, feminine


def _paired(masculine: str, feminine: str, said: str) -> tuple[str, str]:
    """Return both names once `said` gives the feminine of their last words, and what follows."""
    told, words = feminine.split(), said.split()
    starts = range(len(told))
    start = next((at for at in starts if _inflects(told[at:], words, whole=not at)), None)
    if start is None and masculine != feminine:
        return f"{masculine}{_BETWEEN}{said}", f"{feminine}{_BETWEEN}{said}"
    kept = told[: start or 0]
    complement = words[len(told) - len(kept) :]
    return " ".join((masculine, *complement)), " ".join((*kept, *words))


def _inflects(told: Sequence[str], words: Sequence[str], *, whole: bool) -> bool:
    """Return whether `words` begin as `told` does, in another gender unless it is a whole name."""
    alike = all(fold(a)[:_ROOT] == fold(b)[:_ROOT] for a, b in zip(told, words, strict=False))
    return alike and len(told) <= len(words) and (whole or told[0] != words[0])


def _spelled(title: str) -> str:
    """Return a title with its apostrophes, on one line."""
    return " ".join(title.replace("''", "'").replace(_LOST, "'").split())


def _small(name: str) -> str:
    """Return a name with a small first letter, unless it is an acronym."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
