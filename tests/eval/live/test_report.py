"""`spro eval live` from files to what is told, and to its exit code."""

import io
import json
import re
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.model.errors import InputError
from eval.live.report import live
from tests.eval.live.conftest import TODAY
from tests.eval.live.strategies import PLANTED


@pytest.fixture
def run(capsys):
    """Return the exit code, and what was told."""

    def make(folder, *, quota=200, purge=False, as_json=False):
        code = live(folder, quota=quota, purge=purge, today=TODAY, as_json=as_json)
        told = capsys.readouterr()
        return code, " ".join(f"{told.out}{told.err}".split())

    return make


@pytest.fixture
def fallen(write, make_sample, make_reply):
    """A site whose answers fell from all to half, in its last week."""
    declined = make_reply(outcome="declined", completeness="none", sentences=[], sources=[])
    samples = [make_sample(n, ago=n % 28) for n in range(280)]
    return write(*(s | {"reply": declined} if n % 28 < 3 else s for n, s in enumerate(samples)))


def planted_in(place, identifier, sample):
    """Return a sample that holds an identifier."""
    text = f"avant {identifier} après"
    if place == "message":
        return sample | {"message": text}
    sentence = {"text": text, "citations": []}
    return sample | {"reply": sample["reply"] | {"sentences": [sentence]}}


@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize("place", ["message", "reply"])
@pytest.mark.parametrize("kind", PLANTED)
@given(data=st.data())
@settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15
)
def test_an_identifier_never_appears_in_what_is_told(kind, place, as_json, data, make_sample):
    identifier = data.draw(PLANTED[kind])
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(io.StringIO()) as out:
        line = json.dumps(planted_in(place, identifier, make_sample(2)))
        Path(folder, "demo.jsonl").write_text(f"{json.dumps(make_sample(1))}\n{line}\n")
        with redirect_stderr(out):
            code = live(Path(folder), quota=9, purge=False, today=TODAY, as_json=as_json)

    told = out.getvalue()
    assert code == 1
    assert identifier not in told
    assert re.sub(r"[\W_]", "", identifier) not in re.sub(r"[\W_]", "", told)
    assert (f'"{kind}"' in told and '"line": 2' in told) if as_json else "ligne 2" in told


def test_a_leak_is_an_alarm_and_its_line_is_not_scored(run, write, make_sample):
    folder = write(make_sample(1), make_sample(2, message="lea@exemple.fr 06 00 00 00 01"))

    code, told = run(folder)

    assert code == 1
    assert "1 ligne contient encore un identifiant" in told
    assert "demo.jsonl, ligne 2 : adresse électronique" in told
    assert "demo.jsonl, ligne 2 : numéro de téléphone" in told
    assert "1 échantillon lu, noté : 1" in told
    assert "Aucune alerte" not in told


def test_a_real_drift_is_an_alarm(run, fallen):
    code, told = run(fallen)

    assert code == 1
    assert "demo, Réponses : 100 % → 57,1 % (\N{MINUS SIGN}42,9 pt)" in told
    assert "demo : 280 échantillons notés" in told


def test_a_real_drift_is_told_to_programs(run, fallen):
    code, told = run(fallen, as_json=True)

    rows = {row["name"]: row for row in json.loads(told)["sites"][0]["rows"]}
    assert code == 1
    assert rows["outcome.answered"]["verdict"] == "alarm"
    assert rows["outcome.answered"]["recent"] == {"count": 70, "mean": pytest.approx(4 / 7)}
    assert rows["outcome.crisis"]["verdict"] == "steady"


def test_without_alarm_all_is_calm(run, write, make_sample):
    code, told = run(write(*(make_sample(n, ago=n % 28) for n in range(280))))

    assert code == 0
    assert "Aucune alerte." in told
    assert "stable" in told


def test_too_few_replies_are_said(run, write, make_sample):
    code, told = run(write(make_sample(1), make_sample(2, ago=9)))

    assert code == 0
    assert " trop peu " in told


@pytest.mark.parametrize("there", [True, False])
def test_no_file_means_that_no_site_has_switched_its_sample_on(run, tmp_path, there):
    folder = tmp_path if there else tmp_path / "absent"

    code, told = run(folder)

    assert code == 0
    assert told.startswith("Aucun site n'a activé son échantillon")


def test_no_file_is_still_an_object_to_programs(run, tmp_path):
    code, told = run(tmp_path, as_json=True)

    assert code == 0
    assert (json.loads(told)["read"], json.loads(told)["sites"]) == (0, [])


def test_a_quota_under_one_is_wrong_use(run, write, make_sample):
    assert run(write(make_sample()), quota=1)[0] == 0
    assert run(write(make_sample()), quota=0) == (
        2,
        "Le quota doit être d'au moins 1 échantillon par jour et par site.",
    )


def test_a_file_in_place_of_a_folder_is_wrong_use(run, write, make_sample):
    code, told = run(write(make_sample()) / "demo.jsonl")

    assert code == 2
    assert told.endswith("n'est pas un dossier.")


def test_a_wrong_line_stops_everything(run, write, make_sample):
    with pytest.raises(InputError, match="ligne 1"):
        run(write(make_sample(seconds=-1)))


def test_old_lines_stay_until_a_purge_is_asked(run, write, make_sample):
    folder = write(make_sample(1, ago=31), make_sample(2))

    assert "1 ligne de plus de 30 jours n'est pas lue" in run(folder)[1]
    assert "1 ligne de plus de 30 jours effacée" in run(folder, purge=True)[1]
    assert "de plus de 30 jours" not in run(folder)[1]


def test_a_purge_of_the_last_line_is_told(run, write, make_sample):
    folder = write(make_sample(ago=31))

    assert "1 ligne de plus de 30 jours effacée" in run(folder, purge=True)[1]
    assert list(folder.iterdir()) == []


def test_a_purge_comes_before_a_wrong_line_is_told(run, write, make_sample):
    folder = write(make_sample(1, ago=31, message="vieux"), make_sample(2, seconds=-1))

    with pytest.raises(InputError):
        run(folder, purge=True)

    assert "vieux" not in (folder / "demo.jsonl").read_text()
