"""Vectors under LangChain's names are those of our embedder."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.langchain.embeddings import KnowledgeBaseEmbeddings
from corpus.embedding.hashing import HashingEmbedder

ours = HashingEmbedder(dimension=8)
theirs = KnowledgeBaseEmbeddings(ours)


def test_vectors_are_those_of_our_embedder_each_in_its_role():
    assert theirs.embed_documents(["un", "deux"]) == ours.embed_passages(["un", "deux"]).tolist()
    assert theirs.embed_query("un") == ours.embed_query("un").tolist()
    assert not np.allclose(theirs.embed_query("un"), theirs.embed_documents(["un"])[0])


def test_no_text_gives_no_vector():
    assert theirs.embed_documents([]) == []


@given(st.text(st.characters()))
def test_any_string_gives_a_vector_of_numbers_for_json(text):
    vector = theirs.embed_query(text)

    assert len(vector) == ours.dimension
    assert {type(number) for number in vector} == {float}
