"""A plugin of pytest: says at the end how many tests ran in a browser, and may fail when none did."""

from __future__ import annotations

from collections import Counter

import pytest

_IN_BROWSER = ("browser", True)
"""What the reports of these tests carry, from the process that ran them to the one that tells."""
_outcomes: Counter[str] = Counter()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--need-browser", action="store_true", help="fail when no test ran in the browser"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.user_properties.append(_IN_BROWSER)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    # pytest-xdist makes lists of tuples on their way.
    if _IN_BROWSER not in map(tuple, report.user_properties):
        return
    if report.skipped:
        _outcomes["skipped"] += 1
    elif report.when == "call":
        _outcomes["ran"] += 1
    elif report.when == "setup" and report.failed:
        _outcomes["could not start"] += 1


def pytest_sessionfinish(session: pytest.Session) -> None:
    if _none_where_needed(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    shown = ["ran", "skipped"] + ["could not start"] * bool(_outcomes["could not start"])
    line = ", ".join(f"{_outcomes[outcome]} {outcome}" for outcome in shown)
    terminalreporter.write_line(f"Browser tests: {line}", red=_none_where_needed(config))


def _none_where_needed(config: pytest.Config) -> bool:
    """Whether a browser was asked for and used by no test, of those that all processes have run."""
    one_of_several = hasattr(config, "workerinput")
    needed = bool(config.getoption("--need-browser")) and not one_of_several
    return needed and not _outcomes["ran"]
