"""A small run of our own: two tasks, three items, one of them hostile."""

import pytest

from eval.data.item import Item
from eval.report.content import Report
from eval.runs.compare import compare
from eval.runs.folder import About, Results
from eval.runs.results import ItemScore, MeasureResult
from eval.trace.observed import (
    AskedBack,
    Choice,
    Cited,
    GivenFact,
    NamedBody,
    Observed,
    Said,
)
from eval.trace.trace import Dropped, Exchange, FoundRecord, Read, ReadOccupation, Seen, Trace

HOSTILE = "<img src=x onerror=document.title='pris'>"


def item_of(name, text, public, department, **expected):
    return Item(
        id=name,
        text=text,
        history=("Bonjour",) if name == "find-2" else (),
        language="fr",
        public=public,
        department=department,
        theme="metier",
        register="standard",
        difficulty="easy",
        expected=expected,
        origin="fiche d'essai",
        review="draft",
    )


ITEMS = {
    "find-1": item_of("find-1", "Combien gagne un maçon ?", "lyceen", "14", relevant={"a#pay": 2}),
    "find-2": item_of("find-2", HOSTILE, "adulte", "", relevant={"b#access": 2}),
    "refer-1": item_of("refer-1", "Qui peut m'aider à Caen ?", "lyceen", "14", cep=["apec"]),
}

OBSERVED = Observed(
    outcome="answered",
    completeness="partial",
    sentences=(
        Said(
            text="Le diplôme se prépare en deux ans.",
            cited=(
                Cited(
                    quote="en deux ans",
                    title="Fiche maçon",
                    publisher="Éditeur d'essai",
                    published="2024-06-25",
                    url="https://exemple.test/macon",
                    record="a#access",
                    passage="Il se prépare en deux ans.",
                ),
                Cited(quote="deux", title="Piège", url="javascript:alert(1)"),
            ),
        ),
        Said(text="Voici qui peut vous aider."),
    ),
    facts=(GivenFact(subject="a", property="salary_entry", value="1800", unit="EUR"),),
    bodies=(NamedBody(organisation="apec", name="Apec", reason="Vous êtes cadre."),),
    asked=AskedBack(
        question="Êtes-vous en emploi ?", options=(Choice(label="Oui", profile={"employed": True}),)
    ),
    understood={"age": 34},
    missing=("le salaire",),
    notices=("avis",),
    suggestions=("Et après ?",),
)
SEEN = Seen(
    observed=OBSERVED,
    found=(FoundRecord(record="b#access", score=0.8123, source="essai"),),
    read=Read(
        occupations=(ReadOccupation(id="o", label="Maçon, maçonne", rome=("F1703",), score=0.9),),
        place="14118",
        search_text="etudes macon",
    ),
    dropped=(Dropped(text="On gagne 9 000 €.", reason="figure absent du passage"),),
    logged=("ligne de journal",),
    steps={"understand": 0.004, "retrieve": 0.006},
    first=0.02,
)


def make_trace_of(name, repeat=0, seconds=0.03, fault="", **changes):
    message = ITEMS[name].text if name in ITEMS else name
    exchange = Exchange(
        message=message,
        history=ITEMS[name].history if name in ITEMS else (),
        profile={"situation": "salarie_prive"},
        seen=SEEN.model_copy(update=changes),
        seconds=seconds,
    )
    held = () if fault else (exchange,)
    dataset = name.partition("-")[0]
    return Trace(dataset=dataset, item=name, repeat=repeat, exchanges=held, fault=fault)


def make_result(name, scores, unscored=0, faults=0):
    held = tuple(
        ItemScore(item=item, value=value, why="" if value == 1 else f"faute de {item}")
        for item, value in scores.items()
    )
    task = name.partition(".")[0]
    return MeasureResult(
        name=name,
        task=task,
        dataset="find" if task == "retrieval" else "refer",
        asks=f"Is {name} right?",
        scores=held,
        unscored=unscored,
        faulted=tuple(f"lost-{number}" for number in range(faults)),
    )


def make_results(*measures, subject="assistant", **about):
    return Results(about=About(subject=subject, split="development", **about), measures=measures)


OURS = make_results(
    make_result("retrieval.recall", {"find-1": 1.0, "find-2": 0.0}),
    make_result("retrieval.first", {"find-2": 0.5}, unscored=1),
    make_result("referral.bodies", {"refer-1": 1.0}),
    versions={"corpus": "20261128"},
    datasets={"find": "0123456789abcdef"},
    code="abc123+",
    started="2026-11-28T00:31:22+00:00",
    seconds=192.0,
    memory=1_230_000_000,
    machine="2 cores",
)
USUAL = make_results(
    make_result("retrieval.recall", {"find-1": 0.0, "find-2": 0.0}),
    make_result("only.theirs", {"find-1": 1.0}),
    subject="autre",
)
BASE = make_results(
    make_result("retrieval.recall", {"find-1": 0.0, "find-2": 1.0}),
    make_result("referral.bodies", {"refer-1": 1.0}),
)
TARGETS = {"retrieval.recall": 0.9, "retrieval.first": 0.5, "referral.bodies": 1.0}


@pytest.fixture
def trace_of():
    """Return a function that makes the trace of an item; keywords change what was seen."""
    return make_trace_of


@pytest.fixture
def result_of():
    """Return a function that makes the result of a measure from its scores by item."""
    return make_result


@pytest.fixture
def results_of():
    """Return a function that makes the results of a run from its measures."""
    return make_results


@pytest.fixture
def hostile():
    """Return a message that would run as a script if it were taken for HTML."""
    return HOSTILE


@pytest.fixture
def make_report():
    """Return the report of the small run; a keyword replaces a part of it."""

    def make(**changes):
        traces = tuple(make_trace_of(name) for name in ITEMS)
        held = {"runs": (OURS, USUAL), "items": ITEMS, "traces": traces, "targets": TARGETS}
        return Report(**(held | changes))

    return make


@pytest.fixture
def compared(make_report):
    """Return the small run held against a base: one item worse, one better, by chance."""
    return make_report(changes=compare(OURS, BASE), base=BASE)
