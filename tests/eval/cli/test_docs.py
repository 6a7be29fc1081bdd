"""What the pages on evaluation promise can be run."""

import re
import shlex
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

import spro

DOCS = Path(__file__).parents[3] / "docs"
BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
EXAMPLES = BLOCK.findall((DOCS / "evaluation-ci.md").read_text(encoding="utf-8"))


def strings(value):
    """Every string of a YAML document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for held in value.values() if isinstance(value, dict) else value:
            yield from strings(held)


def commands(example):
    """The `spro` commands of an example, each as its words."""
    lines = [line for text in strings(yaml.safe_load(example)) for line in text.splitlines()]
    said = [line.strip().removesuffix("&") for line in lines]
    return [shlex.split(line)[1:] for line in said if line.startswith("spro ")]


def parsed(words):
    """Parse a command line without running it."""
    command, context = get_command(spro.app), None
    while hasattr(command, "commands"):
        name, *words = words
        command = command.commands[name]
    context = command.make_context(name, list(words))
    return context.params


@pytest.mark.parametrize("example", EXAMPLES, ids=["github", "gitlab"])
def test_an_example_asks_gates_and_keeps_its_results(example):
    found = commands(example)

    assert [words[:2] for words in found] == [
        ["serve", "--no-refresh"],
        ["eval", "run"],
        ["eval", "gate"],
    ]
    asked, judged = parsed(found[1]), parsed(found[2])
    assert asked["frozen"]
    assert asked["subject"] == ["http://127.0.0.1:8000"]
    assert judged["base"] == Path("base/results.json")


def test_the_actions_of_the_example_are_pinned():
    uses = re.findall(r"uses: \S+@(\S+)", EXAMPLES[0])

    assert uses == ["<digest>"] * 3


def test_every_command_is_in_the_page():
    page = (DOCS / "evaluation.md").read_text(encoding="utf-8")
    group = get_command(spro.app).commands["eval"]

    assert [name for name in group.commands if f"spro eval {name}" not in page] == []
    assert all(
        f"`{name}`" in page or f"data {name}" in page for name in group.commands["data"].commands
    )
