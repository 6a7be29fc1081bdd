"""Anchors and ids made from titles."""

import re
import unicodedata

_BETWEEN = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Return lower-case ASCII words joined by hyphens.

    >>> slug("Salaire du débutant")
    'salaire-du-debutant'
    """
    plain = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    return _BETWEEN.sub("-", plain.encode("ascii", "ignore").decode()).strip("-")


class Locators:
    """Hands out locators, each once: a second `#pay` becomes `#pay-2`."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def free(self, wanted: str) -> str:
        """Return `wanted`, numbered when it was already handed out."""
        locator, number = wanted, 1
        while locator in self._taken:
            number = self._taken[wanted] = self._taken[wanted] + 1
            locator = f"{wanted}-{number}"
        self._taken[locator] = 1
        return locator
