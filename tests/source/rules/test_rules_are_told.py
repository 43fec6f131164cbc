"""Every rule has its line in the page that contributors read."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_each_rule_has_its_line() -> None:
    rules = {
        rule
        for module in (ROOT / "generator/source/rules").glob("*.py")
        for rule in re.findall(r'(?:report|Fault)\(\s*"([a-z-]+)"', module.read_text("utf-8"))
    }
    told = (ROOT / "docs/contribuer/regles.md").read_text("utf-8")
    assert len(rules) > 25
    assert {rule for rule in rules if f"| `{rule}`" not in told} == {
        # Their messages say all.
        "collectivite-inconnue",
        "region-inconnue",
    }
