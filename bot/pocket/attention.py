"""Attention for training the UNet: plain matrix products, and a guide that shows each position its own place.

The encoder's 64 places belong to the UNet's 8x8 positions, one to one, but nothing tells the UNet so: it knows where
a position is only by the padding at its borders. Left to itself it does not find out in 10,000 samples. So two heads of
every cross attention are asked to look at their own place (guided attention, as in arXiv:1710.08969); the other heads
find the words by themselves. Inference needs nothing of this.
"""

from typing import Any

import torch

from bot.pocket.bank import WORD_TOKENS

GUIDED_HEADS = 2


class Attention:
    """An attention processor for diffusers. The fused kernel's backward pass is slow at this size on a processor.

    `miss` is the guided heads' mean cross entropy (nats) of the last forward; zero where nothing is guided.
    """

    def __init__(self, *, guided: bool) -> None:
        self.guided = guided
        self.miss: torch.Tensor | None = None

    def __call__(
        self,
        attention: Any,
        hidden_states: torch.Tensor,
        encoder_hidden_states: torch.Tensor | None = None,
        *_: object,
        **__: object,
    ) -> torch.Tensor:
        source = hidden_states if encoder_hidden_states is None else encoder_hidden_states
        query, key, value = (
            projection(states).unflatten(-1, (attention.heads, -1)).transpose(1, 2)
            for projection, states in (
                (attention.to_q, hidden_states),
                (attention.to_k, source),
                (attention.to_v, source),
            )
        )
        scores = (query @ key.mT * attention.scale).float()
        if self.guided:
            likely = scores[:, :GUIDED_HEADS].log_softmax(-1)
            self.miss = -likely.diagonal(WORD_TOKENS, -2, -1).mean()
        mixed = (scores.softmax(-1).to(value.dtype) @ value).transpose(1, 2).flatten(2)
        result: torch.Tensor = attention.to_out[0](mixed)
        return result


def guide(unet: Any) -> list[Attention]:
    """Give the UNet these processors; returns the guided ones."""
    unet.set_attn_processor({name: Attention(guided=".attn2." in name) for name in unet.attn_processors})
    return [each for each in unet.attn_processors.values() if each.guided]
