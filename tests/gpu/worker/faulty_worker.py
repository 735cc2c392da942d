"""The engine process with a model that fails as devices do: three pictures at once, and the forward raises what CUDA
raises; four, and it never returns."""

from __future__ import annotations

import functools
import threading
from typing import Any

from bot.gpu.worker import main


def spoil(pipeline: Any) -> Any:
    import torch

    forward = pipeline.unet.forward

    @functools.wraps(forward)
    def faulty(sample: Any, *values: Any, **named: Any) -> Any:
        if sample.shape[0] == 3:
            raise torch.AcceleratorError("CUDA error: an illegal memory access was encountered")
        if sample.shape[0] == 4:
            threading.Event().wait()
        return forward(sample, *values, **named)

    pipeline.unet.forward = faulty
    return pipeline


def prepare() -> None:
    main.set_environment()
    from bot.gpu.worker import models

    read = models._read
    models._read = lambda source, family: spoil(read(source, family))


if __name__ == "__main__":
    prepare()
    main.main()
