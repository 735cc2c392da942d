"""Is every request that left the bot one that Discord would take?

``check_requests(loopback.requests)`` gives the violations, none being good. Two judges: Discord's own OpenAPI
description (``openapi.py``) and the rules that it leaves out (``rules.py``). Where the description is absent, only the
second judge sits, and the run's summary says so; under CI its absence is an error.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from tests.contract import openapi, rules

ABSENT = (
    "Discord's OpenAPI description was not found: requests were checked against our own rules only. "
    "Set DISCORD_OPENAPI to the path of openapi.json from github.com/discord/discord-api-spec."
)


class SpecMissing(AssertionError):
    """Under CI the description must be there."""


def find_spec() -> openapi.OpenApi | None:
    """Discord's description; None where it is absent. Raises SpecMissing under CI."""
    path = openapi.spec_path()
    if path is not None:
        return openapi.load(path)
    if os.environ.get("CI", "").lower() not in ("", "0", "false"):
        raise SpecMissing(ABSENT)
    return None


def check_request(method: str, path: str, body: Any, files: Iterable[Any] = ()) -> list[str]:
    spec = find_spec()
    problems = [] if spec is None else list(spec.check_request(method, path, body))
    problems += rules.check(method, path, body, files)
    return [f"{method} {path}: {problem}" for problem in problems]


def check_requests(requests: Iterable[Any]) -> list[str]:
    """One sentence for each violation. A request has ``method``, ``path``, ``body`` and ``files``."""
    return [
        problem
        for request in requests
        for problem in check_request(request.method, request.path, request.body, request.files)
    ]


def check_responses(requests: Iterable[Any]) -> list[str]:
    """Is what the loopback answered what Discord would answer? A request has ``status`` and ``response`` too."""
    spec = find_spec()
    if spec is None:
        return []
    return [
        f"{request.method} {request.path} answered {request.status}: {problem}"
        for request in requests
        for problem in spec.check_response(request.method, request.path, request.status, request.response)
    ]
