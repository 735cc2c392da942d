"""Says at the end of a run when Discord's own description could not be asked."""

from __future__ import annotations

import pytest

from tests.contract import checker


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if checker.asked_in_vain:
        terminalreporter.section("contract")
        terminalreporter.write_line(checker.ABSENT)
