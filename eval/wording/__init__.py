"""The French sentences of the evaluation: each room keeps its own beside its modules."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from assistant.wording import Wording, wording
from assistant.wording.figures import number_in_words


@dataclass(frozen=True, slots=True)
class Words(Wording):
    """The sentences of one room, keyed `table.name`."""

    def say(self, key: str, **values: object) -> str:
        """Return the sentence of a key, its `{names}` filled; KeyError when there is none."""
        return self(key, **values)

    def counted(self, key: str, number: int, **values: object) -> str:
        """Return the sentence of a key for one or for many, `{n}` being the number."""
        form = "many" if number > 1 else "one"
        return self(f"{key}_{form}", n=number_in_words(str(number), wording()), **values)

    def named(self, kind: str, code: str) -> str:
        """Return what people call a code; the code itself when we have no name for it."""
        return self.sentences.get(f"{kind}.{code}", code)


@cache
def words_of(package: str) -> Words:
    """Return the sentences of a package, read once: the tables of its `*.fr.toml` files."""
    held: dict[str, str] = {}
    for file in sorted(resources.files(package).iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".fr.toml"):
            for table, named in tomllib.loads(file.read_text(encoding="utf-8")).items():
                held |= {f"{table}.{name}": sentence for name, sentence in named.items()}
    return Words(held)
