"""Words for a picture: transformers' image-to-text models, whose stock ``generate`` is called as it is.

Safetensors only, no code of the model's, nothing fetched. Like text encoders it works in the request's own thread.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from PIL import Image

from bot.gpu.worker.ticket import Cancelled, Ticket

WAIT_SECONDS = 0.1


class Captioner:
    """A model with its processor; one picture at a time. ``components`` are as a pipeline's."""

    def __init__(self, model: Any, images: Any, tokenizer: Any) -> None:
        self.components = {"model": model}
        self._model, self._images, self._tokenizer = model, images, tokenizer
        self._turn = threading.Lock()

    def describe(self, png: bytes, most_tokens: int, ticket: Ticket, told: Callable[[int], None]) -> str:
        """``told`` hears of each token. Raises Cancelled."""
        from transformers import StoppingCriteriaList

        with Image.open(io.BytesIO(png), formats=("PNG",)) as image:
            pixels = self._images(images=image.convert("RGB"), return_tensors="pt")["pixel_values"]
        while not self._turn.acquire(timeout=WAIT_SECONDS):
            if ticket.cancelled:
                raise Cancelled
        try:
            output = self._model.generate(
                pixel_values=pixels.to(self._model.device, self._model.dtype),
                max_new_tokens=most_tokens,
                do_sample=False,
                stopping_criteria=StoppingCriteriaList([_Following(ticket, told)]),
            )
        finally:
            self._turn.release()
        return " ".join(str(self._tokenizer.decode(output[0], skip_special_tokens=True)).split())


class _Following:
    """Called after each token, as a stopping criterion."""

    def __init__(self, ticket: Ticket, told: Callable[[int], None]) -> None:
        self._ticket, self._told, self._count = ticket, told, 0

    def __call__(self, input_ids: torch.Tensor, scores: Any, **_: Any) -> torch.Tensor:
        if self._ticket.cancelled:
            raise Cancelled
        self._count += 1
        self._told(self._count)
        return torch.zeros(input_ids.shape[0], dtype=torch.bool, device=input_ids.device)


def read(source: Path) -> Captioner:
    """Raises whatever transformers makes of a folder that is none of its own."""
    from transformers import AutoImageProcessor, AutoModelForImageTextToText, AutoTokenizer

    safe: dict[str, Any] = {"local_files_only": True, "trust_remote_code": False}
    where = str(source)
    model = AutoModelForImageTextToText.from_pretrained(where, dtype=torch.float32, use_safetensors=True, **safe)
    images = AutoImageProcessor.from_pretrained(where, backend="pil", **safe)
    return Captioner(model.eval(), images, AutoTokenizer.from_pretrained(where, **safe))
