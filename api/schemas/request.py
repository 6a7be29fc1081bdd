"""What a client sends to `/v1/chat`."""

from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from assistant.profile import Profile
from assistant.question import Turn

EARLIER_MESSAGES = 20
"""Earlier messages of the user that are read, the latest ones."""

Situation: TypeAlias = Literal[
    "adulte",
    "agent_public",
    "aidant",
    "apprenti",
    "brsa",
    "collegien",
    "contrat_pro",
    "decrocheur",
    "demandeur_asile",
    "demandeur_emploi",
    "detenu",
    "esat",
    "etranger_diplome",
    "etranger_ue",
    "etudiant",
    "etudiant_salarie",
    "inconnu",
    "independant",
    "jeune_diplome",
    "lyceen",
    "militaire",
    "mineur_isole",
    "parent_eleve",
    "parent_foyer",
    "primo_arrivant",
    "professionnel",
    "retraite",
    "salarie_prive",
    "service_civique",
    "prefere_ne_pas_dire",
]


def _readable(text: str) -> str:
    """Return the text, or refuse it if it holds a null character or half a character."""
    if "\0" in text:
        kind = "null_byte"
        raise PydanticCustomError(kind, "null character")
    if any("\ud800" <= character <= "\udfff" for character in text):
        kind = "string_unicode"
        raise PydanticCustomError(kind, "lone surrogate")
    return text


Text: TypeAlias = Annotated[str, AfterValidator(_readable)]


class _Request(BaseModel):
    """Nothing is converted, nothing unknown is accepted."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class ProfileIn(_Request):
    """What the person said of themselves; an absent field is unknown, which is not "no"."""

    situation: Situation | None = None
    age: int | None = Field(default=None, ge=0, le=120)
    executive: Literal["oui", "non", "sans_objet"] | None = None
    disability: Literal["oui", "non", "demande"] | None = None
    employed: bool | None = None
    job_seeking: bool | None = None
    sector: Literal["prive", "independant", "public", "aucun"] | None = None
    commune: str | None = Field(
        default=None,
        pattern=r"^(?:[0-9]{5}|2[ABab][0-9]{3})$",
        description="INSEE code or postcode.",
    )

    def to_profile(self) -> Profile:
        """Return the profile as the assistant has it."""
        return Profile(**self.model_dump())


class MessageIn(_Request):
    """One message of the conversation."""

    role: Literal["user", "assistant"]
    content: Text


class ChatRequest(_Request):
    """The conversation so far, last message from the user; the server keeps none of it."""

    messages: list[MessageIn] = Field(min_length=1)
    profile: ProfileIn = ProfileIn()
    language: Literal["fr", "en"] = "fr"
    simplified: bool = False
    site: Text | None = Field(default=None, description="The only or first site when absent.")

    @model_validator(mode="after")
    def _ends_with_the_user(self) -> "ChatRequest":
        if self.messages[-1].role != "user":
            kind = "last_not_user"
            raise PydanticCustomError(kind, "the last message must be the user's")
        return self

    @property
    def question(self) -> str:
        """Return the message to answer."""
        return self.messages[-1].content

    def to_turn(self) -> Turn:
        """Return the turn as the assistant has it, with the latest earlier messages only."""
        earlier = [m.content for m in self.messages[:-1] if m.role == "user"]
        return Turn(
            text=self.question,
            history=tuple(earlier[-EARLIER_MESSAGES:]),
            profile=self.profile.to_profile(),
            language=self.language,
            simplified=self.simplified,
        )
