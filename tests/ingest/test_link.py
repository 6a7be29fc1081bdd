from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model.document import Document, Kind
from corpus.model.fact import Fact, Property
from corpus.model.occupation import Occupation
from ingest.connectors.items import Asked
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


@pytest.mark.parametrize("order", [0, 1])
def test_an_occupation_gets_the_descriptions_of_every_source_once(order: int) -> None:
    ours = _occupation("ours", same_as=("theirs",), described=("gros", "brun"))
    theirs = _occupation("theirs", described=("brun", "à poils"))

    (found,) = merged([ours, theirs][:: -1 if order else 1], find_links([ours, theirs]))

    assert found.described == ("gros", "brun", "à poils")


def test_a_sheet_takes_in_the_code_it_says_it_is_and_leaves_the_titles_under_it() -> None:
    sheet = _occupation("occupation:ours", rome=("A1",), same_as=("rome:A1", "onisep:1"))
    code = _occupation("rome:A1", rome=("A1", "A0"), synonyms=("ourson",), described=("gros",))
    title = _occupation("rome:A1:12", rome=("A1",))
    told = [title, code, _occupation("onisep:1", rome=("A1",)), sheet]

    found = {one.id: one for one in merged(told, find_links(told))}

    assert set(found) == {"occupation:ours", "rome:A1:12"}
    held = found["occupation:ours"]
    assert (held.rome, held.described) == (("A1", "A0"), ("gros",))
    assert "ourson" in held.synonyms
    assert not held.known_by_code


def test_two_sources_of_one_code_are_one_occupation_named_by_the_first() -> None:
    directory = _occupation("rome:A1", rome=("A1",))
    ours = replace(directory, label="ourson", masculine="ourson", described=("gros",))

    (found,) = merged([directory, ours], find_links([directory, ours]))

    assert (found.label, found.described) == (directory.label, ("gros",))
    assert "ourson" in found.names
    assert found.known_by_code


def test_documents_facts_and_questions_follow_their_occupation() -> None:
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

    asked = Asked(subject="theirs", statement="Il dort", questions=("il dort ?",))

    assert links.document(document).subject == "ours"
    assert links.asked(asked) == replace(asked, subject="ours")
    assert links.asked(replace(asked, subject="loup")).subject == "loup"
    assert links.fact(fact).subject == "ours"


def test_a_second_claim_on_an_id_is_refused_and_told() -> None:
    thief = _occupation("voleur", same_as=("theirs",))

    links = find_links([OURS, thief])

    assert links.leader == {"theirs": "ours"}
    assert [rejected.where for rejected in links.rejected] == ["voleur"]


def test_an_id_nobody_describes_is_harmless() -> None:
    assert merged([OURS], find_links([OURS])) == (OURS,)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from("abcde"), st.sets(st.sampled_from("abcde"), max_size=2)))
def test_links_settle_whatever_is_declared(declared: dict[str, set[str]]) -> None:
    occupations = [
        _occupation(name, same_as=tuple(sorted(others))) for name, others in declared.items()
    ]

    found = merged(occupations, find_links(occupations))

    assert len({one.id for one in found}) == len(found) <= len(occupations)
    named = {name for one in found for name in one.names}
    assert {one.masculine for one in occupations} <= named
