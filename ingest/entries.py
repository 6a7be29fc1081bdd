"""What a version is searched by meaning with: one text and one vector each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from corpus.model.document import Passage
from corpus.model.occupation import Occupation
from corpus.model.unanswerable import Unanswerable
from corpus.store.ports import Beside, Shelf, shelved


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A text to embed and where its vector goes."""

    shelf: Shelf
    id: str
    text: str

    @property
    def is_question(self) -> bool:
        """Return whether it is embedded as what people say, not as what is told to them."""
        return isinstance(self.shelf, Beside)


def entries(
    passages: Iterable[Passage],
    occupations: Iterable[Occupation],
    beyond: Iterable[Unanswerable],
) -> tuple[Entry, ...]:
    """Return passages first, in their order, then what is beside them."""
    read = tuple(passages)
    texts = (Entry(shelf=p.kind, id=p.id, text=p.embedded_text) for p in read)
    asked = chain.from_iterable(map(_asked, read))
    names = chain.from_iterable(map(_names, occupations))
    refused = (Entry(shelf=Beside.UNANSWERABLE, id=b.id, text=b.text) for b in beyond)
    return (*texts, *asked, *names, *refused)


def _asked(passage: Passage) -> Iterator[Entry]:
    for number, question in enumerate(passage.asked):
        yield Entry(shelf=Beside.ASKED, id=shelved(passage.id, number), text=question)


def _names(occupation: Occupation) -> Iterator[Entry]:
    """Yield the name and the descriptions, as one text: other names are found by their letters.

    A mere title of the national directory is found by its letters alone.
    """
    if occupation.known_by_code and not occupation.described:
        return
    text = ". ".join((occupation.label, *occupation.described))
    yield Entry(shelf=Beside.NAMES, id=occupation.id, text=text)
