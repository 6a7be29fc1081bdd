"""`spro eval data`: what it prints, what it writes, how it exits."""

import io
import json

import pytest

from eval.data.commands import Terminal, add_item, check_data, review_items, show_coverage
from eval.data.coverage import MARK
from eval.data.item import read_items
from eval.pages import marks

NEW = {
    "text": "Mon train pour Vernon a du retard, que faire ?",
    "language": "fr",
    "public": "adulte",
    "theme": "hors_sujet",
    "register": "standard",
    "expected": {"outcome": ["declined"], "kind": "out_of_scope", "reason": "transport"},
    "origin": "absence",
    "author": "nous",
}


@pytest.fixture
def told(screen):
    return screen.file.getvalue


@pytest.fixture
def file(tmp_path_factory):
    def write(text):
        path = tmp_path_factory.mktemp("new") / "message.json"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_the_data_of_the_repository_is_checked(screen, told):
    assert check_data(console=screen) == 0
    assert "Rien à corriger" in told()
    assert "--facts" in told()


def test_problems_are_listed_and_told_by_the_exit(folder, screen, told):
    assert check_data(folder=folder, console=screen) == 1
    assert "personne ne parle pour" in told()
    assert "public = militaire" in told()


def test_a_program_reads_problems_as_json(folder, screen, told):
    assert check_data(folder=folder, console=screen, as_json=True) == 1

    found = json.loads(told())
    assert {"kind": "nobody of this kind", "items": [], "detail": "department = 61"} in found


def test_facts_that_are_not_there_are_a_wrong_use(folder, screen, told):
    assert check_data(folder / "rien", folder=folder, console=screen) == 2
    assert "absent" in told()


def test_a_line_that_cannot_be_read_is_a_problem(folder, screen, told):
    (folder / "crisis.jsonl").write_text("{\n", encoding="utf-8")

    assert check_data(folder=folder, console=screen) == 1
    assert "ligne 1" in told()


def test_a_message_of_a_file_is_added(folder, screen, told, file):
    path = folder / "abstention.jsonl"
    before = path.read_bytes()

    code = add_item("abstention", file(json.dumps(NEW, indent=1)), folder=folder, console=screen)

    added = read_items(path)[-1]
    assert code == 0
    assert path.read_bytes().startswith(before)
    assert f"{added.id} ajouté" in told()
    assert f"« {added.split} »" in told()


def test_a_message_comes_from_standard_input(folder, screen, file, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(NEW)))
    dash = file("").__class__("-")

    assert add_item("abstention", dash, folder=folder, console=screen) == 0


def test_a_message_is_dictated(folder, screen, typist):
    expected = json.dumps(NEW["expected"])
    person = typist(
        NEW["text"], "", "fr", "adulte", "", "hors_sujet", "standard", "easy", expected,
        "absence", "nous", "",
    )  # fmt: skip

    assert add_item("abstention", folder=folder, console=screen, person=person) == 0
    assert read_items(folder / "abstention.jsonl")[-1].text == NEW["text"]


def test_somebody_who_leaves_adds_nothing(folder, screen, told, typist):
    before = (folder / "abstention.jsonl").read_bytes()

    assert add_item("abstention", folder=folder, console=screen, person=typist("a")) == 1
    assert "Abandon" in told()
    assert (folder / "abstention.jsonl").read_bytes() == before


def test_a_refused_message_is_told_why_and_not_written(folder, screen, told, file):
    before = (folder / "abstention.jsonl").read_bytes()
    wrong = file(json.dumps(NEW | {"public": "chomeur"}))

    assert add_item("abstention", wrong, folder=folder, console=screen) == 1
    assert "mot hors liste · abstention-0002 · public = chomeur" in told()
    assert (folder / "abstention.jsonl").read_bytes() == before


@pytest.mark.parametrize("text", ["{", "[]"])
def test_what_is_not_a_message_is_a_wrong_use(text, folder, screen, told, file):
    assert add_item("abstention", file(text), folder=folder, console=screen) == 2
    assert "objet JSON" in told()


