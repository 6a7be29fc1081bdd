from corpus.embedding.bundled.embedder import BundledEmbedder
from corpus.embedding.hashing import HashingEmbedder


def test_two_sizes_have_two_fingerprints() -> None:
    assert HashingEmbedder(dimension=32).fingerprint != HashingEmbedder().fingerprint


def test_two_embedders_have_two_fingerprints(bundled: BundledEmbedder) -> None:
    assert HashingEmbedder().fingerprint != bundled.fingerprint


def test_words_of_one_family_are_near() -> None:
    embedder = HashingEmbedder()

    near, far = embedder.embed_passages(["coiffeuse", "boulanger"])

    query = embedder.embed_query("coiffeur")
    assert query @ near > query @ far + 0.3


def test_the_order_of_words_does_not_matter() -> None:
    one, two = HashingEmbedder().embed_passages(["bac pro cuisine", "cuisine bac pro"])

    assert one @ two > 0.9999
