"""Is every link, e-mail and phone number of a reply one that a source gives?"""

import re
from collections.abc import Iterable
from typing import Final

from assistant.text import fold
from eval.data.item import Item
from eval.scorers.base import Score, right_if
from eval.scorers.directory import directory
from eval.scorers.evidence import claiming, facts_behind, quoted
from eval.scorers.lexicon import lexicon
from eval.trace.observed import NamedBody, Observed, Said
from eval.trace.trace import Trace

_LINK: Final = re.compile(r"https?://[^\s)»\"]+|www\.[^\s)»\"]+")
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE: Final = re.compile(r"(?<![\d.,])(?:\+33(?: ?\(0\))?|0)(?:[ .\u00a0\u202f-]?\d){9}(?!\d)")
_SCHEME: Final = re.compile(r"^(?:https?://)?(?:www\.)?")


def score_contacts(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # as scorers are
    """Score whether every contact comes from what its sentence cites, or from the directory.

    Absent where the reply gives none.
    """
    reply, claims = trace.only.observed, claiming(trace)
    said = [(one, contacts(one.text)) for one in (claims.sentences if claims else ())]
    bodies = [body for body in reply.bodies if body.phone or body.url]
    if not bodies and not any(given for _, given in said):
        return None
    made_up = [
        *(contact for one, given in said for contact in _unproved(given, one, reply)),
        *(contact for body in bodies for contact in _unlisted(body)),
    ]
    return right_if(not made_up, f"made up: {made_up}")


def contacts(text: str) -> list[str]:
    """Return the links, sites, e-mails and phone numbers of a text, short ones included."""
    links = [found.rstrip(".,;:!?") for found in _LINK.findall(text)]
    emails = _EMAIL.findall(text)
    rest = _EMAIL.sub(" ", _LINK.sub(" ", text))
    phones, folded = _PHONE.findall(rest), fold(_PHONE.sub(" ", rest))
    sites = [found[0].rstrip(".,;:!?") for found in _finditer("domain", folded)]
    short = [found[1] for kind in ("called", "short") for found in _finditer(kind, folded)]
    return [*links, *emails, *sites, *phones, *dict.fromkeys(short)]


def _finditer(kind: str, folded: str) -> Iterable[re.Match[str]]:
    """Return where a pattern of `words.toml` stands in a folded text."""
    return re.finditer(lexicon("contact")[kind], folded)


def _unproved(given: Iterable[str], said: Said, reply: Observed) -> list[str]:
    """Return the contacts of a sentence that stand in none of its quotes, links and facts."""
    urls = [cited.url for cited in said.cited if cited.url]
    typed = [fact.value for fact in facts_behind(said, reply)]
    proof = "\n".join((quoted(said), *urls, *typed))
    proved = {_plain(one) for one in (*contacts(proof), *urls, *typed)}
    sites = {one.partition("/")[0] for one in proved if "/" in one}
    numbers = set(re.findall(r"\d+", proof))
    return [one for one in given if not ({_plain(one)} & (proved | sites) or one in numbers)]


def _unlisted(body: NamedBody) -> list[str]:
    """Return the contacts of a body that are not those of the directory; none if it is unknown."""
    listed = directory().get(body.organisation)
    if listed is None:
        return []
    given = ((body.phone, listed.get("phone")), (body.url, listed.get("url")))
    return [
        f"{body.organisation}: {one}"
        for one, known in given
        if one and (not known or _plain(one) != _plain(known))
    ]


def _plain(contact: str) -> str:
    """Return a contact written one way: digits of a phone number, a link without its scheme."""
    if not re.search(r"[^\W\d_]", contact):
        digits = re.sub(r"\D", "", contact)
        return re.sub(r"^330?", "0", digits) if contact.startswith("+33") else digits
    return _SCHEME.sub("", contact.strip()).rstrip("/").lower()
