"""A model that says what a test wants, whatever it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from eval.judges.cached_model import CachedModel
from eval.judges.spending import Price, Spending
from eval.subjects.chat_model import Completion, Message, ModelError


@dataclass
class FakeModel:
    """Says its replies one by one, the last one for ever; an empty one is a failure."""

    replies: list[str] = field(default_factory=list)
    asked: list[tuple[str, int]] = field(default_factory=list)
    model: str = "essai"
    temperature: float = 0.3

    @property
    def settings(self) -> dict[str, str]:
        return {"model": self.model, "temperature": str(self.temperature)}

    def complete(self, messages: Sequence[Message], seed: int | None = None) -> Completion:
        (message,) = messages
        self.asked.append((message.content, seed))
        said, self.replies = self.replies[0], self.replies[1:] or self.replies
        if not said:
            raise ModelError(self.model)
        return Completion(text=said, read=100, written=10)


@pytest.fixture
def model():
    return FakeModel()


@pytest.fixture
def cached(model, tmp_path):
    spending = Spending(price=Price(read=2.0, written=10.0))
    return CachedModel(model=model, folder=tmp_path / "calls", spending=spending)
