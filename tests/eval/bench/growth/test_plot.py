from xml.etree import ElementTree as ET

from eval.bench.growth.plot import BUDGET_MS, delays


def test_the_drawing_stands_alone_and_names_what_it_shows(figures):
    root = ET.fromstring(delays(figures.sizes))  # noqa: S314 # our own drawing

    told = {element.text for element in root.iter() if element.text}
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert {"p50", "p95", f"budget, {BUDGET_MS:.0f} ms", "200", "400"} <= told


def test_the_same_figures_make_the_same_bytes(figures):
    assert delays(figures.sizes) == delays(figures.sizes)


def test_one_size_alone_is_drawn(figures):
    assert "p95" in delays(figures.sizes[:1])
