"""Candidates from questions answered, meaning, words and the sheet of the occupation named."""

from dataclasses import replace

import numpy as np
import pytest

from assistant.evidence import Signal, Why
from assistant.question import OccupationMatch, Question
from assistant.retrieval.diversity import Room
from corpus.model.document import Aspect, Kind, Span
from corpus.model.fact import Fact, Property
from corpus.model.occupation import Occupation

MASON, WELDER, NURSE = "occupation:macon", "occupation:soudeur", "occupation:infirmier"
PAID = "qui peut payer ma formation ?"


@pytest.fixture
def passages(make_passage):
    text = "Le CPF paie une formation. Il suit la personne."
    return {
        "tasks": make_passage(
            "Le maçon monte les murs.", id="tasks", subject=MASON, aspect=Aspect.TASKS
        ),
        "access": make_passage(
            "Le CAP dure deux ans.", id="access", subject=MASON, aspect=Aspect.ACCESS
        ),
        "welder": make_passage("Le soudeur joint des métaux.", id="welder", subject=WELDER),
        "cpf": make_passage(
            text,
            id="cpf",
            kind=Kind.SCHEME,
            subject="scheme:cpf",
            title="Le compte formation",
            asked=("est-ce que mon compte me suit", PAID),
            answers=(Span(start=27, end=len(text)), Span(start=0, end=26)),
        ),
        "vae": make_passage(
            "La VAE reconnaît l'expérience.",
            id="vae",
            kind=Kind.SCHEME,
            subject="scheme:vae",
            title="La VAE",
        ),
    }


@pytest.fixture
def base(make_base, passages):
    return make_base(*passages.values())


def ask(text, **changes):
    return replace(Question(text=text, search_text=text, topic=text), **changes)


def match(subject, name="", **changes):
    name = name or subject.rpartition(":")[2]
    occupation = Occupation(id=subject, label=name, feminine=name, masculine=name, rome=())
    return OccupationMatch(occupation=occupation, name=name, score=1.0, **changes)


def ids(hits):
    return [hit.passage.id for hit in hits]


def told(evidence):
    return {one.hit.passage.id: one.why for one in evidence.rejected}


def only(evidence, passage):
    (hit,) = (hit for hit in evidence.hits if hit.passage.id == passage)
    return hit


def fact(key, subject):
    return Fact(
        id=key,
        subject=subject,
        property=Property.STUDY_DURATION,
        value="2",
        unit="years",
        period="2024",
        scope="France",
        quote="deux ans",
        source_id="essai",
        passage_id="access",
    )


def test_questions_meaning_and_words_find_the_same_passage(base):
    evidence = base.retrieving()(ask(PAID))

    assert evidence.hits[0].passage.id == "cpf"
    assert evidence.hits[0].ranks == {"asked": 1, "meaning": 1, "words": 1}


def test_the_nearest_question_of_a_hit_is_told_with_what_answers_it(base):
    hit = only(base.retrieving()(ask(PAID)), "cpf")

    assert hit.asked == PAID
    assert hit.answer.of(hit.passage.text) == "Le CPF paie une formation."
    assert hit.nearness == pytest.approx(1.0)


def test_another_message_is_told_another_question(base):
    hit = only(base.retrieving()(ask("mon compte me suit ?")), "cpf")

    assert hit.asked == "est-ce que mon compte me suit"
    assert hit.answer.of(hit.passage.text) == "Il suit la personne."


def test_a_hit_none_of_whose_questions_was_found_tells_none(base):
    hit = only(base.retrieving()(ask(PAID)), "vae")

    assert (hit.asked, hit.answer, hit.nearness) == ("", None, 0.0)
    assert "asked" not in hit.ranks


def test_a_score_is_what_its_signals_add_up_to(base):
    evidence = base.retrieving()(ask("maçon", occupations=(match(MASON),)))

    signals = only(evidence, "access").signals
    assert signals.keys() == {Signal.ASKED, Signal.MEANING, Signal.STANDING}
    assert signals[Signal.STANDING] == 0.02
    assert all(hit.score == sum(hit.signals.values()) for hit in evidence.hits)


