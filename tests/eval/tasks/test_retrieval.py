"""Records found, right and wrong."""

import pytest

from assistant.evidence import Evidence, Hit
from corpus.model.document import Aspect
from eval.tasks.retrieval import DEPTH, score_recall, score_top


@pytest.fixture
def found(make_passage):
    def make(*keys):
        passages = [
            make_passage(f"p{n}", id=f"p{n}", subject=subject, aspect=Aspect(aspect))
            for n, (subject, aspect) in enumerate(key.split("#") for key in keys)
        ]
        return Evidence(hits=tuple(Hit(passage=p, score=1.0, ranks={}) for p in passages))

    return make


RELEVANT = {"scheme:cpf#funding": 2, "scheme:vae#access": 2, "scheme:ptp#who": 1}


def test_the_share_of_answering_records_found_is_the_score(subject, make_item, found):
    score = score_recall(subject(found=found("scheme:cpf#funding")), make_item(relevant=RELEVANT))

    assert score is not None
    assert (score.value, "scheme:vae#access" in score.why) == (0.5, True)


def test_what_comes_after_the_first_ten_does_not_count(subject, make_item, found):
    late = ["scheme:bilan#who"] * DEPTH + ["scheme:cpf#funding", "scheme:vae#access"]

    assert score_recall(subject(found=found(*late)), make_item(relevant=RELEVANT)).value == 0


def test_an_item_without_an_answering_record_is_not_scored(subject, make_item):
    assert score_recall(subject(), make_item(relevant={"scheme:cpf#who": 1})) is None


def test_the_first_passage_is_of_a_relevant_sheet(subject, make_item, found):
    item = make_item(relevant=RELEVANT)

    assert score_top(subject(found=found("scheme:ptp#other")), item).right
    assert not score_top(subject(found=found("scheme:cej#who")), item).right
    assert not score_top(subject(), item).right
