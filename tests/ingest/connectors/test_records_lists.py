"""Our records made of lists: questions, names of occupations, messages nothing answers."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from corpus.model.errors import UnparsableFileError
from corpus.model.occupation import Occupation
from corpus.model.unanswerable import Beyond, Unanswerable
from ingest.connectors.items import Asked, Item

Read = Callable[[str, Path], Sequence[Item]]


def test_the_questions_of_a_statement_are_about_the_subject_of_the_file(
    read: Read, samples: Path
) -> None:
    first, second, _ = read("records", samples / "questions.toml")

    assert first == Asked(
        subject="occupation:souffleur",
        statement="La formation dure 3 ans",
        questions=("combien de temps pour devenir bulleur ?", "bulles durée études"),
    )
    assert second == Asked(
        subject="occupation:souffleur",
        statement="Un débutant gagne",
        questions=("ça paie combien les bulles",),
    )


def test_an_occupation_of_the_directory_has_our_names_and_descriptions(
    read: Read, samples: Path
) -> None:
    first, second = read("records", samples / "noms.toml")

    assert first == Occupation(
        id="rome:Z0001",
        label="souffleur de bulles, souffleuse de bulles",
        feminine="souffleuse de bulles",
        masculine="souffleur de bulles",
        rome=("Z0001",),
        synonyms=("bulleur", "bulleuse", "bubble blower"),
        described=("faire des bulles pour vivre",),
    )
    assert isinstance(second, Occupation)
    assert (second.id, second.label) == ("rome:Z0002", "guide des nuages")
    assert (second.rome, second.synonyms, second.described) == (("Z0002", "Z0001"), (), ())


def test_a_message_is_numbered_within_its_kind(read: Read, samples: Path) -> None:
    assert read("records", samples / "messages.toml") == [
        Unanswerable(id="small_talk:0", kind=Beyond.SMALL_TALK, text="coucou"),
        Unanswerable(id="small_talk:1", kind=Beyond.SMALL_TALK, text="ça va ?"),
        Unanswerable(id="out_of_scope:0", kind=Beyond.OUT_OF_SCOPE, text="il va pleuvoir demain ?"),
    ]


def test_lists_of_several_sorts_may_stand_in_one_file(
    read: Read, samples: Path, tmp_path: Path
) -> None:
    path = tmp_path / "tout.toml"
    names = ("questions.toml", "noms.toml", "messages.toml", "annuaire.toml")
    path.write_text("\n".join((samples / name).read_text("utf-8") for name in names), "utf-8")

    apart = [item for name in names for item in read("records", samples / name)]

    assert sorted(map(repr, read("records", path))) == sorted(map(repr, apart))


ASKED = 'subject = "s"\n[[asked]]\nstatement = "Il dure"\nquestions = ["combien ?"]\n'
NAMED = '[[occupation]]\nrome = ["Z0001"]\nmasculine = "bulleur"\nfeminine = "bulleuse"\n'
BEYOND = '[[unanswerable]]\nkind = "gibberish"\nmessages = ["hjk"]\n'

WRONG = [
    pytest.param(ASKED, 'subject = "s"\n', "", "subject", id="no subject"),
    pytest.param(ASKED, 'subject = "s"', 'subject = " "', "subject", id="blank subject"),
    pytest.param(ASKED, 'statement = "Il dure"\n', "", "asked[1].statement", id="no statement"),
    pytest.param(ASKED, "questions = [", "question = [", "asked[1].question", id="question"),
    pytest.param(ASKED, 'questions = ["combien ?"]\n', "", "asked[1].questions", id="no question"),
    pytest.param(ASKED, '["combien ?"]', "[]", "asked[1].questions", id="empty questions"),
    pytest.param(ASKED, '["combien ?"]', '"combien ?"', "asked[1].questions", id="not a list"),
    pytest.param(ASKED, "[[asked]]", "[asked]", "asked", id="asked is no list"),
    pytest.param(NAMED, 'rome = ["Z0001"]\n', "", "occupation[1].rome", id="no code"),
    pytest.param(NAMED, '["Z0001"]', "[]", "occupation[1].rome", id="empty codes"),
    pytest.param(NAMED, '["Z0001"]', '"Z0001"', "occupation[1].rome", id="code is no list"),
    pytest.param(NAMED, '"bulleuse"', '""', "occupation[1].feminine", id="empty name"),
    pytest.param(NAMED, "masculine", "masculin", "occupation[1].masculin", id="unknown field"),
    pytest.param(BEYOND, '"gibberish"', '"noise"', "unanswerable[1].kind", id="unknown kind"),
    pytest.param(BEYOND, 'messages = ["hjk"]\n', "", "unanswerable[1].messages", id="no message"),
    pytest.param(BEYOND, '["hjk"]', "[]", "unanswerable[1].messages", id="empty messages"),
    pytest.param(BEYOND, "messages", "texts", "unanswerable[1].texts", id="unknown messages"),
    pytest.param(BEYOND, "[[unan", 'subject = "s"\n[[unan', "subject", id="subject of nothing"),
    pytest.param(BEYOND, "[[unan", "[sheet]\n[[unan", "sheet", id="sheet among lists"),
]


@pytest.mark.parametrize(("text", "old", "new", "place"), WRONG)
def test_a_wrong_field_of_a_list_is_named(  # noqa: PLR0917 # pytest fixtures
    text: str, old: str, new: str, place: str, read: Read, tmp_path: Path
) -> None:
    assert old in text
    path = tmp_path / "liste.toml"
    path.write_text(text.replace(old, new, 1), "utf-8")

    with pytest.raises(UnparsableFileError) as caught:
        read("records", path)

    assert "liste.toml" in str(caught.value)
    assert place in str(caught.value)


@pytest.mark.parametrize("text", [ASKED, NAMED, BEYOND])
def test_the_lists_those_faults_are_made_from_are_right(
    text: str, read: Read, tmp_path: Path
) -> None:
    path = tmp_path / "liste.toml"
    path.write_text(text, "utf-8")

    assert len(read("records", path)) == 1
