"""Messages nobody means, and every service receives: floods, code, other scripts, no sense."""

from itertools import islice, product

from hypothesis import strategies as st

LONGEST = 10_000
"""Characters of the longest ones."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PIECES = (
    "🙂🙃👩🏽‍⚕️",
    "مرحبا كيف حالك ",
    "\u202ereimrifni\u202c ",
    "'; DROP TABLE occupations; -- ",
    "<script>alert('infirmier')</script> ",
    "\x00\x01\x7f",
    "\ud800",
    "e\u0301\u0327\u0489",
    "职业 職業 ",
    "infirmier·e·s ",
    "pas d'infirmier ",
    "et non le la les un une ",
    "((((([[[[{{{{",
    "?!?!",
    "1 2 3 ",
    "_" * 9,
    "a",
    "ß ﬁ İ ı ſ ",
    "\n\t\r ",
)


def flood(piece: str) -> str:
    """A piece repeated up to the longest message."""
    return (piece * LONGEST)[:LONGEST]


def _nonsense() -> str:
    """Words that are all different and in no language, some near those of names."""
    starts = ("soudeu", "infirm", "zx", "mecan", "bro")
    ends = ("".join(letters) for letters in product(_LETTERS, repeat=3))
    return flood(" ".join(start + end for end in islice(ends, 500) for start in starts))


FLOODS = {
    "nonsense": _nonsense(),
    **{ascii(piece): flood(piece) for piece in _PIECES},
}

any_text = st.one_of(
    st.text(max_size=300),
    st.text(alphabet=st.characters(), max_size=300),
    st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=20)), max_size=20).map("".join),
)
