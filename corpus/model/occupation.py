"""Occupations, under the names people give them."""

from dataclasses import dataclass
from typing import Final

CODE: Final = "rome:"
"""Start of the id of an occupation known by its code and its names, without a sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupation:
    """An occupation with both genders of its name, its synonyms and its ROME codes."""

    id: str
    label: str
    """Both genders, as shown: `infirmier, infirmière`."""
    feminine: str
    masculine: str
    rome: tuple[str, ...]
    """ROME codes, main one first; empty when the source gives none."""
    synonyms: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    """Ids under which other sources describe the same occupation."""
    described: tuple[str, ...] = ()
    """What people say of it when its name escapes them: searched by meaning only."""

    @property
    def known_by_code(self) -> bool:
        """Return whether its code and its names are all that is known of it."""
        return self.id.startswith(CODE)

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name the occupation is known by."""
        return (self.feminine, self.masculine, self.label, *self.synonyms)
