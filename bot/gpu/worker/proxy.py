"""Stand-ins for a pipeline's denoiser and VAE that send their forwards to the executor.

Everything else (config, dtype, device, isinstance) is the real module's, so stock pipelines do not notice.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

import torch

from bot.gpu.worker.executor import Executor
from bot.gpu.worker.ticket import Ticket

Watch = Callable[[Mapping[str, Any], Any], None]
"""Called after each forward, in the request's thread, with the call's arguments and its output tensor."""


class _Standin:
    """Attributes of ``module``, and its class for isinstance."""

    def __init__(self, executor: Executor, module: Any, ticket: Ticket) -> None:
        self._executor, self._module, self._ticket = executor, module, ticket

    def __getattr__(self, name: str) -> Any:
        return getattr(self._module, name)

    @property  # pipelines ask isinstance(self.unet, ...)
    def __class__(self) -> type:
        return type(self._module)

    @__class__.setter
    def __class__(self, value: type) -> None:
        raise TypeError("a stand-in keeps its class")


class Denoiser(_Standin):
    """A UNet or transformer."""

    def __init__(self, executor: Executor, module: Any, ticket: Ticket, watch: Watch | None = None) -> None:
        super().__init__(executor, module, ticket)
        self._names = list(inspect.signature(module.forward).parameters)
        self._watch = watch

    def __call__(self, *values: Any, return_dict: bool = True, **named: Any) -> Any:
        arguments = dict(zip(self._names, values, strict=False))
        if self._names[0] not in arguments:  # the sample comes first for the executor
            arguments[self._names[0]] = named.pop(self._names[0])
        arguments.update(named, return_dict=False)
        output = self._executor.call(self._ticket, self._module, arguments)
        if self._watch is not None:
            self._watch(arguments, output[0])
        return SimpleNamespace(sample=output[0]) if return_dict else output


class Vae(_Standin):
    """An autoencoder: encoding and decoding happen between forwards, one request at a time."""

    def __init__(
        self, executor: Executor, module: Any, ticket: Ticket, before_decoding: Callable[[torch.Tensor], None]
    ) -> None:
        super().__init__(executor, module, ticket)
        self._before_decoding = before_decoding

    def encode(self, x: torch.Tensor, *values: Any, **named: Any) -> Any:
        return self._executor.run(self._ticket, lambda: self._module.encode(self._fit(x), *values, **named))

    def decode(self, z: torch.Tensor, *values: Any, **named: Any) -> Any:
        self._before_decoding(z)
        return self._executor.run(self._ticket, lambda: self._module.decode(self._fit(z), *values, **named))

    def _fit(self, tensor: torch.Tensor) -> torch.Tensor:
        """An autoencoder kept in float32 beside a half-precision denoiser gets its own dtype."""
        return tensor.to(self._module.dtype)
