"""Tiny models, made once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ["OMP_WAIT_POLICY"] = "passive"  # as in the engine process; before torch is imported

from tests.gpu.worker.bench_of_requests import Bench

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Some of diffusers' schedulers trip over deprecations of numpy's; that is not ours to mend."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings("ignore:__array_:DeprecationWarning"))
            item.add_marker(pytest.mark.filterwarnings("ignore:In CPU autocast:UserWarning"))  # in the depth pipeline
            item.add_marker(pytest.mark.filterwarnings("ignore:Conversion of an array:DeprecationWarning"))
            item.add_marker(pytest.mark.filterwarnings("ignore:Should have t:UserWarning"))  # torchsde rounds its ends


@pytest.fixture(scope="session")
def tiny() -> Any:
    """A tiny Stable Diffusion pipeline; treat its weights and configuration as read-only."""
    from tests import tiny_models

    return tiny_models.stable_diffusion()


@pytest.fixture
def bench(tiny: Any) -> Iterator[Bench]:
    bench = Bench(tiny)
    yield bench
    bench.close()
