"""The version served follows the pointer, and a bad one never takes a good one's place."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from threading import Barrier

import pytest

from api.live import LiveService
from assistant.question import Turn
from assistant.reply import Answer
from assistant.settings import Settings
from corpus.embedding.hashing import HashingEmbedder
from corpus.model.document import Kind
from corpus.model.errors import DamagedVersionError, NoKnowledgeBaseError, SproError
from corpus.store.knowledge_base import RECORDS, create, seal
from corpus.store.versions import Versions

TEXT = "Le métier de souffleur de bulles demande un CAP."
ASKED = Turn(text="Quel métier demande un CAP de souffleur de bulles ?")


ONE_OPENING = 4
"""A version is held against the embedder, and what was learnt: danger, talks, confidence."""


@dataclass
class CountingEmbedder:
    """Hashes texts; notes how often its fingerprint is compared with a version's."""

    hashing: HashingEmbedder = field(default_factory=HashingEmbedder)
    compared: int = 0

    @property
    def fingerprint(self) -> str:
        self.compared += 1
        return self.hashing.fingerprint

    @property
    def dimension(self) -> int:
        return self.hashing.dimension

    def embed_passages(self, texts):
        return self.hashing.embed_passages(texts)

    def embed_queries(self, texts):
        return self.hashing.embed_queries(texts)

    def embed_query(self, text):
        return self.hashing.embed_query(text)


@pytest.fixture
def settings(tmp_path):
    return Settings(home=tmp_path, confidence=0)


@pytest.fixture
def versions(settings):
    return Versions(settings.home)


@pytest.fixture
def publish(versions, make_passage) -> Callable[..., None]:
    """Write a version that holds one passage, and serve it."""

    def make(version, text=TEXT, embedder=HashingEmbedder()):  # noqa: B008 - a value without state
        folder = versions.path(version)
        built = "2026-11-20T10:00:00+00:00"
        kb = create(folder, version, embedder.fingerprint, embedder.dimension, built)
        passage = make_passage(text, id="essai:1", kind=Kind.SCHEME)
        kb.passages.add([passage])
        kb.words.add([passage])
        vectors = embedder.embed_passages([passage.embedded_text])
        kb.vectors.add(passage.kind, [passage.id], vectors)
        seal(kb, folder, {"scheme": 1})
        kb.close()
        versions.publish(version)

    return make


@pytest.fixture
def embedder():
    return CountingEmbedder()


@pytest.fixture
def service(settings, embedder):
    with ExitStack() as ended:
        live = LiveService(settings, embedder)
        ended.callback(lambda: [kb.close() for kb in live._open])
        yield live


def said(responder):
    return [sentence.text for sentence in responder.reply(ASKED).sentences]


def test_without_any_version_the_service_says_to_ingest(service):
    with pytest.raises(NoKnowledgeBaseError, match="ingest"):
        service.responder()


def test_without_any_version_the_service_is_not_ready_and_says_why(service):
    health = service.health()

    assert not health.ready
    assert health.version is None
    assert "ingest" in health.reasons[0]


def test_a_version_is_served_as_soon_as_there_is_one(service, publish):
    assert not service.health().ready
    publish("v1")

    health = service.health()

    assert (health.ready, health.version, health.reasons) == (True, "v1", ())


def test_answers_come_from_the_version_served(service, publish):
    publish("v1")

    reply = service.responder().reply(ASKED)

    assert isinstance(reply, Answer)
    assert [sentence.text for sentence in reply.sentences] == [TEXT]


def test_the_same_version_is_opened_once(service, publish, embedder):
    publish("v1")

    assert service.responder() is service.responder()
    assert embedder.compared == ONE_OPENING


def test_a_switch_is_seen_at_the_next_call(service, publish):
    publish("v1")
    before = service.responder()
    publish("v2", text="Le métier de souffleur de bulles demande un CAP et un BP.")

    after = service.responder()

    assert (before.versions.corpus, after.versions.corpus) == ("v1", "v2")
    assert said(after) == ["Le métier de souffleur de bulles demande un CAP et un BP."]


def test_a_switch_back_is_seen_too(service, publish, versions):
    publish("v1")
    publish("v2")
    assert service.health().version == "v2"

    versions.rollback()

    assert service.health().version == "v1"


