"""Models a measure may be helped by: one that judges replies, one that plays the users."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from eval.commands.inputs import JUDGE_KEY, USER_KEY, Inputs, chat_model
from eval.commands.words import say
from eval.judges.measures import (
    LONGEST,
    TEMPERATURE,
    judge_measures,
    judge_versions,
    open_judge,
    referring,
)
from eval.judges.spending import Price, Spending
from eval.scripts.all import SCRIPTS
from eval.scripts.base import Script
from eval.scripts.played import played
from eval.scripts.telling import prompt_version
from eval.subjects.opening import own_records
from eval.subjects.records import record_texts
from eval.tasks.base import Task
from eval.wording.figures import decimal, whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """What the models set bring to a measure; nothing when none is."""

    tasks: tuple[Task, ...] = ()
    scripts: Mapping[str, Script] = field(default_factory=lambda: SCRIPTS)
    versions: Mapping[str, str] = field(default_factory=dict)
    spending: Spending | None = None

    @classmethod
    def of(cls, given: Inputs, *, judge: str, price: Price | None, users: str) -> "Models":
        """Return the models at these addresses, `model@http://…`; an empty one is not set."""
        judged = _judged(given, judge, price) if judge else cls()
        return _peopled(judged, given, users) if users else judged

    @property
    def spent(self) -> Iterator[str]:
        """Yield what the judge cost, in sentences."""
        spent = self.spending
        if spent is None:
            return
        yield say(
            "judge.spent",
            calls=whole(spent.calls),
            cached=whole(spent.cached),
            failed=whole(spent.failed),
            read=whole(spent.read),
            written=whole(spent.written),
        )
        if spent.cost is not None:
            yield say("judge.cost", cost=decimal(spent.cost, 2))


NO_MODELS = Models()


def _judged(given: Inputs, name: str, price: Price | None) -> Models:
    """Return the measures of a judge; its replies are kept, so that none is paid twice."""
    model = given.kept(chat_model(name, JUDGE_KEY, temperature=TEMPERATURE, longest=LONGEST))
    folder = given.settings.home / "eval" / "judge"
    judge, spending = open_judge(model, given.embedder, folder, price)
    references = referring(record_texts(own_records(given.settings)))
    task = Task(
        name="judge",
        asks="What does a judge model say of the same replies?",
        measures=judge_measures(judge, reference=references),
    )
    return Models(tasks=(task,), versions=judge_versions(model), spending=spending)


def _peopled(models: Models, given: Inputs, name: str) -> Models:
    """Return the same models, with conversations held by a model instead of a script."""
    users = given.kept(chat_model(name, USER_KEY))
    told = {"users": users.address, "users prompt": prompt_version()}
    return Models(
        tasks=models.tasks,
        scripts={**models.scripts, "dialogues": played(users)},
        versions={**models.versions, **told, "users seed": users.versions["seed"]},
        spending=models.spending,
    )
