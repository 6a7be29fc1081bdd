"""The directory of bodies."""

from eval.scorers.directory import counselling, directory


def test_a_body_is_found_by_its_id():
    assert directory()["apec"]["url"] == "https://www.apec.fr/"


def test_the_bodies_that_give_counselling_are_those_of_the_law():
    by_law = {"apec", "avenir_actifs", "cap_emploi", "france_travail", "mission_locale"}

    assert counselling() == by_law
