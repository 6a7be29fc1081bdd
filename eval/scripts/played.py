"""A simulated user played by a model: the same person, in words nobody wrote beforehand."""

from dataclasses import replace
from typing import Final, Protocol

from assistant.profile import UNKNOWN
from assistant.question import Turn
from assistant.text import fold, numbers
from corpus.model.errors import SproError
from eval.data.item import Item
from eval.scripts.base import Put, Script, Talk
from eval.scripts.converse import LONGEST, RATHER_NOT, Person, first, labelled, profile_of
from eval.scripts.telling import LEAVES, prompt_of
from eval.trace.observed import Choice, Observed

SCRIPTED: Final = "scripted"
"""Mark, in the label, of a message the model did not write."""
MOST: Final = 600
"""Characters a message may have: a longer one is not what a person would send."""
_WRAPPED: Final = " \n\"'«»“”\u00a0\u202f"
_AROUND: Final = " .!?\u00a0\u202f"


class Writer(Protocol):
    """Writes what a prompt asks for."""

    def write(self, prompt: str) -> str:
        """Return what is written.

        Raises:
            SproError: nothing could be written.
        """
        ...


class _UnusableError(SproError):
    """What was written is not what this person would send."""


def played(writer: Writer) -> Script:
    """Return the script whose person is played by `writer` after the first message.

    When the model fails, or makes the person lie or tell what they refuse to, the scripted person
    speaks instead, and the label says so.
    """

    def script(item: Item) -> Talk:
        person = Person.of(item)
        turn: Turn | None = first(item)
        how = ""
        for number in range(1, LONGEST + 1):
            if turn is None:
                return
            observed = yield Put(turn=turn, label=labelled(number, how))
            person.heard(observed)
            if number < LONGEST:
                turn, how = _next(writer, person, turn, observed)

    return script


def _next(
    writer: Writer, person: Person, turn: Turn, observed: Observed
) -> tuple[Turn | None, str]:
    """Return the next message, if the person goes on, and `SCRIPTED` when the model failed."""
    # The scripted person goes on beside, to take over where they would be by then.
    scripted = person.next(turn, observed)
    try:
        return _spoken(writer, person, turn, observed), ""
    except SproError:
        return scripted, SCRIPTED


def _spoken(writer: Writer, person: Person, turn: Turn, observed: Observed) -> Turn | None:
    """Return the next message as the model writes it, or nothing when the person leaves."""
    history = (*turn.history, turn.text)
    written = writer.write(prompt_of(person, history))
    if LEAVES in written:
        return None
    said = written.strip(_WRAPPED)
    option = _chosen(said, observed)
    _check(person, said, option)
    known = profile_of(option.profile) if option else UNKNOWN
    return replace(turn, text=said, history=history, profile=known.completed_by(turn.profile))


def _chosen(said: str, observed: Observed) -> Choice | None:
    """Return the option a message copies, if it does: it counts as a click."""
    options = observed.asked.options if observed.asked else ()
    return next((one for one in options if _bare(one.label) == _bare(said)), None)


def _check(person: Person, said: str, option: Choice | None) -> None:
    """Refuse what this person would not send.

    Raises:
        _UnusableError: it is empty or endless, says what they refuse to, or something false.
    """
    truth = person.item.expected["truth"]
    hidden = {str(truth[name]) for name in person.refused if name in truth}
    if not said or len(said) > MOST or hidden & numbers(said):
        raise _UnusableError(said)
    stated = option.profile if option else {}
    for name, value in stated.items():
        told = name not in person.refused and person.told.get(name, value) == value
        if value != RATHER_NOT and not told:
            raise _UnusableError(said)


def _bare(text: str) -> str:
    """Return words as they compare."""
    return fold(text).strip(_AROUND)
