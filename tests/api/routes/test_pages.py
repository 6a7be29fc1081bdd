"""The chat page, as the server renders it."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.reply import Answer, Clarification, Sentence

HTML = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def hidden(html: str, name: str) -> set[str]:
    """Values a form of the page carries under a name."""
    return set(re.findall(rf'<input type="hidden" name="{name}" value="([^"]*)">', html))


@pytest.fixture
def ask(client: TestClient) -> Callable[..., str]:
    def post(question: str, **fields: Any) -> str:
        response = client.post("/", data={"q": question, **fields}, headers=HTML)
        assert response.status_code == 200, response.text
        return str(response.text)

    return post


def test_the_empty_page_says_what_answers_and_what_is_kept(client: TestClient) -> None:
    html = client.get("/", headers=HTML).text

    assert html.index("assistant automatique") < html.index("<textarea")
    assert html.index("Rien de ce que vous écrivez") < html.index("<textarea")
    assert "Mode démonstration" in html
    assert html.count("<h1>") == 1
    assert "<script" not in html
    assert " style=" not in html


def test_an_answer_shows_sentences_markers_quotes_and_what_is_missing(
    ask: Callable[..., str],
) -> None:
    html = ask("answer")

    assert "Ce diplôme se prépare en deux ans." in html
    assert 'href="#source-2"' in html
    assert 'id="source-2"' in html
    assert "«\u00a01 990 € brut\u00a0»" in html
    assert "25 juin 2024" in html
    assert "Licence Ouverte 2.0" in html
    assert "Ce que je n'ai pas trouvé\u00a0: les débouchés." in html.replace("&#39;", "'")
    assert "1\u202f990\u00a0€ brut par mois" in html
    assert "Vérifié le 13 mars 2026" in html


def test_the_conversation_lives_in_the_form_only(ask: Callable[..., str], responder: Any) -> None:
    html = ask("et la paye ?", h=["première", "deuxième"], situation="etudiant")

    turn = responder.turns[-1]
    assert (turn.text, turn.history) == ("et la paye ?", ("première", "deuxième"))
    assert turn.profile.situation == "etudiant"
    assert hidden(html, "h") >= {"première", "deuxième", "et la paye ?"}
    assert hidden(html, "situation") >= {"salarie_prive"}


def test_six_earlier_questions_are_carried_at_most(ask: Callable[..., str], responder: Any) -> None:
    ask("encore", h=[f"question {n}" for n in range(9)])

    assert responder.turns[-1].history == tuple(f"question {n}" for n in range(3, 9))


def test_an_option_asks_the_same_question_with_its_profile(ask: Callable[..., str]) -> None:
    html = ask("clarify", age="40")

    assert "Quelle est votre situation ?" in html
    assert hidden(html, "q") == {"clarify"}
    assert hidden(html, "situation") == {"salarie_prive", "prefere_ne_pas_dire"}


def test_an_option_keeps_what_was_already_known(
    make_client: Callable[..., TestClient], responder: Any, replies: dict[str, Any]
) -> None:
    asked: Clarification = replies["clarify"]
    known = replace(asked.options[0].profile, situation=None, employed=None, age=40)
    responder.replies["clarify"] = replace(asked, understood=known)

    html = make_client(responder).post("/", data={"q": "clarify"}, headers=HTML).text

    assert hidden(html, "age") == {"40"}


def test_help_lines_stand_before_anything_else_in_a_crisis(ask: Callable[..., str]) -> None:
    html = ask("crisis")

    assert 'href="tel:0123"' in html
    assert html.index("tel:0123") < html.index("Ce que vous dites est grave.")


@pytest.mark.parametrize(
    ("fields", "status", "sentence"),
    [
        ({"q": "  "}, 422, "Écrivez une question"),
        ({"q": "é" * 4_001}, 413, "4001 caractères"),
        ({"q": "answer", "age": "mille"}, 422, "« Âge »"),
        ({"q": "answer", "commune": "Caen"}, 422, "« Code postal"),
    ],
)
def test_an_error_is_tied_to_the_field_and_the_draft_kept(
    client: TestClient, fields: dict[str, str], status: int, sentence: str
) -> None:
    response = client.post("/", data=fields, headers=HTML)

    assert response.status_code == status
    assert sentence in response.text.replace("\u00a0", " ")
    assert 'aria-describedby="q-error q-hint"' in response.text
    assert response.text.count(fields["q"].strip() + "</textarea>") == 1


def test_without_knowledge_base_the_page_says_so_and_keeps_the_draft(
    make_client: Callable[..., TestClient],
) -> None:
    response = make_client(None).post("/", data={"q": "mon brouillon"}, headers=HTML)

    assert response.status_code == 503
    assert "make ingest" in response.text
    assert "mon brouillon</textarea>" in response.text


def test_hidden_fields_that_make_no_sense_are_left_out(
    ask: Callable[..., str], responder: Any
) -> None:
    ask("answer", sector="lunaire", employed="true", lang="xx")

    turn = responder.turns[-1]
    assert (turn.profile.sector, turn.profile.employed, turn.language) == (None, True, "fr")


EVIL = "<script>alert('x')</script>\" onload=\"y"


def test_whatever_is_said_stays_text(
    make_client: Callable[..., TestClient], responder: Any, answer: Answer
) -> None:
    first = answer.sentences[0]
    said = Sentence(text=EVIL, citations=first.citations)
    responder.replies["answer"] = replace(answer, sentences=(said,), suggestions=(EVIL,))

    html = make_client(responder).post("/", data={"q": EVIL, "h": EVIL}, headers=HTML).text

    assert "<script" not in html
    assert '" onload' not in html


def test_the_english_page_marks_its_french_words(client: TestClient) -> None:
    html = client.post("/", data={"q": "answer", "lang": "en"}, headers=HTML).text

    assert '<html lang="en">' in html
    assert '<blockquote lang="fr">' in html
    assert "25 June 2024" in html
    assert "€1,990 a month, gross" in html


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_language_offers_the_other(client: TestClient, lang: str) -> None:
    other = "en" if lang == "fr" else "fr"

    assert f'href="/?lang={other}"' in client.get(f"/?lang={lang}", headers=HTML).text


def test_pages_forbid_what_they_do_not_use(client: TestClient) -> None:
    headers = client.get("/", headers=HTML).headers

    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["cache-control"] == "no-store"
    assert "set-cookie" not in headers


@pytest.mark.parametrize(("path", "title"), [("/nulle-part", "introuvable"), ("/static/x", "intr")])
def test_a_person_gets_an_error_page(client: TestClient, path: str, title: str) -> None:
    response = client.get(path, headers=HTML)

    assert response.status_code == 404
    assert response.headers["content-type"].startswith("text/html")
    assert title in response.text


def test_a_failure_page_gives_a_reference_and_no_detail(client: TestClient) -> None:
    response = client.post("/", data={"q": "panne"}, headers=HTML)

    assert response.status_code == 500
    assert response.headers["x-request-id"] in response.text
    assert "secret" not in response.text


def test_a_form_of_another_type_is_refused(client: TestClient) -> None:
    assert client.post("/", files={"q": b"x"}, headers=HTML).status_code == 415


def test_a_form_with_too_many_fields_is_refused(client: TestClient) -> None:
    assert client.post("/", data={"h": ["x"] * 500}, headers=HTML).status_code == 400


def test_the_style_and_the_icon_are_ours(client: TestClient) -> None:
    for link in re.findall(r'<link [^>]*href="([^"]+)"', client.get("/", headers=HTML).text):
        assert client.get(link).status_code == 200
