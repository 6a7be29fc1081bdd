"""A reply as the public contract shows it; source ids follow the order of first citation."""

from dataclasses import asdict, dataclass, field
from typing import Any, assert_never
from urllib.parse import urlsplit
from uuid import uuid4

from api.schemas.reply import (
    ChatReply,
    ClarificationOut,
    FactOut,
    MissingOut,
    NoticeOut,
    OptionOut,
    ProfileOut,
    ReferralOut,
    SentenceOut,
    SourceOut,
    VersionsOut,
)
from assistant.events import Versions
from assistant.profile import Profile
from assistant.reply import (
    Answer,
    Citation,
    Clarification,
    Completeness,
    Crisis,
    Declined,
    Referral,
    Referred,
    Reply,
    Sentence,
)
from assistant.wording import Wording
from assistant.wording.figures import value_in_words
from corpus.model.document import Aspect
from corpus.model.fact import Fact
from corpus.model.source import Reference


@dataclass(slots=True, kw_only=True)
class Presenter:
    """Presents one turn: sentences as they are told, then the reply, with the same source ids."""

    words: Wording
    versions: Versions
    profile: Profile
    """What the client sent, shown back by replies that understood nothing more."""
    _sources: dict[tuple[str, str], SourceOut] = field(default_factory=dict, init=False)
    _facts: dict[str, FactOut] = field(default_factory=dict, init=False)

    def sentence(self, sentence: Sentence) -> SentenceOut:
        """Return a sentence with the ids of its sources, numbering the new ones."""
        ids = [self._source(citation).id for citation in sentence.citations]
        for fact in sentence.facts:
            self._facts.setdefault(fact.id, self._fact(fact, sentence))
        return SentenceOut(text=sentence.text, citations=list(dict.fromkeys(ids)))

    def reply(self, reply: Reply) -> ChatReply:
        """Return the whole reply."""
        match reply:
            case Answer():
                return self._answer(reply)
            case Clarification():
                return self._clarification(reply)
            case Referred():
                return self._referred(reply)
            case Declined():
                return self._declined(reply)
            case Crisis():
                return self._crisis(reply)
            case _:
                assert_never(reply)

    def _answer(self, reply: Answer) -> ChatReply:
        """Return an answer, what it lacks and its notices."""
        whole = self._whole(
            "answered", self._all(reply.sentences), reply.referrals, understood=reply.understood
        )
        changes = {
            "completeness": reply.completeness.value,
            "missing": [
                *(self._missing(aspect) for aspect in reply.missing),
                *(self._uncovered(word) for word in reply.uncovered),
            ],
            "suggestions": list(reply.suggestions),
        }
        return self._noticed(whole, reply.notices).model_copy(update=changes)

    def _noticed(self, whole: ChatReply, keys: tuple[str, ...]) -> ChatReply:
        """Return a reply with the notices of these keys after its own."""
        added = [self._notice(key) for key in keys]
        return whole.model_copy(update={"notices": [*whole.notices, *added]})

    def _clarification(self, reply: Clarification) -> ChatReply:
        """Return our question and the replies it expects."""
        whole = self._whole(
            "clarify", self._all(reply.sentences), reply.referrals, understood=reply.understood
        )
        options = [OptionOut(label=o.label, profile=_profile(o.profile)) for o in reply.options]
        asked = ClarificationOut(question=reply.question, options=options)
        return self._noticed(whole, reply.notices).model_copy(update={"clarification": asked})

    def _referred(self, reply: Referred) -> ChatReply:
        """Return the bodies to see, with what can be cited of them."""
        told = self._all(reply.sentences)
        whole = self._whole("referred", told, reply.referrals, understood=reply.understood)
        return self._noticed(whole, reply.notices)

    def _declined(self, reply: Declined) -> ChatReply:
        """Return why there is no answer and how to go on."""
        whole = self._whole("declined", _fixed(reply.text), reply.referrals)
        return whole.model_copy(update={"suggestions": list(reply.suggestions)})

    def _crisis(self, reply: Crisis) -> ChatReply:
        """Return the help lines."""
        return self._whole("crisis", _fixed(reply.text), reply.referrals)

    def _whole(
        self,
        outcome: str,
        sentences: list[SentenceOut],
        referrals: tuple[Referral, ...],
        understood: Profile | None = None,
    ) -> ChatReply:
        """Return what all replies have in common."""
        cited = any(sentence.citations for sentence in sentences)
        values: dict[str, object] = {
            "id": str(uuid4()),
            "outcome": outcome,
            "completeness": Completeness.PARTIAL.value if cited else Completeness.NONE.value,
            "sentences": sentences,
            "sources": list(self._sources.values()),
            "facts": list(self._facts.values()),
            "referrals": [_referral(referral) for referral in referrals],
            "clarification": None,
            "notices": [self._notice("ai_generated")],
            "versions": VersionsOut(**asdict(self.versions)),
            "understood": _profile(understood or self.profile),
            "missing": [],
            "suggestions": [],
        }
        return ChatReply.model_validate(values)

    def _all(self, sentences: tuple[Sentence, ...]) -> list[SentenceOut]:
        """Return sentences in order."""
        return [self.sentence(sentence) for sentence in sentences]

    def _source(self, citation: Citation) -> SourceOut:
        """Return the entry of a citation, a new one for words not cited before."""
        passage, quote = citation.passage, citation.quote
        new = SourceOut(
            id=f"s{len(self._sources) + 1}",
            quote=quote,
            locator=passage.locator,
            **document(passage.reference),
        )
        return self._sources.setdefault((passage.id, quote), new)

    def _fact(self, fact: Fact, sentence: Sentence) -> FactOut:
        """Return a fact with the source that states it, the nearest citation of its sentence."""
        proof = max(
            sentence.citations,
            key=lambda c: (c.passage.id == fact.passage_id, fact.quote in c.quote),
        )
        return FactOut(
            subject=fact.subject,
            property=fact.property.value,
            value=fact.value,
            unit=fact.unit,
            period=fact.period,
            scope=fact.scope,
            source=self._source(proof).id,
            label=self.words(f"api.property.{fact.property}"),
            display=value_in_words(fact.value, fact.unit, self.words),
            valid_until=fact.valid_until,
        )

    def _missing(self, aspect: Aspect) -> MissingOut:
        """Return what was not found, in words."""
        return MissingOut(aspect=aspect.value, label=self.words(f"api.aspect.{aspect}"))

    def _uncovered(self, word: str) -> MissingOut:
        """Return a word of the question that nothing answers, quoted."""
        return MissingOut(aspect=Aspect.OTHER.value, label=self.words("api.page.quote", text=word))

    def _notice(self, key: str) -> NoticeOut:
        """Return a notice; `key` with or without its `notice.` prefix."""
        code = key.removeprefix("notice.")
        return NoticeOut(code=code, text=self.words(f"notice.{code}"))


