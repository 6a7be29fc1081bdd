from dataclasses import replace

import pytest

from eval.subjects.chat_model import Completion, ModelError


def test_the_same_call_is_paid_once(cached, model):
    model.replies = ["oui", "non"]

    first, again = cached.complete("Vrai ?", 1), cached.complete("Vrai ?", 1)

    assert first == again == Completion(text="oui", read=100, written=10)
    assert model.asked == [("Vrai ?", 1)]
    assert (cached.spending.calls, cached.spending.cached) == (1, 1)


def test_another_prompt_seed_model_or_temperature_is_another_call(cached, model):
    model.replies = ["oui"]
    others = [
        replace(cached, model=replace(model, model="autre", replies=["oui"])),
        replace(cached, model=replace(model, temperature=0.0, replies=["oui"])),
    ]

    for prompt, seed in (("Vrai ?", 1), ("Vrai ?", 2), ("Faux ?", 1)):
        cached.complete(prompt, seed)
    for other in others:
        other.complete("Vrai ?", 1)

    assert (cached.spending.calls, cached.spending.cached) == (5, 0)


def test_a_reply_is_found_again_by_another_run(cached, model):
    model.replies = ["été"]
    cached.complete("Vrai ?", 1)

    other = replace(cached, model=replace(model, replies=[""]))

    assert other.complete("Vrai ?", 1).text == "été"


def test_a_reply_forgotten_or_damaged_is_asked_again(cached, model):
    model.replies = ["oui", "non", "enfin"]
    cached.complete("Vrai ?", 1)

    cached.forget("Vrai ?", 1)
    assert cached.complete("Vrai ?", 1).text == "non"

    (path,) = cached.folder.rglob("*.json")
    path.write_text('{"text"', encoding="utf-8")
    assert cached.complete("Vrai ?", 1).text == "enfin"


def test_what_was_never_kept_is_forgotten_without_a_word(cached):
    cached.forget("Vrai ?", 1)


def test_a_failure_is_not_kept(cached, model):
    model.replies = ["", "oui"]

    with pytest.raises(ModelError):
        cached.complete("Vrai ?", 1)

    assert cached.complete("Vrai ?", 1).text == "oui"
    assert cached.spending.calls == 1
