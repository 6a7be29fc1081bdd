"""Words in Tantivy: BM25 over title, heading, text and questions answered, French stems.

Words are folded and put in the masculine before Tantivy sees them (`corpus.store.french`), then
stemmed. The Snowball stemmer alone can't do: it needs accents to see the feminine in `infirmière`
(`infirmi`), and leaves `infirmiere`, as people type it, apart (`infirmier`); folding after it
keeps the two apart for good.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import tantivy

from corpus.model.document import Kind, Passage
from corpus.model.errors import DamagedVersionError
from corpus.store.french import words
from corpus.store.ports import Scored
from corpus.store.ranking import best

MOST_TERMS: Final = 64
"""Distinct terms of a query that count; the rest of a very long text says little more."""

WRITER_BYTES: Final = 64_000_000
_ANALYZER: Final = "french"
_BOOSTS: Final = {"title": 1.0, "heading": 1.0, "text": 1.0, "asked": 2.0}


class TantivyWords:
    """A folder holding the word index; made when it is empty."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._schema = _schema()
        self._analyzer = _analyzer()
        try:
            self._index: tantivy.Index | None = tantivy.Index(self._schema, path=str(folder))
        except ValueError as error:
            message = f"{folder} : index de mots illisible ({error})"
            raise DamagedVersionError(message) from error
        self._index.register_tokenizer(_ANALYZER, self._analyzer)

    def add(self, passages: Iterable[Passage]) -> None:
        """Index passages; they can be searched when the call returns."""
        # One thread and one commit: the same passages make the same segments, hence the same
        # order among equal scores.
        with self._open.writer(WRITER_BYTES, num_threads=1) as writer:
            for passage in passages:
                writer.delete_documents_by_term("id", passage.id)
                writer.add_document(tantivy.Document(**_fields(passage)))
        self._open.reload()

    def search(self, text: str, kinds: Collection[Kind], limit: int) -> Sequence[Scored]:
        """Return at most `limit` passages, best first; any string is a valid query."""
        terms = self._terms(text)
        if not terms or not kinds or limit < 1:
            return ()
        searcher = self._open.searcher()
        hits = searcher.search(self._query(terms, kinds), limit, count=False).hits
        return best({searcher.doc(at)["id"][0]: float(score) for score, at in hits}, limit)

    def count(self) -> int:
        """Return how many passages are indexed."""
        return self._open.searcher().num_docs

    def close(self) -> None:
        """Release the files; the index can't be used afterwards."""
        self._index = None

    @property
    def _open(self) -> tantivy.Index:
        if self._index is None:
            message = "the word index is closed"
            raise ValueError(message)
        return self._index

    def _terms(self, text: str) -> Sequence[str]:
        stems = dict.fromkeys(self._analyzer.analyze(" ".join(words(text))))
        return list(stems)[:MOST_TERMS]

    def _query(self, terms: Sequence[str], kinds: Collection[Kind]) -> tantivy.Query:
        """Return a query made of analysed terms: a question is never read as query syntax."""
        said = [
            (
                tantivy.Occur.Should,
                tantivy.Query.boost_query(
                    tantivy.Query.term_query(self._schema, field, term, "freq"), boost
                ),
            )
            for term in terms
            for field, boost in _BOOSTS.items()
        ]
        of_terms = tantivy.Query.boolean_query(said)
        if set(kinds) == set(Kind):
            # Every passage is of some kind: without the filter, Tantivy skips whole blocks.
            return of_terms
        of_kind = tantivy.Query.term_set_query(self._schema, "kind", [str(kind) for kind in kinds])
        return tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Must, tantivy.Query.const_score_query(of_kind, 0.0)),
                (tantivy.Occur.Must, of_terms),
            ]
        )


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("kind", tokenizer_name="raw", index_option="basic")
    for name in _BOOSTS:
        builder.add_text_field(name, tokenizer_name=_ANALYZER, index_option="freq")
    return builder.build()


def _analyzer() -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    return builder.filter(tantivy.Filter.stemmer("french")).build()


def _fields(passage: Passage) -> Mapping[str, str]:
    return {
        "id": passage.id,
        "kind": str(passage.kind),
        "title": " ".join(words(passage.title)),
        "heading": " ".join(words(" ".join(passage.heading))),
        "text": " ".join(words(passage.text)),
        "asked": " ".join(words(" ".join(passage.asked))),
    }
