"""A real Ray cluster on this machine, in a process of its own: ``python -m tests.gpu.ray_cluster NODES``.

Prints the address; then obeys lines on standard input: ``kill ID`` (every process of that node, with SIGKILL), ``add``,
``head`` (the same for the head node). Ends with its input, and leaves no process behind.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Any

os.environ["RAY_USAGE_STATS_ENABLED"] = "0"

import psutil
from ray.cluster_utils import Cluster

STORE_BYTES = 80 << 20
QUICK = {
    "health_check_initial_delay_ms": 0,
    "health_check_period_ms": 500,
    "health_check_timeout_ms": 2000,
    "health_check_failure_threshold": 3,
}


class Machines:
    def __init__(self) -> None:
        head = {"num_cpus": 0, "include_dashboard": False, "object_store_memory": STORE_BYTES, "_system_config": QUICK}
        self.cluster = Cluster(initialize_head=True, head_node_args=head)
        self._nodes: dict[str, Any] = {"head": self.cluster.head_node}

    def add(self) -> None:
        node = self.cluster.add_node(num_cpus=1, num_gpus=0, object_store_memory=STORE_BYTES)
        self._nodes[node.node_id] = node

    def kill(self, name: str) -> None:
        """As if its plug were pulled: the daemons, their agents, the actor and its engine."""
        family = self._family(name)
        self._nodes.pop(name).kill_all_processes(check_alive=False, allow_graceful=False)
        _kill(family)

    def close(self) -> None:
        family = self.everything()
        self.cluster.shutdown()
        _kill(family)

    def everything(self) -> set[psutil.Process]:
        """All that runs below the daemons of all nodes."""
        return {process for name in self._nodes for process in self._family(name)}

    def _family(self, name: str) -> set[psutil.Process]:
        found: set[psutil.Process] = set()
        for infos in self._nodes[name].all_processes.values():
            for info in infos:
                with contextlib.suppress(psutil.NoSuchProcess):
                    found |= set(psutil.Process(info.process.pid).children(recursive=True))
        return found


def _kill(processes: set[psutil.Process]) -> None:
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()


def main() -> None:
    machines = Machines()
    for _ in range(int(sys.argv[1])):
        machines.add()
    print(machines.cluster.address, flush=True)
    orphans: set[psutil.Process] = set()
    for line in sys.stdin:
        command, _, name = line.strip().partition(" ")
        if command == "add":
            machines.add()
        elif command == "kill":
            machines.kill(name)
        elif command == "head":
            orphans = machines.everything()  # the other nodes' daemons end by themselves, but not all below them
            machines.kill("head")
        print("done", flush=True)
    machines.close()
    _kill(orphans)


if __name__ == "__main__":
    main()
