"""`POST /v1/chat`, whole replies."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.reply import Answer, Reply

Chat = Callable[..., dict[str, Any]]
FIELDS = {
    "id", "outcome", "completeness", "sentences", "sources", "facts", "referrals",
    "clarification", "notices", "versions", "understood", "missing", "suggestions",
}  # fmt: skip
OUTCOMES = {
    "answer": ("answered", "partial"),
    "clarify": ("clarify", "none"),
    "referred": ("referred", "partial"),
    "declined": ("declined", "none"),
    "crisis": ("crisis", "none"),
}


def ask(client: TestClient, body: dict[str, Any]) -> dict[str, Any]:
    response = client.post("/v1/chat", json=body)
    assert response.status_code == 200, response.text
    return dict(response.json())


@pytest.mark.parametrize("kind", OUTCOMES)
def test_every_kind_of_reply_has_the_fields_of_the_contract(
    client: TestClient, chat: Chat, kind: str
) -> None:
    reply = ask(client, chat(kind))

    assert set(reply) == FIELDS
    assert (reply["outcome"], reply["completeness"]) == OUTCOMES[kind]
    assert reply["notices"][0]["code"] == "ai_generated"
    assert reply["versions"] == {"corpus": "c1", "rules": "r1", "prompts": "p1", "model": "none"}


def test_sources_are_numbered_by_first_citation_and_never_twice(
    client: TestClient, chat: Chat
) -> None:
    reply = ask(client, chat())

    assert [s["citations"] for s in reply["sentences"]] == [["s1"], ["s2", "s1"]]
    assert [(s["id"], s["quote"]) for s in reply["sources"]] == [
        ("s1", "Le BTS dure deux ans."),
        ("s2", "1 990 € brut"),
    ]


def test_two_quotes_of_one_passage_are_two_sources(
    make_client: Callable[..., TestClient],
    responder: Any,
    answer: Answer,
    cite: Callable[..., Any],
    chat: Chat,
) -> None:
    passage = answer.sentences[0].citations[0].passage
    other = replace(answer.sentences[0], citations=(cite(passage, "Il se prépare après le bac."),))
    responder.replies["answer"] = replace(answer, sentences=(answer.sentences[0], other))

    reply = ask(make_client(responder), chat())

    assert [s["id"] for s in reply["sources"]] == ["s1", "s2"]
    assert reply["sources"][0]["title"] == reply["sources"][1]["title"]


def test_a_fact_names_the_source_that_states_it(client: TestClient, chat: Chat) -> None:
    (fact,) = ask(client, chat())["facts"]

    assert fact["source"] == "s2"
    assert (fact["property"], fact["value"], fact["unit"]) == (
        "salary_entry",
        "1990",
        "EUR/month gross",
    )
    assert fact["display"] == "1\u202f990\u00a0€ brut par mois"


def test_a_referral_gives_the_reason_the_text_and_only_verified_contacts(
    client: TestClient, chat: Chat
) -> None:
    (body,) = ask(client, chat())["referrals"]

    assert body["reason"]
    assert body["legal_basis"] == "Code d'essai, art. 1"
    assert (body["phone"], body["verified"], body["offices"]) == (None, "2026-03-13", [])


def test_an_unsafe_address_is_not_passed_on(
    make_client: Callable[..., TestClient],
    responder: Any,
    make_referral: Callable[..., Any],
    answer: Answer,
    chat: Chat,
) -> None:
    bad = make_referral(url="javascript:alert(1)")
    responder.replies["answer"] = replace(answer, referrals=(bad,))

    assert ask(make_client(responder), chat())["referrals"][0]["url"] is None


def test_fixed_wording_becomes_sentences_without_citation(client: TestClient, chat: Chat) -> None:
    reply = ask(client, chat("crisis"))

    assert reply["sentences"] == [
        {"text": "Ce que vous dites est grave.", "citations": []},
        {"text": "Appelez.", "citations": []},
    ]
    assert reply["referrals"][0]["phone"] == "01 23"


def test_a_clarification_gives_options_with_their_profile(client: TestClient, chat: Chat) -> None:
    asked = ask(client, chat("clarify"))["clarification"]

    assert asked["question"] == "Quelle est votre situation ?"
    assert asked["options"][0]["profile"]["situation"] == "salarie_prive"


def test_what_was_understood_and_what_is_missing_is_told(client: TestClient, chat: Chat) -> None:
    reply = ask(client, chat())

    assert reply["understood"]["age"] == 34
    assert reply["missing"] == [{"aspect": "outlets", "label": "les débouchés"}]
    assert reply["suggestions"] == ["Et en alternance ?"]


def test_a_declined_reply_gives_back_the_profile_that_was_sent(
    client: TestClient, chat: Chat
) -> None:
    reply = ask(client, chat("declined", profile={"age": 20}))

    assert reply["understood"]["age"] == 20


def test_the_assistant_gets_the_turn_as_sent(
    client: TestClient, chat: Chat, responder: Any
) -> None:
    body = chat(language="en", simplified=True, site="demo", profile={"commune": "2A004"})
    earlier = [{"role": "user", "content": "avant"}, {"role": "assistant", "content": "x" * 9000}]
    body["messages"] = [*earlier, *body["messages"]]

    ask(client, body)

    turn = responder.turns[-1]
    assert (turn.text, turn.history, turn.language) == ("answer", ("avant",), "en")
    assert (turn.simplified, turn.profile.commune, turn.profile.employed) == (True, "2A004", None)


def test_only_the_latest_earlier_messages_are_read(
    client: TestClient, chat: Chat, responder: Any
) -> None:
    body = chat()
    body["messages"] = [{"role": "user", "content": str(n)} for n in range(50)]

    ask(client, body)

    assert responder.turns[-1].history == tuple(str(n) for n in range(29, 49))


def test_notices_of_the_answer_follow_the_permanent_one(
    make_client: Callable[..., TestClient], responder: Any, answer: Answer, chat: Chat
) -> None:
    responder.replies["answer"] = replace(answer, notices=("notice.ai_generated",))

    notices = ask(make_client(responder), chat())["notices"]

    assert [notice["code"] for notice in notices] == ["ai_generated", "ai_generated"]


def test_english_notices_for_an_english_client(client: TestClient, chat: Chat) -> None:
    reply = ask(client, chat(language="en"))

    assert "automatic assistant" in reply["notices"][0]["text"]
    assert reply["facts"][0]["label"] == "Starting pay"


def test_nothing_of_a_reply_is_stored_by_browsers_or_proxies(
    client: TestClient, chat: Chat
) -> None:
    response = client.post("/v1/chat", json=chat())

    assert response.headers["cache-control"] == "no-store"
    assert "set-cookie" not in response.headers


def test_the_description_lists_the_routes_and_the_fields(client: TestClient) -> None:
    described = client.get("/openapi.json").json()

    assert set(described["paths"]) == {"/v1/chat", "/v1/search", "/healthz", "/readyz"}
    schemas = described["components"]["schemas"]
    assert set(schemas["ChatReply"]["properties"]) == FIELDS
    assert set(schemas["ChatRequest"]["properties"]) == {
        "messages", "profile", "language", "simplified", "site",
    }  # fmt: skip
    content = described["paths"]["/v1/chat"]["post"]["responses"]["200"]["content"]
    assert set(content) == {"application/json", "text/event-stream"}


def test_the_canned_replies_cover_the_union(replies: dict[str, Reply]) -> None:
    assert {type(reply).__name__ for reply in replies.values()} == {
        "Answer", "Clarification", "Referred", "Declined", "Crisis",
    }  # fmt: skip
