"""Every typed value of our records stands in the words that prove it."""

import re

import pytest

from corpus.model.fact import Property

TODAY = "2026-11-23"
PHONE_SHEETS = {"spro_schemes/urgence", "spro_schemes/jeunes"}
PHONE = re.compile(r"\b0 ?\d{1,3}(?: \d{2,3}){2,4}\b")
MONEY = re.compile(r"\d+(?: \d{3})*(?:,\d+)?(?= €)")


def test_a_quote_stands_literally_in_its_statement(facts):
    absent = [fact for _, one, fact in facts if fact.get("quote", "") not in one["text"]]

    assert len(facts) > 400
    assert absent == []


def test_a_quote_holds_its_value_as_french_writes_it(facts, says):
    silent = [
        (name, fact["value"], one["text"])
        for name, one, fact in facts
        if not says(fact.get("quote", one["text"]), fact["value"])
    ]

    assert silent == []


@pytest.mark.parametrize(
    ("quote", "value"),
    [
        ("1 990 €", "199"),
        ("1 990 €", "1"),
        ("12,31 €", "12"),
        ("de 190 à 230 heures", "190..2300"),
        ("le 2 mai 2026", "2026-05-12"),
        ("le brevet", "diplôme"),
    ],
)
def test_a_value_that_is_not_quoted_is_seen(says, quote, value):
    assert not says(quote, value)


@pytest.mark.parametrize(
    ("quote", "value"),
    [
        ("1 990 €", "1990"),
        ("12,31 €", "12.31"),
        ("6 à 12 mois", "6..12"),
        ("le 1er mai 2026", "2026-05-01"),
        ("Diplôme d'État", "diplôme d'État"),
    ],
)
def test_a_value_spelt_as_french_writes_it_is_found(says, quote, value):
    assert says(quote, value)


def test_an_amount_of_money_is_always_a_typed_fact(statements):
    amounts = [(amount, one) for _, one in statements for amount in MONEY.findall(one["text"])]
    untyped = [
        (amount, one["text"])
        for amount, one in amounts
        if not any(amount in fact.get("quote", one["text"]) for fact in one.get("fact", ()))
    ]

    assert len(amounts) >= 40
    assert untyped == []


def test_a_value_out_of_date_is_worded_with_its_end(facts):
    expired = [
        (one["text"], fact["valid_until"])
        for _, one, fact in facts
        if fact.get("valid_until", TODAY) < TODAY
    ]

    assert expired
    assert [text for text, end in expired if end[:4] not in text] == []


def test_a_phone_number_stands_in_a_sheet_of_help_lines_only(statements, facts):
    spelt = {name for name, one in statements if PHONE.search(one["text"])}
    typed = {name for name, _, fact in facts if fact["property"] == Property.PHONE}

    assert spelt | typed == PHONE_SHEETS


def test_a_level_stands_between_one_and_eight(facts):
    levels = {
        int(end)
        for *_, fact in facts
        if fact["property"] == Property.DIPLOMA_LEVEL
        for end in fact["value"].split("..")
    }

    assert levels <= set(range(1, 9))


def test_a_tension_is_a_dated_class_from_one_to_five(facts):
    tensions = [fact for *_, fact in facts if fact["property"] == Property.LABOUR_TENSION]

    assert {fact["unit"] for fact in tensions} == {"class 1-5"}
    assert {fact["period"] for fact in tensions} == {"2021"}
    assert {fact["value"] for fact in tensions} <= {"1", "2", "3", "4", "5"}


def test_an_employment_rate_says_when_where_and_by_which_way(facts):
    rates = [fact for *_, fact in facts if fact["property"] == Property.EMPLOYMENT_RATE]

    assert rates
    for fact in rates:
        assert re.fullmatch(r"(6|12) mois après, millésime \d{4}-\d{4}", fact["period"])
        assert re.fullmatch(r"Normandie, .+, (apprentissage|voie scolaire)", fact["scope"])
