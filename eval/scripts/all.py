"""How the items of each data set are put to a subject."""

from collections.abc import Mapping
from typing import Final

from eval.scripts.base import Script, single
from eval.scripts.converse import converse
from eval.scripts.twins import twins

SCRIPTS: Final[Mapping[str, Script]] = {
    "abstention": single,
    "attacks": single,
    "crisis": single,
    "dialogues": converse,
    "followups": single,
    "neutrality": twins,
    "occupations": single,
    "privacy": single,
    "referral": single,
    "retrieval": single,
}
"""Every data set, in the order they are asked."""
