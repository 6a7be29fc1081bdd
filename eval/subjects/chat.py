"""Another chat, asked as anybody would: no sources, no directory, no notion of an outcome."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.question import Turn
from corpus.model.organisation import Organisation
from eval.subjects.base import SubjectError
from eval.subjects.bodies import bodies_named
from eval.subjects.chat_model import ChatModel, Message, ModelError
from eval.subjects.words import file_name, prompt_version, read_prompt, sentences_of
from eval.trace.observed import Observed, Said
from eval.trace.trace import Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """Ask a chat at an address; `organisations` are the bodies looked for in what it writes."""

    base_url: str
    model: str
    key: str = field(default="", repr=False)
    organisations: Sequence[Organisation] = ()
    temperature: float = 0.0
    seed: int = 0
    """Added to the number of a repeat, which draws anew above temperature 0."""
    _asked: ChatModel = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the client, one for all threads."""
        asked = ChatModel(
            base_url=self.base_url,
            model=self.model,
            key=self.key,
            temperature=self.temperature,
            seed=self.seed,
        )
        object.__setattr__(self, "_asked", asked)

    @property
    def name(self) -> str:
        """Return the model's name as a file may bear it."""
        return file_name(self.model)

    @property
    def versions(self) -> Mapping[str, str]:
        """Return the model, how it is asked, and the version of the prompt."""
        return {**self._asked.versions, "prompts": prompt_version("chat")}

    def ask(self, turn: Turn) -> Seen:
        """Return what the chat writes after the user's messages; the profile is not told."""
        told = (Message(role="user", content=text) for text in (*turn.history, turn.text))
        try:
            written = self._asked.complete(
                (Message(role="system", content=read_prompt("chat")), *told)
            )
        except ModelError as error:
            raise SubjectError(str(error)) from error
        return Seen(observed=written_reply(written.text, self.organisations))

    def close(self) -> None:
        """Release the connections; nothing can be asked afterwards."""
        self._asked.close()


def written_reply(text: str, organisations: Sequence[Organisation]) -> Observed:
    """Return free text as a reply: its sentences, and the bodies it names."""
    return Observed(
        outcome=None,
        sentences=tuple(Said(text=sentence) for sentence in sentences_of(text)),
        bodies=bodies_named(text, organisations),
    )
