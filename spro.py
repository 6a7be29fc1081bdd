"""The command line: a thin door that assembles each package's own commands.

Exit codes: 0 fine, 1 the job found a failure, 2 wrong use.
Packages are imported by the command that needs them, so that `--help` answers at once.
"""

import io
import sys
from typing import Annotated

import typer

from eval.cli.main import app as evaluation

app = typer.Typer(
    help="Assistant d'orientation du SPRO de Normandie.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.add_typer(evaluation, name="eval")

Json = Annotated[bool, typer.Option("--json", help="Résultat lisible par un programme.")]


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="La question, avec vos mots.")],
    profile: Annotated[
        str, typer.Option(help='Situation, par exemple "situation=salarie_prive commune=76351".')
    ] = "",
    language: Annotated[str, typer.Option(help="fr ou en.")] = "fr",
    as_json: Json = False,
) -> None:
    """Répondre à une question dans le terminal, avec les sources."""
    from api.commands import ask as run

    raise typer.Exit(run(question, profile=profile, language=language, as_json=as_json))


@app.command()
def search(
    question: Annotated[str, typer.Argument(help="La question, avec vos mots.")],
    kind: Annotated[
        str | None, typer.Option(help="occupation, certification, scheme ou organisation.")
    ] = None,
    limit: Annotated[int, typer.Option(help="Passages montrés, 50 au plus.")] = 10,
    as_json: Json = False,
) -> None:
    """Montrer les passages trouvés pour une question, et pourquoi."""
    from api.commands import search as run

    raise typer.Exit(run(question, kind=kind, limit=limit, as_json=as_json))


@app.command()
def ingest(
    local: Annotated[
        bool, typer.Option("--local", help="Seulement les fiches du dépôt, sans données ouvertes.")
    ] = False,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Reconstruire même si rien n'a changé.")
    ] = False,
    accept_absent: Annotated[
        bool,
        typer.Option("--accept-absent", help="Servir sans une source dont le fichier a disparu."),
    ] = False,
    as_json: Json = False,
) -> None:
    """Construire ou rafraîchir la base de connaissances."""
    from assistant.settings import read_settings
    from ingest.commands import run
    from ingest.settings import IngestSettings

    settings = read_settings()
    inputs = IngestSettings(
        home=settings.home,
        sources=(settings.sources,),
        data=settings.data if settings.data.is_dir() else None,
        only_local=local,
        rebuild=rebuild,
        accept_absent=accept_absent,
    )
    raise typer.Exit(
        run(inputs, cache=settings.embedder_cache, threads=settings.threads, as_json=as_json)
    )


@app.command()
def serve(
    port: Annotated[int | None, typer.Option(help="Port d'écoute.")] = None,
    refresh: Annotated[
        bool, typer.Option(help="Ajouter les données ouvertes en tâche de fond.")
    ] = True,
) -> None:
    """Servir l'assistant ; la base de connaissances est construite au besoin."""
    from api.commands import serve as run

    raise typer.Exit(run(port=port, refresh=refresh))


def main() -> None:
    """Run the command line."""
    from corpus.model.errors import SproError

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that has no "é" shows a mark instead of stopping the answer.
            stream.reconfigure(errors="replace")
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    except SproError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
    except ModuleNotFoundError as error:
        if "eval" not in sys.argv:
            raise
        sys.stderr.write(f"{error.name} manque : pip install 'spro-assistant[eval]'\n")
        sys.exit(2)


if __name__ == "__main__":
    main()
