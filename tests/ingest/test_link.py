import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model.document import Document, Kind
from corpus.model.fact import Fact, Property
from corpus.model.occupation import Occupation
from ingest.link import find_links, merged


def _occupation(name: str, **changes: tuple[str, ...]) -> Occupation:
    values = {"rome": (), **changes}
    return Occupation(id=name, label=f"{name}s", feminine=f"{name}e", masculine=name, **values)


OURS = _occupation("ours", rome=("A1",), synonyms=("nounours",), same_as=("theirs",))
THEIRS = _occupation("theirs", rome=("A2", "A1"), synonyms=("nounours", "plantigrade"))


@pytest.mark.parametrize("order", [(OURS, THEIRS), (THEIRS, OURS)])
def test_the_same_occupation_keeps_our_id_and_every_name(order: tuple[Occupation, ...]) -> None:
    (found,) = merged(order, find_links(order))

    assert found.id == "ours"
    assert found.rome == ("A1", "A2")
    assert found.synonyms == ("nounours", "theirse", "theirs", "theirss", "plantigrade")


def test_documents_and_facts_follow_their_occupation() -> None:
    links = find_links([OURS, THEIRS])
    document = Document(
        id="d", source_id="s", kind=Kind.OCCUPATION, title="", subject="theirs", sections=()
    )
    fact = Fact(
        id="f",
        subject="theirs",
        property=Property.COUNT,
        value="1",
        unit="",
        period="",
        scope="",
        quote="",
        source_id="s",
    )

    assert links.document(document).subject == "ours"
    assert links.fact(fact).subject == "ours"


def test_a_second_claim_on_an_id_is_refused_and_told() -> None:
    thief = _occupation("voleur", same_as=("theirs",))

    links = find_links([OURS, thief])

    assert links.leader == {"theirs": "ours"}
    assert [rejected.where for rejected in links.rejected] == ["voleur"]


def test_an_id_nobody_describes_is_harmless() -> None:
    assert merged([OURS], find_links([OURS])) == (OURS,)


@given(st.dictionaries(st.sampled_from("abcde"), st.sets(st.sampled_from("abcde"), max_size=2)))
def test_links_settle_whatever_is_declared(declared: dict[str, set[str]]) -> None:
    occupations = [
        _occupation(name, same_as=tuple(sorted(others))) for name, others in declared.items()
    ]

    found = merged(occupations, find_links(occupations))

    assert len({one.id for one in found}) == len(found) <= len(occupations)
    named = {name for one in found for name in one.names}
    assert {one.masculine for one in occupations} <= named
