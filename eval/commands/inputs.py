"""What commands ask for by name: items, tasks, subjects."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from assistant.settings import Settings
from corpus.embedding.bundled.embedder import BundledEmbedder, open_bundled
from corpus.model.errors import SproError
from eval.commands.words import say
from eval.data.datasets import load
from eval.data.item import DEVELOPMENT, TEST, Item
from eval.data.vocabulary import DISPUTED
from eval.scripts.all import SCRIPTS
from eval.subjects.base import Subject
from eval.subjects.in_process import InProcess
from eval.subjects.opening import Opened, open_assistant, own_records
from eval.tasks.all import TASKS
from eval.tasks.base import Task

if TYPE_CHECKING:
    from eval.subjects.chat_model import ChatModel

ASSISTANT: Final = "assistant"
RECIPE: Final = "recipe"
FROZEN: Final = "frozen"
"""What a run of the frozen suite says it is."""
KEY: Final = "SPRO_EVAL_KEY"
"""Environment variable that holds the key of the chat measured, where it needs one."""
JUDGE_KEY: Final = "SPRO_JUDGE_KEY"
USER_KEY: Final = "SPRO_USER_KEY"
"""Keys of the judge and of the model that plays users: no maker is sent another's."""


class WrongUseError(SproError):
    """What was asked for by name does not exist; the message lists what does."""


@dataclass(slots=True, kw_only=True)
class Inputs:
    """Opens subjects when they are asked for, over one embedder and one knowledge base."""

    settings: Settings
    served: bool = False
    day: date | None = None
    _open: ExitStack = field(default_factory=ExitStack, init=False)
    _embedder: BundledEmbedder | None = field(default=None, init=False)
    _opened: Opened | None = field(default=None, init=False)

    def close(self) -> None:
        """Close what was opened."""
        self._open.close()

    def kept(self, model: "ChatModel") -> "ChatModel":
        """Return a model that is closed with the rest."""
        return self._open.enter_context(closing(model))

    @property
    def embedder(self) -> BundledEmbedder:
        """Return the embedder, opened once."""
        if self._embedder is None:
            self._embedder = open_bundled(self.settings.embedder_cache, self.settings.threads)
        return self._embedder

    @property
    def opened(self) -> Opened:
        """Return the assistant and its knowledge base, opened once."""
        if self._opened is None:
            opening = open_assistant(self.settings, self.embedder, served=self.served, day=self.day)
            self._opened = self._open.enter_context(opening)
        return self._opened

    def subject(self, name: str) -> Subject:
        """Return a subject: `assistant`, `recipe`, an address, a chat, or the recipe with a chat.

        A chat is `model@http://…`, the recipe with one `recipe+model@http://…`.
        """
        recipe, plus, model = name.partition("+")
        if name == ASSISTANT:
            return InProcess(self.opened.assistant)
        if recipe == RECIPE and bool(plus) == bool(model):
            return self._recipe(model)
        if "@http" in name:
            return self._chat(name)
        if name.startswith("http"):
            from eval.subjects.address import Address  # noqa: PLC0415 # extra `eval`

            return self._open.enter_context(closing(Address(name)))
        raise WrongUseError(say("inputs.subject", name=name))

    def _recipe(self, model: str) -> Subject:
        """Return the usual recipe over the same records and the same embedder."""
        from eval.subjects.recipe import build_recipe  # noqa: PLC0415 # extra `eval`

        recipe = build_recipe(
            own_records(self.settings), self.embedder, chat_model(model) if model else None
        )
        return self._open.enter_context(closing(recipe))

    def _chat(self, name: str) -> Subject:
        """Return a chat of another maker, whose bodies are recognised by our directory."""
        from eval.subjects.chat import Chat  # noqa: PLC0415 # extra `eval`

        model, _, address = name.partition("@")
        organisations = tuple(self.opened.kb.organisations.all())
        key = os.environ.get(KEY, "")
        chat = Chat(base_url=address, model=model, key=key, organisations=organisations)
        return self._open.enter_context(closing(chat))


def chat_model(name: str, key: str = KEY, **options: Any) -> "ChatModel":  # noqa: ANN401 # options of the model
    """Return the model at an address, `model@http://…`; `key` names its variable."""
    from eval.subjects.chat_model import ChatModel  # noqa: PLC0415 # extra `eval`

    model, at, address = name.partition("@")
    if not at or not address.startswith("http"):
        raise WrongUseError(say("inputs.model", name=name))
    return ChatModel(base_url=address, model=model, key=os.environ.get(key, ""), **options)


@contextmanager
def inputs(
    settings: Settings, *, served: bool = False, day: date | None = None
) -> Iterator[Inputs]:
    """Give what subjects are made of, and close it at the end."""
    found = Inputs(settings=settings, served=served, day=day)
    try:
        yield found
    finally:
        found.close()


def tasks_named(names: Sequence[str]) -> tuple[Task, ...]:
    """Return the tasks of these names, all of them when none is named."""
    known = {task.name: task for task in TASKS}
    if unknown := [name for name in names if name not in known]:
        raise WrongUseError(say("inputs.task", names=", ".join(unknown), known=", ".join(known)))
    return tuple(known[name] for name in names) if names else TASKS


def items_of(split: str) -> Mapping[str, list[Item]]:
    """Return the items of one split by data set; those whose label is disputed are left out."""
    if split not in {DEVELOPMENT, TEST}:
        raise WrongUseError(say("inputs.split", name=split))
    return {
        name: [i for i in load(name) if i.split == split and i.review != DISPUTED]
        for name in SCRIPTS
    }
