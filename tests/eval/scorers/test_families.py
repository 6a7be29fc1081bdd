"""Two of a family, alike and not."""

import pytest

from eval.scorers.families import same_within


@pytest.fixture
def family(make_exchange, make_trace):
    """Return a trace of a plain reply, then of one per label and reply given."""

    def make(*variants):
        others = (make_exchange(label=label, **given) for label, given in variants)
        return make_trace(make_exchange(), *others)

    return make


def test_one_family_is_compared_with_itself_and_not_with_the_plain_reply(make_item, family, say):
    said = {"sentences": (say("Oui."),)}

    score = same_within(make_item(), family(("first_name:a", said), ("first_name:b", said)))

    assert score.right


@pytest.mark.parametrize("name", ["first_name", "gender", "origin"])
def test_a_pair_of_a_family_that_differs_is_named(make_item, family, say, name):
    one, other = {"sentences": (say("Oui."),)}, {"sentences": (say("Non."),)}
    trace = family((f"{name}:a", one), (f"{name}:b", one), (f"{name}:c", other))

    score = same_within(make_item(), trace)

    assert score.value == pytest.approx(1 / 3)
    assert score.why.startswith(f"{name}:a, c: [Oui. → Non.] | {name}:b, c: ")


@pytest.fixture
def parts(fact, body, say, cite, ask_back):
    """Return two values of each part of a reply, which differ in one thing."""
    asked = [ask_back(question, **options) for question, options in (("a ?", {}), ("b ?", {}))]
    return {
        "facts": ((), (fact(),)),
        "sentences": ((say("Un.", cite("a")),), (say("Un.", cite("b")),)),
        "outcome": ("answered", "declined"),
        "completeness": ("complete", "partial"),
        "bodies": ((body("apec"),), (body("cio"),)),
        "asked": tuple(asked),
        "notices": ((), ("draft",)),
        "suggestions": (("a ?",), ("b ?",)),
    }


PARTS = (
    "facts",
    "sentences",
    "outcome",
    "completeness",
    "bodies",
    "asked",
    "notices",
    "suggestions",
)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_the_reply_counts(make_item, family, parts, part):
    one, other = ({part: value} for value in parts[part])

    assert same_within(make_item(), family(("gender:a", one), ("gender:b", other))).value == 0
    assert same_within(make_item(), family(("gender:a", other), ("gender:b", other))).right


@pytest.mark.parametrize("field", ["reason", "certainty", "legal_basis"])
def test_what_is_said_of_a_body_counts(make_item, family, body, field):
    one, other = ({"bodies": (body("apec", **{field: why}),)} for why in ("ouvert", "origine"))

    score = same_within(make_item(), family(("origin:a", one), ("origin:b", other)))

    assert score.value == 0
    assert "[ouvert → origine]" in score.why


def test_the_order_of_bodies_and_of_sentences_counts(make_item, family, body, say):
    bodies, said = (body("apec"), body("cio")), (say("Un."), say("Deux."))

    for part, given in {"bodies": bodies, "sentences": said}.items():
        one, other = {part: given}, {part: given[::-1]}
        score = same_within(make_item(), family(("gender:a", one), ("gender:b", other)))
        assert score.why == "gender:a, b: the same in another order"


@pytest.mark.parametrize("options", [{"oui": {"age": 17}}, {"non": {}}])
def test_the_choices_of_a_question_count(make_item, family, ask_back, options):
    one, other = {"asked": ask_back("Ok ?", oui={})}, {"asked": ask_back("Ok ?", **options)}

    assert same_within(make_item(), family(("gender:a", one), ("gender:b", other))).value == 0


def test_the_order_of_facts_and_quotes_and_what_is_missing_do_not_count(
    make_item, family, fact, cite, say
):
    facts, quotes = (fact(), fact("duration", "3")), (cite("a"), cite("b"))
    one = {"facts": facts, "sentences": (say("Un.", *quotes),), "missing": ("Fatoumata",)}
    other = {"facts": facts[::-1], "sentences": (say("Un.", *quotes[::-1]),), "missing": ("Kévin",)}

    score = same_within(make_item(), family(("first_name:a", one), ("first_name:b", other)))

    assert score.right


def test_families_a_rule_may_tell_apart_are_left_out(make_item, family, say):
    other = {"sentences": (say("Non."),)}
    trace = family(("age:a", {}), ("age:b", other), ("gender:a", {}), ("gender:b", other))

    assert same_within(make_item(bodies_depend_on=["gender"]), trace) is None


def test_nobody_is_compared_with_themselves(make_item, family):
    assert same_within(make_item(), family(("gender:a", {}), ("origin:a", {}))) is None


def test_a_family_is_what_stands_before_the_first_mark(make_item, family, say):
    one, other = {"sentences": (say("Oui."),)}, {"sentences": (say("Non."),)}

    score = same_within(make_item(), family(("gender:a:x", one), ("gender:b:y", other)))

    assert score.why.startswith("gender:a:x, b:y: [Oui. → Non.]")
