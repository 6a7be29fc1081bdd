from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.model.errors import InputError, ManifestError
from ingest.asked import NO_STATEMENT
from ingest.collect import NO_TEXT, REPEATED, collect
from ingest.progress import Silent
from ingest.report import Report, render
from ingest.settings import IngestSettings

Add = Callable[..., Path]

EXTERNAL = """
[[file]]
external = "gros.zip"
sha256 = "{digest}"
""".format(digest="0" * 64)


def _make_external(folder: Path) -> None:
    path = folder / "manifest.toml"
    path.write_text(path.read_text("utf-8") + EXTERNAL, "utf-8")


def test_an_absent_external_file_is_reported_not_raised(
    add_source: Add, samples: Path, settings: IngestSettings
) -> None:
    _make_external(add_source(sheet=samples / "souffleur.toml"))

    content, (source,) = collect(settings, Silent())

    assert source.absent == ("gros.zip",)
    assert [one.id for one in content.sources] == ["essai"]
    assert "absente : gros.zip" in render(Report(version="v", switched=False, sources=(source,)))


def test_only_local_leaves_external_sources_out_whole(
    add_source: Add, samples: Path, settings: IngestSettings
) -> None:
    _make_external(add_source(sheet=samples / "souffleur.toml"))

    content, (source,) = collect(replace(settings, only_local=True), Silent())

    assert source.absent == ("gros.zip",)
    assert (content.passages, content.sources) == ((), ())


def test_a_repeated_record_is_rejected_and_the_first_stays(
    add_source: Add, samples: Path, settings: IngestSettings
) -> None:
    add_source("a", annuaire=samples / "annuaire.toml")
    add_source("b", annuaire=samples / "annuaire.toml")

    content, (first, second) = collect(settings, Silent())

    assert (len(content.organisations), len(content.rules), len(content.territories)) == (1, 1, 1)
    assert first.rejected == ()
    assert {one.reason for one in second.rejected} == {REPEATED}


def test_two_sources_may_not_share_an_id(add_source: Add, settings: IngestSettings) -> None:
    for name in ("a", "b"):
        path = add_source(name) / "manifest.toml"
        path.write_text(path.read_text("utf-8").replace(f'id = "{name}"', 'id = "x"'), "utf-8")

    with pytest.raises(ManifestError, match=r"source\.id"):
        collect(settings, Silent())


@pytest.mark.parametrize("effect", ["add", "remove", "only", "to_check", "others"])
def test_a_rule_naming_an_unknown_body_is_refused_by_file_rule_and_field(
    effect: str, add_source: Add, samples: Path, settings: IngestSettings
) -> None:
    text = (samples / "annuaire.toml").read_text("utf-8")
    bodies, rules = text.split("[[rule]]")
    typo = rules.replace('add = ["maison_bulles"]', f'{effect} = ["maison_bulle"]')
    add_source(annuaire=f"# bulles\n{bodies}", regles=f"[[rule]]{typo}")

    with pytest.raises(InputError) as caught:
        collect(settings, Silent())

    assert f"regles.toml, règle bulles, then.{effect}" in str(caught.value)
    assert "organisme inconnu 'maison_bulle'" in str(caught.value)


def test_a_rule_may_name_a_body_of_another_source(
    add_source: Add, samples: Path, settings: IngestSettings
) -> None:
    bodies, rules = (samples / "annuaire.toml").read_text("utf-8").split("[[rule]]")
    add_source("a", regles=f"[[rule]]{rules}")
    add_source("b", annuaire=bodies)

    content, _ = collect(settings, Silent())

    assert [rule.then.add for rule in content.rules] == [("maison_bulles",)]


def test_a_folder_without_a_manifest_is_refused_by_name(
    add_source: Add, samples: Path, settings: IngestSettings
) -> None:
    add_source("a", sheet=samples / "souffleur.toml")
    (add_source("oublie", sheet=samples / "annuaire.toml") / "manifest.toml").unlink()

    with pytest.raises(ManifestError, match=r"oublie : dossier sans manifest\.toml"):
        collect(settings, Silent())


@pytest.mark.parametrize("name", [".cache", "__pycache__", "vide"])
def test_hidden_and_empty_folders_are_no_sources(
    name: str, add_source: Add, samples: Path, sources: Path, settings: IngestSettings
) -> None:
    add_source("a", sheet=samples / "souffleur.toml")
    (sources / name).mkdir()
    if name != "vide":
        (sources / name / "x.toml").touch()

    assert len(collect(settings, Silent())[1]) == 1


def test_a_sheet_without_text_is_reported(
    add_source: Add, samples: Path, settings: IngestSettings
) -> None:
    text = (samples / "souffleur.toml").read_text("utf-8").split("[[statement]]")[0]
    add_source(vide=text)

    content, (source,) = collect(settings, Silent())

    assert [one.reason for one in source.rejected] == [NO_TEXT]
    assert len(content.occupations) == 1


