"""A part of a model in another state for the length of one call.

All requests share a model's parts, so a state is put on by the forward thread right before a call, and taken off right
after it. States are values: calls of the same part in equal states may share a forward, others never do.
"""

from __future__ import annotations

import contextlib
from collections.abc import Hashable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol


class State(Hashable, Protocol):
    def on(self, module: Any) -> AbstractContextManager[None]:
        """``module`` is in this state until the block ends. Entered by the forward thread only."""


@dataclass(frozen=True, slots=True)
class InState:
    """Called as ``module`` is, which is in all of ``states`` meanwhile."""

    module: Any
    states: tuple[State, ...]

    def __call__(self, **arguments: Any) -> Any:
        with contextlib.ExitStack() as stack:
            for state in self.states:
                stack.enter_context(state.on(self.module))
            return self.module(**arguments)
