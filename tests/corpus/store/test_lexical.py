"""What is Tantivy's own: the folder on disk."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from corpus.model.document import Kind
from corpus.model.errors import DamagedVersionError
from corpus.store.lexical import MOST_TERMS, TantivyWords
from corpus.store.ranking import best


def test_what_was_indexed_is_there_after_reopening(tmp_path, make_passage):
    first = TantivyWords(tmp_path / "words")
    first.add(make_passage(f"plombier {i}", id=str(i)) for i in range(50))
    first.close()

    again = TantivyWords(tmp_path / "words")

    assert again.count() == 50
    assert again.search("plombier 7", list(Kind), 1)[0].id == "7"


def test_a_closed_index_says_so(tmp_path):
    index = TantivyWords(tmp_path / "words")
    index.close()

    with pytest.raises(ValueError, match="closed"):
        index.search("plombier", list(Kind), 1)


def test_an_unreadable_index_is_a_damaged_version(tmp_path):
    (tmp_path / "meta.json").write_text("{", encoding="utf-8")

    with pytest.raises(DamagedVersionError, match="illisible"):
        TantivyWords(tmp_path)


def test_several_threads_search_at_once(tmp_path, make_passage):
    index = TantivyWords(tmp_path)
    index.add(make_passage(f"fiche j{i}", id=str(i)) for i in range(200))

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda i: index.search(f"J{i}", list(Kind), 1)[0].id, range(200)))

    assert found == [str(i) for i in range(200)]


def test_terms_past_the_cap_do_not_count(tmp_path, make_passage):
    index = TantivyWords(tmp_path)
    index.add([make_passage("plombier", id="a")])

    late = " ".join(f"mot{i}" for i in range(MOST_TERMS)) + " plombier"

    assert list(index.search(late, list(Kind), 5)) == []


def test_a_search_of_every_kind_skips_nothing_over_many_blocks(tmp_path, make_passage):
    """Tantivy reads 128 passages a block: rare words in a crowd are where it may skip some."""
    random, kinds = np.random.default_rng(5), list(Kind)
    common = [f"commun{i}" for i in range(8)]
    index = TantivyWords(tmp_path)
    index.add(
        make_passage(
            " ".join([*random.choice(common, 6), f"rare{n % 97}"]),
            id=f"{n:04}",
            kind=kinds[n % len(kinds)],
        )
        for n in range(1500)
    )

    for number in range(20):
        asked = " ".join([*random.choice(common, 2), f"rare{number}"])
        each = [s for kind in kinds for s in index.search(asked, [kind], 1500)]

        assert index.search(asked, kinds, 10) == best({s.id: s.score for s in each}, 10)
