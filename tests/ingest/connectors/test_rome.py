from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model.errors import UnparsableFileError
from corpus.model.occupation import Occupation
from ingest.connectors.items import Item, Rejected
from ingest.connectors.rome import NO_CODE, genders, rome
from ingest.load.files import SourceFile

Write = Callable[..., SourceFile]

CODES = """\
"code_rome","code_ogr","libelle_rome","emploi_cadre","code_rome_parent"
"Z1101","6","Souffleur / Souffleuse de bulles","","Z1101"
"Z1102","7","Guide des nuages","O","Z1101"
"Z1103","8","Gardien / Gardienne d¿étoiles","N",""
"""
TITLES = """\
code_ogr;libelle_appellation_long;libelle_appellation_court;code_rome;classification
10200;Chef souffleur / souffleuse de bulles;Chef souffleur;Z1101;SYNONYME
10201;Guide des nuages;Guide;Z1102;PRINCIPALE
"""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(text: str, name: str = "fichier.csv") -> SourceFile:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return SourceFile(path=path)

    return write


def _read(*files: SourceFile) -> Sequence[Item]:
    return list(rome(files, None))  # type: ignore[arg-type] # no source is looked at


def _occupations(*files: SourceFile) -> dict[str, Occupation]:
    items = _read(*files)
    assert all(isinstance(item, Occupation) for item in items)
    return {item.id: item for item in items}


@pytest.fixture
def found(write: Write) -> dict[str, Occupation]:
    return _occupations(write(CODES, "codes.csv"), write(TITLES, "metier.csv"))


def test_a_code_and_a_title_are_an_occupation_each(found: dict[str, Occupation]) -> None:
    assert list(found) == [
        *("rome:Z1101", "rome:Z1102", "rome:Z1103"),
        *("rome:Z1101:10200", "rome:Z1102:10201"),
    ]


def test_the_order_of_the_files_does_not_matter(write: Write) -> None:
    codes, titles = write(CODES, "codes.csv"), write(TITLES, "metier.csv")

    assert _read(codes, titles) == _read(titles, codes)


def test_a_code_stands_under_the_one_above_it_and_a_title_under_its_own(
    found: dict[str, Occupation],
) -> None:
    assert {id_: one.rome for id_, one in found.items()} == {
        "rome:Z1101": ("Z1101",),
        "rome:Z1102": ("Z1102", "Z1101"),
        "rome:Z1103": ("Z1103",),
        "rome:Z1101:10200": ("Z1101",),
        "rome:Z1102:10201": ("Z1102",),
    }


def test_names_are_in_both_genders_and_an_apostrophe_lost_is_put_back(
    found: dict[str, Occupation],
) -> None:
    assert found["rome:Z1101"].label == "souffleur de bulles, souffleuse de bulles"
    assert found["rome:Z1102"].label == "guide des nuages"
    assert found["rome:Z1103"].names == (
        *("gardienne d'étoiles", "gardien d'étoiles"),
        "gardien d'étoiles, gardienne d'étoiles",
    )


def test_nothing_more_than_names_and_codes_is_told(found: dict[str, Occupation]) -> None:
    assert all(one.known_by_code for one in found.values())
    assert not any(one.described or one.synonyms or one.same_as for one in found.values())


def test_codes_alone_are_read(write: Write) -> None:
    assert len(_occupations(write(CODES))) == 3


def test_a_title_of_a_code_that_is_not_there_is_told_not_guessed(write: Write) -> None:
    titles = TITLES + "10202;Dresseur / Dresseuse de vents;Dresseur;Z9999;SYNONYME\n"

    items = _read(write(CODES, "codes.csv"), write(titles, "metier.csv"))

    assert items[-1] == Rejected(where="Z9999, 10202", reason=NO_CODE)
    assert sum(isinstance(item, Rejected) for item in items) == 1


