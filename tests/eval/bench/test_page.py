import json

from eval.bench.page import write_json


def test_the_file_for_programs_holds_every_figure_unrounded(tmp_path, make_figures):
    path = tmp_path / "results" / "bench.json"

    write_json(path, make_figures())

    held = json.loads(path.read_text())
    assert held["embedding"]["ratio"] == 8.0
    assert held["answers"]["outcomes"] == {"Answer": 60, "Referred": 10}
    assert held["machine"]["commit"] == "abc"
