from collections.abc import Callable
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from corpus.model.document import Document, Kind, Passage, Section
from corpus.model.fact import Fact, Property
from corpus.model.source import Reference
from ingest.chunk import NO_PASSAGE, Size, attach, by_subject, passages
from ingest.connectors.items import Rejected

_REFERENCE = Reference(
    title="Fiche",
    publisher="Éditeur",
    licence="Licence",
    published="2026",
    retrieved=date(2026, 11, 20),
)
SMALL = Size(target=8, most=12, least=3)
sentences = st.lists(st.sampled_from(["un", "deux,", "trois.", "Quatre", "L.", "!", "mot\n"]))


def _document(reference: Reference, *texts: str) -> Document:
    sections = tuple(
        Section(heading=("Titre",), locator=f"#s{number}", text=text, reference=reference)
        for number, text in enumerate(texts)
    )
    return Document(
        id="essai:1", source_id="essai", kind=Kind.SCHEME, title="T", subject="s", sections=sections
    )


def _fact(quote: str) -> Fact:
    return Fact(
        id="f1",
        subject="s",
        property=Property.COUNT,
        value="3",
        unit="",
        period="2026",
        scope="France",
        quote=quote,
        source_id="essai",
    )


@given(words=sentences, size=st.integers(2, 9))
def test_every_word_survives_chunking_in_order(words: list[str], size: int) -> None:
    text = " ".join(words)
    limits = Size(target=size, most=size + 4, least=2)

    found = list(passages(_document(_REFERENCE, text), limits))

    assert " ".join(passage.text for passage in found).split() == text.split()
    assert all(len(passage.text.split()) <= limits.most for passage in found)


@given(words=sentences)
def test_sentences_of_a_passage_cover_it(words: list[str]) -> None:
    for passage in passages(_document(_REFERENCE, " ".join(words)), SMALL):
        covered = " ".join(span.of(passage.text) for span in passage.sentences)
        assert covered.split() == passage.text.split()


def test_a_passage_never_crosses_sections(make_reference: Callable[..., Reference]) -> None:
    found = list(passages(_document(make_reference(), "Un.", "Deux.")))

    assert [passage.text for passage in found] == ["Un.", "Deux."]
    assert [passage.id for passage in found] == ["essai:1:#s0:0", "essai:1:#s1:0"]


def test_cuts_fall_between_lines_rather_than_inside(
    make_reference: Callable[..., Reference],
) -> None:
    text = "un deux. trois quatre.\ncinq six. sept huit neuf."

    found = list(passages(_document(make_reference(), text), SMALL))

    assert [passage.text for passage in found] == text.split("\n")


def test_a_short_last_passage_joins_the_one_before(
    make_reference: Callable[..., Reference],
) -> None:
    text = "un deux trois quatre cinq six sept huit.\nNeuf."

    found = list(passages(_document(make_reference(), text), SMALL))

    assert [passage.text for passage in found] == [text]


def test_an_endless_sentence_is_cut_between_words(make_reference: Callable[..., Reference]) -> None:
    text = " ".join(f"mot{number}" for number in range(500))

    found = list(passages(_document(make_reference(), text)))

    assert max(len(passage.text.split()) for passage in found) <= 200


def test_a_fact_goes_to_the_passage_that_holds_its_quote(
    make_passage: Callable[..., Passage],
) -> None:
    held = [make_passage("Rien.", id="p1"), make_passage("Il y en a 3 ici.", id="p2")]

    found = attach(_fact("Il y en a 3"), held)

    assert isinstance(found, Fact)
    assert found.passage_id == "p2"


def test_a_quote_found_nowhere_rejects_the_fact(make_passage: Callable[..., Passage]) -> None:
    found = attach(_fact("Il y en a trois"), [make_passage("Il y en a 3 ici.")])

    assert found == Rejected(where="f1", reason=NO_PASSAGE)


def test_passages_are_grouped_by_source_and_subject(make_passage: Callable[..., Passage]) -> None:
    one, other = make_passage("a", subject="a"), make_passage("b", subject="b")

    assert by_subject([one, other]) == {("essai", "a"): [one], ("essai", "b"): [other]}
