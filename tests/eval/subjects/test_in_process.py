"""The assistant in this process, every step seen."""

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from assistant.question import Turn
from assistant.settings import Settings
from corpus.embedding.bundled.embedder import open_bundled
from corpus.model.errors import NoKnowledgeBaseError
from eval.subjects.base import SubjectError
from eval.subjects.in_process import InProcess
from eval.subjects.opening import on_day, open_assistant
from tests.conftest import copy_own_home

PAY = "Combien gagne une infirmière au début ?"


@pytest.fixture(scope="module")
def embedder():
    return open_bundled(Settings().embedder_cache)


@pytest.fixture(scope="module")
def opened(tmp_path_factory, embedder):
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    copy_own_home(settings.home / "eval")
    with open_assistant(settings, embedder, day=date(2026, 11, 28)) as opened:
        yield opened


@pytest.fixture(scope="module")
def subject(opened):
    return InProcess(opened.assistant)


def test_a_reply_is_shown_with_its_proofs_and_what_led_to_it(subject):
    seen = subject.ask(Turn(text=PAY))

    assert seen.observed.outcome == "answered"
    assert all(c.quote in c.passage for c in seen.observed.quotes)
    assert seen.read.occupations[0].id == "occupation:infirmier"
    assert "occupation:infirmier#pay" in {found.record for found in seen.found}
    assert ("salary_entry", "1890") in {(f.property, f.value) for f in seen.observed.facts}
    assert {"understand", "retrieve", "compose", "verify"} <= seen.steps.keys()
    assert 0 < seen.first <= sum(seen.steps.values())


def test_danger_is_shown_though_nothing_was_searched(subject):
    seen = subject.ask(Turn(text="j'ai envie de mourir"))

    assert (seen.observed.outcome, seen.found, seen.first) == ("crisis", (), None)
    assert "ligne_3114" in seen.observed.body_ids
    assert seen.read.profile == {}


def test_a_question_back_shows_what_each_choice_says(subject):
    asked = subject.ask(Turn(text="comment faire financer ma formation ?")).observed.asked

    assert any(o.profile.get("situation") == "salarie_prive" for o in asked.options)


def test_somebody_sent_on_is_shown_the_bodies_with_their_reasons(subject):
    seen = subject.ask(Turn(text="je suis cadre au chômage, qui peut m'aider ?"))

    assert "apec" in seen.observed.body_ids
    assert all(body.reason and body.legal_basis for body in seen.observed.bodies)


def test_what_the_check_leaves_out_is_shown_with_its_reason(opened):
    compose = opened.assistant.compose

    def invent(question, evidence):
        draft = compose(question, evidence)
        return replace(
            draft, sentences=tuple(replace(s, text=f"{s.text} 77777") for s in draft.sentences)
        )

    seen = InProcess(replace(opened.assistant, compose=invent)).ask(Turn(text=PAY))

    assert seen.observed.outcome == "declined"
    assert seen.dropped
    assert all("77777" in dropped.reason for dropped in seen.dropped)


def test_an_assistant_that_breaks_is_a_fault_not_a_reply(opened):
    def broken(_):
        msg = "cassé"
        raise RuntimeError(msg)

    with pytest.raises(SubjectError, match=r"RuntimeError : cassé"):
        InProcess(replace(opened.assistant, clean=broken)).ask(Turn(text=PAY))


def test_what_a_step_logs_is_shown_even_from_a_thread_of_its_own(opened):
    clean = opened.assistant.clean

    def logged(text):
        logging.getLogger("spro").info("question: %s", text)
        with ThreadPoolExecutor(1) as pool:
            pool.submit(logging.getLogger("spro").warning, "fil : %s", text).result()
        return clean(text)

    seen = InProcess(replace(opened.assistant, clean=logged)).ask(Turn(text=PAY))

    assert seen.logged == (f"question: {PAY}", f"fil : {PAY}")


def test_turns_asked_at_once_do_not_mix(subject):
    texts = [PAY, "j'ai envie de mourir", "quelle météo à Caen ?", "qui finance le CPF ?"] * 3

    with ThreadPoolExecutor(4) as pool:
        together = [s.observed for s in pool.map(lambda t: subject.ask(Turn(text=t)), texts)]

    assert together == [subject.ask(Turn(text=t)).observed for t in texts]


def test_the_day_decides_what_is_current(opened):
    late = on_day(opened.assistant, date(2099, 1, 1))

    assert late.compose.today() == date(2099, 1, 1)


def test_without_a_served_base_it_says_so(tmp_path, embedder):
    settings = Settings(home=tmp_path)

    with (
        pytest.raises(NoKnowledgeBaseError),
        open_assistant(settings, embedder, served=True),
    ):
        pass


def test_the_versions_of_the_assistant_are_those_of_the_run(subject, opened):
    assert subject.versions["corpus"] == opened.kb.version
    assert subject.versions["model"] == "none"
