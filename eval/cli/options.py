"""Options several commands of `spro eval` share."""

from pathlib import Path
from typing import Annotated

import typer

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
Judge = Annotated[str, typer.Option(help="Modèle juge, modèle@http://… ; clé dans SPRO_JUDGE_KEY.")]
Prices = Annotated[
    tuple[float, float] | None,
    typer.Option(help="Prix du juge en euros par million de jetons : lus, écrits."),
]
Users = Annotated[
    str, typer.Option(help="Modèle qui joue les personnes, modèle@http://… ; SPRO_USER_KEY.")
]
Resume = Annotated[Path | None, typer.Option(help="Dossier d'une mesure arrêtée, à reprendre.")]
Repeats = Annotated[int, typer.Option(min=1, help="Fois où chaque message est posé.")]
Workers = Annotated[int, typer.Option(min=1, help="Messages posés à la fois.")]
Quick = Annotated[bool, typer.Option("--quick", help="Sans les mesures lentes (ragas).")]
Suite = Annotated[bool, typer.Option("--frozen", help="Seulement la petite suite figée.")]
Floors = Annotated[Path | None, typer.Option(help="Fichier des seuils, au lieu des nôtres.")]
Page = Annotated[Path | None, typer.Option(help="Page où écrire le tableau, entre ses marques.")]
Facts = Annotated[Path | None, typer.Option(help="Dossier des faits vérifiés, s'il est là.")]
Run = Annotated[Path, typer.Argument(help="Dossier ou fichier d'une mesure.")]
Samples = Annotated[
    Path | None,
    typer.Argument(help="Dossier des échantillons masqués.", exists=True, file_okay=False),
]
