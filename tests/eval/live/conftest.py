"""Samples of our own, as a running service would write them."""

import json
from datetime import date, timedelta
from uuid import UUID, uuid5

import pytest

from eval.live.sample import read_samples

TODAY = date(2026, 11, 20)
NAMESPACE = UUID(int=0)
SOURCE = {
    "id": "s1",
    "title": "Infirmier, infirmière",
    "publisher": "Onisep",
    "licence": "Licence ouverte",
    "url": "https://www.onisep.fr/infirmier",
    "published": "2024-06-25",
    "retrieved": "2026-11-20",
    "quote": "Le métier d'infirmier demande un diplôme d'État.",
    "locator": "#acces",
}
SENTENCE = {"text": "Le métier d'infirmier demande un diplôme d'État.", "citations": ["s1"]}
BODY = {
    "organisation": "apec",
    "name": "Apec",
    "kind": "cep",
    "certainty": "settled",
    "reason": "Vous êtes cadre.",
    "legal_basis": "L6111-6",
    "phone": None,
    "url": None,
    "verified": "2026-03-13",
    "offices": [],
}


@pytest.fixture
def today():
    return TODAY


@pytest.fixture
def make_reply():
    """Return a reply of the contract; keywords are its fields."""

    def make(**given):
        return {
            "id": "r1",
            "outcome": "answered",
            "completeness": "complete",
            "sentences": [SENTENCE],
            "sources": [SOURCE],
            "facts": [],
            "referrals": [],
            "clarification": None,
            "notices": [],
            "versions": {"corpus": "c", "rules": "r", "prompts": "p", "model": "none"},
        } | given

    return make


@pytest.fixture
def make_body():
    """Return a referral of the contract; keywords are its fields."""
    return lambda **given: BODY | given


@pytest.fixture
def make_sample(make_reply):
    """Return a sample as its line holds it; `ago` is its age in days, `number` makes its id."""

    def make(number=1, *, ago=0, reply=None, **given):
        return {
            "day": (TODAY - timedelta(days=ago)).isoformat(),
            "site": "demo",
            "reply_id": str(uuid5(NAMESPACE, str(number))),
            "language": "fr",
            "message": "Comment devenir infirmier ?",
            "reply": reply or make_reply(),
            "seconds": 0.031,
        } | given

    return make


@pytest.fixture
def write(tmp_path):
    """Write samples to a file of the folder, and return the folder."""

    def make(*samples, name="demo.jsonl", end="\n"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = (json.dumps(sample, ensure_ascii=False) for sample in samples)
        path.write_text("\n".join(lines) + end, encoding="utf-8")
        return tmp_path

    return make


@pytest.fixture
def read(write):
    """Return what is read of samples written to one file."""
    return lambda *samples: read_samples(write(*samples), TODAY)


@pytest.fixture(scope="module")
def samples_of_a_day(tmp_path_factory):
    """Return samples read once for many draws."""
    reply = {"sentences": [SENTENCE], "sources": [SOURCE], "facts": [], "referrals": []}
    reply |= {"outcome": "answered", "completeness": "complete", "clarification": None}
    reply |= {"notices": [], "versions": {}}
    lines = (
        {"day": TODAY.isoformat(), "site": "demo", "reply_id": str(uuid5(NAMESPACE, str(n)))}
        | {"language": "fr", "message": "?", "reply": reply, "seconds": 0}
        for n in range(12)
    )
    folder = tmp_path_factory.mktemp("samples")
    (folder / "demo.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return list(read_samples(folder, TODAY).samples)