def test_documents_and_facts_of_a_linked_occupation_share_its_subject(
    add_source: Add, samples: Path, settings: IngestSettings
) -> None:
    add_source("a", sheet=samples / "souffleur.toml")
    other = (samples / "souffleur.toml").read_text("utf-8")
    renamed = other.replace("occupation:souffleur", "onisep:MET.9001").replace(
        'same_as = ["onisep:MET.9001"]', ""
    )
    add_source("b", sheet=renamed)

    content, _ = collect(settings, Silent())

    assert {passage.subject for passage in content.passages} == {"occupation:souffleur"}
    assert {fact.subject for fact in content.facts} == {"occupation:souffleur"}
    assert [one.id for one in content.occupations] == ["occupation:souffleur"]


def test_questions_are_tied_to_passages_of_another_source_read_after_them(
    add_source: Add, samples: Path, settings: IngestSettings
) -> None:
    add_source("a", questions=samples / "questions.toml")
    add_source("b", sheet=samples / "souffleur.toml")

    content, (first, second) = collect(settings, Silent())

    asked = {passage.locator: passage.asked for passage in content.passages}
    assert asked == {
        "#access-1": ("combien de temps pour devenir bulleur ?", "bulles durée études"),
        "#pay-1": ("ça paie combien les bulles",),
    }
    assert (first.questions, second.questions) == (3, 0)
    assert [(one.where, one.reason) for one in first.rejected] == [
        ("occupation:souffleur : Les bulles éclatent", NO_STATEMENT)
    ]


def test_questions_follow_the_occupation_their_subject_stands_for(
    add_source: Add, samples: Path, settings: IngestSettings
) -> None:
    add_source("a", sheet=samples / "souffleur.toml")
    text = (samples / "questions.toml").read_text("utf-8")
    add_source("b", questions=text.replace("occupation:souffleur", "onisep:MET.9001"))

    content, (_, second) = collect(settings, Silent())

    assert sum(len(passage.asked) for passage in content.passages) == second.questions == 3


def test_too_many_questions_that_nothing_answers_fail_the_run(
    add_source: Add, samples: Path, settings: IngestSettings
) -> None:
    add_source("a", questions=samples / "questions.toml")

    with pytest.raises(InputError, match=r"3 enregistrements illisibles \(100%\)"):
        collect(replace(settings, rejected_count=2, rejected_share=0.99), Silent())


def test_one_group_of_questions_counts_for_one_record(
    add_source: Add, samples: Path, settings: IngestSettings
) -> None:
    add_source("a", questions=samples / "questions.toml")
    add_source("b", sheet=samples / "souffleur.toml")

    collect(replace(settings, rejected_count=0, rejected_share=0.34), Silent())
    with pytest.raises(InputError, match=r"1 enregistrements illisibles \(33%\)"):
        collect(replace(settings, rejected_count=0, rejected_share=0.33), Silent())


def test_messages_no_record_answers_are_kept_and_a_repeated_one_is_told(
    add_source: Add, samples: Path, settings: IngestSettings
) -> None:
    add_source("a", messages=samples / "messages.toml")
    add_source("b", messages=samples / "messages.toml")

    content, (first, second) = collect(settings, Silent())

    assert [one.text for one in content.beyond] == ["coucou", "ça va ?", "il va pleuvoir demain ?"]
    assert (first.questions, first.rejected) == (3, ())
    assert (second.questions, {one.reason for one in second.rejected}) == (0, {REPEATED})


def test_a_sheet_and_names_of_its_code_make_one_occupation(
    add_source: Add, samples: Path, settings: IngestSettings
) -> None:
    text = (samples / "souffleur.toml").read_text("utf-8")
    add_source("a", names=samples / "noms.toml")
    add_source("b", sheet=text.replace('"onisep:MET.9001"', '"onisep:MET.9001", "rome:Z0001"'))

    content, (first, second) = collect(settings, Silent())

    held = {one.id: one for one in content.occupations}
    assert set(held) == {"occupation:souffleur", "rome:Z0002"}
    assert held["occupation:souffleur"].described == ("faire des bulles pour vivre",)
    assert "bubble blower" in held["occupation:souffleur"].synonyms
    assert (first.occupations, second.occupations) == (2, 1)


def test_a_second_claim_on_an_occupation_is_reported_with_its_source(
    add_source: Add, samples: Path, settings: IngestSettings
) -> None:
    text = (samples / "souffleur.toml").read_text("utf-8")
    add_source("a", sheet=text)
    add_source("b", sheet=text.replace("occupation:souffleur", "occupation:bulleur"))

    _, (first, second) = collect(settings, Silent())

    assert first.faults == 0
    assert [one.where for one in second.rejected if not one.expected] == ["occupation:bulleur"]


def test_the_version_depends_on_records_and_embedder_only(
    add_source: Add, samples: Path, settings: IngestSettings
) -> None:
    add_source(sheet=samples / "souffleur.toml")
    first, _ = collect(settings, Silent())
    second, _ = collect(settings, Silent())

    assert first.version("e/1") == second.version("e/1")
    assert first.version("e/1") != first.version("e/2")
    assert replace(first, facts=()).version("e/1") != first.version("e/1")
