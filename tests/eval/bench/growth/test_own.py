from eval.bench.growth.own import read_own
from ingest.progress import Silent


def test_our_records_come_with_one_vector_an_entry_passages_first(tmp_path, sources, hashing):
    own = read_own(tmp_path, sources, hashing, Silent())

    entries, passages = own.content.entries, own.content.passages
    assert own.vectors.shape == (len(entries), hashing.dimension)
    assert len(own.passages) == len(passages)
    assert (own.passages[0] == hashing.embed_passages([passages[0].embedded_text])[0]).all()
    assert own.fingerprint == hashing.fingerprint
