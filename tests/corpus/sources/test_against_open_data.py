"""What our records state is what the source they cite holds, figure by figure."""

import csv
import html
import json
import re
import tomllib
import zipfile
from xml.etree import ElementTree as ET

import pytest

pytestmark = pytest.mark.shared

NUMBER = re.compile(r"\d+(?: \d{3}(?!\d))*(?:,\d+)?")
WORDS = {
    word: str(figure)
    for words, figure in (
        (("un", "une", "première"), 1),
        (("deux",), 2),
        (("trois", "troisième"), 3),
        (("quatre",), 4),
        (("cinq",), 5),
        (("six",), 6),
        (("huit",), 8),
        (("neuf",), 9),
        (("dix",), 10),
        (("douze",), 12),
        (("quinze",), 15),
        (("dix-huit",), 18),
        (("vingt",), 20),
        (("soixantaine",), 60),
        (("entier",), 100),
    )
    for word in words
}
ONISEP_TEXT = {
    *("condition_travail", "nature_travail", "acces_metier", "vie_professionnelle", "competences"),
    *("descriptif", "libelle_complet", "duree_formation", "niveau_certification"),
    *("descriptif_format_court", "descriptif_acces", "descriptif_poursuite_etudes"),
    *("libelle_feminin", "libelle_masculin"),
}
FACT_TEXT = ("statement", "value", "note", "valid_from", "valid_until", "source_date")


def figures(text):
    """Return the figures spelt in digits, as `1990` or `12.31`."""
    plain = re.sub(r"(?<=\d)[\u00a0\u202f](?=\d{3})", " ", html.unescape(text))
    plain = re.sub(r"(?<=\d), (?=\d\d €)", ",", plain.replace("\u00a0", " "))
    found = (number.replace(" ", "").replace(",", ".") for number in NUMBER.findall(plain))
    return {f"{float(number):g}" for number in found}


def known(text):
    """Return the figures of a source, in digits or in words."""
    words = re.findall(r"[\w-]+", text.lower())
    return figures(re.sub(r"(?<=\d)\.(?=\d)", ",", text)) | {
        WORDS[word] for word in words if word in WORDS
    }


def cited(sheet, one):
    return sheet["sources"][one["source"]]


@pytest.fixture(scope="module")
def open_data(request):
    folder = request.config.rootpath.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the open data is not beside the repository")
    return folder


@pytest.fixture(scope="module")
def onisep(open_data):
    found = {}
    for name in ("5fe0808a2da6f.zip", "5fe07a9ecc960.zip"):
        with zipfile.ZipFile(open_data / "onisep_ideo_2024" / name) as archive:
            root = ET.fromstring(archive.read(archive.namelist()[0]))  # noqa: S314 - checked file
        for record in root:
            parts = (" ".join(part.itertext()) for part in record.iter() if part.tag in ONISEP_TEXT)
            found[record.findtext("identifiant")] = html.unescape(" ".join(parts))
    return found


@pytest.fixture
def verified(shared_facts):
    records = tomllib.loads((shared_facts / "facts.toml").read_text(encoding="utf-8"))["fact"]
    by_title = {}
    for record in records:
        if record["confidence"] != "unverified":
            by_title.setdefault(record["source_title"], []).append(record)
    return by_title


def rows(path):
    with path.open(encoding="utf-8-sig") as lines:
        yield from csv.DictReader(lines, delimiter=";")


def test_a_figure_of_a_scheme_stands_in_the_verified_fact_it_cites(sheets, verified):
    wrong = []
    for name, sheet in sheets.items():
        for one in sheet["statement"]:
            source = cited(sheet, one)
            if source["title"] in verified:
                records = verified[source["title"]]
                texts = (" ".join(str(one.get(key, "")) for key in FACT_TEXT) for one in records)
                if not any(figures(one["text"]) <= known(text) for text in texts):
                    wrong.append((name, one["text"]))

    assert wrong == []


def test_a_source_says_what_the_verified_facts_say_of_it(sheets, verified):
    checked = 0
    for sheet in sheets.values():
        for source in sheet["sources"].values():
            same = [
                r
                for r in verified.get(source["title"], ())
                if r["publisher"] == source["publisher"]
            ]
            checked += bool(same)
            assert not same or source["confidence"] in {record["confidence"] for record in same}
            links = {r["url"] if r["url"].startswith("http") else "" for r in same}
            assert not same or source.get("url", "") in links

    assert checked > 150


