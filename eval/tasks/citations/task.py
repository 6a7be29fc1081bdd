"""The measures of citations."""

from typing import Final

from eval.scorers.cited import score_cited, score_literal
from eval.scorers.contacts import score_contacts
from eval.scorers.pay import score_pay_dated
from eval.scorers.supported import score_names, score_numbers, score_precision, score_support
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
            asks="Which share of the sentences says what it cites: words, denials and bounds?",
            score=score_support,
        ),
        Measure(
            name="citations.precision",
            dataset="retrieval",
            asks="Which share of the citations supports its sentence?",
            score=score_precision,
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
            asks="Does every link, e-mail and phone number come from a source or the directory?",
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
