"""Whatever is stored and whatever is asked, candidates are ranked for reasons and none is lost."""

import time
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.evidence import Why
from assistant.question import OccupationMatch, Question
from assistant.retrieval.diversity import Room
from corpus.model.document import Aspect, Kind, Span
from corpus.model.occupation import Occupation
from tests.assistant.strange import FLOODS, any_text

WORDS = ("maçon", "soudeur", "CPF", "formation", "démission", "VAE", "prison", "paie", "murs")
SUBJECTS = ("macon", "soudeur", "cpf", "vae")

phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
messages = st.one_of(phrases, any_text)
hypothesis_settings = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@dataclass(frozen=True)
class Stored:
    """A passage to be made."""

    subject: str
    kind: Kind
    aspect: Aspect
    text: str
    title: str
    asked: tuple[str, ...]
    source_id: str


stored = st.builds(
    Stored,
    subject=st.sampled_from(SUBJECTS),
    kind=st.sampled_from(Kind),
    aspect=st.sampled_from(list(Aspect)[:3]),
    text=phrases,
    title=phrases,
    asked=st.lists(messages.filter(bool), max_size=3).map(tuple),
    source_id=st.sampled_from(["essai", "moindre"]),
)
bases = st.lists(stored, max_size=12)
rooms = st.builds(Room, limit=st.integers(0, 6), section=st.integers(0, 3), sheet=st.integers(0, 4))


def match(subject, *, named):
    occupation = Occupation(id=subject, label=subject, feminine=subject, masculine=subject, rome=())
    return OccupationMatch(occupation=occupation, name=subject, score=1.0, named=named)


matches = st.builds(match, st.sampled_from([*SUBJECTS, "infirmier"]), named=st.booleans())
questions = st.builds(
    lambda text, topic, found: Question(
        text=text, search_text=text, topic=topic, occupations=tuple(found)
    ),
    messages,
    messages,
    st.lists(matches, max_size=3),
)


@pytest.fixture
def build(make_base, make_passage):
    """Makes a base of what is to be stored."""

    def make(contents):
        return make_base(
            *(
                make_passage(
                    one.text,
                    id=f"p{at}",
                    subject=one.subject,
                    kind=one.kind,
                    aspect=one.aspect,
                    title=one.title,
                    asked=one.asked,
                    answers=(Span(start=0, end=len(one.text)),) * len(one.asked),
                    source_id=one.source_id,
                )
                for at, one in enumerate(contents)
            )
        )

    return make


def scores(hits):
    return [hit.score for hit in hits]


@hypothesis_settings
@given(contents=bases, question=questions, room=rooms)
def test_candidates_are_ranked_by_their_signals_and_each_is_kept_or_not(
    build, contents, question, room
):
    evidence = build(contents).retrieving(room=room)(question)

    lost = [one.hit for one in evidence.rejected]
    every = [*evidence.hits, *lost]
    assert sorted(hit.passage.id for hit in every) == sorted(
        f"p{at}" for at in range(len(contents))
    )
    assert all(hit.score == sum(hit.signals.values()) for hit in every)
    assert all(all(hit.signals.values()) for hit in every)
    assert scores(evidence.hits) == sorted(scores(evidence.hits), reverse=True)
    assert scores(lost) == sorted(scores(lost), reverse=True)


@hypothesis_settings
@given(contents=bases, question=questions, room=rooms)
def test_sheets_of_the_occupations_named_are_whole_and_other_ones_go_when_there_is_none(
    build, contents, question, room
):
    evidence = build(contents).retrieving(room=room, depth=2, asked=2, read=2)(question)

    whole = {f"p{at}" for at, one in enumerate(contents) if one.subject in evidence.subjects}
    named = {one.occupation.id for one in question.named}
    known = named & {one.subject for one in contents}
    assert whole <= {hit.passage.id for hit in evidence.hits}
    assert set(evidence.subjects) <= known
    assert len(evidence.subjects) == min(2, len(known))
    for hit in evidence.hits:
        assert known or not named or hit.passage.kind is not Kind.OCCUPATION
    for one in evidence.rejected:
        other = bool(named) and not known and one.hit.passage.kind is Kind.OCCUPATION
        assert (one.why is Why.OTHER) is other


@hypothesis_settings
@given(contents=bases, question=questions)
def test_the_question_told_is_the_nearest_of_the_passage(build, contents, question):
    base = build(contents)
    vector = base.retrieving().embedder.embed_query(question.search_text)

    for hit in base.retrieving()(question).hits:
        cosines = base.retrieving().embedder.embed_queries(hit.passage.asked) @ vector
        assert (hit.asked in hit.passage.asked) is bool(hit.passage.asked)
        assert (hit.answer is None) is not bool(hit.passage.asked)
        assert hit.nearness == pytest.approx(max(cosines, default=0.0), abs=1e-6)


@hypothesis_settings
@given(contents=bases, text=any_text)
def test_any_text_has_evidence_within_bounds(build, contents, text):
    evidence = build(contents).retrieving()(Question(text=text, search_text=text, topic=text))

    assert -1.001 <= evidence.nearness <= 1.001
    assert -1.001 <= evidence.asked <= 1.001
    assert bool(evidence.hits) is bool(contents)


@pytest.mark.parametrize("text", FLOODS.values(), ids=FLOODS)
def test_a_flood_is_searched_in_well_under_a_second(make_base, make_passage, text):
    many = [
        make_passage(
            f"Phrase {at}.",
            id=f"p{at}",
            kind=Kind.SCHEME,
            subject=f"s{at}",
            title="Démission, détention, handicap",
            asked=(f"question {at} ?",),
            answers=(Span(start=0, end=9),),
        )
        for at in range(100)
    ]
    retrieve = make_base(*many).retrieving()
    started = time.process_time()

    evidence = retrieve(Question(text=text, search_text=text, topic=text))

    assert time.process_time() - started < 1
    assert evidence.hits
