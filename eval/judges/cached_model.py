"""A model whose replies are kept on the disk by the content of the call."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Lock

from corpus.store.files import write_atomically
from eval.judges.spending import Spending
from eval.subjects.chat_model import ChatModel, Completion, Message


@dataclass(frozen=True, slots=True, kw_only=True)
class CachedModel:
    """Ask a model once for the same prompt, seed and settings; one small file a reply."""

    model: ChatModel
    folder: Path
    spending: Spending
    _writing: Lock = field(default_factory=Lock, init=False, repr=False, compare=False)

    def complete(self, prompt: str, seed: int) -> Completion:
        """Return the reply to a prompt; ModelError when it can't be had."""
        path = self._path(prompt, seed)
        if (kept := _read(path)) is not None:
            self.spending.spared()
            return kept
        completion = self.model.complete([Message(role="user", content=prompt)], seed)
        self.spending.paid(completion)
        with self._writing:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, json.dumps(asdict(completion), ensure_ascii=False))
        return completion

    def forget(self, prompt: str, seed: int) -> None:
        """Drop a reply nobody could read, so that another run asks again."""
        self._path(prompt, seed).unlink(missing_ok=True)

    def _path(self, prompt: str, seed: int) -> Path:
        """Return where a reply is kept."""
        call = [dict(self.model.settings), seed, prompt]
        digest = hashlib.sha256(json.dumps(call, sort_keys=True).encode()).hexdigest()
        return self.folder / digest[:2] / f"{digest}.json"


def _read(path: Path) -> Completion | None:
    """Return a reply kept; none when there is none, or it is damaged."""
    try:
        return Completion(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
