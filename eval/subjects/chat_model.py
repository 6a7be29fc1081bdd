"""Any OpenAI-compatible chat, asked once a call; what it costs is counted with its reply."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias
from urllib.parse import urlsplit, urlunsplit

from openai import OpenAI, OpenAIError

from corpus.model.errors import SproError
from eval.subjects.repeats import this_repeat

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
        seed: int = 0,
        longest: int = 800,
        stop: Sequence[str] = (),
    ) -> None:
        self.model = model
        self.base_url = _bare(base_url)
        self._temperature = temperature
        self._seed = seed
        self._longest = longest
        self._stop = list(stop) or None
        self._client = OpenAI(
            base_url=base_url, api_key=key or _NO_KEY, timeout=timeout, max_retries=1
        )

    @property
    def address(self) -> str:
        """Return `model@address`, without what would let anybody in."""
        return f"{self.model}@{self.base_url}"

    @property
    def settings(self) -> Mapping[str, str]:
        """Return what a reply depends on, beside the messages and the seed of a call."""
        return {
            "model": self.model,
            "address": self.base_url,
            "temperature": str(self._temperature),
            "longest": str(self._longest),
            "stop": repr(self._stop or []),
        }

    @property
    def versions(self) -> Mapping[str, str]:
        """Return what a run says of the model it asked; a repeat adds its number to the seed."""
        told = ("model", "address", "temperature")
        return {**{key: self.settings[key] for key in told}, "seed": str(self._seed)}

    def write(self, prompt: str) -> str:
        """Return what the model writes after one message of the user; ModelError as `complete`."""
        return self.complete([Message(role="user", content=prompt)]).text

    def complete(self, messages: Sequence[Message], seed: int | None = None) -> Completion:
        """Return what the model writes after these messages.

        Without a seed of its own, a call uses that of the model plus the repeat being asked.

        Raises:
            ModelError: it could not be asked, or said nothing.
        """
        told: list[ChatCompletionMessageParam] = [_param(message) for message in messages]
        try:
            reply = self._client.chat.completions.create(
                model=self.model,
                messages=told,
                temperature=self._temperature,
                seed=self._seed + this_repeat() if seed is None else seed,
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


def _bare(url: str) -> str:
    """Return an address without the name and password it may hold, nor its query."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