def test_meaning_is_sought_in_the_message_and_words_in_its_topic(base):
    evidence = base.retrieving()(ask("les murs du maçon", topic="expérience VAE"))

    found = {hit.passage.id: hit.ranks for hit in evidence.hits}
    assert found["tasks"]["meaning"] == 1
    assert found["vae"]["words"] == 1
    assert "words" not in found["tasks"]


def test_the_sheet_of_the_occupation_named_is_kept_whole_whatever_the_room(base):
    little = Room(limit=1, section=1, sheet=1)

    evidence = base.retrieving(depth=1, read=1, room=little)(
        ask("VAE", occupations=(match(MASON),))
    )

    assert evidence.subjects == (MASON,)
    assert {"tasks", "access"} <= set(ids(evidence.hits))


def test_an_occupation_guessed_but_not_named_brings_no_sheet_and_sets_none_aside(base):
    evidence = base.retrieving()(ask("soudeur", occupations=(match(MASON, named=False),)))

    assert evidence.subjects == ()
    assert "welder" in ids(evidence.hits)


def test_other_occupations_are_set_aside_when_the_one_named_has_no_sheet(base):
    evidence = base.retrieving()(ask("infirmier", occupations=(match(NURSE),)))

    assert evidence.subjects == ()
    assert {hit.passage.kind for hit in evidence.hits} == {Kind.SCHEME}
    assert told(evidence) == dict.fromkeys(("tasks", "access", "welder"), Why.OTHER)


def test_other_occupations_stay_beside_the_sheet_of_the_one_named(base):
    evidence = base.retrieving()(ask("maçon", occupations=(match(NURSE), match(MASON))))

    assert evidence.subjects == (MASON,)
    assert "welder" in ids(evidence.hits)


def test_only_so_many_occupations_are_told_about_at_once_the_likeliest_first(base):
    named = tuple(match(subject) for subject in (WELDER, NURSE, MASON))

    assert base.retrieving()(ask("", occupations=named)).subjects == (WELDER, MASON)
    assert base.retrieving(subjects=1)(ask("", occupations=named)).subjects == (WELDER,)


def test_a_name_that_several_occupations_share_brings_one_sheet(base):
    shared = (match(NURSE, "ouvrier"), match(MASON, "ouvrier"), match(WELDER, "ouvrier"))

    assert base.retrieving()(ask("ouvrier", occupations=shared)).subjects == (MASON,)


def test_a_namesake_that_is_only_guessed_brings_no_sheet(base):
    shared = (match(NURSE, "ouvrier"), match(MASON, "ouvrier", named=False))

    assert base.retrieving()(ask("ouvrier", occupations=shared)).subjects == ()


def test_the_sheet_of_the_occupation_named_takes_no_room_from_the_other_candidates_read(base):
    evidence = base.retrieving(read=1)(ask("Le maçon monte des murs", occupations=(match(MASON),)))

    assert len({"cpf", "vae", "welder"} & set(ids(evidence.hits))) == 1


def test_one_sheet_does_not_crowd_out_the_others(base, make_passage):
    base.add(
        *(
            make_passage(f"Le CPF paie la formation {at}.", id=f"long {at}", subject="long")
            for at in range(40)
        )
    )

    evidence = base.retrieving(room=Room(limit=8, section=3, sheet=4))(ask("CPF formation"))

    assert {"cpf", "vae"} <= set(ids(evidence.hits))
    assert sum(hit.passage.subject == "long" for hit in evidence.hits) == 3
    assert Why.CROWDED in told(evidence).values()


def test_what_is_not_kept_comes_best_first_whatever_the_reason(base, make_passage):
    base.add(
        *(
            make_passage(f"Infirmier {at}.", id=f"n{at}", kind=Kind.SCHEME, subject="scheme:n")
            for at in range(4)
        )
    )

    evidence = base.retrieving(room=Room(section=1))(ask("infirmier", occupations=(match(NURSE),)))

    scores = [one.hit.score for one in evidence.rejected]
    assert set(told(evidence).values()) == {Why.OTHER, Why.CROWDED}
    assert scores == sorted(scores, reverse=True)


def test_only_the_candidates_with_the_best_sum_are_read(base):
    assert ids(base.retrieving(read=1)(ask(PAID)).hits) == ["cpf"]


