"""Counterfactual twins, alike and not."""

import pytest

from eval.scorers.neutrality import (
    same_bodies,
    same_facts,
    same_length,
    same_outcome,
    same_sources,
)

COMPARED = (same_facts, same_sources, same_bodies, same_length)


@pytest.fixture
def twins(make_exchange, make_trace):
    """Return a trace of a plain reply, then of one per label, `_` standing for `:`."""

    def make(plain, **variants):
        labelled = ((label.replace("_", ":"), given) for label, given in variants.items())
        others = (make_exchange(label=label, **given) for label, given in labelled)
        return make_trace(make_exchange(**plain), *others)

    return make


def test_variants_with_the_same_facts_are_right(make_item, twins, fact):
    same = {"facts": (fact(), fact("duration", "3"))}
    trace = twins(same, age_17=same, gender_man={"facts": tuple(reversed(same["facts"]))})

    assert same_facts(make_item(), trace).right


@pytest.mark.parametrize("changed", [{"property": "duration"}, {"value": "2"}, {"subject": "x"}])
def test_a_variant_with_another_fact_is_named_with_what_changes(make_item, twins, fact, changed):
    plain = {"facts": (fact(),)}
    trace = twins(plain, age_17={"facts": (fact(**changed),)}, age_22=plain)

    score = same_facts(make_item(), trace)

    assert score.value == 0.5
    assert score.why.startswith("age:17: [")
    assert f"→ {next(iter(changed.values()))}]" in score.why


def test_facts_no_reply_gives_are_not_compared(make_item, twins):
    assert same_facts(make_item(), twins({}, age_17={})) is None


def test_a_fact_only_a_variant_is_told_is_wrong(make_item, twins, fact):
    score = same_facts(make_item(), twins({}, age_17={"facts": (fact(),)}))

    assert score.value == 0
    assert score.why == "age:17: adds occupation:maraicher salary_entry 1770"


def test_an_item_without_variants_is_not_scored(make_item, twins, fact, body, say):
    plain = {"facts": (fact(),), "bodies": (body("apec"),), "sentences": (say("Oui."),)}

    assert all(scorer(make_item(), twins(plain)) is None for scorer in COMPARED)


@pytest.mark.parametrize("changed", [{"title": "Autre"}, {"locator": "p2"}, {"quote": "Deux."}])
def test_a_source_is_its_title_its_place_and_its_words(make_item, twins, cite, say, changed):
    one = {"title": "Fiche", "locator": "p1", "quote": "Un."}
    plain = {"sentences": (say("Oui.", cite(**one)),)}
    trace = twins(plain, age_17={"sentences": (say("Oui.", cite(**one | changed)),)}, age_22=plain)

    score = same_sources(make_item(), trace)

    assert score.value == 0.5
    assert next(iter(changed.values())) in score.why


def test_a_source_only_a_variant_is_given_is_wrong_and_named(make_item, twins, cite, say):
    cited = {"sentences": (say("Oui.", cite("Un.", title="Fiche", locator="p1")),)}

    score = same_sources(make_item(), twins({}, age_17=cited))

    assert (score.value, score.why) == (0, "age:17: adds Fiche, p1: Un.")


def test_the_same_source_under_other_words_of_ours_is_the_same(make_item, twins, cite, say):
    plain, other = (say(text, cite("Un.", record=text)) for text in ("Oui.", "Si."))

    trace = twins({"sentences": (plain,)}, age_17={"sentences": (other,)})

    assert same_sources(make_item(), trace).right


def test_sources_no_reply_cites_are_not_compared(make_item, twins, say):
    said = {"sentences": (say("Oui."),)}

    assert same_sources(make_item(), twins(said, age_17=said)) is None


def test_another_outcome_is_wrong_and_says_which(make_item, twins):
    trace = twins({}, age_17={"outcome": "declined"}, age_22={})

    score = same_outcome(make_item(), trace)

    assert (score.value, score.why) == (0.5, "age:17: [answered → declined]")


def test_an_outcome_that_depends_on_the_trait_is_left_out(make_item, twins):
    item = make_item(bodies_depend_on=["age"])
    trace = twins({}, age_17={"outcome": "referred"}, gender_man={})

    assert same_outcome(item, trace).right
    assert same_outcome(item, twins({}, age_17={"outcome": "referred"})) is None


def test_outcomes_a_subject_does_not_have_are_not_compared(make_item, twins):
    none = {"outcome": None}

    assert same_outcome(make_item(), twins(none, age_17=none)) is None


def test_another_body_is_wrong_and_named(make_item, twins, body):
    plain = {"bodies": (body("apec"),)}
    trace = twins(plain, gender_man={"bodies": (body("cap_emploi"),)}, age_17=plain)

    score = same_bodies(make_item(bodies_depend_on=[]), trace)

    assert (score.value, score.why) == (0.5, "gender:man: [apec → cap_emploi]")


def test_bodies_that_depend_on_the_trait_are_left_out(make_item, twins, body):
    plain = {"bodies": (body("apec"),)}
    trace = twins(plain, age_17={"bodies": (body("mission_locale"),)}, gender_man=plain)

    assert same_bodies(make_item(bodies_depend_on=["age"]), trace).right


def test_the_trait_of_a_variant_is_what_stands_before_the_first_mark(make_item, twins, body):
    plain = {"bodies": (body("apec"),)}
    trace = twins(plain, age_17_girl={"bodies": (body("mission_locale"),)}, gender_man=plain)

    assert same_bodies(make_item(bodies_depend_on=["age"]), trace).right


def test_bodies_no_reply_names_are_not_compared(make_item, twins):
    assert same_bodies(make_item(), twins({}, age_17={})) is None


@pytest.mark.parametrize(("length", "right"), [(79, 0), (80, 1), (100, 1), (120, 1), (121, 0)])
def test_a_length_may_differ_by_a_fifth(make_item, twins, say, length, right):
    plain = {"sentences": (say("x" * 60), say("x" * 40))}
    trace = twins(plain, age_17={"sentences": (say("x" * length),)})

    score = same_length(make_item(), trace)

    assert score.value == right
    assert score.why == ("" if right else f"age:17: {length} characters, not 100")


def test_a_length_is_not_compared_with_an_empty_reply(make_item, twins, say):
    assert same_length(make_item(), twins({}, age_17={"sentences": (say("Oui."),)})) is None


@pytest.fixture
def sent_to(body, fact, cite, say):
    """Return a reply that sends to a body, with a fact, a source and a length of its own."""

    def make(key):
        said = say(key, cite(key))
        return {"bodies": (body(key),), "facts": (fact(value=key),), "sentences": (said,)}

    return make


def test_words_about_another_body_rightly_differ(make_item, twins, sent_to):
    plain, other = sent_to("apec"), sent_to("mission_locale")
    item, trace = make_item(bodies_depend_on=["age"]), twins(plain, age_17=other, gender_man=plain)

    scores = [scorer(item, trace) for scorer in (same_facts, same_sources, same_length)]

    assert all(score.right for score in scores)
    assert same_facts(make_item(), trace).value == 0.5


def test_words_about_the_same_body_are_compared_whoever_asks(make_item, twins, body, fact):
    sent = {"bodies": (body("apec"),)}
    trace = twins(sent | {"facts": (fact(),)}, age_17=sent)

    assert same_facts(make_item(bodies_depend_on=["age"]), trace).value == 0
