"""Our own records have the form their connector reads: keys, names, sources, places."""

import re

from corpus.model.document import Aspect, Kind
from corpus.model.fact import Property
from corpus.model.source import Confidence

KEYS = {
    "top": ({"sheet", "sources", "statement"}, {"occupation"}),
    "sheet": ({"id", "kind", "title", "subject"}, set()),
    "occupation": ({"label", "feminine", "masculine", "rome", "synonyms", "same_as"}, set()),
    "source": (
        {"title", "publisher", "licence", "retrieved", "confidence"},
        {"url", "published"},
    ),
    "statement": ({"aspect", "text", "source"}, {"heading", "fact"}),
    "fact": ({"property", "value", "unit", "period", "scope"}, {"quote", "valid_until"}),
}


def tables(sheet):
    yield "top", sheet
    yield "sheet", sheet["sheet"]
    if "occupation" in sheet:
        yield "occupation", sheet["occupation"]
    yield from (("source", source) for source in sheet["sources"].values())
    yield from (("statement", one) for one in sheet["statement"])
    yield from (("fact", fact) for one in sheet["statement"] for fact in one.get("fact", ()))


def fits(kind, table):
    needed, optional = KEYS[kind]
    return needed <= set(table) <= needed | optional


def test_a_table_holds_the_keys_of_its_schema_and_no_other(sheets):
    wrong = [
        (name, kind, sorted(table))
        for name, sheet in sheets.items()
        for kind, table in tables(sheet)
        if not fits(kind, table)
    ]

    assert len(sheets) >= 40
    assert wrong == []


def test_an_unknown_key_is_seen():
    assert not fits("sheet", {"id": "", "kind": "", "title": "", "subject": "", "titel": ""})


def test_no_field_is_an_empty_text(sheets):
    empty = [
        (name, kind, key)
        for name, sheet in sheets.items()
        for kind, table in tables(sheet)
        for key, value in table.items()
        if isinstance(value, str) and not value.strip()
    ]

    assert empty == []


def test_a_sheet_is_named_after_its_file_and_its_subject_after_its_kind(sheets):
    for name, sheet in sheets.items():
        head = sheet["sheet"]

        assert name.endswith(f"/{head['id']}")
        assert head["kind"] in set(Kind)
        assert head["subject"].startswith(f"{head['kind']}:")


def test_a_subject_has_one_sheet(sheets):
    subjects = [sheet["sheet"]["subject"] for sheet in sheets.values()]

    assert len(subjects) == len(set(subjects))


def test_aspects_and_properties_are_known(statements, facts):
    assert {one["aspect"] for _, one in statements} <= set(Aspect)
    assert {fact["property"] for *_, fact in facts} <= set(Property)


def test_a_statement_cites_a_source_of_its_sheet_and_every_source_is_cited(sheets):
    for name, sheet in sheets.items():
        cited = {one["source"] for one in sheet["statement"]}

        assert cited == set(sheet["sources"]), name


def test_nothing_unverified_is_kept(sheets):
    levels = {
        source["confidence"] for sheet in sheets.values() for source in sheet["sources"].values()
    }

    assert levels <= set(Confidence) - {Confidence.UNVERIFIED}


def test_links_stand_in_sources_only(sheets, statements):
    urls = [
        source["url"]
        for sheet in sheets.values()
        for source in sheet["sources"].values()
        if "url" in source
    ]

    assert [url for url in urls if not re.match(r"https?://\S+$", url)] == []
    assert [one["text"] for _, one in statements if "://" in one["text"]] == []


def test_a_statement_is_one_or_two_short_sentences_said_once(sheets):
    for name, sheet in sheets.items():
        texts = [one["text"] for one in sheet["statement"]]

        assert len(texts) == len(set(texts)), name
        assert all(re.search(r"[.…]$", text) and len(text) <= 330 for text in texts), name
        assert all(len(re.findall(r"[a-zé€)»][.!?] [A-ZÀÉ]", text)) <= 1 for text in texts), name


def test_spaces_are_plain_so_that_words_match_literally(statements):
    assert [one["text"] for _, one in statements if re.search(r"[^\S ]| {2}", one["text"])] == []


def test_places_have_one_code_each_inside_their_department(territories):
    codes = [place["code"] for place in territories]

    assert len(codes) == len(set(codes))
    assert [code for code in codes if len(code) == 2] == ["14", "27", "50", "61", "76"]
    assert all(place["code"].startswith(place["department"]) for place in territories)
    assert all(re.fullmatch(r"\d{5}", code) for one in territories for code in one["postcodes"])
