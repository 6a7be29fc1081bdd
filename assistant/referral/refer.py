"""Which bodies serve the person, each with its reason and its legal basis."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.profile import Need, Profile
from assistant.referral.evaluate import Named, Outcome, evaluate
from assistant.referral.situations import UNKNOWN_SITUATION, load_situations
from assistant.reply import Certainty, Referral
from assistant.text import fold
from corpus.model.organisation import Organisation, OrganisationKind
from corpus.model.referral import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Refer:
    """Send a person to the bodies the rules name, by rules alone: no text is read here."""

    rules: Sequence[Rule]
    organisations: Mapping[str, Organisation]

    def __call__(
        self, profile: Profile, needs: Sequence[Need], language: str = "fr"
    ) -> tuple[Referral, ...]:
        """Return the bodies, never ranked: the CEP first, then the others, each by short name.

        Who says nothing of their executive status gets the bodies of both cases, each "to check"
        with its condition in the reason. Age and disability left unsaid add nothing. When no rule
        names anybody, the general door is returned.
        """
        known = load_situations().complete(profile)
        if known.executive is None:
            found = self._branched(known, needs, language)
        else:
            found = self._present(evaluate(self.rules, known, needs), language)
        return found or self.general_door(language)

    def general_door(self, language: str = "fr") -> tuple[Referral, ...]:
        """Return whom to see when nothing is known of the person."""
        unknown = Profile(situation=UNKNOWN_SITUATION)
        return self._present(evaluate(self.rules, unknown, (Need.INFORM,)), language)

    def _branched(
        self, profile: Profile, needs: Sequence[Need], language: str
    ) -> tuple[Referral, ...]:
        """Return what holds whatever the executive status, and what depends on it, as such."""
        sentences = load_situations().branches.get(language, load_situations().branches["fr"])
        cases = {
            status: self._present(
                evaluate(self.rules, replace(profile, executive=status), needs), language
            )
            for status in sentences
        }
        common = set.intersection(*(set(referrals) for referrals in cases.values()))
        found = {referral.organisation.id: referral for referral in _ordered(common)}
        for status, referrals in cases.items():
            for referral in referrals:
                conditional = _under(sentences[status], referral)
                found.setdefault(referral.organisation.id, conditional)
        return _ordered(found.values())

    def _present(self, outcome: Outcome, language: str) -> tuple[Referral, ...]:
        """Return the referrals of an outcome; a body the directory does not hold is left out."""
        named = {
            **{
                b: (r, Certainty.SETTLED if r.settled else Certainty.TO_CHECK)
                for b, r in outcome.others.items()
            },
            **_certain(outcome.to_check, Certainty.TO_CHECK),
            **_certain(outcome.settled, Certainty.SETTLED),
        }
        return _ordered(
            _referral(self.organisations[body], rule, certainty, language)
            for body, (rule, certainty) in named.items()
            if body in self.organisations
        )


def _certain(named: Named, certainty: Certainty) -> dict[str, tuple[Rule, Certainty]]:
    """Return each body with its rule and one certainty."""
    return {body: (rule, certainty) for body, rule in named.items()}


def _referral(body: Organisation, rule: Rule, certainty: Certainty, language: str) -> Referral:
    """Return one referral in the language asked, French where it is missing."""
    reason = rule.reason.get(language) or rule.reason["fr"]
    return Referral(
        organisation=body,
        certainty=certainty,
        reason=reason.replace("{short}", body.short),
        legal_basis=rule.legal_basis,
    )


def _under(sentence: str, referral: Referral) -> Referral:
    """Return a referral that holds under a condition, said in its reason."""
    reason = referral.reason[:1].lower() + referral.reason[1:]
    return replace(
        referral, certainty=Certainty.TO_CHECK, reason=sentence.replace("{reason}", reason)
    )


def _ordered(referrals: Iterable[Referral]) -> tuple[Referral, ...]:
    """Return referrals in the neutral order: the CEP, then the others, each by short name."""
    return tuple(sorted(referrals, key=_place))


def _place(referral: Referral) -> tuple[bool, str, str]:
    """Return what a referral is sorted by."""
    body = referral.organisation
    return body.kind is not OrganisationKind.CEP, fold(body.short), body.id
