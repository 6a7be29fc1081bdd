"""Any OpenAI-compatible chat, asked once a call; what it costs is counted with its reply."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from openai import OpenAI, OpenAIError

from corpus.model.errors import SproError

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion, ChatCompletionMessageParam

Role: TypeAlias = Literal["system", "user"]
_NO_KEY: Final = "none"
"""What is sent where no key is asked for: the client refuses to send nothing."""


class ModelError(SproError):
    """A model did not answer, or not in the form of the API."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is put to the model."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """What a model wrote, and the tokens it read and wrote, as it counts them itself."""

    text: str
    read: int = 0
    written: int = 0


class ChatModel:
    """A model at an address; safe to ask from several threads at once."""

    def __init__(
        self,
        *,
        base_url: str,
        model: str,
        key: str = "",
        timeout: float = 120.0,
        temperature: float = 0.0,
        longest: int = 800,
        stop: Sequence[str] = (),
    ) -> None:
        self.model = model
        self.temperature = temperature
        self._longest = longest
        self._stop = list(stop) or None
        self._client = OpenAI(
            base_url=base_url, api_key=key or _NO_KEY, timeout=timeout, max_retries=1
        )

    def complete(self, messages: Sequence[Message], seed: int = 0) -> Completion:
        """Return what the model writes after these messages.

        Raises:
            ModelError: it could not be asked, or said nothing.
        """
        told: list[ChatCompletionMessageParam] = [_param(message) for message in messages]
        try:
            reply = self._client.chat.completions.create(
                model=self.model,
                messages=told,
                temperature=self.temperature,
                seed=seed,
                max_tokens=self._longest,
                stop=self._stop,
            )
        # A body that is not JSON is a ValueError, whatever the client makes of the rest.
        except (OpenAIError, ValueError) as error:
            msg = f"{self.model} : {type(error).__name__} : {error}"
            raise ModelError(msg) from error
        return self._read(reply)

    def close(self) -> None:
        """Release the connections; the model can't be asked afterwards."""
        self._client.close()

    def _read(self, reply: "ChatCompletion") -> Completion:
        """Return what stands in a reply; a server may send any JSON, whatever the types say."""
        try:
            text, usage = reply.choices[0].message.content, reply.usage
            read = usage.prompt_tokens if usage else 0
            written = usage.completion_tokens if usage else 0
        except (AttributeError, IndexError, TypeError) as error:
            msg = f"{self.model} : not the form of the API ({error})"
            raise ModelError(msg) from error
        if not isinstance(text, str) or not text.strip():
            msg = f"{self.model} : no text in the reply"
            raise ModelError(msg)
        return Completion(text=text.strip(), read=read, written=written)


def _param(message: Message) -> "ChatCompletionMessageParam":
    """Return a message as the client wants it."""
    if message.role == "system":
        return {"role": "system", "content": message.content}
    return {"role": "user", "content": message.content}