@pytest.mark.parametrize(
    "text",
    [
        "code_rome,libelle_rome\nZ1101,Souffleur\n",
        "code_rome;libelle_appellation_long\nZ1101;Souffleur\n",
        "a,b\n1,2\n",
        "code_rome,code_ogr,libelle_rome,code_rome_parent\n",
    ],
)
def test_another_file_or_one_without_rows_is_refused_by_name(write: Write, text: str) -> None:
    with pytest.raises(UnparsableFileError, match=r"metier\.csv : ni les codes"):
        _read(write(CODES, "codes.csv"), write(text, "metier.csv"))


GENDERS = [
    ("Accessoiriste de plateau", "accessoiriste de plateau", "accessoiriste de plateau"),
    ("Bûcheron / Bûcheronne", "bûcheron", "bûcheronne"),
    ("Élagueur / Élagueuse", "élagueur", "élagueuse"),
    (
        "Conducteur / Conductrice d'engins agricoles",
        "conducteur d'engins agricoles",
        "conductrice d'engins agricoles",
    ),
    (
        "Monteur régleur / Monteuse régleuse sur presse",
        "monteur régleur sur presse",
        "monteuse régleuse sur presse",
    ),
    (
        "Agent / Agente d''entretien  des espaces\u00a0verts",
        "agent d'entretien des espaces verts",
        "agente d'entretien des espaces verts",
    ),
    ("Homme / Femme de ménage", "homme de ménage", "femme de ménage"),
    ("Steward / Hôtesse de l¿air", "steward de l'air", "hôtesse de l'air"),
    ("Homme sage-femme / Sage-femme", "homme sage-femme", "sage-femme"),
    ("Chef boulanger / boulangère", "chef boulanger", "chef boulangère"),
    ("Artiste Plasticien / Plasticienne", "artiste Plasticien", "artiste plasticienne"),
    (
        "Chef d'équipe plongeur / plongeuse subaquatique",
        "chef d'équipe plongeur subaquatique",
        "chef d'équipe plongeuse subaquatique",
    ),
    (
        "Chef de quart contrôleur aérien / contrôleuse aérienne",
        "chef de quart contrôleur aérien",
        "chef de quart contrôleuse aérienne",
    ),
    (
        "Agent / Agente de maintenance automaticien / automaticienne du Trésor",
        "agent de maintenance automaticien du Trésor",
        "agente de maintenance automaticienne du Trésor",
    ),
    (
        "Adjoint / Adjointe au directeur / à la directrice",
        "adjoint au directeur / à la directrice",
        "adjointe au directeur / à la directrice",
    ),
    (
        "Conducteur / Conductrice de métro/RER",
        "conducteur de métro/RER",
        "conductrice de métro/RER",
    ),
    ("BIM Modeleur / Modeleuse", "BIM Modeleur", "BIM modeleuse"),
    ("VTC", "VTC", "VTC"),
    ("", "", ""),
]


@pytest.mark.parametrize(("title", "masculine", "feminine"), GENDERS)
def test_a_title_is_read_in_both_genders(title: str, masculine: str, feminine: str) -> None:
    assert genders(title) == (masculine, feminine)


words = st.sampled_from(
    ["agent", "agente", "Chef", "cheffe", "de", "du", "bois", "d'engins", "RER"]
)
parts = st.lists(words, min_size=1, max_size=4).map(" ".join)


@given(first=parts, second=parts)
def test_no_word_of_a_title_is_lost(first: str, second: str) -> None:
    masculine, feminine = genders(f"{first} / {second}")

    said = {*masculine.lower().split(), *feminine.lower().split()}
    assert {*first.lower().split(), *second.lower().split()} <= said
    assert masculine.lower().startswith(first.lower())
    assert feminine.lower().endswith(second.lower())


@given(st.text() | st.text(st.sampled_from("ab'/ ¿É")))
def test_any_title_has_two_names_on_one_line(title: str) -> None:
    for name in genders(title):
        assert name == " ".join(name.split())
        assert "¿" not in name
