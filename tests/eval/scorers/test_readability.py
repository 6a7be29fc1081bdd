"""Answers easy and hard to read, well and badly printed."""

from dataclasses import replace

import pytest

from eval.scorers.readability import easy, flesch, judged, short, well_printed

EASY = "Le soudeur coupe le fer. Il le plie et le pose."
HARD = (
    "L'individualisation institutionnelle conditionne l'accompagnement interdisciplinaire "
    "préalablement contractualisé."
)


@pytest.fixture
def answer(make_trace, say):
    return lambda *texts, **given: make_trace(sentences=tuple(say(t) for t in texts), **given)


def test_short_words_are_easy(make_item, answer):
    assert easy(make_item(), answer(EASY)).right


def test_long_words_are_hard_and_the_score_is_told(make_item, answer):
    score = easy(make_item(), answer(HARD))

    assert score.value == 0
    assert score.why == f"Flesch {flesch([HARD]):.1f} < 50"


@pytest.mark.parametrize(("ease", "right"), [(50.0, True), (49.9, False)])
def test_an_answer_is_easy_from_50(ease, right):
    assert judged(ease).right is right


def test_the_score_is_the_french_one():
    # 207 − 1.015 × 4 words a sentence − 73.6 × 1.25 syllables a word
    assert flesch(["Le métier dure trois"]) == pytest.approx(207 - 1.015 * 4 - 73.6 * 1.25)


def test_sentences_are_read_one_after_the_other():
    # 4 words a sentence, 1 syllable a word; a dash is no word
    assert flesch(["Le sol est dur", "– Le fer est dur"]) == pytest.approx(207 - 1.015 * 4 - 73.6)


def test_a_sentence_without_full_stop_ends_all_the_same():
    assert flesch(["Le fer est là", "Il le plie ici"]) == flesch(
        ["Le fer est là.", "Il le plie ici."]
    )


def test_an_english_answer_has_no_french_score(make_item, answer):
    assert easy(replace(make_item(), language="en"), answer(EASY)) is None


@pytest.mark.parametrize("scorer", [easy, short, well_printed])
@pytest.mark.parametrize("outcome", ["declined", None])
def test_only_answers_are_scored(make_item, answer, scorer, outcome):
    assert scorer(make_item(), answer("Oui ,  <b>", outcome=outcome)) is None


@pytest.mark.parametrize("scorer", [easy, short, well_printed])
def test_an_answer_without_words_is_not_scored(make_item, answer, scorer):
    assert scorer(make_item(), answer(" ")) is None


@pytest.mark.parametrize(("count", "right"), [(35, True), (36, False)])
def test_a_sentence_has_at_most_35_words(make_item, answer, count, right):
    text = " ".join(["l'eau"] * count)

    score = short(make_item(), answer(f"Oui. {text}. Non."))

    assert score.right is right
    assert score.why == ("" if right else f"36 words: {text}.")


@pytest.mark.parametrize("end", [".", "!", "?", "…"])
def test_sentences_are_counted_apart(make_item, answer, end):
    text = " ".join(["mot"] * 20)

    assert short(make_item(), answer(f"{text}{end} {text}{end}")).right
    assert not short(make_item(), answer(f"{text}, {text}{end}")).right


def test_signs_are_not_words(make_item, answer):
    assert short(make_item(), answer(" ".join(["mot", "–"] * 35))).right


def test_every_long_sentence_is_named(make_item, answer):
    one, other = " ".join(["un"] * 36), " ".join(["deux"] * 37)

    assert short(make_item(), answer(one, other)).why == f"36 words: {one} | 37 words: {other}"


@pytest.mark.parametrize(
    "text",
    [
        "Il gagne 1\u202f802\u00a0€, soit plus.",
        "Le « bac pro » et le « CAP » : oui.",
        "La classe X a le « bac pro ».",
        "Moins de 3 < 5 et R&D ; AT&T.",
        "Deux lignes\nde texte.",
    ],
)
def test_french_as_it_is_printed_is_right(make_item, answer, text):
    assert well_printed(make_item(), answer(text)).right


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Le  bac.", "two spaces: "),
        ("Le\u00a0 bac.", "two spaces: "),
        ("Le bac , oui.", "a space before a comma: "),
        ("Le <b>bac.", "markup: "),
        ("Le bac</p>.", "markup: "),
        ("Le <!-- bac.", "markup: "),
        ("Le <![CDATA[bac.", "markup: "),
        ("Le bac]]>.", "markup: "),
        ("Le bac &amp; oui.", "an entity: "),
        ("L&#39;eau.", "an entity: "),
        ("L&#x27;eau.", "an entity: "),
        ("Le « bac.", "« » unbalanced: "),
        ("Le bac ».", "« » unbalanced: "),
        ("Le » bac «.", "« » unbalanced: "),
        ("Le « bac « pro » » oui.", "« » unbalanced: "),
    ],
)
def test_a_fault_is_named(make_item, answer, text, fault):
    score = well_printed(make_item(), answer(text))

    assert score.value == 0
    assert score.why.startswith(fault)


def test_a_fault_is_shown_where_it_stands(make_item, answer):
    text = f"{'a' * 20}  {'b' * 20} &amp;"

    score = well_printed(make_item(), answer(text))

    assert score.why == f"two spaces: '{'a' * 15}  {'b' * 15}' | an entity: '{'b' * 14} &amp;'"


def test_a_fault_is_shown_where_the_text_begins_and_ends(make_item, answer):
    assert well_printed(make_item(), answer(" , a")).why == "a space before a comma: ' , a'"
    assert well_printed(make_item(), answer("a »")).why == "« » unbalanced: 'a »'"


def test_suggestions_are_printed_well_too(make_item, answer):
    assert not well_printed(make_item(), answer("Oui.", suggestions=("Et ,",))).right


def test_lines_are_balanced_one_by_one(make_item, answer):
    assert not well_printed(make_item(), answer("« un", "deux »")).right
