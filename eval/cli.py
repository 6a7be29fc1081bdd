"""`spro eval`: the commands of evaluation; each imports its work when it is called."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="Mesurer l'assistant sur les messages étiquetés du dépôt.",
    invoke_without_command=True,
    no_args_is_help=False,
)
data = typer.Typer(help="Les messages étiquetés : contrôler, ajouter, relire, compter.")
app.add_typer(data, name="data")

Split = Annotated[str, typer.Option(help="development, ou test pour un bilan final.")]
Tasks = Annotated[list[str] | None, typer.Option("--task", help="Une tâche (répétable).")]
Out = Annotated[Path, typer.Option(help="Dossier où chaque mesure a le sien.")]
Base = Annotated[
    Path | None, typer.Option(help="Mesure à laquelle comparer : son dossier ou son fichier.")
]
Served = Annotated[
    bool, typer.Option("--served", help="Sur la base servie, non sur les seules fiches du dépôt.")
]
Subjects = Annotated[
    list[str] | None,
    typer.Option(
        "--subject",
        help="assistant, recipe, http://…, modèle@http://…, recipe+modèle@… (répétable).",
    ),
]
Judge = Annotated[str, typer.Option(help="Modèle juge, modèle@http://… ; clé dans SPRO_EVAL_KEY.")]
Resume = Annotated[Path | None, typer.Option(help="Dossier d'une mesure arrêtée, à reprendre.")]
Repeats = Annotated[int, typer.Option(min=1, help="Fois où chaque message est posé.")]
Workers = Annotated[int, typer.Option(min=1, help="Messages posés à la fois.")]
Quick = Annotated[bool, typer.Option("--quick", help="Sans les mesures lentes (ragas).")]
Suite = Annotated[bool, typer.Option("--frozen", help="Seulement la petite suite figée.")]
Page = Annotated[Path | None, typer.Option(help="Page où écrire le tableau, entre ses marques.")]
Facts = Annotated[Path | None, typer.Option(help="Dossier des faits vérifiés, s'il est là.")]
Run = Annotated[Path, typer.Argument(help="Dossier ou fichier d'une mesure.")]

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
    results: Out = RESULTS,
    resume: Resume = None,
    base: Base = None,
) -> None:
    """Poser les messages, noter les réponses, écrire les rapports."""
    from assistant.settings import read_settings
    from eval.commands.measure import Request
    from eval.commands.measure import measure as work

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
        results=results,
        resume=resume,
        base=base,
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
) -> None:
    """Écrire à nouveau les rapports d'une mesure, sans rien reposer."""
    from eval.commands.report import report as work

    raise typer.Exit(work(run, tuple(beside or ()), base, page))


@app.command()
def compare(run: Run, base: Run) -> None:
    """Dire ce qui a changé entre deux mesures, au-delà du hasard."""
    from eval.commands.report import compare as work

    raise typer.Exit(work(run, base))


@app.command()
def gate(
    run: Run,
    base: Base = None,
    thresholds: Annotated[Path | None, typer.Option(help="Fichier des seuils.")] = None,
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
    fault: Annotated[list[str] | None, typer.Option(help="Une panne (répétable).")] = None,
    page: Page = None,
) -> None:
    """Planter des pannes dans l'assistant et vérifier que chacune est vue."""
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
        Path | None, typer.Argument(help="Dossier des échantillons masqués.")
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


@data.command()
def check(
    facts: Facts = None,
    as_json: Annotated[bool, typer.Option("--json", help="Lisible par un programme.")] = False,
) -> None:
    """Contrôler les messages : forme, doublons, fuites, sources citées, publics présents."""
    from eval.data.commands import check_data

    raise typer.Exit(check_data(facts, as_json=as_json))


@data.command()
def add(
    dataset: Annotated[str, typer.Argument(help="Jeu de données.")],
    file: Annotated[
        Path | None, typer.Argument(help="Fichier JSON d'un message ; - pour l'entrée standard.")
    ] = None,
) -> None:
    """Ajouter un message, s'il passe les contrôles."""
    from eval.data.commands import add_item

    raise typer.Exit(add_item(dataset, file))


@data.command()
def review(
    dataset: Annotated[str, typer.Argument(help="Jeu de données.")],
    reviewer: Annotated[str, typer.Option(help="Qui relit.")],
    limit: Annotated[int, typer.Option(min=1, help="Messages dans une séance.")] = 20,
    facts: Facts = None,
) -> None:
    """Relire les étiquettes une à une : d'accord, ou discuter."""
    from eval.data.commands import review_items

    raise typer.Exit(review_items(dataset, reviewer, facts=facts, limit=limit))


@data.command()
def coverage(
    write: Page = None,
) -> None:
    """Compter les messages par public, département, registre, état de relecture."""
    from eval.data.commands import show_coverage

    raise typer.Exit(show_coverage(write))