def test_a_turn_under_way_ends_on_the_version_it_began_with(service, publish):
    publish("v1")
    under_way = service.responder()
    publish("v2", text="Tout autre chose.")
    service.responder()

    assert said(under_way) == [TEXT]


def test_a_version_left_two_switches_ago_is_closed(service, publish):
    publish("v1")
    first = service.responder()
    for version in ("v2", "v3"):
        publish(version)
        service.responder()

    with pytest.raises(ValueError, match="closed"):
        first.retrieve.words.search(TEXT, tuple(Kind), 1)
    assert said(service.responder()) == [TEXT]


def damage_seal(folder):
    (folder / "version.json").write_text("{", encoding="utf-8")


def damage_records(folder):
    (folder / RECORDS).write_bytes(b"rien de lisible" * 500)


@pytest.mark.parametrize("damage", [damage_seal, damage_records])
def test_a_damaged_version_leaves_the_former_one_served_and_says_why(
    service, publish, versions, damage
):
    publish("v1")
    service.responder()
    publish("v2")
    damage(versions.path("v2"))

    health = service.health()

    assert (health.ready, health.version) == (True, "v1")
    assert "abîmée" in health.reasons[0]
    assert said(service.responder()) == [TEXT]


def test_a_version_of_another_embedder_leaves_the_former_one_served(service, publish):
    publish("v1")
    service.responder()
    publish("v2", embedder=HashingEmbedder(dimension=32))

    health = service.health()

    assert health.version == "v1"
    assert "autre modèle" in health.reasons[0]


def test_a_first_version_that_is_damaged_is_not_served(service, publish, versions):
    publish("v1")
    damage_records(versions.path("v1"))

    health = service.health()

    assert not health.ready
    assert "abîmée" in health.reasons[0]
    with pytest.raises(DamagedVersionError, match="v1"):
        service.responder()


def test_after_a_damaged_version_a_sound_one_is_served_and_the_reason_goes(
    service, publish, versions
):
    publish("v1")
    service.responder()
    publish("v2")
    damage_seal(versions.path("v2"))
    assert service.health().reasons

    publish("v3")

    assert service.health() == replace(service.health(), version="v3", reasons=())


def test_an_unreadable_pointer_leaves_the_version_served(service, publish, settings):
    publish("v1")
    service.responder()
    (settings.home / "current").write_text("../ailleurs\n", encoding="utf-8")

    health = service.health()

    assert (health.ready, health.version) == (True, "v1")
    assert "abîmée" in health.reasons[0]


def test_a_service_that_starts_on_an_unreadable_pointer_says_so(service, settings):
    (settings.home / "current").write_text("../ailleurs\n", encoding="utf-8")

    health = service.health()

    assert not health.ready
    assert "abîmée" in health.reasons[0]
    with pytest.raises(SproError, match="pointeur illisible"):
        service.responder()


@pytest.mark.parametrize("refreshing", [True, False])
@pytest.mark.parametrize("built", [True, False])
def test_health_says_that_a_newer_version_is_being_built(service, publish, refreshing, built):
    service.is_refreshing = lambda: refreshing
    if built:
        publish("v1")

    assert service.health().refreshing is refreshing


def test_many_threads_at_once_open_a_version_once(service, publish, embedder):
    publish("v1")
    together = Barrier(20)

    def ask(_):
        together.wait()
        return service.responder()

    with ThreadPoolExecutor(20) as pool:
        responders = list(pool.map(ask, range(20)))

    assert {id(responder) for responder in responders} == {id(service.responder())}
    assert embedder.compared == ONE_OPENING


def test_threads_that_answer_during_a_switch_all_get_an_answer(service, publish):
    publish("v1")
    together = Barrier(9)

    def ask(_):
        together.wait()
        return [said(service.responder()) for _ in range(5)]

    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(ask, number) for number in range(8)]
        together.wait()
        publish("v2")
        answers = [answer for one in asked for answer in one.result()]

    assert answers == [[TEXT]] * 40


def test_a_version_that_cannot_be_opened_is_not_tried_again_at_each_question(
    service, publish, versions, embedder
):
    publish("v1")
    service.responder()
    publish("v2")
    damage_records(versions.path("v2"))
    service.responder()
    tried = embedder.compared

    service.responder()

    assert embedder.compared == tried
    assert service.health().reasons