def test_a_scheme_cites_the_verified_facts_or_onisep_only(sheets, verified):
    unknown = [
        (name, source["title"])
        for name, sheet in sheets.items()
        if name.startswith("spro_schemes/")
        for source in sheet["sources"].values()
        if source["title"] not in verified and source["publisher"] != "Onisep"
    ]

    assert unknown == []


def test_every_verified_fact_has_its_source_in_a_sheet(sheets, verified):
    titles = {source["title"] for sheet in sheets.values() for source in sheet["sources"].values()}

    assert set(verified) <= titles


def test_a_figure_taken_from_onisep_stands_in_its_sheet(sheets, onisep):
    wrong, checked = [], 0
    for sheet in sheets.values():
        for one in sheet["statement"]:
            source = cited(sheet, one)
            if source["publisher"] == "Onisep":
                key = re.search(r"(?:MET|FOR)\.\d+", source.get("url", "") + source["title"])[0]
                checked += 1
                published = {source["published"][:4]}
                wrong += [
                    (key, one["text"], missing)
                    for missing in (figures(one["text"]) - known(onisep[key]) - published)
                ]

    assert checked > 150
    assert wrong == []


def test_an_occupation_is_the_onisep_sheet_it_says_it_is(occupations, onisep):
    for sheet in occupations.values():
        for same in sheet["occupation"]["same_as"]:
            if not same.startswith("onisep:"):
                continue
            text = onisep[same.removeprefix("onisep:")]

            assert sheet["occupation"]["feminine"] in text
            assert sheet["occupation"]["masculine"] in text


def test_a_rome_code_exists(occupations, open_data):
    known = (open_data / "rome_v347" / "unix_referentiel_code_rome_v347_utf8.csv").read_text(
        "utf-8"
    )
    known += (open_data / "rome_v460" / "unix_referentiel_code_rome_v460_utf8.csv").read_text(
        "utf-8"
    )
    codes = {code for sheet in occupations.values() for code in sheet["occupation"]["rome"]}

    assert [code for code in codes if f'"{code}"' not in known] == []


def test_our_names_cover_the_codes_of_the_directory_each_under_its_own(named, open_data):
    path = open_data / "rome_v460" / "unix_referentiel_code_rome_v460_utf8.csv"
    with path.open(encoding="utf-8-sig") as lines:
        above = {row["code_rome"]: row["code_rome_parent"] for row in csv.DictReader(lines)}

    assert {one["rome"][0] for _, one in named} == set(above)
    for _, one in named:
        code, *parents = one["rome"]

        assert parents == [above[code]] * (above[code] not in {code, ""}), code


def test_a_tension_counts_the_published_areas(occupations, open_data):
    published = list(rows(open_data / "stats" / "tension_normandie.csv"))
    checked = 0
    for sheet in occupations.values():
        classes = [
            row["ind_tension_d"]
            for row in published
            if row["ROME"] == sheet["occupation"]["rome"][0]
        ]
        for one in sheet["statement"]:
            for fact in one.get("fact", ()):
                if counted := re.search(r"(\d+) des (\d+) bassins", fact["scope"]):
                    assert classes.count(fact["value"]) == int(counted[1])
                    assert len(classes) == int(counted[2])
                    checked += 1

    assert checked == 10


def test_the_employment_rates_of_a_statement_are_one_published_row(statements, open_data):
    published = {
        (row["millesime"], row["voie"], row["taux_emploi_12_mois"], row["taux_emploi_6_mois"])
        for row in rows(open_data / "stats" / "inserjeunes_normandie.csv")
    }
    checked = 0
    for _, one in statements:
        rates = [fact for fact in one.get("fact", ()) if fact["property"] == "employment_rate"]
        if rates:
            later, sooner = (fact["value"] for fact in rates)
            cohort = rates[0]["period"].split()[-1].replace("-", "_")
            way = "scolaire" if rates[0]["scope"].endswith("scolaire") else "apprentissage"
            checked += 1

            assert (cohort, way, later, sooner) in published

    assert checked == 22


def test_a_place_has_the_code_and_the_postcodes_of_insee(territories, open_data):
    communes = json.loads((open_data / "geo" / "communes.json").read_text(encoding="utf-8"))
    current = {one["code"]: one for one in communes if one["type"] == "commune-actuelle"}
    places = [place for place in territories if len(place["code"]) == 5]

    assert len(places) >= 45
    for place in places:
        commune = current[place["code"]]
        assert (commune["nom"], commune["departement"]) == (place["name"], place["department"])
        assert commune["codesPostaux"] == place["postcodes"]
