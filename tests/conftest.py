"""What all tests share: no skipped test under CI, Chromium's place, and the summary of the other checks."""

from __future__ import annotations

import json
import os
from collections.abc import Generator

import pytest

FIRST = ("tests/walks/", "tests/gpu/", "tests/playground/", "tests/deploy/", "tests/pocket/")
"""Folders whose files take longest: a worker that draws one of them last would leave the others idle."""
IN_CI = os.environ.get("CI", "").lower() not in ("", "0", "false")


def _forbid_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if IN_CI and report.outcome == "skipped" and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"skipped, and under CI nothing may be: {reason}"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _forbid_skip(report)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _forbid_skip(report)
    return report


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files first, each in its own order; with ``--no-loadscope-reorder`` that is the order they are given out."""

    def place(item: pytest.Item) -> int:
        return next((n for n, folder in enumerate(FIRST) if item.nodeid.startswith(folder)), len(FIRST))

    items.sort(key=place)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """./deploy/test hands over what its other checks found; pytest's own line stays the last."""
    stages = json.loads(os.environ.get("INKLING_STAGES", "[]"))
    if not stages:
        return
    terminalreporter.section("other checks")
    for name, passed, seconds in stages:
        terminalreporter.line(f"{'✓' if passed else '✗'} {name:<18} {seconds:6.1f} s", red=not passed)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of a Chromium; tests that need one (``@pytest.mark.browser``) are skipped without."""
    from bootstrap.checks import find_browser

    path = find_browser()
    if path is None:
        pytest.skip("no Chromium found; ./deploy/test says how to install one")
    return path
