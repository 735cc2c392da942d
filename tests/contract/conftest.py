"""Says at the end of a run when Discord's own description could not be asked."""

from __future__ import annotations

import pytest

from tests.contract import checker, openapi


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if openapi.spec_path() is None:
        terminalreporter.section("contract")
        terminalreporter.write_line(checker.ABSENT)
