"""`spro eval`: the commands of evaluation; each imports its work when it is called."""

from pathlib import Path
from typing import Annotated

import typer

from eval.cli import data
from eval.cli.options import (
    Base,
    Floors,
    Judge,
    Out,
    Page,
    Prices,
    Quick,
    Repeats,
    Resume,
    Run,
    Served,
    Split,
    Subjects,
    Suite,
    Tasks,
    Users,
    Workers,
)

app = typer.Typer(
    help="Mesurer l'assistant sur les messages étiquetés du dépôt.",
    invoke_without_command=True,
    no_args_is_help=False,
)
app.add_typer(data.app, name="data")

RESULTS = Path("eval/results")


@app.callback()
def default(context: typer.Context) -> None:
    """Mesurer tout, avec les réglages d'usage, quand aucune commande n'est donnée."""
    if context.invoked_subcommand is None:
        measure()


@app.command(name="run")
def measure(
    split: Split = "development",
    task: Tasks = None,
    subject: Subjects = None,
    frozen: Suite = False,
    served: Served = False,
    repeats: Repeats = 1,
    workers: Workers = 2,
    quick: Quick = False,
    judge: Judge = "",
    price: Prices = None,
    users: Users = "",
    results: Out = RESULTS,
    resume: Resume = None,
    base: Base = None,
    thresholds: Floors = None,
) -> None:
    """Poser les messages, noter les réponses, écrire les rapports."""
    from assistant.settings import read_settings
    from eval.commands.measure import Request
    from eval.commands.measure import measure as work
    from eval.judges.spending import Price

    request = Request(
        split=split,
        tasks=tuple(task or ()),
        subjects=tuple(subject or ("assistant", "recipe")),
        frozen=frozen,
        served=served,
        repeats=repeats,
        workers=workers,
        quick=quick,
        judge=judge,
        price=Price(read=price[0], written=price[1]) if price else None,
        users=users,
        results=results,
        resume=resume,
        base=base,
        thresholds=thresholds,
    )
    raise typer.Exit(work(read_settings(), request))


@app.command()
def report(
    run: Run,
    beside: Annotated[
        list[Path] | None, typer.Option(help="Mesure à montrer à côté (répétable).")
    ] = None,
    base: Base = None,
    page: Page = None,
    thresholds: Floors = None,
) -> None:
    """Écrire à nouveau les rapports d'une mesure, sans rien reposer."""
    from eval.commands.report import report as work

    raise typer.Exit(work(run, tuple(beside or ()), base, page, thresholds))


@app.command()
def compare(run: Run, base: Run) -> None:
    """Dire ce qui a changé entre deux mesures, au-delà du hasard."""
    from eval.commands.report import compare as work

    raise typer.Exit(work(run, base))


@app.command()
def gate(
    run: Run,
    base: Base = None,
    thresholds: Floors = None,
    badge: Annotated[Path | None, typer.Option(help="Fichier SVG du badge à écrire.")] = None,
) -> None:
    """Refuser (code 1) une mesure sous un plancher ou en net recul, en nommant les messages."""
    from eval.commands.gate import judge as work

    raise typer.Exit(work(run, base, thresholds, badge))


@app.command()
def freeze(
    draw: Annotated[
        bool, typer.Option("--draw", help="Tirer à nouveau la suite, pas seulement sa base.")
    ] = False,
) -> None:
    """Mesurer la suite figée et en faire la base de comparaison des prochains changements."""
    from assistant.settings import read_settings
    from eval.commands.freeze import freeze as work

    raise typer.Exit(work(read_settings(), draw=draw))


@app.command()
def faults(
    fault: Annotated[list[str] | None, typer.Option(help="Un défaut (répétable).")] = None,
    page: Page = None,
) -> None:
    """Introduire exprès des défauts dans l'assistant et vérifier que chacun est vu."""
    from assistant.settings import read_settings
    from eval.commands.faults import faults as work

    raise typer.Exit(work(read_settings(), tuple(fault or ()), page))


@app.command()
def neutrality(
    split: Split = "development",
    served: Served = False,
    results: Out = RESULTS,
) -> None:
    """Poser chaque question sous de nombreux traits et montrer, mot à mot, ce qui change."""
    from assistant.settings import read_settings
    from eval.commands.neutrality import neutrality as work

    raise typer.Exit(work(read_settings(), split=split, served=served, results=results))


@app.command()
def retrieval(
    split: Split = "development",
    write: Annotated[
        Path | None, typer.Option(help="Page où écrire les chiffres, entre ses marques.")
    ] = None,
) -> None:
    """Mesurer compréhension et recherche, à côté de méthodes simples et sans chaque pièce."""
    from assistant.settings import read_settings
    from eval.commands.retrieval import retrieval as work

    raise typer.Exit(work(read_settings(), split=split, page=write))


@app.command()
def agreement(
    run: Run,
    labels: Annotated[Path, typer.Argument(help="JSONL : item, measure, label de 0 à 1.")],
) -> None:
    """Dire combien le modèle juge s'accorde avec des personnes (kappa de Cohen)."""
    from eval.commands.agreement import agree as work

    raise typer.Exit(work(run, labels))


@app.command()
def live(
    samples: Annotated[
        Path | None,
        typer.Argument(help="Dossier des échantillons masqués.", exists=True, file_okay=False),
    ] = None,
    quota: Annotated[int, typer.Option(min=1, help="Au plus, par jour et par site.")] = 200,
    purge: Annotated[
        bool, typer.Option("--purge", help="Effacer les lignes de plus de 30 jours.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Lisible par un programme.")] = False,
) -> None:
    """Noter les échantillons masqués d'un service en marche et signaler les dérives."""
    from datetime import UTC, datetime

    from assistant.settings import read_settings
    from eval.live.report import live as work

    folder = samples or read_settings().home / "samples"
    today = datetime.now(UTC).date()
    raise typer.Exit(work(folder, quota=quota, purge=purge, today=today, as_json=as_json))
