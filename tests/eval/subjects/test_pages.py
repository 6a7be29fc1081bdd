from dataclasses import replace

import pytest

from eval.subjects.pages import pages_of


@pytest.fixture
def page(make_passage):
    first = make_passage("Un deux.", id="a", title="Fiche", heading=("Accès",))
    second = make_passage("Trois.", id="b", title="Fiche", heading=("Accès",))
    third = make_passage("Quatre.", id="c", title="Fiche", heading=("Accès", "Coût"))
    (made,) = pages_of([first, second, third])
    return made


def test_a_page_reads_as_a_document_its_headings_told_once(page):
    assert page.title == "Fiche"
    assert page.text == ("Fiche\n\nAccès\nUn deux.\n\nTrois.\n\nAccès › Coût\nQuatre.\n\n")


def test_the_parts_of_a_page_follow_each_other_without_a_hole(page):
    assert [page.text[part.start : part.end] for part in page.parts] == [
        "Fiche\n\nAccès\nUn deux.\n\n",
        "Trois.\n\n",
        "Accès › Coût\nQuatre.\n\n",
    ]
    assert [part.passage.id for part in page.parts] == ["a", "b", "c"]


def test_passages_of_other_documents_make_other_pages_in_the_order_met(make_passage):
    texts = [("Un.", "x"), ("Deux.", "y"), ("Trois.", "x")]

    pages = pages_of(make_passage(text, document_id=key, title=key) for text, key in texts)

    assert [page.text for page in pages] == ["x\n\nUn.\n\nTrois.\n\n", "y\n\nDeux.\n\n"]


def test_the_questions_of_a_passage_are_no_part_of_its_page(make_passage):
    bare = make_passage("Un deux.", title="Fiche", heading=("Accès",))
    (asked,) = pages_of([replace(bare, asked=("un ou deux ?",))])

    assert asked.text == pages_of([bare])[0].text == "Fiche\n\nAccès\nUn deux.\n\n"


@pytest.mark.parametrize(
    ("start", "end", "ids"),
    [
        (0, 10, ["a"]),
        (0, 24, ["a", "b"]),
        (21, 26, ["b", "a"]),
        (0, 53, ["a", "c", "b"]),
        (20, 26, ["a", "b"]),
        (10, 10, []),
    ],
)
def test_a_stretch_lies_in_the_passages_it_overlaps_the_most_overlapped_first(
    page, start, end, ids
):
    assert [passage.id for passage in page.under(start, end)] == ids
