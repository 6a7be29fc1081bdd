"""Places of our own records, by the words people use."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from assistant.text import words


def codes_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the INSEE codes of the texts that are the name or a postcode of a commune of ours."""
    spoken = (" ".join(words(text)) for text in texts)
    return frozenset[str]().union(*(_communes().get(one, ()) for one in spoken))


@cache
def _communes() -> Mapping[str, frozenset[str]]:
    """Return the codes of communes by folded name and by postcode."""
    file = resources.files("corpus") / "sources" / "spro_territory" / "territories.toml"
    known: dict[str, frozenset[str]] = {}
    for place in tomllib.loads(file.read_text(encoding="utf-8"))["territory"]:
        for key in (" ".join(words(place["name"])), *place.get("postcodes", ())):
            known[key] = known.get(key, frozenset()) | {place["code"]}
    return known
