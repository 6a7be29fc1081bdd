"""Places of Normandy, keyed by INSEE code."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """A commune or a department; `code` is INSEE's, as text."""

    code: str
    name: str
    department: str
    """Department code, as text."""
    postcodes: tuple[str, ...] = ()

    @property
    def is_department(self) -> bool:
        """Return whether this is a whole department."""
        return self.code == self.department
