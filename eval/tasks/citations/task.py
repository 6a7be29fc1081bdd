"""The measures of citations."""

from typing import Final

from eval.scorers.cited import score_cited, score_contacts, score_literal
from eval.scorers.pay import score_pay_dated
from eval.scorers.supported import score_names, score_numbers, score_support
from eval.tasks.base import Measure, Task

TASK: Final = Task(
    name="citations",
    asks="Does every sentence stand on what it cites?",
    measures=(
        Measure(
            name="citations.cited",
            dataset="retrieval",
            asks="Which share of the sentences cites something?",
            score=score_cited,
        ),
        Measure(
            name="citations.literal",
            dataset="retrieval",
            asks="Which share of the quotes stands letter by letter in the stored passage?",
            score=score_literal,
        ),
        Measure(
            name="citations.numbers",
            dataset="retrieval",
            asks="Which share of the sentences with numbers has them all quoted or typed?",
            score=score_numbers,
        ),
        Measure(
            name="citations.support",
            dataset="retrieval",
            asks="Which share of the sentences is, word for word, mostly quoted?",
            score=score_support,
        ),
        Measure(
            name="citations.names",
            dataset="retrieval",
            asks="Which share of the sentences with names has them all in what it cites?",
            score=score_names,
        ),
        Measure(
            name="citations.contacts",
            dataset="retrieval",
            asks="Is no link, e-mail or phone number made up?",
            score=score_contacts,
        ),
        Measure(
            name="citations.pay-dated",
            dataset="retrieval",
            asks="Which share of the sentences about pay carries its date and its publisher?",
            score=score_pay_dated,
        ),
    ),
)
