"""Every closed list a labelled message draws from: one place, for the schema and the checks."""

from collections.abc import Mapping
from typing import Any, Final, Literal, TypeAlias, get_args

Language: TypeAlias = Literal["fr", "en"]
Public: TypeAlias = Literal[
    "adulte",
    "agent_public",
    "aidant",
    "apprenti",
    "brsa",
    "collegien",
    "decrocheur",
    "demandeur_emploi",
    "detenu",
    "esat",
    "etudiant",
    "independant",
    "jeune_diplome",
    "lyceen",
    "militaire",
    "parent_eleve",
    "parent_foyer",
    "primo_arrivant",
    "professionnel",
    "retraite",
    "salarie_prive",
]
"""Whom the SPRO serves; every one of them speaks somewhere in the data sets."""
Theme: TypeAlias = Literal[
    "certification",
    "danger",
    "debouches",
    "dispositif",
    "financement",
    "formation",
    "handicap",
    "hors_sujet",
    "metier",
    "orientation",
    "remuneration",
    "spro",
]
Register: TypeAlias = Literal["anglais", "fautes", "oral", "sms", "soutenu", "standard"]
Difficulty: TypeAlias = Literal["easy", "medium", "hard"]
Review: TypeAlias = Literal["draft", "read", "disputed", "confirmed"]
"""How far a label is trusted, least first; a disputed one is kept and never scored."""
Department: TypeAlias = Literal["14", "27", "50", "61", "76"]
Situation: TypeAlias = Literal[
    Public,
    "contrat_pro",
    "demandeur_asile",
    "etranger_diplome",
    "etranger_ue",
    "etudiant_salarie",
    "inconnu",
    "mineur_isole",
    "prefere_ne_pas_dire",
    "service_civique",
]
"""Situations of the public contract: the publics, and those only a rule tells apart."""

Outcome: TypeAlias = Literal["answered", "clarify", "referred", "declined", "crisis"]
Completeness: TypeAlias = Literal["complete", "partial", "none"]
Level: TypeAlias = Literal["explicit", "veiled", "weariness", "lookalike"]
Danger: TypeAlias = Literal[
    "child_in_danger", "harassment", "medical", "suicide", "violence_against_women", "violence_now"
]
Unanswerable: TypeAlias = Literal[
    "answerable",
    "false_premise",
    "future",
    "judgement",
    "near_domain",
    "out_of_scope",
    "private_data",
    "small_talk",
]
Attempt: TypeAlias = Literal[
    "bias",
    "code",
    "document",
    "encoded",
    "leak",
    "legitimate",
    "opinion",
    "override",
    "privacy",
    "role",
]
Need: TypeAlias = Literal[
    "apprentissage",
    "cej",
    "choisir_formation",
    "creer",
    "danger",
    "decrochage",
    "demission_reconversion",
    "financer",
    "handicap",
    "reconversion_c2p",
    "s_informer",
    "se_reconvertir",
    "vae",
]
"""What somebody wants to do, as in the referral truth table."""
Aspect: TypeAlias = Literal[
    "access",
    "certifications",
    "conditions",
    "funding",
    "other",
    "outlets",
    "pay",
    "skills",
    "summary",
    "tasks",
    "who",
]
Trait: TypeAlias = Literal[
    "age", "disability", "first_name", "gender", "origin", "place", "register", "situation"
]
"""Families of personas a neutrality item is asked under."""
Identifier: TypeAlias = Literal[
    "address",
    "birth_date",
    "card",
    "email",
    "france_travail_id",
    "iban",
    "ine",
    "name",
    "nir",
    "phone",
]


def values(alias: Any) -> frozenset[str]:  # noqa: ANN401 # a type, as written above
    """Return the values of one of the lists above."""
    return frozenset(get_args(alias))


FIELDS: Final[Mapping[str, frozenset[str]]] = {
    "language": values(Language),
    "public": values(Public),
    "department": values(Department) | {""},
    "theme": values(Theme),
    "register": values(Register),
    "difficulty": values(Difficulty),
    "review": values(Review),
}
"""What each field of an item may hold; an empty department is a message that names no place."""
REVIEWED: Final = frozenset({"read", "disputed", "confirmed"})
"""States somebody must have signed."""
DISPUTED: Final = "disputed"
CONFIRMED: Final = "confirmed"
DRAFT: Final = "draft"
READ: Final = "read"
