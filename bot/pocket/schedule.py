"""When the model learns what, and how fast: pure functions of the share of the plan that has passed (0 to 1)."""

from itertools import pairwise

STAGES: tuple[tuple[float, dict[str, float]], ...] = (
    # single objects first: shapes come last and need the most; pairs and hats wait until there are shapes to place
    (0.00, {"single": 0.82, "colour": 0.08, "plain": 0.05, "scene": 0.05, "pair": 0.00, "worn": 0.00}),
    (0.40, {"single": 0.76, "colour": 0.09, "plain": 0.06, "scene": 0.07, "pair": 0.01, "worn": 0.01}),
    (0.70, {"single": 0.70, "colour": 0.10, "plain": 0.06, "scene": 0.08, "pair": 0.05, "worn": 0.01}),
    (1.00, {"single": 0.70, "colour": 0.10, "plain": 0.06, "scene": 0.08, "pair": 0.05, "worn": 0.01}),
)
WARM_UP_STEPS = 60
LEAST_RATE = 0.01


def shares(passed: float) -> dict[str, float]:
    """The share of each kind of scene, blended between the stages around `passed`."""
    for (start, before), (end, after) in pairwise(STAGES):
        if passed <= end:
            blend = min(1.0, max(0.0, (passed - start) / (end - start)))
            return {kind: before[kind] * (1 - blend) + after[kind] * blend for kind in before}
    return dict(STAGES[-1][1])


def rate(peak: float, passed: float, steps: int) -> float:
    """The learning rate: a short warm-up, then down in a straight line; most of the gain comes while it falls."""
    return peak * min(1.0, (steps + 1) / WARM_UP_STEPS) * max(LEAST_RATE, 1 - passed)