def test_a_passage_gone_from_the_store_is_no_candidate(base, make_passage):
    base.kb.words.add([make_passage("Qui peut payer ma formation ?", id="gone")])

    evidence = base.retrieving()(ask(PAID))

    assert "gone" not in {*ids(evidence.hits), *told(evidence)}


def test_a_source_of_less_standing_comes_after(base, passages):
    base.add(replace(passages["vae"], id="a", source_id="moindre"))

    evidence = base.retrieving()(ask("VAE expérience"))

    assert ids(evidence.hits)[:2] == ["vae", "a"]
    assert Signal.STANDING not in only(evidence, "a").signals


def test_a_sheet_for_a_situation_nobody_spoke_of_comes_lower(base, make_passage):
    resigning = make_passage("Un projet se prépare.", id="d", kind=Kind.SCHEME, title="Démission")
    base.add(resigning)

    spoken, unspoken = (
        only(base.retrieving()(ask(text)), "d") for text in ("ma démission", "mon projet")
    )

    assert unspoken.signals[Signal.APART] == -0.03
    assert Signal.APART not in spoken.signals


def test_facts_on_the_occupation_named_come_first_then_those_of_the_best_passages(base):
    base.kb.facts.add([fact("vae", "scheme:vae"), fact("cpf", "scheme:cpf"), fact("macon", MASON)])

    evidence = base.retrieving(facts=1)(ask(PAID, occupations=(match(MASON),)))

    assert evidence.hits[0].passage.id == "cpf"
    assert [one.id for one in evidence.facts] == ["macon", "cpf"]


def test_facts_on_a_subject_are_read_once(base):
    base.kb.facts.add([fact("macon", MASON)])

    evidence = base.retrieving()(ask("maçon", occupations=(match(MASON),)))

    assert [one.id for one in evidence.facts] == ["macon"]


def test_the_evidence_tells_how_near_the_nearest_passage_and_question_kept_are(base):
    near, far = (base.retrieving()(ask(text)) for text in (PAID, "zzzz"))

    assert near.asked == pytest.approx(1.0)
    assert (
        1
        > near.nearness
        == pytest.approx(only(near, "cpf").signals[Signal.MEANING] / 0.5, abs=1e-6)
    )
    assert (far.asked, far.nearness) < (near.asked, near.nearness)


def test_a_question_whose_passage_is_set_aside_makes_nothing_nearer(base, passages):
    question = "comment monter un mur"
    base.add(replace(passages["tasks"], asked=(question,), answers=(Span(start=0, end=5),)))

    kept, aside = (
        base.retrieving()(ask(question, occupations=named)) for named in ((), (match(NURSE),))
    )

    assert kept.asked == pytest.approx(1.0)
    assert aside.asked < 0.9


def test_confidence_is_asked_about_the_message_and_both_cosines(base):
    base.refuse("near_domain:1", "quelle formation aura le plus de succès ?")

    evidence = base.retrieving()(ask(PAID, topic="autre"))

    (signs,) = base.confided
    assert evidence.confidence == 0.25
    assert signs.text == PAID
    assert np.array_equal(signs.vector, base.retrieving().embedder.embed_query(PAID))
    assert signs.asked == evidence.asked
    assert 0 < signs.beyond < 1


def test_the_nearest_message_that_no_record_answers_says_why(base):
    base.refuse("out_of_scope:3", "quel temps fera-t-il")
    base.refuse("gibberish:8", "azertyuiop")

    assert base.retrieving()(ask("quel temps fera-t-il")).beyond == "out_of_scope"
    assert base.retrieving()(ask("azertyuiop")).beyond == "gibberish"
    assert base.confided[-1].beyond == pytest.approx(1.0)


def test_without_such_messages_nothing_is_said_of_them(base):
    assert base.retrieving()(ask(PAID)).beyond is None
    assert base.confided[-1].beyond == 0.0


def test_an_empty_knowledge_base_gives_no_hit(make_base):
    evidence = make_base().retrieving()(ask("rien", occupations=(match(MASON),)))

    assert (evidence.hits, evidence.facts, evidence.rejected) == ((), (), ())
    assert (evidence.nearness, evidence.asked, evidence.beyond) == (0.0, 0.0, None)


def test_the_same_question_gives_the_same_evidence(base):
    first, second = (base.retrieving()(ask("formation")) for _ in range(2))

    assert first == second
