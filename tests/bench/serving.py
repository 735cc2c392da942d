"""Serving many people with one device: stock diffusers one by one, static batches, and this engine.

    python -m tests.bench.serving [--pairs 20] [--only alone,eight,behind,poisson,cancel,users]

Same weights, same traces of arrivals, in one process; the contenders take turns and change the order with every pair.
Figures are medians over the pairs with a 95 % bootstrap interval; what is compared is compared within a pair. Goals on
a processor: eight together 1.3 times stock's pictures per second; 4 steps behind 50 in a fifth of the time; mixed
Poisson arrivals at 0.9 of stock's capacity with p50 1.3 times lower and p95 no higher; alone at most 2 % more.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence

os.environ["OMP_WAIT_POLICY"] = "passive"  # before torch is imported, as in the engine process

from tests.bench.contenders import Arrival, Contender, Outcome, Static, Stock
from tests.bench.figures import line, percentile
from tests.bench.stages import Stage
from tests.bench.users import HEAVY, through_the_queue

WORDS = ("a red apple", "two blue birds", "a green car on a road", "snow", "a yellow star", "a cat and a dog")
STEPS = (2, 4, 8, 12, 20)
GUIDANCE = (1.0, 3.5, 7.0)
REQUESTS, LOAD = 10, 0.9


def poisson(stage: Stage, pair: int, count: int, load: float) -> list[Arrival]:
    """Mixed requests at ``load`` of what stock can serve."""
    chance = random.Random(pair)
    wishes = [
        stage.wish(chance.choice(WORDS), steps=chance.choice(STEPS), guidance=chance.choice(GUIDANCE), seeds=(n,))
        for n in range(count)
    ]
    mean = statistics.mean(stage.alone_seconds(wanted) for wanted in wishes)
    at, trace = 0.0, []
    for wanted in wishes:
        trace.append(Arrival(at, wanted))
        at += chance.expovariate(load / mean)
    return trace


def in_turn(contenders: Sequence[Contender], pair: int) -> list[Contender]:
    turn = pair % len(contenders)
    return [*contenders[turn:], *contenders[:turn]]


class Serving:
    """Every measurement, over the same stage."""

    def __init__(self, stage: Stage, pairs: int) -> None:
        self.stage, self.pairs = stage, pairs
        self.stock, self.static, self.ours = Stock(stage.pipeline), Static(stage.pipeline), stage.ours
        self.contenders: list[Contender] = [self.stock, self.static, self.ours]

    def _repeat(
        self, trace: Callable[[int], Sequence[Arrival]], contenders: Sequence[Contender] = ()
    ) -> dict[str, list[list[Outcome]]]:
        contenders = contenders or self.contenders
        found: dict[str, list[list[Outcome]]] = {contender.name: [] for contender in contenders}
        for pair in range(self.pairs):
            arrivals = trace(pair)
            for contender in in_turn(contenders, pair):
                found[contender.name].append(contender.play(arrivals))
        return found

    def _compare(self, label: str, figures: dict[str, list[float]], unit: str, more_is_better: bool = False) -> None:
        for name, values in figures.items():
            print(line(f"{label}: {name}", values, unit), flush=True)
        stock = figures[self.stock.name]
        for name in figures.keys() - {self.stock.name}:
            pairs = zip(figures[name], stock, strict=True)
            ratios = [mine / theirs if more_is_better else theirs / mine for mine, theirs in pairs]
            print(line(f"{label}: {name} against stock", ratios, "×"), flush=True)

    def eight(self) -> None:
        wishes = [self.stage.wish(WORDS[n % 6], steps=10, seeds=(n,)) for n in range(8)]
        before = self.stage.counts()
        found = self._repeat(lambda pair: [Arrival(0.0, wanted) for wanted in wishes])
        per_second = {n: [len(run) / max(o.done for o in run) for run in runs] for n, runs in found.items()}
        self._compare("eight together, pictures per second", per_second, "/s", more_is_better=True)
        sights = {
            n: [statistics.median(o.first_sight or o.done for o in run) for run in runs] for n, runs in found.items()
        }
        self._compare("eight together, until something is seen", sights, "s")
        forwards, rows = (now - then for now, then in zip(self.stage.counts(), before, strict=True))
        print(f"| rows in one forward | {rows / forwards:.1f} | {rows} in {forwards} | |")
        worst = max(
            self.stage.difference(mine.pictures[0], theirs.pictures[0])
            for mine, theirs in zip(found[self.ours.name][0], found[self.stock.name][0], strict=True)
        )
        print(f"| largest difference of a picture to stock | {worst} of 255 | | 8 |", flush=True)

    def behind(self) -> None:
        trace = [Arrival(0.0, self.stage.wish(steps=50)), Arrival(0.3, self.stage.wish("snow", steps=4, seeds=(2,)))]
        found = self._repeat(lambda pair: trace, [self.stock, self.ours])  # nothing here that a batch could hold
        self._compare(
            "4 steps behind 50, seconds", {n: [run[1].done for run in runs] for n, runs in found.items()}, "s"
        )
        self._compare("the 50 steps themselves", {n: [run[0].done for run in runs] for n, runs in found.items()}, "s")

    def poisson(self) -> None:
        found = self._repeat(lambda pair: poisson(self.stage, pair, REQUESTS, LOAD))
        for share in (0.5, 0.95):
            figures = {n: [percentile([o.done for o in run], share) for run in runs] for n, runs in found.items()}
            self._compare(f"Poisson at 0.9, p{100 * share:.0f} within a trace", figures, "s")
        for share in (0.5, 0.95):
            pooled = {n: percentile([o.done for run in runs for o in run], share) for n, runs in found.items()}
            words = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in pooled.items())
            print(f"| Poisson at 0.9, p{100 * share:.0f} of all requests | {words} | | |", flush=True)

    def alone(self) -> None:
        """Seconds by the clock and of the processor; the latter is steady on a busy machine."""
        wanted = [Arrival(0.0, self.stage.wish(steps=20))]
        clock: list[float] = []
        work: list[float] = []
        for pair in range(self.pairs):
            took: dict[str, tuple[float, float]] = {}
            for contender in in_turn([self.stock, self.ours], pair):
                worked = time.process_time()
                (outcome,) = contender.play(wanted)
                took[contender.name] = outcome.done, time.process_time() - worked
            clock.append(100 * (took[self.ours.name][0] / took[self.stock.name][0] - 1))
            work.append(100 * (took[self.ours.name][1] / took[self.stock.name][1] - 1))
        print(line("alone: more than stock, by the clock", clock, "%"))
        print(line("alone: more than stock, processor time", work, "%"), flush=True)

    def cancel(self) -> None:
        """Four run; one is stopped in the middle."""
        waits = []
        for pair in range(self.pairs):
            outcomes = [self.ours.submit(self.stage.wish(steps=30, seeds=(n,))) for n in range(4)]
            time.sleep(0.6 + 0.05 * (pair % 7))
            asked = time.perf_counter()
            self.ours.cancel(outcomes[pair % 4])
            outcomes[pair % 4].over.wait()
            waits.append(time.perf_counter() - asked)
            for outcome in outcomes:
                self.ours.cancel(outcome)
                outcome.over.wait()
        print(line("cancelled until freed, four running", waits, "s", 3), flush=True)

    def users(self) -> None:
        """Eight requests of one person, then one each of four others; ours with the real queue before it."""
        wishes = [(HEAVY, self.stage.wish(steps=6, seeds=(n,))) for n in range(8)]
        wishes += [(HEAVY + n, self.stage.wish("snow", steps=6, seeds=(n,))) for n in range(1, 5)]
        light: dict[str, list[float]] = {self.stock.name: [], self.ours.name: []}
        heavy: dict[str, list[float]] = {self.stock.name: [], self.ours.name: []}
        for pair in range(self.pairs):
            for contender in in_turn([self.stock, self.ours], pair):
                if contender is self.ours:
                    waits = through_the_queue(self.ours, wishes)
                else:
                    outcomes = contender.play([Arrival(0.0, wanted) for _, wanted in wishes])
                    waits = [(user, outcome.done) for (user, _), outcome in zip(wishes, outcomes, strict=True)]
                light[contender.name].append(statistics.mean(seconds for user, seconds in waits if user != HEAVY))
                heavy[contender.name].append(statistics.mean(seconds for user, seconds in waits if user == HEAVY))
        self._compare("one request behind another's eight", light, "s")
        self._compare("the eight themselves, mean", heavy, "s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cases = ("alone", "eight", "behind", "poisson", "cancel", "users")
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--only", default=",".join(cases))
    options = parser.parse_args()
    from bot.gpu.worker.main import SWITCH_SECONDS

    sys.setswitchinterval(SWITCH_SECONDS)
    for stage in Stage.all():
        print(f"\n{stage.describe()}; {options.pairs} interleaved pairs\n")
        print("| measured | median | 95 % interval | of |\n| --- | --- | --- | --- |", flush=True)
        serving = Serving(stage, options.pairs)
        stage.warm_up([serving.stock, serving.static, serving.ours])
        for case in options.only.split(","):
            getattr(serving, case)()


if __name__ == "__main__":
    main()
