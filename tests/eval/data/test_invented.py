"""Phone numbers and addresses that may be somebody's."""

import pytest

from eval.data.invented import perhaps_real
from eval.data.problem import Kind, Problem

NOBODY = [
    "06 39 98 14 27",
    "0639980412",
    "02.61.91.73.55",
    "+33 6 39 98 77 03",
    "+33 (0)6 39 98 51 30",
    "0033639985519",
    "01 99 00 36 84",
    "06 00 00 00 00",
    "2 85 07 14 996 045 76",
    "FR76 9941 2003 4500 0456 7891 270",
    "0716629403D",
    "le 17 ou le 3114",
    "clemence@example.org",
    "y.t@exemple.test",
    "a@mail.example",
]
SOMEBODY = [
    "06 12 34 56 78",
    "0612345678",
    "+33612345678",
    "00 33 6 12 34 56 78",
    "02-31-12-34-56",
    "06 39 97 14 27",
    "moi@gmail.com",
    "moi@notexample.org",
    "moi@example.org.fr",
]


@pytest.mark.parametrize("words", NOBODY)
def test_a_number_kept_for_fiction_is_nobody_s(words, make):
    assert list(perhaps_real(make(text=f"écrivez-moi : {words}, merci"))) == []


@pytest.mark.parametrize("words", SOMEBODY)
def test_any_other_may_be_somebody_s(words, make):
    found = list(perhaps_real(make(text=f"écrivez-moi : {words}, merci")))

    assert found == [Problem(kind=Kind.REAL, items=("abstention-0001",), detail=words)]


def test_what_was_said_before_is_read_too(make):
    item = make(text="et alors ?", history=["mon numéro : 06 12 34 56 78"])

    assert [problem.detail for problem in perhaps_real(item)] == ["06 12 34 56 78"]
