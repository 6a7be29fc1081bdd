"""A drawing made fit for a page that refuses styles of its own."""

from eval.report.svg import inline

DRAWING = """<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 width="9pt" height="9pt" viewBox="0 0 9 9">
<metadata>date</metadata>
<defs><style type="text/css">*{fill: red}</style><path id="m1" d="M0 0"/></defs>
<g id="figure_1" clip-path="url(#p1)">
<use xlink:href="#m1" style="fill: #010101; stroke-width: 2"/>
<text style="font: 9.5px 'DejaVu Sans'; text-anchor: end; fill: #abcdef">a &lt; b</text>
</g><clipPath id="p1"/></svg>"""


def drawn():
    return inline(DRAWING, prefix="plot", label='dit "tout"', colours={"#010101": "currentColor"})


def test_styles_become_attributes():
    assert "style" not in drawn()
    assert 'stroke-width="2"' in drawn()
    assert 'text-anchor="end"' in drawn()
    assert 'font-size="9.5"' in drawn()


def test_a_colour_of_the_page_takes_the_place_of_its_stand_in():
    assert 'fill="currentColor"' in drawn()
    assert 'fill="#abcdef"' in drawn()


def test_ids_that_are_pointed_to_are_kept_apart_and_others_dropped():
    assert 'id="plot-m1"' in drawn()
    assert 'href="#plot-m1"' in drawn()
    assert 'clip-path="url(#plot-p1)"' in drawn()
    assert "figure_1" not in drawn()


def test_it_says_what_it_shows_and_fits_its_place():
    assert drawn().startswith('<svg viewBox="0 0 9 9" role="img" aria-label="dit &quot;tout&quot;"')
    assert "a &lt; b" in drawn()
    assert "metadata" not in drawn()
    assert "xmlns" not in drawn()
