import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from corpus.model.document import Aspect, Document
from corpus.model.errors import UnparsableFileError
from ingest.connectors.items import Item, Rejected

Read = Callable[[str, Path], Sequence[Item]]


@pytest.fixture
def items(read: Read, samples: Path) -> Sequence[Item]:
    return read("travail-emploi", samples / "fiches.json")


def _rejected(items: Sequence[Item]) -> dict[str, str]:
    return {item.where: item.reason for item in items if isinstance(item, Rejected)}


@pytest.fixture
def document(items: Sequence[Item]) -> Document:
    return next(item for item in items if isinstance(item, Document))


def test_of_two_equal_sheets_the_better_address_stays(
    document: Document, items: Sequence[Item]
) -> None:
    assert document.subject == "scheme:le-conge-bulle"
    assert "même contenu" in _rejected(items)["fiches.json, a1 (comme a2)"]


def test_sections_have_their_aspect_and_their_anchor(document: Document) -> None:
    assert [(section.locator, section.aspect) for section in document.sections] == [
        ("#", Aspect.SUMMARY),
        ("#qui", Aspect.WHO),
        ("#paie", Aspect.PAY),
    ]
    assert document.sections[1].reference.url == "https://exemple.test/le-conge-bulle#qui"


def test_html_is_preferred_and_text_stands_in_when_there_is_none(document: Document) -> None:
    _, who, pay = document.sections

    assert who.text == "À savoir !\nTout salarié.\nÂge | Jours\n18 | 2"
    assert pay.text == "Un texte sans balises."


def test_lists_of_links_are_left_out_on_purpose(items: Sequence[Item]) -> None:
    assert "renvois" in _rejected(items)["fiches.json, a2#services"]


def test_dates_become_iso_and_old_sheets_keep_theirs(
    document: Document, items: Sequence[Item]
) -> None:
    old = [item for item in items if isinstance(item, Document)][-1]

    assert document.sections[0].reference.published == "2026-03-05"
    assert old.sections[0].reference.published == "2009-07-14"


def test_an_impossible_date_rejects_the_sheet(items: Sequence[Item]) -> None:
    assert "31/02/2009" in _rejected(items)["fiches.json, fiche 3"]


@pytest.mark.parametrize(
    "record",
    [
        3,
        {"title": "sans le reste"},
        {
            **dict.fromkeys(("title", "url", "pubId", "intro", "description"), "x"),
            "date": "01/01/2026",
            "sections": "non",
        },
        {
            **dict.fromkeys(("title", "url", "pubId", "intro", "description"), "x"),
            "date": "01/01/2026",
            "sections": [{"title": "x"}],
        },
    ],
)
def test_a_sheet_of_another_shape_is_rejected(record: object, read: Read, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([record]), "utf-8")

    (rejected,) = read("travail-emploi", path)

    assert isinstance(rejected, Rejected)
    assert (rejected.where, rejected.expected) == ("a.json, fiche 1", False)


@pytest.mark.parametrize("content", ["{}", "[]", '"x"'])
def test_a_file_that_is_not_a_list_is_refused(content: str, read: Read, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(content, "utf-8")

    with pytest.raises(UnparsableFileError, match="liste de fiches"):
        read("travail-emploi", path)
