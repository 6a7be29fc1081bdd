import numpy as np

from corpus.embedding.hashing import HashingEmbedder
from eval.subjects.langchain_embedder import LangchainEmbedder


def test_vectors_are_those_of_our_embedder_each_in_its_role():
    ours = HashingEmbedder(dimension=8)
    theirs = LangchainEmbedder(ours)

    assert theirs.embed_documents(["un", "deux"]) == ours.embed_passages(["un", "deux"]).tolist()
    assert theirs.embed_query("un") == ours.embed_query("un").tolist()
    assert not np.allclose(theirs.embed_query("un"), theirs.embed_documents(["un"])[0])
