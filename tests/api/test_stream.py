"""`POST /v1/chat` as server-sent events."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from threading import Event as Flag
from typing import Any

import httpx2
import pytest
from fastapi.testclient import TestClient

from assistant.events import Event, Finished, Progress, Spoken, Versions
from assistant.question import Turn
from assistant.reply import Answer, Reply

Chat = Callable[..., dict[str, Any]]
Events = Callable[[str], list[tuple[str, Any]]]
STREAM = {"accept": "text/event-stream"}
TAIL = ["sources", "facts", "referrals", "notices", "done"]


@pytest.fixture
def events() -> Callable[[str], list[tuple[str, object]]]:
    """Events of a stream as (name, data) pairs."""

    def read(text: str) -> list[tuple[str, object]]:
        blocks = [block.splitlines() for block in text.split("\n\n") if block]
        read_blocks = [dict(line.split(": ", 1) for line in block) for block in blocks]
        return [(block["event"], json.loads(block["data"])) for block in read_blocks]

    return read


@pytest.fixture
def stream(client: TestClient, chat: Chat, events: Events) -> Callable[[str], list[Any]]:
    def ask(content: str) -> list[Any]:
        response = client.post("/v1/chat", json=chat(content), headers=STREAM)
        assert response.headers["content-type"].startswith("text/event-stream")
        return events(response.text)

    return ask


def test_events_come_in_the_order_of_the_contract(stream: Callable[[str], list[Any]]) -> None:
    names = [name for name, _ in stream("answer")]

    assert names == ["status", "sentence", "sentence", *TAIL]


@pytest.mark.parametrize("kind", ["answer", "clarify", "referred", "declined", "crisis"])
def test_the_parts_of_a_stream_are_those_of_its_whole(
    stream: Callable[[str], list[Any]], kind: str
) -> None:
    told = stream(kind)

    whole = told[-1][1]
    for name, data in told:
        if name in TAIL[:-1]:
            assert data == whole[name]
    said = [data for name, data in told if name == "sentence"]
    assert sorted(s["text"] for s in said) == sorted(s["text"] for s in whole["sentences"])
    assert all(s in whole["sentences"] for s in said)


def test_the_whole_reply_is_the_last_event(
    stream: Callable[[str], list[Any]], client: TestClient, chat: Chat
) -> None:
    whole = client.post("/v1/chat", json=chat("answer")).json()

    told = stream("answer")[-1][1]

    assert told | {"id": ""} == whole | {"id": ""}


def test_a_failure_in_mid_stream_ends_it_with_a_problem(
    stream: Callable[[str], list[Any]], responder: Any
) -> None:
    told = stream("panne")

    assert [name for name, _ in told] == ["status", "sentence", "sentence", "error"]
    assert told[-1][1]["status"] == 500
    assert "secret" not in str(told)
    assert responder.closed.is_set()


def test_a_responder_that_never_ends_its_turn_is_a_failure(
    make_client: Callable[..., TestClient], responder: Any, chat: Chat, events: Events
) -> None:
    responder.stream = lambda turn: iter([Progress(step=turn.text)])
    client = make_client(responder)

    told = events(client.post("/v1/chat", json=chat(), headers=STREAM).text)

    assert [name for name, _ in told] == ["status", "error"]
    assert client.post("/v1/chat", json=chat()).status_code == 500


def test_without_knowledge_base_no_stream_begins(
    make_client: Callable[..., TestClient], chat: Chat
) -> None:
    response = make_client(None).post("/v1/chat", json=chat(), headers=STREAM)

    assert response.status_code == 503


def test_a_whole_reply_closes_the_work_too(client: TestClient, chat: Chat, responder: Any) -> None:
    client.post("/v1/chat", json=chat())

    assert responder.closed.is_set()


class Endless:
    """Tells a first step and sentence, then goes on until it is closed."""

    versions = Versions(corpus="c", rules="r", prompts="p", model="none")

    def __init__(self, answer: Answer) -> None:
        self.sentence = answer.sentences[0]
        self.closed = Flag()

    def stream(self, turn: Turn) -> Iterator[Event]:
        try:
            yield Progress(step="understand")
            while not self.closed.wait(0.02):
                yield Spoken(sentence=replace(self.sentence, text=turn.text))
        finally:
            self.closed.set()

    def reply(self, turn: Turn) -> Reply:
        raise NotImplementedError(turn.text)

    def responder(self) -> "Endless":
        return self


def test_a_client_that_leaves_ends_the_work(
    run: Callable[..., str], answer: Answer, chat: Chat
) -> None:
    endless = Endless(answer)
    url = run(endless) + "/v1/chat"

    with httpx2.stream("POST", url, json=chat("x"), headers=STREAM) as response:
        lines = response.iter_lines()
        seen = [next(lines) for _ in range(4)]

    assert "event: sentence" in seen
    assert endless.closed.wait(5)


class Crowd(Endless):
    """Answers only once everybody asked, so that the streams run together."""

    def __init__(self, answer: Answer, people: int) -> None:
        super().__init__(answer)
        self.answer = answer
        self.together = Barrier(people)

    def stream(self, turn: Turn) -> Iterator[Event]:
        yield Progress(step="understand")
        self.together.wait(20)
        own = replace(self.sentence, text=turn.text)
        for _ in range(5):
            yield Spoken(sentence=own)
        yield Finished(reply=replace(self.answer, sentences=(own,)))


def test_twenty_people_at_once_each_read_their_own_sentences(
    run: Callable[..., str], answer: Answer, chat: Chat, events: Events
) -> None:
    url = run(Crowd(answer, people=20)) + "/v1/chat"

    def ask(number: int) -> set[str]:
        text = httpx2.post(url, json=chat(f"phrase {number}."), headers=STREAM, timeout=30).text
        return {data["text"] for name, data in events(text) if name == "sentence"}

    with ThreadPoolExecutor(20) as people:
        told = list(people.map(ask, range(20)))

    assert told == [{f"phrase {number}."} for number in range(20)]
