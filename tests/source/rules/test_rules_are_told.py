"""Every rule is in the catalogue, which the page of the rules is made of, with a message that it prints."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.site.guide.view import rules_view
from generator.site.room import variables
from generator.site.shell import addresses
from generator.site.shell.templating import render
from generator.source.document import Document
from generator.source.internal_errors import INTERNAL, internal_errors_told
from generator.source.problem import Severity, as_text
from generator.source.rules.catalogue import RULES, Rule
from tests.small_root import SmallRoot
from tests.source.rules.wrong_files import SPOILS

SOURCE = Path(__file__).parents[3] / "generator/source"
TOLD = {(rule.id, rule.severity): rule for rule in RULES}
REPORTING = {"report", "_report", "Fault", "_Advice", "_fixed"}


def reported() -> Iterator[str]:
    """The id of each rule that the code reports, as it is written there."""
    for module in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in REPORTING:
                texts = [a.value for a in node.args if isinstance(a, ast.Constant)]
                first = str(texts[0]) if texts else ""
                if re.fullmatch(r"[a-z-]+", first):
                    yield first


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def test_what_is_reported_is_registered_and_the_other_way_round() -> None:
    assert {rule.id for rule in RULES} == {*reported(), INTERNAL}


def test_no_rule_is_told_twice() -> None:
    assert len(TOLD) == len(RULES)


def test_every_rule_but_that_of_our_own_mistakes_is_broken_here() -> None:
    assert {*SPOILS, (INTERNAL, Severity.ERROR)} == set(TOLD)


@pytest.mark.parametrize("told", [*TOLD], ids=lambda told: f"{told[0]}, {told[1]}")
def test_the_example_of_a_rule_is_what_it_prints(
    root: SmallRoot, told: tuple[str, Severity]
) -> None:
    if told[0] == INTERNAL:
        document = Document("contracts/bretagne/quimper-2029.yml")
        with internal_errors_told(document):
            raise RecursionError
        found = document.told()
    else:
        SPOILS[told](root)
        found = [p for p in [*root.problems(), *root.gaps()] if (p.rule, p.severity) == told]
    assert found
    assert found[0].message == TOLD[told].example
    assert found[0].expected or found[0].proposal or found[0].found
    place = f"{found[0].path}:{found[0].line}:{found[0].column}: {told[1]}: "
    assert as_text(found[0]).startswith(place)


def test_the_page_tells_every_rule_of_the_catalogue() -> None:
    page = render("guide/rules.md.j2", addresses.RULES, variables(rules_view()))
    errors, _, rest = page.partition("### Les avertissements")
    warnings, _, gaps = rest.partition("### Ce qui est à compléter")
    tables = dict(zip(Severity, (errors, warnings, gaps), strict=True))
    for rule in RULES:
        assert f"\n| `{rule.id}` | " in tables[rule.severity]
    assert page.count("\n| `") == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.id}, {rule.severity}")
def test_a_line_holds_in_its_table(rule: Rule) -> None:
    assert all((rule.what, rule.advice, rule.example))
    for text in (rule.what, rule.advice):
        assert "|" not in text
        assert text.count("`") % 2 == 0
