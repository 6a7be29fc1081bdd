"""What retrieval finds for a message, as the search shows it."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from api.present import document
from api.reasons import DIGITS, Reasons
from api.schemas.search import (
    OccupationFound,
    PassageExplained,
    PassageFound,
    PassageRejected,
    PlaceFound,
    SearchExplained,
    SearchReply,
    SearchRequest,
    UnderstoodOut,
)
from api.schemas.value import DocumentOut
from assistant.evidence import Hit, Rejected
from assistant.lookup import LookedUp
from assistant.question import OccupationMatch, Question
from assistant.wording import Wording
from corpus.model.document import Kind
from corpus.model.source import Confidence


def listed(found: LookedUp, asked: SearchRequest) -> SearchReply:
    """Return the best passages."""
    results = [PassageFound(**_passage(hit)) for hit in _results(found, asked)]
    return SearchReply(**_whole(found), results=tuple(results))


def explained(found: LookedUp, asked: SearchRequest, words: Wording) -> SearchExplained:
    """Return the best passages with what makes their scores, and those left out."""
    reasons = Reasons(words)
    results = [
        PassageExplained(**_passage(hit), **reasons.of(hit)) for hit in _results(found, asked)
    ]
    rejected = [
        _rejected(one, reasons)
        for one in found.evidence.rejected
        if _may_be_given(one.hit, asked.kind)
    ]
    return SearchExplained(**_whole(found), results=tuple(results), rejected=tuple(rejected))


def _results(found: LookedUp, asked: SearchRequest) -> Iterator[Hit]:
    """Yield the passages asked for, best first."""
    given = (hit for hit in found.evidence.hits if _may_be_given(hit, asked.kind))
    return islice(given, asked.limit)


def _may_be_given(hit: Hit, kind: Kind | None) -> bool:
    """Return whether a passage is of the kind wanted, and its source was verified."""
    wanted = kind is None or hit.passage.kind is kind
    return wanted and hit.passage.reference.confidence is not Confidence.UNVERIFIED


def _whole(found: LookedUp) -> dict[str, Any]:
    """Return what is said beside passages."""
    return {
        "query": found.message,
        "understood": _understood(found.question),
        "confidence": round(found.evidence.confidence, DIGITS),
        "answerable": found.worth_it,
    }


def _understood(question: Question) -> UnderstoodOut:
    """Return what was read of a message."""
    place = question.place
    return UnderstoodOut(
        intents=sorted(question.intents),
        aspects=list(question.aspects),
        occupations=[_occupation(match) for match in question.occupations],
        place=place and PlaceFound(code=place.code, name=place.name, department=place.department),
        language=question.language,
        search_text=question.search_text,
        needs=list(question.needs),
    )


def _occupation(match: OccupationMatch) -> OccupationFound:
    """Return an occupation read in a message."""
    return OccupationFound(
        id=match.occupation.id,
        label=match.occupation.label,
        rome=list(match.occupation.rome),
        name=match.name,
        score=round(match.score, DIGITS),
        named=match.named,
    )


def _passage(hit: Hit) -> dict[str, Any]:
    """Return the fields every passage has."""
    passage = hit.passage
    return {
        "id": passage.id,
        "kind": passage.kind,
        "subject": passage.subject,
        "aspect": passage.aspect,
        "title": passage.title,
        "heading": list(passage.heading),
        "text": passage.text,
        "source": DocumentOut(**document(passage.reference)),
        "locator": passage.locator,
        "score": round(hit.score, DIGITS),
    }


def _rejected(one: Rejected, reasons: Reasons) -> PassageRejected:
    """Return a passage left out."""
    told = reasons.of(one.hit)
    return PassageRejected(**_passage(one.hit), **told, why=one.why, reason=reasons.why(one.why))
