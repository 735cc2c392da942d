"""Stand-ins for a pipeline's denoiser, VAE and text encoders that send their forwards to the executor.

Everything else (config, dtype, device, isinstance) is the real module's, so stock pipelines do not notice.
"""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import Callable, Mapping
from functools import partial
from types import SimpleNamespace
from typing import Any

import torch
from torch.utils._pytree import tree_map

from bot.gpu.worker.blending import Mixture
from bot.gpu.worker.device import out_of_memory
from bot.gpu.worker.executor import Executor
from bot.gpu.worker.finish import check_finite
from bot.gpu.worker.ladder import Ladder
from bot.gpu.worker.seamless import Wrapped
from bot.gpu.worker.states import InState, State
from bot.gpu.worker.ticket import NoMemoryToRead, Ticket

AGAIN_IN_FLOAT32 = "The picture was decoded a second time, in float32: in half precision its colours overflowed."

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

    def __init__(
        self,
        executor: Executor,
        module: Any,
        ticket: Ticket,
        watch: Watch | None = None,
        states: tuple[State, ...] = (),
    ) -> None:
        super().__init__(executor, module, ticket)
        self._names = list(inspect.signature(module.forward).parameters)
        self._watch = watch
        self._called = InState(module, states) if states else module

    def __call__(self, *values: Any, return_dict: bool = True, **named: Any) -> Any:
        arguments = dict(zip(self._names, values, strict=False))
        if self._names[0] not in arguments:  # the sample comes first for the executor
            arguments[self._names[0]] = named.pop(self._names[0])
        arguments.update(named, return_dict=False)
        output = self._executor.call(self._ticket, self._called, arguments)
        if self._watch is not None:
            self._watch(arguments, output[0])
        return SimpleNamespace(sample=output[0]) if return_dict else output


class Vae(_Standin):
    """An autoencoder: encoding and decoding happen between forwards, one request at a time."""

    def __init__(self, executor: Executor, module: Any, ticket: Ticket, wrapped: Wrapped | None = None) -> None:
        super().__init__(executor, module, ticket)
        self._wrapped = wrapped
        self._other: torch.Tensor | None = None

    def to(self, *_: Any, **__: Any) -> Vae:
        """Pipelines cast it to float32 and back; it is shared, and has its right dtype since it was loaded."""
        return self

    def encode(self, x: torch.Tensor, *values: Any, **named: Any) -> Any:
        encoded = self._executor.run(self._ticket, lambda: self._encode(x, *values, **named))
        if self._other is None:
            return encoded
        other = self._other.to(x.device)
        second = self._executor.run(self._ticket, lambda: self._encode(other, *values, **named))
        return SimpleNamespace(latent_dist=Mixture(encoded.latent_dist, second.latent_dist))

    def blend_with(self, pixels: torch.Tensor) -> None:
        """What is encoded from now on is mixed with this picture, preprocessed, (1, 3, height, width)."""
        self._other = pixels

    def decode(self, z: torch.Tensor, *values: Any, **named: Any) -> Any:
        """Raises NotFinite, for latents before the device is asked."""
        check_finite(z)
        return self._executor.run(self._ticket, lambda: self._decode(z, *values, **named))

    def _encode(self, x: torch.Tensor, *values: Any, **named: Any) -> Any:
        with self._wrapped.on(self._module) if self._wrapped else contextlib.nullcontext():
            return self._module.encode(self._fit(x), *values, **named)

    def _decode(self, z: torch.Tensor, *values: Any, **named: Any) -> Any:
        """Half precision can overflow in an autoencoder where float32 does not."""
        decode = self._module.decode if self._wrapped is None else partial(self._wrapped.decode, self._module)
        decoded = decode(self._fit(z), *values, **named)
        dtype = self._module.dtype
        if dtype is not torch.float32 and not bool(torch.isfinite(decoded[0]).all()):
            del decoded
            self._ticket.note(AGAIN_IN_FLOAT32)
            self._module.to(torch.float32)
            try:
                decoded = decode(self._fit(z), *values, **named)
            finally:
                self._module.to(dtype)
        check_finite(decoded[0])
        return decoded

    def _fit(self, tensor: torch.Tensor) -> torch.Tensor:
        """An autoencoder kept in float32 beside a half-precision denoiser gets its own dtype."""
        return tensor.to(self._module.dtype)


class Estimator(_Standin):
    """A depth estimator: a call happens between forwards, in its own dtype. It was kept in float32, for its
    normalisation breaks down in half precision."""

    def __call__(self, pixels: torch.Tensor) -> Any:
        return self._executor.run(self._ticket, lambda: self._module(pixels.to(self._module.dtype)))


class Encoder(_Standin):
    """A text encoder, which may have been moved off the device to save memory: then it visits it for each prompt."""

    def __init__(self, executor: Executor, module: Any, ticket: Ticket, place: torch.device, ladder: Ladder) -> None:
        super().__init__(executor, module, ticket)
        self._place, self._ladder = place, ladder

        self._dtype: torch.dtype = module.dtype

    @property
    def device(self) -> torch.device:
        return self._place

    @property
    def dtype(self) -> torch.dtype:
        return self._dtype

    def __call__(self, *values: Any, **named: Any) -> Any:
        """Raises NoMemoryToRead when it does not fit, whatever was given up for it."""
        while True:
            try:
                output = self._encode(*values, **named)
            except Exception as error:
                if not out_of_memory(error):
                    raise
            else:
                for sentence in self._ladder.notes_on_reading():
                    self._ticket.note(sentence)
                return output
            if torch.cuda.is_available():
                torch.cuda.empty_cache()
            if not self._ladder.climb_reading():
                raise NoMemoryToRead

    def _encode(self, *values: Any, **named: Any) -> Any:
        with self._ladder.encoding:
            if not self._ladder.encoders_off:
                return self._module(*values, **named)
            if self._ladder.reads_here:
                return self._on_processor(*values, **named)
            try:
                self._module.to(self._place)
                return self._module(*values, **named)
            finally:
                self._module.to("cpu")

    def _on_processor(self, *values: Any, **named: Any) -> Any:
        """In float32, for half precision is slow and wrong there; what comes out is as if it had been on the device."""
        values, named = tree_map(lambda one: _tensor_to(one, torch.device("cpu")), (values, named))
        self._module.to(torch.float32)
        try:
            output = self._module(*values, **named)
        finally:
            self._module.to(self._dtype)
        return tree_map(lambda one: _tensor_to(one, self._place, self._dtype), output)


def _tensor_to(one: Any, place: torch.device, dtype: torch.dtype | None = None) -> Any:
    if not isinstance(one, torch.Tensor):
        return one
    return one.to(place, dtype if dtype is not None and one.is_floating_point() else one.dtype)
