"""The command line of the benchmark of growth."""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from assistant.settings import ROOT, Settings
from corpus.embedding.bundled.embedder import open_bundled
from corpus.embedding.ports import Embedder
from corpus.model.errors import SproError
from eval.bench.answers import read_questions
from eval.bench.growth.own import read_own
from eval.bench.growth.page import MARK, section, write_json, write_page
from eval.bench.growth.run import GrowthFigures, Plan, run
from eval.bench.growth.told import Watch, tell
from eval.pages import with_between

SIZES: Final = (1_000, 10_000, 100_000, 1_000_000)
RESULTS: Final = ROOT / "eval" / "results" / "growth.json"


def growth(
    arguments: Sequence[str],
    opens: Callable[[], Embedder] | None = None,
    sources: Path | None = None,
) -> int:
    """Measure, print and write; return 1, and say why, when a part can't be measured or fails.

    `opens` opens the embedder, here and in other processes: the bundled one when absent. `sources`
    is where our own records are: in the repository when absent.
    """
    options = _parser().parse_args(arguments)
    settings = Settings()
    plan = Plan(
        home=options.home,
        sizes=options.sizes,
        opens=opens or partial(open_bundled, settings.embedder_cache, settings.threads),
        settings=settings,
        questions=read_questions(),
        rounds=options.rounds,
        load_seconds=options.load_seconds,
    )
    try:
        if options.write:
            # Before hours of work, not after: a page without marks is refused.
            with_between(options.write, MARK, "")
        tell("… reading our own records")
        own = read_own(plan.home, sources or settings.sources, plan.opens(), Watch("own", tell))
        figures = run(plan, own, tell)
        sys.stdout.write(f"{section(figures)}\n")
        write_json(options.results, figures)
        if options.write:
            write_page(options.write, figures)
    except SproError as error:
        tell(str(error))
        return 1
    return _judged(figures)


def _judged(figures: GrowthFigures) -> int:
    """Return 1, and say why, when somebody was left without an answer."""
    crowds = [size.crowd.crowd for size in figures.sizes if size.crowd]
    failed = [crowd for crowd in crowds if crowd.errors]
    for crowd in failed:
        tell(f"{crowd.errors} errors with {crowd.clients} people at once, the first: {crowd.error}")
    return 1 if failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m eval.bench.growth",
        description="Measure search at several sizes of the knowledge base, beside exact search.",
    )
    add = parser.add_argument
    add(
        "--sizes",
        type=_sizes,
        default=SIZES,
        help=f"numbers of passages, {','.join(map(str, SIZES))} by default",
    )
    add(
        "--home",
        type=Path,
        required=True,
        help="folder of the knowledge bases; a size already finished there is not built again",
    )
    add("--rounds", type=_positive, default=5, help="times every question is asked, 5 by default")
    add(
        "--load-seconds",
        type=_positive,
        default=20,
        help="how long people ask, one alone and then many, 20 by default",
    )
    add("--write", type=Path, help="page whose section is replaced, with its drawing beside it")
    add("--results", type=Path, default=RESULTS, help="file for programs")
    return parser


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(sorted({_positive(size) for size in text.split(",")}))


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        message = "at least 1"
        raise argparse.ArgumentTypeError(message)
    return number
