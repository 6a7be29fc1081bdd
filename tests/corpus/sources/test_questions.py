"""Questions of ours are asked of a passage that answers, messages of ours of none."""

import re
from collections import Counter

from corpus.model.unanswerable import Beyond
from corpus.store.french import fold


def folded(text):
    """Return the words of a message, or the message when it has none."""
    return " ".join(re.findall(r"[^\W_]+", fold(text))) or text.strip()


def repeated(texts):
    return [text for text, number in Counter(texts).items() if number > 1]


def test_every_question_is_attached_to_a_passage(asked, content, reports):
    held = Counter(question for passage in content.passages for question in passage.asked)

    assert len(asked) > 8_000
    assert reports["spro-questions"].rejected == ()
    assert held == Counter(question for *_, question in asked)
    assert reports["spro-questions"].questions == len(asked)


def test_a_question_is_asked_of_a_passage_that_holds_its_statement(asked, content):
    told = {}
    for passage in content.passages:
        for question in passage.asked:
            told.setdefault((passage.subject, question), []).append(passage.text)

    wrong = [
        (file, statement, question)
        for file, subject, statement, question in asked
        if not any(statement in text for text in told.get((subject, question), ()))
    ]

    assert wrong == []


def test_a_statement_is_named_by_the_first_words_of_it_alone(asked, sheets):
    texts = {}
    for sheet in sheets.values():
        subject = sheet["sheet"]["subject"]
        texts[subject] = [one["text"] for one in sheet["statement"]]
    named = {(subject, statement) for _, subject, statement, _ in asked}

    wrong = [
        (subject, statement)
        for subject, statement in named
        if sum(text.startswith(statement) for text in texts[subject]) != 1
        or sum(statement in text for text in texts[subject]) != 1
    ]

    assert wrong == []


def test_every_sheet_has_questions_in_the_file_of_its_name(asked, sheets):
    files = {subject: file for file, subject, *_ in asked}
    named = {sheet["sheet"]["subject"]: sheet["sheet"]["id"] for sheet in sheets.values()}

    assert files == named


def test_a_subject_is_asked_a_question_once(asked):
    assert repeated((subject, folded(question)) for _, subject, _, question in asked) == []


def test_a_message_is_listed_once_as_unanswerable(unanswerable):
    assert len(unanswerable) > 4_000
    assert repeated(folded(message) for message in unanswerable) == []


def test_no_message_is_both_a_question_and_an_unanswerable_one(asked, unanswerable):
    answered = {folded(question) for *_, question in asked}

    assert [message for message in unanswerable if folded(message) in answered] == []


def test_every_message_is_kept_with_its_reason(content, reports, unanswerable):
    assert sorted(one.text for one in content.beyond) == sorted(unanswerable)
    assert {one.kind for one in content.beyond} == set(Beyond)
    assert reports["spro-unanswerable"].rejected == ()


def test_a_message_is_on_one_line_and_says_something(asked, unanswerable):
    texts = [*(question for *_, question in asked), *unanswerable]

    assert [text for text in texts if not text or text != " ".join(text.split())] == []
