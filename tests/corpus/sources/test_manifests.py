"""Every manifest of the repository is read, and every file of ours is named by one."""

import tomllib

import pytest

OURS = (
    *("spro_names", "spro_occupations", "spro_questions", "spro_referral"),
    *("spro_schemes", "spro_territory", "spro_unanswerable"),
)


def manifests(sources):
    return {
        path.parent: tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(sources.glob("*/manifest.toml"))
    }


def test_every_folder_has_a_manifest_and_every_manifest_is_read(sources, reports):
    folders = {path for path in sources.iterdir() if path.is_dir()}
    found = manifests(sources)

    assert set(found) == folders
    assert {one["source"]["id"] for one in found.values()} == set(reports)


def test_our_own_records_are_those_read_without_the_open_data(sources, reports):
    local = {
        one["source"]["id"]
        for one in manifests(sources).values()
        if not any("external" in entry for entry in one["file"])
    }

    assert local == {folder.replace("_", "-") for folder in OURS}
    assert {id_ for id_, report in reports.items() if not report.absent} == local


@pytest.mark.parametrize("folder", OURS)
def test_every_source_of_ours_gives_records_and_loses_none(folder, reports):
    report = reports[folder.replace("_", "-")]
    given = (report.documents, report.occupations, report.organisations, report.rules)

    assert sum(given) + report.territories + report.questions > 0
    assert report.rejected == ()


@pytest.mark.parametrize("folder", OURS)
def test_a_manifest_names_every_record_and_not_itself(sources, folder):
    path = sources / folder / "manifest.toml"
    manifest = tomllib.loads(path.read_text(encoding="utf-8"))
    named = [found for entry in manifest["file"] for found in path.parent.glob(entry["path"])]

    assert manifest["source"]["connector"] == "records"
    assert sorted(named) == sorted(set(path.parent.rglob("*.*")) - {path})
