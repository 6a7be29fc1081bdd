"""Is the reply of the right kind, with the facts due, and about what was asked?"""

from eval.data.item import Item
from eval.scorers.base import RIGHT, Score, right_if, share, wrong
from eval.scorers.records import relevant_sheets
from eval.trace.observed import Observed
from eval.trace.sheets import cited_sheets
from eval.trace.told import told
from eval.trace.trace import Trace


def score_outcome(item: Item, trace: Trace) -> Score | None:
    """Score whether the outcome is one of those expected."""
    outcome, expected = trace.only.observed.outcome, item.expected["outcome"]
    return None if outcome is None else right_if(outcome in expected, f"{outcome}, not {expected}")


def score_facts(item: Item, trace: Trace) -> Score | None:
    """Score the share of the facts due that are told, each of a sheet that answers."""
    untold = _untold(item, trace.only.observed)
    return share(untold, len(item.expected.get("facts") or ()))


def score_sheet(item: Item, trace: Trace) -> Score | None:
    """Score whether a sheet that answers is cited.

    Absent when the subject tells no record, or when citing nothing is a right reply.
    """
    reply, due = trace.only.observed, relevant_sheets(item)
    cited = cited_sheets(reply.quotes)
    if cited:
        return right_if(not cited.isdisjoint(due), f"cites {sorted(cited)}, not {sorted(due)}")
    hidden = reply.quotes or trace.only.seen.found is None
    if hidden or not _should_have_answered(item, reply):
        return None
    return wrong(f"{reply.outcome}, cites nothing of {sorted(due)}")


def score_beside(item: Item, trace: Trace) -> Score | None:
    """Score the share of the sentences that cite a sheet which answers, among those that cite."""
    due = relevant_sheets(item)
    cited = [(said.text, cited_sheets(said.cited)) for said in trace.only.observed.sentences]
    known = [(text, sheets) for text, sheets in cited if sheets]
    beside = [f"{sorted(sheets)}: {text}" for text, sheets in known if sheets.isdisjoint(due)]
    return share(beside, len(known))


def score_complete(item: Item, trace: Trace) -> Score | None:
    """Score whether a reply that calls itself complete tells every fact due, of a right sheet.

    Absent when no fact is due and the subject tells no record.
    """
    reply = trace.only.observed
    if reply.completeness != "complete":
        return None
    untold, cited = _untold(item, reply), cited_sheets(reply.quotes)
    if untold:
        return wrong(f"complete without {untold}")
    if reply.quotes and not cited:
        return RIGHT if item.expected.get("facts") else None
    beside = cited.isdisjoint(relevant_sheets(item))
    return right_if(not beside, f"complete and cites {sorted(cited) or 'nothing'}")


def _untold(item: Item, reply: Observed) -> list[str]:
    """Return the facts due that are not told."""
    sheets = relevant_sheets(item)
    facts = item.expected.get("facts") or ()
    return [f"{f['property']} {f['value']}" for f in facts if not told(f, reply, sheets)]


def _should_have_answered(item: Item, reply: Observed) -> bool:
    """Return whether a reply that is not an answer had to be one."""
    if reply.outcome is None:
        return False
    expected = item.expected["outcome"]
    return "answered" in expected and (reply.outcome == "answered" or reply.outcome not in expected)
