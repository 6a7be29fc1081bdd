"""`GET /v1/search`: who may ask, what is refused, and what is told of it."""

import json
import logging

import pytest

from api.settings import ApiSettings

PRODUCTION = ApiSettings(environment="production", sites=("caen",))


@pytest.fixture
def refused(client_of, make_steps):
    """The problem a search ends with."""

    def problem(status, steps=None, **asked):
        response = client_of(steps or make_steps()).get("/v1/search", params=asked)
        assert response.status_code == status, response.text
        assert response.headers["content-type"] == "application/problem+json"
        return response.json()

    return problem


@pytest.mark.parametrize(
    ("asked", "field", "told"),
    [
        ({}, "q", "il est obligatoire"),
        ({"q": ""}, "q", "au moins 1 caractère"),
        ({"q": " \u200b?!"}, "q", "écrivez au moins une lettre ou un chiffre"),
        (
            {"q": "BTS", "kind": "metier"},
            "kind",
            "valeur hors de la liste admise (occupation, certification, scheme, organisation)",
        ),
        ({"q": "BTS", "limit": 0}, "limit", "au moins 1"),
        ({"q": "BTS", "limit": 51}, "limit", "au plus 50"),
        ({"q": "BTS", "limit": "dix"}, "limit", "nombre entier attendu"),
        ({"q": "BTS", "explain": "peut-être"}, "explain", "true ou false attendu"),
        ({"q": "BTS", "page": 2}, "page", "ce champ n'existe pas"),
    ],
)
def test_a_wrong_field_is_named_with_what_is_expected(refused, asked, field, told):
    document = refused(422, **asked)

    assert document["errors"][0]["field"] == field
    assert told in document["errors"][0]["detail"]
    assert told in document["detail"]


def test_a_null_character_is_a_400(refused):
    assert "« q »" in refused(400, q="a\0b")["detail"].replace("\u00a0", " ")


def test_a_message_over_the_limit_is_a_413_that_names_it(refused, search, make_steps):
    document = refused(413, q="é" * 2_001)

    assert document["errors"][0]["field"] == "q"
    assert "2001" in document["detail"]
    assert search(make_steps(), q="é" * 2_000)["results"] == []


def test_in_production_nobody_searches_until_keys_exist(client_of, make_steps):
    steps = make_steps()

    response = client_of(steps, settings=PRODUCTION).get("/v1/search", params={"limit": 0})

    document = response.json()
    assert (response.status_code, document["type"]) == (403, "urn:spro:problem:counsellors_only")
    assert "SPRO_ENV=demo" in document["detail"]
    assert steps.turns == []


@pytest.mark.parametrize(
    ("caller", "status"),
    [
        (("127.0.0.8", 1), 200),
        (("::1", 1), 200),
        (("192.168.1.2", 1), 403),
        (("ailleurs", 1), 403),
        (None, 403),
    ],
)
def test_a_demonstration_is_searched_from_its_own_machine(client_of, make_steps, caller, status):
    client = client_of(make_steps(), caller)

    assert client.get("/v1/search", params={"q": "BTS"}).status_code == status


def test_without_a_knowledge_base_it_is_a_503(client_of):
    response = client_of(None).get("/v1/search", params={"q": "BTS"})

    assert response.status_code == 503
    assert response.json()["degraded"] == ["knowledge_base"]


@pytest.mark.parametrize(
    ("asked", "status"),
    [({"q": "Zoé"}, 200), ({"q": "Zoé", "kind": "Zoé"}, 422), ({"q": "panne de Zoé"}, 500)],
)
def test_nothing_of_a_query_is_logged_or_told_back(client_of, make_steps, caplog, asked, status):
    caplog.set_level(logging.DEBUG, logger="spro")

    response = client_of(make_steps()).get("/v1/search", params=asked)

    lines = [json.loads(r.message) for r in caplog.records if r.name == "spro.api"]
    assert (response.status_code, lines[-1]["route"]) == (status, "/v1/search")
    assert "Zo" not in json.dumps(lines, ensure_ascii=False)
    assert response.headers["cache-control"] == "no-store"
    assert status == 200 or "Zo" not in response.text
