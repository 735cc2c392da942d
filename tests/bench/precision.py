"""bfloat16 against float32 on this processor, on layers of SD 1's shape: ``python -m tests.bench.precision``.

What the engine measures once for itself, before the first model that is not the starter model.
"""

from __future__ import annotations

import time

import torch

from bot.gpu.worker.precision import WORTH, computes_bfloat16, gain


def main() -> None:
    begun = time.perf_counter()
    found = gain()
    seconds = time.perf_counter() - begun
    computes = "computes" if computes_bfloat16() else "does not compute"
    print(f"this processor {computes} with bfloat16; {torch.get_num_threads()} threads")
    print(f"bfloat16 is {found:.2f} times as fast as float32 (used from {WORTH} on); measured in {seconds:.1f} s")


if __name__ == "__main__":
    main()
