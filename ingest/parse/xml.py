"""XML files, element by element: no entity is expanded, nothing is fetched."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

from lxml import etree

from corpus.model.errors import UnparsableFileError

Element: TypeAlias = etree._Element  # noqa: SLF001 # the library names its public type so


def elements(data: bytes, path: Path, tag: str) -> Iterator[Element]:
    """Yield each `tag` element, emptied once the next is asked for.

    Raises UnparsableFileError, with the line, on broken XML, declared entities or no such element.
    """
    if not data.strip():
        raise UnparsableFileError(path, "fichier vide")
    seen = False
    try:
        for event, element in _events(data):
            if event == "start":
                _refuse_entities(path, element)
            elif element.tag == tag:
                seen = True
                yield element
                element.clear(keep_tail=False)
    except etree.XMLSyntaxError as error:
        raise UnparsableFileError(
            path, f"XML illisible ({error.msg})", f"ligne {error.lineno}"
        ) from error
    if not seen:
        raise UnparsableFileError(path, f"aucun élément <{tag}>")


def _events(data: bytes) -> Iterator[tuple[str, Element]]:
    return iter(
        etree.iterparse(
            BytesIO(data),
            events=("start", "end"),
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            load_dtd=False,
            dtd_validation=False,
        )
    )


def _refuse_entities(path: Path, element: Element) -> None:
    if element.getparent() is not None:
        return
    internal = element.getroottree().docinfo.internalDTD
    if internal is not None and internal.entities():
        raise UnparsableFileError(path, "déclare des entités, refusées par sécurité", "DOCTYPE")
