"""All benchmarks, in processes of their own: ``python -m tests.bench``. Nothing here is asserted."""

from __future__ import annotations

import subprocess
import sys

for name in ("bot", "overhead", "serving", "promises", "reminders", "search", "summaries", "recognition", "precision"):
    print(f"--- {name}", flush=True)
    subprocess.run([sys.executable, "-m", f"tests.bench.{name}"], check=True)
