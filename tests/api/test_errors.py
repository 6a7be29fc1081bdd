"""Every error is a problem document with a French sentence a person can act on."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.service import Readiness
from assistant.question import Turn
from corpus.model.errors import (
    DamagedVersionError,
    EmbeddingError,
    MissingFileError,
    SproError,
)

Chat = Callable[..., dict[str, Any]]
JSON = {"content-type": "application/json"}


def problem(response: Any, status: int) -> dict[str, Any]:
    """The problem document of a response, checked for what all of them have."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    document = response.json()
    assert document["status"] == status
    assert document["request_id"] == response.headers["x-request-id"]
    assert document["type"].startswith("urn:spro:problem:")
    assert document["detail"].endswith((".", " ;")) or ":" in document["detail"]
    return dict(document)


@pytest.mark.parametrize(
    "body",
    [b"{", b"", b'{"messages": "\xff"}', b'{"messages": "\0"}', b"[" * 100_000, b"9" * 5_000],
    ids=["cut", "empty", "not utf-8", "raw null", "too deep", "huge number"],
)
def test_a_body_that_is_not_json_is_a_400_or_names_the_body(
    client: TestClient, body: bytes
) -> None:
    response = client.post("/v1/chat", content=body, headers=JSON)

    assert response.status_code == (422 if not body else 400)
    problem(response, response.status_code)


def test_an_escaped_null_character_is_a_400_that_names_the_field(
    client: TestClient, chat: Chat
) -> None:
    document = problem(client.post("/v1/chat", json=chat("a\0b")), 400)

    assert "messages.0.content" in document["detail"]


def test_an_unknown_address_is_a_404(client: TestClient) -> None:
    problem(client.get("/v1/nulle-part"), 404)


def test_a_wrong_method_is_a_405_that_lists_the_right_ones(client: TestClient) -> None:
    response = client.get("/v1/chat")

    problem(response, 405)
    assert response.headers["allow"] == "POST"


@pytest.mark.parametrize("accept", ["text/html", "application/json;q=0", "image/*"])
def test_a_format_we_do_not_have_is_a_406(client: TestClient, chat: Chat, accept: str) -> None:
    problem(client.post("/v1/chat", json=chat(), headers={"accept": accept}), 406)


def test_a_body_over_the_limit_is_a_413_before_it_is_parsed(client: TestClient) -> None:
    document = problem(client.post("/v1/chat", content=b"x" * 256_001, headers=JSON), 413)

    assert "256 ko" in document["detail"]


def test_a_body_that_hides_its_size_is_a_413_too(client: TestClient) -> None:
    pieces = (b"x" * 100_000 for _ in range(3))

    problem(client.post("/v1/chat", content=pieces, headers=JSON), 413)


def test_a_message_over_the_limit_is_a_413_that_names_it(client: TestClient, chat: Chat) -> None:
    document = problem(client.post("/v1/chat", json=chat("é" * 4_001)), 413)

    assert document["errors"][0]["field"] == "messages.0.content"
    assert "4001" in document["detail"]
    assert client.post("/v1/chat", json=chat("é" * 4_000)).status_code == 200


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_body_of_another_type_is_a_415(client: TestClient, kind: str) -> None:
    problem(client.post("/v1/chat", content=b"{}", headers={"content-type": kind}), 415)


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"inconnu": 1}, "inconnu"),
        ({"messages": []}, "messages"),
        ({"messages": [{"role": "system", "content": "x"}]}, "messages.0.role"),
        ({"messages": [{"role": "assistant", "content": "x"}]}, "body"),
        ({"messages": [{"role": "user", "content": "\ud800"}]}, "messages.0.content"),
        ({"\ud800": 1}, "body"),
        ({"site": "\ud800"}, "site"),
        ({"profile": {"situation": "astronaute"}}, "profile.situation"),
        ({"profile": {"age": 121}}, "profile.age"),
        ({"profile": {"age": "34"}}, "profile.age"),
        ({"profile": {"age": True}}, "profile.age"),
        ({"profile": {"employed": "oui"}}, "profile.employed"),
        ({"profile": {"commune": "Caen"}}, "profile.commune"),
        ({"profile": {"commune": "١٤١١٨"}}, "profile.commune"),
        ({"profile": {"commune": "14118\n"}}, "profile.commune"),
        ({"profile": {"nom": "x"}}, "profile.nom"),
        ({"language": "de"}, "language"),
        ({"site": "autre"}, "site"),
    ],
)
def test_a_wrong_field_is_a_422_that_names_it(
    client: TestClient, chat: Chat, fields: dict[str, Any], named: str
) -> None:
    body = json.dumps({**chat(), **fields})

    document = problem(client.post("/v1/chat", content=body, headers=JSON), 422)

    assert document["errors"][0]["field"] == named
    assert named in document["detail"]


