"""An item put to a subject: every message sent, with what came back and how long it took."""

from pydantic import Field

from eval.trace.observed import Known, Observed, Value


class FoundRecord(Value):
    """A passage retrieved, by the record it belongs to; best first in a list."""

    record: str
    """`subject#aspect`."""
    score: float
    source: str = ""


class ReadOccupation(Value):
    """An occupation recognised in a message."""

    id: str
    label: str
    rome: tuple[str, ...]
    score: float


class Read(Value):
    """What a subject understood of a message."""

    occupations: tuple[ReadOccupation, ...] = ()
    place: str = ""
    """INSEE code; empty when none was read."""
    profile: Known = Field(default_factory=dict)
    needs: tuple[str, ...] = ()
    intents: tuple[str, ...] = ()
    search_text: str = ""


class Dropped(Value):
    """A sentence the subject wrote and did not show."""

    text: str
    reason: str


class Seen(Value):
    """All a subject lets us see of one turn; `None` is what it can't show, never what is empty."""

    observed: Observed
    found: tuple[FoundRecord, ...] | None = None
    read: Read | None = None
    dropped: tuple[Dropped, ...] | None = None
    logged: tuple[str, ...] | None = None
    """Lines written to logs during the turn."""
    steps: dict[str, float] = Field(default_factory=dict)
    """Seconds spent in each step."""
    first: float | None = None
    """Seconds until the first sentence could be shown."""


class Exchange(Value):
    """One message and what it got."""

    message: str
    history: tuple[str, ...] = ()
    profile: Known = Field(default_factory=dict)
    language: str = "fr"
    label: str = ""
    """Which variant of the item this is; empty for the item as it stands."""
    seen: Seen
    seconds: float
    pace: float = 1.0
    """How many times slower than on two idle cores the machine was; see `eval.runs.pace`."""

    @property
    def observed(self) -> Observed:
        """Return the reply."""
        return self.seen.observed


class Trace(Value):
    """What became of one item, once."""

    dataset: str
    item: str
    repeat: int = 0
    exchanges: tuple[Exchange, ...] = ()
    fault: str = ""
    """Why the item could not be put to the subject; empty when it could."""

    @property
    def key(self) -> tuple[str, int]:
        """Return what tells this trace from the others of a run."""
        return self.item, self.repeat

    @property
    def only(self) -> Exchange:
        """Return the exchange of an item of one message; the first of several."""
        return self.exchanges[0]
