"""A reply as plain text for a terminal: what the page shows, without colours or columns."""

from collections.abc import Iterator

from api.schemas.reply import ChatReply, ReferralOut, SourceOut
from assistant.wording import Wording
from assistant.wording.figures import date_in_words
from corpus.model.organisation import OrganisationKind


def render(reply: ChatReply, words: Wording) -> str:
    """Return the reply with numbered sources, bodies to see and what to ask next."""
    parts = (
        _notices(reply),
        _sentences(reply, words),
        _clarification(reply),
        _referrals(reply, words),
        _sources(reply, words),
        _suggestions(reply, words),
    )
    return "\n\n".join(text for text in map("\n".join, parts) if text)


def _notices(reply: ChatReply) -> Iterator[str]:
    """Yield what must be known first."""
    yield from (notice.text for notice in reply.notices)


def _sentences(reply: ChatReply, words: Wording) -> Iterator[str]:
    """Yield sentences with the numbers of their sources, then what is missing."""
    for sentence in reply.sentences:
        marks = "".join(f" [{source.removeprefix('s')}]" for source in sentence.citations)
        yield f"{sentence.text}{marks}"
    if reply.missing:
        what = ", ".join(missing.label for missing in reply.missing)
        yield words("api.page.missing", what=what)


def _clarification(reply: ChatReply) -> Iterator[str]:
    """Yield our question and its options."""
    if reply.clarification:
        yield reply.clarification.question
        yield from (f"  - {option.label}" for option in reply.clarification.options)


def _referrals(reply: ChatReply, words: Wording) -> Iterator[str]:
    """Yield the bodies to see, each with its reason."""
    if reply.referrals:
        yield f"{words('api.page.referrals')} :"
        for body in reply.referrals:
            yield from _referral(body, words)


def _referral(body: ReferralOut, words: Wording) -> Iterator[str]:
    """Yield one body."""
    yield f"  - {body.name}"
    yield f"    {body.reason}"
    if body.kind != OrganisationKind.CRISIS:
        certainty = words(f"api.page.certainty_{body.certainty}")
        yield f"    {certainty} ({body.legal_basis})"
    contacts = [part for part in (body.phone, body.hours, body.url) if part]
    if contacts:
        verified = words("api.page.verified", date=date_in_words(body.verified, words))
        yield f"    {' – '.join(contacts)} ({verified})"


def _sources(reply: ChatReply, words: Wording) -> Iterator[str]:
    """Yield each source with the words quoted from it."""
    if reply.sources:
        yield f"{words('api.page.sources')} :"
        for source in reply.sources:
            yield from _source(source, words)


def _source(source: SourceOut, words: Wording) -> Iterator[str]:
    """Yield one source."""
    date = date_in_words(source.published, words) or words("api.page.undated")
    yield f"  [{source.id.removeprefix('s')}] {source.title} – {source.publisher}, {date}"
    yield f"      {words('api.page.quote', text=source.quote)}"
    if source.wording == "reformulated":
        yield f"      {words('api.page.reformulated')}"
    if source.url:
        yield f"      {source.url}"


def _suggestions(reply: ChatReply, words: Wording) -> Iterator[str]:
    """Yield questions that may follow."""
    if reply.suggestions:
        yield f"{words('api.page.suggestions')} :"
        yield from (f"  - {suggestion}" for suggestion in reply.suggestions)