def test_an_error_of_ours_is_a_500_that_leaks_nothing(
    client: TestClient, chat: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    response = client.post("/v1/chat", json=chat("panne de Zoé"))

    problem(response, 500)
    assert not any(word in response.text for word in ("secret", "chemin", "RuntimeError", "Zoé"))
    assert "Zoé" not in caplog.text
    assert "secret" not in caplog.text
    assert '"error": "RuntimeError"' in caplog.text


def test_without_knowledge_base_a_503_names_it(
    make_client: Callable[..., TestClient], chat: Chat
) -> None:
    response = make_client(None).post("/v1/chat", json=chat())

    document = problem(response, 503)
    assert document["degraded"] == ["knowledge_base"]
    assert "make ingest" in document["detail"]
    assert "chemin" not in response.text


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (DamagedVersionError("/chemin/interne"), (503, ["knowledge_base"])),
        (EmbeddingError("/chemin/interne"), (503, ["embedding"])),
        (MissingFileError(Path("/chemin/interne")), (500, [])),
    ],
)
def test_a_failing_part_is_named_without_its_place(
    make_client: Callable[..., TestClient],
    responder: Any,
    chat: Chat,
    error: SproError,
    expected: tuple[int, list[str]],
) -> None:
    def fail(turn: Turn) -> Any:
        raise error

    responder.stream = fail

    response = make_client(responder).post("/v1/chat", json=chat())

    assert problem(response, expected[0])["degraded"] == expected[1]
    assert "chemin" not in response.text


def test_readiness_tells_its_reasons(make_client: Callable[..., TestClient]) -> None:
    readiness = Readiness(ready=False, reasons=("aucune base", "index absent"))

    response = make_client(None, readiness=readiness).get("/readyz")

    assert "aucune base ; index absent" in problem(response, 503)["detail"]


def test_a_ready_service_says_what_it_serves(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {
        "ready": True,
        "version": "v1",
        "refreshing": False,
        "reasons": [],
    }


TEXT = st.text(st.characters(exclude_categories=()))
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
NEARLY = st.fixed_dictionaries(
    {"messages": st.lists(st.fixed_dictionaries({"role": st.just("user"), "content": ANYTHING}))},
    optional={"profile": ANYTHING, "language": ANYTHING, "site": ANYTHING, "simplified": ANYTHING},
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(body=st.binary() | (ANYTHING | NEARLY).map(lambda value: json.dumps(value).encode()))
def test_no_body_whatever_makes_the_service_fail(client: TestClient, body: bytes) -> None:
    response = client.post("/v1/chat", content=body, headers=JSON)

    assert response.status_code < 500
    if response.status_code != 200:
        problem(response, response.status_code)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(accept=st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60))
def test_no_accept_header_makes_the_service_fail(client: TestClient, accept: str) -> None:
    body = {"messages": [{"role": "user", "content": "x"}]}

    response = client.post("/v1/chat", json=body, headers={"accept": accept})

    assert response.status_code in {200, 406}
