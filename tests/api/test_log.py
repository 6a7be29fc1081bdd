"""Logs tell what happened to a request, never its text nor who sent it."""

import json
import logging
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

Chat = Callable[..., dict[str, Any]]


def test_logs_tell_the_route_and_neither_text_nor_address(
    client: TestClient, chat: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="spro")

    client.post("/v1/chat?nom=Zoé", json=chat("moi c'est Zoé"))
    client.get("/Zoé")

    lines = [json.loads(r.message) for r in caplog.records if r.name == "spro.api"]
    assert [(line["route"], line["status"]) for line in lines] == [("/v1/chat", 200), ("-", 404)]
    assert "Zo" not in caplog.text.replace("HTTP Request", "")
    assert "testclient" not in json.dumps(lines)


def test_each_request_has_its_own_id(client: TestClient) -> None:
    ids = {client.get("/healthz").headers["x-request-id"] for _ in range(3)}

    assert len(ids) == 3
