"""`spro eval data`: the labelled messages."""

from pathlib import Path
from typing import Annotated

import typer

from eval.cli.options import Facts, Page

app = typer.Typer(help="Les messages étiquetés : contrôler, ajouter, relire, compter.")


@app.command()
def check(
    facts: Facts = None,
    as_json: Annotated[bool, typer.Option("--json", help="Lisible par un programme.")] = False,
) -> None:
    """Contrôler les messages : forme, doublons, fuites, sources citées, publics présents."""
    from eval.data.commands import check_data

    raise typer.Exit(check_data(facts, as_json=as_json))


@app.command()
def add(
    dataset: Annotated[str, typer.Argument(help="Jeu de données.")],
    file: Annotated[
        Path | None, typer.Argument(help="Fichier JSON d'un message ; - pour l'entrée standard.")
    ] = None,
) -> None:
    """Ajouter un message, s'il passe les contrôles."""
    from eval.data.commands import add_item

    raise typer.Exit(add_item(dataset, file))


@app.command()
def review(
    dataset: Annotated[str, typer.Argument(help="Jeu de données.")],
    reviewer: Annotated[str, typer.Option(help="Qui relit.")],
    limit: Annotated[int, typer.Option(min=1, help="Messages dans une séance.")] = 20,
    facts: Facts = None,
) -> None:
    """Relire les étiquettes une à une : d'accord, ou discuter."""
    from eval.data.commands import review_items

    raise typer.Exit(review_items(dataset, reviewer, facts=facts, limit=limit))


@app.command()
def coverage(
    write: Page = None,
) -> None:
    """Compter les messages par public, département, registre, état de relecture."""
    from eval.data.commands import show_coverage

    raise typer.Exit(show_coverage(write))
