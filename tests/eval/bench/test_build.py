from collections import Counter
from dataclasses import dataclass, field, replace

from corpus.embedding.hashing import HashingEmbedder
from eval.bench.build import measure_build, measure_refresh
from ingest.collect import collect
from ingest.progress import Silent


@dataclass(frozen=True)
class Counting:
    """Counts what it embeds, each text in its role."""

    hashing: HashingEmbedder
    seen: Counter = field(default_factory=Counter)

    @property
    def fingerprint(self):
        return self.hashing.fingerprint

    @property
    def dimension(self):
        return self.hashing.dimension

    def embed_passages(self, texts):
        self.seen.update((False, text) for text in texts)
        return self.hashing.embed_passages(texts)

    def embed_queries(self, texts):
        self.seen.update((True, text) for text in texts)
        return self.hashing.embed_queries(texts)

    def embed_query(self, text):
        raise AssertionError(text)


def test_a_first_build_is_timed_beside_one_in_memory_that_embeds_the_same(built, hashing, tmp_path):
    embedder = Counting(hashing)

    figures = measure_build(replace(built, home=tmp_path / "new"), embedder)

    content, _ = collect(built, Silent())
    texts = {(entry.is_question, entry.text) for entry in content.entries}
    assert figures.passages == len(content.passages)
    assert figures.embedded == len(texts)
    assert embedder.seen == dict.fromkeys(texts, 2)
    assert figures.seconds >= sum(figures.steps.values()) - 0.05
    assert figures.memory_seconds > 0
    assert not figures.open_data


def test_a_run_over_unchanged_sources_embeds_nothing(built, hashing):
    figures = measure_refresh(built, hashing)

    assert figures.embedded == 0
    assert figures.passages > 0
    assert figures.seconds < figures.rebuild_seconds
