"""Organisations, referral rules and places, as our records spell them."""

from corpus.model.organisation import Organisation, OrganisationKind
from corpus.model.referral import Conditions, Effect, Rule
from corpus.model.source import Confidence
from corpus.model.territory import Territory
from ingest.fields import Fields


def organisation(fields: Fields) -> Organisation:
    """Return an organisation; wrong fields are noted in `fields`."""
    return Organisation(
        id=fields.text("id"),
        name=fields.text("name"),
        short=fields.text("short"),
        kind=fields.choice("kind", OrganisationKind),
        status=fields.text("status"),
        who=fields.text("who"),
        legal_basis=fields.texts("legal_basis"),
        confidence=fields.choice("confidence", Confidence),
        verified=fields.day("verified").isoformat(),
        url=fields.optional_text("url"),
        phone=fields.optional_text("phone"),
        hours=fields.optional_text("hours"),
        names=fields.texts("names"),
    )


def rule(fields: Fields) -> Rule:
    """Return a referral rule; wrong fields are noted in `fields`."""
    settled = fields.flag("settled")
    if "settled" not in fields.table:
        fields.note("settled", "champ manquant")
    return Rule(
        id=fields.text("id"),
        order=fields.integer("order"),
        when=_conditions(fields.part("when")),
        then=_effect(fields.part("then")),
        reason=_reason(fields.part("reason")),
        legal_basis=fields.text("legal_basis"),
        checked=fields.day("checked").isoformat(),
        settled=bool(settled),
    )


def territory(fields: Fields) -> Territory:
    """Return a commune or a department; wrong fields are noted in `fields`."""
    return Territory(
        code=fields.text("code"),
        name=fields.text("name"),
        department=fields.text("department"),
        postcodes=fields.texts("postcodes"),
    )


def _conditions(fields: Fields) -> Conditions:
    return fields.closed(
        Conditions(
            situations=fields.texts("situations"),
            needs=fields.texts("needs"),
            sectors=fields.texts("sectors"),
            executive=fields.flag("executive"),
            disability=fields.texts("disability"),
            age_min=fields.optional_integer("age_min"),
            age_max=fields.optional_integer("age_max"),
            employed=fields.flag("employed"),
            job_seeking=fields.flag("job_seeking"),
            any_of=fields.texts("any_of"),
        )
    )


def _effect(fields: Fields) -> Effect:
    return fields.closed(
        Effect(
            stop=bool(fields.flag("stop")),
            add=fields.texts("add"),
            remove=fields.texts("remove"),
            only=fields.texts("only"),
            to_check=fields.texts("to_check"),
            others=fields.texts("others"),
        )
    )


def _reason(fields: Fields) -> dict[str, str]:
    reason = {language: fields.text(language) for language in fields.table}
    if not reason:
        fields.note("fr", "champ manquant")
    return reason