def document(reference: Reference) -> dict[str, Any]:
    """Return the fields of the document a passage comes from."""
    return {
        "title": reference.title,
        "publisher": reference.publisher,
        "licence": reference.licence,
        "url": web_address(reference.url),
        "published": reference.published,
        "retrieved": reference.retrieved.isoformat(),
        "wording": reference.wording.value,
        "confidence": reference.confidence.value,
    }


def web_address(url: str | None) -> str | None:
    """Return the address if a reader may safely follow it, else nothing."""
    return url if url and urlsplit(url).scheme in {"http", "https"} else None


def _fixed(text: str) -> list[SentenceOut]:
    """Return fixed wording, a sentence entry per line; it proves nothing and cites nothing."""
    return [
        SentenceOut(text=line.strip(), citations=[]) for line in text.splitlines() if line.strip()
    ]


def _profile(profile: Profile) -> ProfileOut:
    """Return a profile as shown."""
    return ProfileOut(**asdict(profile))


def _referral(referral: Referral) -> ReferralOut:
    """Return a body to see."""
    body = referral.organisation
    return ReferralOut(
        organisation=body.id,
        name=body.name,
        kind=body.kind.value,
        certainty=referral.certainty.value,
        reason=referral.reason,
        legal_basis=referral.legal_basis,
        phone=body.phone,
        url=web_address(body.url),
        hours=body.hours,
        verified=body.verified,
    )
