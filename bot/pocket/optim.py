"""The optimiser: Muon for the weight matrices, AdamW for the rest, float32 masters behind a bfloat16 model.

Muon orthogonalises each momentum matrix with five Newton-Schulz steps (Keller Jordan's quintic,
https://kellerjordan.github.io/posts/muon/) and scales it so that one learning rate serves both halves
(Moonlight, arXiv:2502.16982: 0.2 * sqrt(max(rows, columns))).
"""

from collections import defaultdict
from typing import Any

import torch

Tensors = list[torch.Tensor]
Named = list[tuple[str, torch.nn.Parameter]]
MOMENTUM, DECAY = 0.95, 0.01
AVERAGE_EVERY = 4
ADAM_ONLY = ("embedding", "conv_in", "conv_out", "time_emb", "head.")


def newton_schulz(stack: torch.Tensor) -> torch.Tensor:
    """Matrices (n, rows, columns) pushed towards the nearest orthogonal ones, in bfloat16."""
    a, b, c = 3.4445, -4.7750, 2.0315
    x: torch.Tensor = stack.bfloat16()
    tall = x.shape[1] > x.shape[2]
    if tall:
        x = x.mT
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(5):
        gram = x @ x.mT
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x.mT if tall else x


def prefers_muon(name: str, parameter: torch.Tensor) -> bool:
    """Muon is for the inner matrices; tables, ends and vectors keep AdamW."""
    return parameter.ndim >= 2 and min(parameter.shape[:2]) > 16 and not any(part in name for part in ADAM_ONLY)


class Optimiser:
    """Steps float32 masters from the model's bfloat16 gradients, keeps their moving average, writes the model back."""

    def __init__(self, named: Named, *, average: float, muon: bool = True) -> None:
        self.live: Tensors = [parameter for _, parameter in named]
        self.masters: Tensors = [parameter.detach().float().clone() for parameter in self.live]
        self.averages: Tensors = [master.clone() for master in self.masters]
        self.average = average
        self.steps = 0
        inner = [muon and prefers_muon(name, parameter) for name, parameter in named]
        shapes: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for i, master in enumerate(self.masters):
            if inner[i]:
                shapes[tuple(master.flatten(1).shape)].append(i)
        self.groups = list(shapes.values())
        self.momenta: Tensors = [torch.zeros(len(places), *shape) for shape, places in shapes.items()]
        self.rest = [i for i, is_inner in enumerate(inner) if not is_inner]
        rest = [self.masters[i] for i in self.rest]
        groups = [
            {"params": [master for master in rest if master.ndim > 1], "weight_decay": 0.01},
            {"params": [master for master in rest if master.ndim <= 1], "weight_decay": 0.0},
        ]
        self.adam = torch.optim.AdamW(groups, lr=1e-3, betas=(0.9, 0.98), fused=True)

    @torch.no_grad()
    def follow(self, live: Tensors) -> None:
        """Write to these parameters from now on: the model's own, after it was cast to bfloat16."""
        self.live = live
        torch._foreach_copy_(self.live, self.masters)

    @torch.no_grad()
    def step(self, rate: float, clip: float = 1.0) -> None:
        """One update at this learning rate. AdamW's half is clipped; Muon's update has its own fixed size."""
        for i in self.rest:
            gradient = self.live[i].grad
            self.masters[i].grad = None if gradient is None else gradient.float()
        torch.nn.utils.clip_grad_norm_([self.masters[i] for i in self.rest], clip)
        for group in self.adam.param_groups:
            group["lr"] = rate
        self.adam.step()
        for places, momentum in zip(self.groups, self.momenta, strict=True):
            self._muon(places, momentum, rate)
        self.steps += 1
        if self.steps % AVERAGE_EVERY == 0:
            keep = min(self.average, (self.steps + 1) / (self.steps + 10)) ** AVERAGE_EVERY
            torch._foreach_lerp_(self.averages, self.masters, 1 - keep)
        torch._foreach_copy_(self.live, self.masters)
        for parameter in self.live:
            parameter.grad = None

    def _muon(self, places: list[int], momentum: torch.Tensor, rate: float) -> None:
        gradients = [self.live[i].grad for i in places]
        stack = torch.stack([gradient.flatten(1) for gradient in gradients if gradient is not None]).float()
        momentum.lerp_(stack, 1 - MOMENTUM)
        update = newton_schulz(stack.lerp_(momentum, MOMENTUM)).float()
        size = 0.2 * max(update.shape[1:]) ** 0.5
        for row, i in zip(update, places, strict=True):
            master = self.masters[i]
            master.mul_(1 - rate * DECAY).add_(row.reshape(master.shape), alpha=-rate * size)

    def state(self) -> dict[str, Any]:
        """Everything a later run needs to go on."""
        return {
            "masters": self.masters,
            "averages": self.averages,
            "momenta": self.momenta,
            "adam": self.adam.state_dict(),
            "steps": self.steps,
        }

    @torch.no_grad()
    def restore(self, state: dict[str, Any]) -> None:
        """Go on from what `state` returned."""
        for mine, theirs in (
            (self.masters, state["masters"]),
            (self.averages, state["averages"]),
            (self.momenta, state["momenta"]),
        ):
            torch._foreach_copy_(mine, theirs)
        self.adam.load_state_dict(state["adam"])
        self.steps = state["steps"]
        torch._foreach_copy_(self.live, self.masters)
