"""Somebody at the keyboard."""

import json

import pytest

from eval.data.asking import Sitting, dictated
from eval.data.item import read_items


@pytest.fixture
def path(tmp_path, make_line):
    lines = [
        make_line(id="abstention-0001", note="déjà notée"),
        make_line(id="abstention-0002", review="read", reviewer="relecture"),
        make_line(id="abstention-0003", review="confirmed", reviewer="x"),
        make_line(id="abstention-0004", author="moi"),
        make_line(id="abstention-0005", review="read", reviewer="moi"),
    ]
    file = tmp_path / "abstention.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


@pytest.fixture
def sit(path, typist, corpus):
    """Return what a sitting leaves, and the person who sat."""

    def run(*answers):
        person = typist(*answers)
        sitting = Sitting(person=person, path=path, reviewer="moi", corpus=corpus)
        sitting(sitting.waiting({"draft", "read"}))
        return {item.id[-1]: item for item in read_items(path)}, person, sitting.counts

    return run


def test_what_others_wrote_and_nobody_confirmed_waits(path, typist):
    sitting = Sitting(person=typist(), path=path, reviewer="moi")

    def waiting(*states):
        return [json.loads(line)["id"][-1] for line in sitting.waiting(states)]

    assert waiting("draft", "read") == ["1", "2"]
    assert waiting("draft") == ["1"]
    assert waiting("confirmed") == ["3"]


@pytest.mark.parametrize("yes", ["o", "oui", "O"])
def test_a_label_agreed_with_is_confirmed(yes, sit):
    items, _, counts = sit(yes)

    assert (items["1"].review, items["1"].reviewer) == ("confirmed", "moi")
    assert items["1"].note == "déjà notée"
    assert counts == {"confirmed": 1, "disputed": 0, "skipped": 0}


@pytest.mark.parametrize(
    ("answer", "note"),
    [
        ("n", "désaccord : non"),
        ("non", "désaccord : non"),
        ("d", "discuté : non"),
        ("discuter", "discuté : non"),
    ],
)
def test_a_label_not_agreed_with_is_disputed_and_says_why(answer, note, sit):
    items, _, counts = sit("p", answer, "", "non")

    assert (items["2"].review, items["2"].reviewer) == ("disputed", "moi")
    assert items["2"].note == note
    assert counts == {"confirmed": 0, "disputed": 1, "skipped": 1}


def test_a_note_is_added_to_the_one_there_was(sit):
    items, _, _ = sit("n", "trop large")

    assert items["1"].note == "déjà notée ; désaccord : trop large"


@pytest.mark.parametrize("answers", [("q",), ("quitter",), (), ("n",), ("p", "passer")])
def test_nothing_is_written_without_a_verdict(answers, path, sit):
    before = path.read_bytes()

    sit(*answers)

    assert path.read_bytes() == before


def test_what_came_before_leaving_is_kept(sit):
    items, _, _ = sit("o", "q")

    assert (items["1"].review, items["2"].review) == ("confirmed", "read")


def test_an_answer_nobody_expects_is_asked_again(sit):
    items, person, _ = sit("peut-être", "o", "q")

    assert items["1"].review == "confirmed"
    assert "Répondez o, n, discuter, passer ou quitter." in person.seen


def test_lines_nobody_judged_keep_their_bytes(path, sit):
    before = path.read_bytes().split(b"\n")

    sit("o", "n", "trop large")

    after = path.read_bytes().split(b"\n")
    assert after[2:] == before[2:]
    assert len(after) == len(before)


def test_a_line_changed_meanwhile_is_left(path, typist, corpus):
    class Slow(typist):
        def ask(self, question):
            path.write_text("autre\n", encoding="utf-8")
            return super().ask(question)

    person = Slow("o", "q")
    sitting = Sitting(person=person, path=path, reviewer="moi", corpus=corpus)
    sitting(sitting.waiting({"draft"}))

    assert path.read_text(encoding="utf-8") == "autre\n"
    assert any("a changé" in line for line in person.seen)
    assert sitting.counts["skipped"] == 1


def test_the_message_its_label_and_its_source_are_shown(tmp_path, make_line, typist, corpus):
    path = tmp_path / "abstention.jsonl"
    line = make_line(origin="facts:spro-002", history=["bonjour"], note="à voir", department="")
    path.write_text(f"{line}\n", encoding="utf-8")
    person = typist()

    Sitting(person=person, path=path, reviewer="moi", corpus=corpus)([line])

    assert person.seen == [
        "── abstention-0001 (1 sur 1) · adulte · lieu non dit · courant · jamais relu",
        "Avant : bonjour",
        "Message : Combien gagne un maçon qui débute à Caen ?",
        "Étiquette :",
        "  Bonne réponse : dire que ce n'est pas le sujet ou refuser",
        "  Nature : hors sujet",
        "  Parce que : essai",
        "Repose sur : facts:spro-002",
        "  « Cinq sujets. »",
        "Note : à voir",
        "D'accord ? o/n/discuter/passer/quitter",
    ]


def test_a_message_is_dictated_field_by_field(typist, make):
    person = typist(
        "et la paie ?", "bonjour", "maçon", "", "fr", "chômeur", "adulte", "", "metier",
        "sms", "easy", "{", "[]", '{"outcome": ["declined"]}', "absence", "nous", "",
    )  # fmt: skip

    values = dictated(person, make())

    assert values["history"] == ["bonjour", "maçon"]
    assert (values["public"], values["department"]) == ("adulte", "")
    assert values["expected"] == {"outcome": ["declined"]}
    assert person.seen.count("Ce n'est pas dans la liste.") == 1
    assert person.seen.count("Il faut un objet JSON.") == 2
    assert person.answers == []


def test_the_words_of_a_field_are_shown(typist, make):
    person = typist("a", "", "fr", "adulte")

    with pytest.raises(EOFError):
        dictated(person, make())

    assert "14, 27, 50, 61, 76 (ou rien)" in person.seen[-1]
