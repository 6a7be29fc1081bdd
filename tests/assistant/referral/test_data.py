import re

import pytest

from assistant.profile import Need
from corpus.model.organisation import Organisation, OrganisationKind
from corpus.model.referral import Rule
from corpus.model.source import Confidence


def named(rule: Rule) -> set[str]:
    then = rule.then
    return {*then.add, *then.remove, *then.only, *then.to_check, *then.others}


def test_every_body_a_rule_names_is_in_the_directory(
    rules: tuple[Rule, ...], organisations: dict[str, Organisation]
) -> None:
    unknown = {body for rule in rules for body in named(rule)} - organisations.keys()

    assert unknown == set()


def test_rules_have_their_own_id_and_order(rules: tuple[Rule, ...]) -> None:
    assert len({rule.id for rule in rules}) == len({rule.order for rule in rules}) == len(rules)


def test_only_operators_of_the_cep_are_added_to_it(
    rules: tuple[Rule, ...], organisations: dict[str, Organisation]
) -> None:
    cep = {o.id for o in organisations.values() if o.kind is OrganisationKind.CEP}
    changed = {b for r in rules for b in (*r.then.add, *r.then.only, *r.then.to_check)}
    beside = {b for r in rules for b in r.then.others}

    assert changed == cep
    assert not beside & cep


def test_a_help_line_leaves_nothing_to_check_with_the_body(
    rules: tuple[Rule, ...], organisations: dict[str, Organisation]
) -> None:
    lines = {o.id for o in organisations.values() if o.kind is OrganisationKind.CRISIS}
    naming = [rule for rule in rules if named(rule) and named(rule) <= lines]

    assert len(naming) == 4
    assert all(rule.settled for rule in naming)


@pytest.mark.parametrize(("language", "you"), [("fr", "Vous "), ("en", "You")])
def test_every_reason_is_a_sentence(rules: tuple[Rule, ...], language: str, you: str) -> None:
    for rule in rules:
        reason = rule.reason[language]
        assert reason.endswith((".", "?")), rule.id
        assert not rule.then.add or reason.startswith(you), rule.id


def test_needs_are_those_of_the_model(rules: tuple[Rule, ...]) -> None:
    assert {need for rule in rules for need in rule.when.needs} <= set(Need)


def test_nothing_unverified_is_in_the_directory(organisations: dict[str, Organisation]) -> None:
    assert len(organisations) == 61
    assert not [o.id for o in organisations.values() if o.confidence is Confidence.UNVERIFIED]


def test_only_national_help_lines_have_a_phone(organisations: dict[str, Organisation]) -> None:
    with_phone = [o for o in organisations.values() if o.phone]

    assert {o.kind for o in with_phone} == {OrganisationKind.CRISIS}
    assert all(o.hours and re.fullmatch(r"\d{2,4}", o.phone or "") for o in with_phone)


def test_the_old_name_of_france_travail_is_known(organisations: dict[str, Organisation]) -> None:
    assert "pole emploi" in organisations["france_travail"].names
