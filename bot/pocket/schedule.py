"""What is shown how often, and how fast the model learns: pure values and functions."""

SHARES: dict[str, float] = {"single": 0.40, "colour": 0.12, "plain": 0.08, "scene": 0.10, "pair": 0.27, "worn": 0.03}
"""The share of each kind of scene, in both stages. Names come first; pairs have the most to combine."""

WARM_UP_STEPS = 60
LEAST_RATE = 0.01


def rate(peak: float, passed: float, steps: int) -> float:
    """The learning rate when this share of the plan has passed (0 to 1).

    A short warm-up, then down in a straight line; most of the gain comes while it falls.
    """
    return peak * min(1.0, (steps + 1) / WARM_UP_STEPS) * max(LEAST_RATE, 1 - passed)
