"""Models that help a measure."""

from eval.commands.models import NO_MODELS, Models
from eval.judges.spending import Price
from eval.scripts.all import SCRIPTS
from eval.subjects.chat_model import Completion

NOBODY = "essai@http://127.0.0.1:9/v1"


def test_without_a_model_nothing_changes(given):
    found = Models.of(given, judge="", price=None, users="")

    assert found == NO_MODELS
    assert (found.tasks, dict(found.scripts), list(found.spent)) == ((), dict(SCRIPTS), [])


def test_a_judge_brings_its_measures_and_its_account(given):
    found = Models.of(given, judge=NOBODY, price=Price(read=1.0, written=2.0), users="")

    (task,) = found.tasks
    found.spending.paid(Completion(text="", read=1_000_000, written=500_000))
    assert {m.name for m in task.measures} >= {"judge.faithfulness", "judge.correctness"}
    assert any("127.0.0.1" in value for value in found.versions.values())
    spent, cost = found.spent
    assert "1 appel" in spent
    assert "2,00" in cost


def test_without_a_price_no_cost_is_told(given):
    found = Models.of(given, judge=NOBODY, price=None, users="")

    assert len(list(found.spent)) == 1


def test_users_played_by_a_model_replace_the_scripts_of_conversations(given):
    found = Models.of(given, judge="", price=None, users=NOBODY)

    changed = {name for name, script in found.scripts.items() if script is not SCRIPTS[name]}
    assert changed == {"dialogues"}
    assert {"users", "users prompt", "users seed"} <= found.versions.keys()