def test_a_file_that_is_not_there_is_a_wrong_use(folder, screen, told):
    assert add_item("abstention", folder / "rien", folder=folder, console=screen) == 2
    assert "absent" in told()


def test_a_data_set_we_do_not_have_is_a_wrong_use(folder, screen, told):
    assert add_item("rien", folder=folder, console=screen) == 2
    assert review_items("rien", "moi", folder=folder, console=screen) == 2
    assert told().count("Jeux : abstention, attacks") == 2


def test_labels_are_reviewed_and_counted(folder, screen, typist):
    person = typist("o")

    assert review_items("crisis", "moi", folder=folder, console=screen, person=person) == 0
    assert read_items(folder / "crisis.jsonl")[0].review == "confirmed"
    assert person.seen[-1] == "Confirmés : 1 · contestés : 0 · passés : 0 · reste à relire : 0."


def test_bodies_are_named_in_a_review(folder, screen, typist):
    person = typist()

    review_items("referral", "moi", folder=folder, console=screen, person=person)

    assert "  Opérateurs du CEP : Apec" in person.seen


def test_a_sitting_has_a_limit(folder, screen, typist, make_line):
    lines = [make_line(id=f"abstention-000{n}") for n in range(1, 4)]
    (folder / "abstention.jsonl").write_text("\n".join(lines), encoding="utf-8")
    person = typist("o", "o", "o")

    review_items("abstention", "moi", limit=2, folder=folder, console=screen, person=person)

    assert person.answers == ["o"]
    assert person.seen[-1].endswith("reste à relire : 1.")


def test_nothing_to_review_is_said(folder, screen, typist):
    person = typist()

    code = review_items(
        "crisis", "moi", states=("disputed",), folder=folder, console=screen, person=person
    )

    assert code == 0
    assert person.seen == ["Rien à relire dans crisis."]


def test_a_review_by_nobody_is_a_wrong_use(folder, screen, told):
    assert review_items("crisis", " ", folder=folder, console=screen) == 2
    assert "qui relit" in told()


def test_a_review_of_a_state_we_do_not_have_is_a_wrong_use(folder, screen, told):
    assert review_items("crisis", "moi", states=("lu",), folder=folder, console=screen) == 2
    assert "État inconnu : lu" in told()


def test_a_review_of_a_broken_file_is_a_wrong_use(folder, screen, told):
    (folder / "crisis.jsonl").write_text("{\n", encoding="utf-8")

    assert review_items("crisis", "moi", folder=folder, console=screen) == 2


def test_counts_are_shown_and_written(folder, screen, told):
    page = folder / "page.md"
    page.write_text("avant {}{} après".format(*marks(MARK)), encoding="utf-8")

    assert show_coverage(page, folder=folder, console=screen) == 0
    assert "Messages par public" in told()
    assert "| public | abstention | attacks |" in page.read_text(encoding="utf-8")


def test_a_page_without_marks_is_a_wrong_use(folder, screen, told):
    page = folder / "page.md"
    page.write_text("rien", encoding="utf-8")

    assert show_coverage(page, folder=folder, console=screen) == 2
    assert page.read_text(encoding="utf-8") == "rien"


def test_a_page_that_is_not_there_is_a_wrong_use(folder, screen, told):
    assert show_coverage(folder / "rien.md", folder=folder, console=screen) == 2
    assert "absente ou illisible" in told()


def test_counts_may_only_be_shown(folder, screen, told):
    assert show_coverage(folder=folder, console=screen) == 0
    assert "Page mise à jour" not in told()


def test_the_person_at_a_terminal_is_shown_words_as_they_are(screen, told, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda: "  oui ")

    terminal = Terminal(screen)
    terminal.tell("[bold]mot[/bold]")

    assert terminal.ask("[d'accord] ?") == "oui"
    assert told().startswith("[bold]mot[/bold]\n[d'accord] ?")
