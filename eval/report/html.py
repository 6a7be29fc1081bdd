"""The report of a run as one page that needs nothing else: no network, no JavaScript to read it."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from corpus.store.files import write_atomically
from eval.report.charts import charts
from eval.report.content import Report
from eval.report.failures import Failing, failing, movements
from eval.report.rows import aimed, by_task, rows, subjects
from eval.report.summary import summary
from eval.report.words import counted, named, say
from eval.runs.folder import About, Results
from eval.wording.figures import decimal, memory, moment, percent, points, seconds, whole

_WEB: Final = re.compile(r"https?://[^\s]+")
_DIGEST: Final = 12
"""Characters of a digest shown."""


def write_html(report: Report, path: Path) -> None:
    """Write the page."""
    write_atomically(path, html(report))


def html(report: Report) -> str:
    """Return the page."""
    every = rows(report)
    failed = failing(report, every)
    style, script = _asset("report.css"), _asset("report.js")
    return (
        _templates()
        .get_template("report.html.j2")
        .render(
            report=report,
            names=subjects(report),
            summary=summary(report, every),
            tasks=by_task(every),
            aimed=aimed(every),
            charts=charts(report),
            failing=failed,
            publics=_publics(failed),
            movements=movements(report, every, failed),
            identities=[(name, identity(run.about)) for name, run in _identified(report)],
            style=style,
            script=script,
            policy=_policy(style, script),
        )
    )


def identity(about: About) -> list[tuple[str, str]]:
    """Return what a run was made with, each thing by its name; what is unknown is left out."""
    told = {
        "subject": named("subject", about.subject),
        "split": named("split", about.split),
        "suite": about.suite,
        "repeats": whole(about.repeats),
        "datasets": _listed({name: digest[:_DIGEST] for name, digest in about.datasets.items()}),
        "versions": _listed(about.versions),
        "code": about.code,
        "started": moment(about.started),
        "seconds": seconds(about.seconds) if about.seconds else "",
        "memory": memory(about.memory) if about.memory else "",
        "machine": about.machine,
    }
    return [(say(f"identity.{key}"), value) for key, value in told.items() if value]


def _identified(report: Report) -> list[tuple[str, Results]]:
    """Return every run the page tells of, the base last, with its name."""
    runs = list(zip(subjects(report), report.runs, strict=True))
    return [*runs, (say("identity.base"), report.base)] if report.base else runs


def _publics(failed: Sequence[Failing]) -> list[str]:
    """Return the publics of the failures shown, by the name they are shown under."""
    items = (failure.item for group in failed for failure in group.shown)
    return sorted(
        {item.public for item in items if item},
        key=lambda public: named("public", public),
    )


def _listed(pairs: Mapping[str, str]) -> str:
    """Return pairs on one line."""
    return ", ".join(f"{name} {value}".strip() for name, value in pairs.items())


@cache
def _templates() -> Environment:
    """Return the templates, everything escaped; an unknown name in one is an error."""
    found = Environment(
        loader=PackageLoader("eval.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    figures = {"decimal": decimal, "percent": percent, "points": points, "whole": whole}
    found.globals |= {"counted": counted, "named": named, "say": say, **figures}
    found.filters |= {"seconds": seconds, "web": _web, "indented": _indented}
    return found


def _web(url: str | None) -> str:
    """Return an address that may be followed; empty for any other scheme."""
    return url if url and _WEB.fullmatch(url) else ""


def _indented(value: object) -> str:
    """Return a label as indented JSON."""
    return json.dumps(value, ensure_ascii=False, indent=1, default=str)


def _asset(name: str) -> Markup:
    """Return a file of ours that stands in the page as it is."""
    file = resources.files("eval.report") / "templates" / name
    return Markup(file.read_text(encoding="utf-8"))  # noqa: S704 # ours, holds nothing of others


def _policy(style: str, script: str) -> str:
    """Return what the page may load: itself, and nothing."""
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    """Return a text as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
