from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model.errors import UnparsableFileError
from ingest.parse.html import Layout, Part, link_share, parts

HERE = Path("fichier.xml")


def _parts(fragment: str, layout: Layout | None = None) -> list[tuple[tuple[str, ...], str]]:
    found = parts(fragment, HERE, "champ", layout or Layout())
    return [(part.heading, part.text) for part in found]


def test_headings_make_a_path_and_paragraphs_lines() -> None:
    fragment = "<p>Avant.</p><h3>Pays</h3><h5>Ville</h5><p>Un.</p><p>Deux.</p><h3>Mer</h3>Eau."

    found = _parts(fragment)

    assert found == [((), "Avant."), (("Pays", "Ville"), "Un.\nDeux."), (("Mer",), "Eau.")]


def test_list_items_and_line_breaks_are_lines() -> None:
    assert _parts("<ul><li>un</li><li>deux<br>trois</li></ul>") == [((), "un\ndeux\ntrois")]


def test_a_table_row_is_a_line_with_its_cells() -> None:
    fragment = (
        "<table><tr><th>Âge</th><th>Jours</th></tr><tr><td>18</td><td><p>2</p></td></tr></table>"
    )

    assert _parts(fragment) == [((), "Âge | Jours\n18 | 2")]


def test_inline_tags_do_not_cut_words() -> None:
    fragment = "<p>le 1<sup>er</sup>&nbsp;<b>jan</b>vier<!-- non --></p>"

    assert _parts(fragment) == [((), "le 1er janvier")]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>alert(1)</script>",
        "<style>p{}</style>",
        "<p hidden>non</p>",
        '<p aria-hidden="true">non</p>',
        '<p style="display: none">non</p>',
        '<p class="a fr-sr-only">non</p>',
        '<div class="carte"><h3>non</h3></div>',
        "<table><tr><td hidden>non</td></tr></table>",
    ],
)
def test_what_a_reader_does_not_see_is_dropped(hidden: str) -> None:
    found = _parts(f"<p>oui</p>{hidden}<p>encore</p>", Layout(drop=frozenset({"carte"})))

    assert found == [((), "oui\nencore")]


def test_a_heading_does_not_reign_beyond_its_box() -> None:
    fragment = "<h2>Règle</h2><div><h3>Exemple</h3><p>Ici.</p></div><p>Là.</p>"

    assert _parts(fragment) == [(("Règle", "Exemple"), "Ici."), (("Règle",), "Là.")]


def test_the_heading_of_a_flat_box_is_text() -> None:
    fragment = '<div class="boite"><h3>À savoir !</h3><p>Ici.</p></div>'

    assert _parts(fragment, Layout(flat=frozenset({"boite"}))) == [((), "À savoir !\nIci.")]


def test_words_of_links_are_counted() -> None:
    assert link_share("<p>un <a>deux trois</a> quatre</p>", HERE, "champ") == 0.5
    assert link_share(" ", HERE, "champ") == 0.0


def test_what_the_parser_would_cut_short_names_the_field() -> None:
    with pytest.raises(UnparsableFileError, match="champ"):
        parts("<div>" * 5_000 + "perdu", HERE, "champ")


@given(st.lists(st.sampled_from(["un", "deux", "trois <b>quatre</b>", "<h4>cinq</h4>six"])))
def test_no_word_is_lost_or_said_twice(pieces: list[str]) -> None:
    found: tuple[Part, ...] = parts("".join(f"<p>{piece}</p>" for piece in pieces), HERE, "champ")

    words = " ".join(part.text for part in found).split()
    expected = " ".join(pieces).replace("<b>", "").replace("</b>", "").replace("<h4>cinq</h4>", "")
    assert words == expected.split()


@given(st.text(st.sampled_from("<>/!?&;= abpdivhtml\x00\ud800\"'-")) | st.text())
def test_any_text_is_read_or_refused_by_name(fragment: str) -> None:
    try:
        found = parts(fragment, HERE, "champ")
    except UnparsableFileError as error:
        assert error.where == "champ"  # noqa: PT017 # either outcome is right
    else:
        assert all(part.text for part in found)


@pytest.mark.parametrize("fragment", ["<html></html>", "<!-- rien -->", "</div></body>", "<?xml?>"])
def test_a_fragment_without_text_has_no_part(fragment: str) -> None:
    assert _parts(fragment) == []
