"""Our names of occupations: one entry a code, every name said."""

import re
from collections import Counter

from corpus.model.occupation import CODE
from corpus.store.french import fold

NEEDED = {"rome", "masculine", "feminine", "names", "asked"}
LISTS = ("names", "english", "asked")


def texts(one):
    listed = (text for key in LISTS for text in one.get(key, ()))
    return [one["masculine"], one["feminine"], *listed]


def test_an_entry_has_every_field_and_no_other(named):
    assert len(named) > 1_500
    assert [one["rome"] for _, one in named if not NEEDED <= set(one) <= NEEDED | {*LISTS}] == []


def test_a_code_of_the_directory_has_one_entry_in_the_file_of_its_letter(named):
    codes = Counter(one["rome"][0] for _, one in named)

    assert [code for code, number in codes.items() if number > 1] == []
    assert [code for code in codes if not re.fullmatch(r"[A-N]\d{4}", code)] == []
    assert [one["rome"] for file, one in named if one["rome"][0][0] != file] == []


def test_a_code_stands_under_a_code_that_has_an_entry(named):
    known = {one["rome"][0] for _, one in named}

    assert [one["rome"] for _, one in named if not set(one["rome"]) <= known] == []
    assert [one["rome"] for _, one in named if not 1 <= len(set(one["rome"])) <= 2] == []


def test_no_name_is_empty_or_has_an_odd_space(named):
    odd = [
        (one["rome"][0], text)
        for _, one in named
        for text in texts(one)
        if not text or text != " ".join(text.split())
    ]

    assert odd == []


def test_a_name_has_words_that_tell_it(named):
    mute = [
        (one["rome"][0], text)
        for _, one in named
        for text in texts(one)
        if not re.search(r"[^\W\d_]", fold(text))
    ]

    assert mute == []


def test_an_occupation_has_other_names_and_descriptions(named):
    assert [one["rome"][0] for _, one in named if not one["names"] or not one["asked"]] == []


def test_every_entry_becomes_an_occupation_or_joins_its_sheet(named, content, occupations, reports):
    held = {one.id for one in content.occupations}
    linked = {same for sheet in occupations.values() for same in sheet["occupation"]["same_as"]}
    ids = {f"{CODE}{one['rome'][0]}" for _, one in named}

    assert ids - held == {same for same in linked if same.startswith(CODE)}
    assert reports["spro-names"].rejected == ()


def test_a_sheet_stands_for_one_entry_of_a_code_of_its_own(named, occupations):
    known = {one["rome"][0] for _, one in named}
    for name, sheet in occupations.items():
        occupation = sheet["occupation"]
        codes = [same.removeprefix(CODE) for same in occupation["same_as"] if same.startswith(CODE)]

        assert len(codes) == 1, name
        assert set(codes) <= known & set(occupation["rome"]), name


def test_the_sheet_of_an_entry_gets_its_names_and_descriptions(named, content):
    nurse = next(one for _, one in named if one["rome"][0] == "J1506")
    held = next(one for one in content.occupations if one.id == "occupation:infirmier")

    assert set(nurse["names"]) <= set(held.names)
    assert held.described == tuple(nurse["asked"])
    assert not held.known_by_code
