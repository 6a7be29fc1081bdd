"""Clients of a search."""

import pytest
from fastapi.testclient import TestClient

HERE = ("127.0.0.1", 50_000)


@pytest.fixture
def client_of(make_client):
    """A client of a service that answers by these steps, on the same machine unless told."""

    def make(steps, caller=HERE, **settings):
        return TestClient(make_client(steps, **settings).app, client=caller)

    return make


@pytest.fixture
def search(client_of):
    """Searches by these steps."""

    def found(steps, q="le BTS", **asked):
        response = client_of(steps).get("/v1/search", params={"q": q, **asked})
        assert response.status_code == 200, response.text
        return response.json()

    return found
