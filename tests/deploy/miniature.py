"""A checkout in small: the real bootstrap over a project whose packages are a few bytes each."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PROJECT = """
[project]
name = "mini"
version = "1"
dependencies = ["torch>=2.8", "alpha>=1"]
[project.optional-dependencies]
test = ["beta"]
"""

BOT = """
import os, sys
import alpha, torch
print("bot", sys.argv[1:], "alpha", alpha.VERSION)
print("prefix", sys.prefix)
print("cwd", os.getcwd())
print("called from", os.environ["INKLING_CWD"])
sys.exit(7)
"""


def write_wheel(folder: Path, name: str, version: str) -> Path:
    """A pure wheel with one module that knows its version."""
    files = {
        f"{name}/__init__.py": f"VERSION = {version!r}\n",
        f"{name}/version.py": "cuda = None\n",
        f"{name}-{version}.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{name}-{version}.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = f"{name}-{version}.dist-info/RECORD"
    lines = [f"{path},sha256={_digest(text)},{len(text)}" for path, text in files.items()]
    files[record] = "\n".join([*lines, f"{record},,"]) + "\n"
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return wheel


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


class Checkout:
    """A copy of the bootstrap in ``root`` (a path with a space) and a folder of wheels that pip is limited to."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "my inkling"
        self.wheels = folder / "wheels"
        self.wheels.mkdir()
        self.smi_log = folder / "smi.log"
        shutil.copytree(
            ROOT / "deploy", self.root / "deploy", ignore=shutil.ignore_patterns("__pycache__"), symlinks=True
        )
        (self.root / "bot").mkdir()
        (self.root / "bot" / "__main__.py").write_text(BOT)
        (self.root / "pyproject.toml").write_text(PROJECT)
        self.pin("1.0")
        for name, version in (("torch", "2.13.0"), ("alpha", "1.0"), ("beta", "1.0")):
            write_wheel(self.wheels, name, version)
        tools = folder / "tools"
        tools.mkdir()
        (tools / "nvidia-smi").write_text(f"#!/bin/sh\necho asked >> '{self.smi_log}'\nexit 9\n")
        (tools / "nvidia-smi").chmod(0o755)
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "PYTEST", "COV"))}
        self.environment = kept | {
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_CACHE_DIR": "1",
        }

    def pin(self, alpha: str) -> None:
        (self.root / "deploy" / "constraints.txt").write_text(f"torch==2.13.0\nalpha=={alpha}\nbeta==1.0\n")

    def start(self, *arguments: str, launcher: str = "run", **environment: str) -> subprocess.Popen[str]:
        """The launcher in a process group of its own, called from a folder that is not the checkout."""
        return subprocess.Popen(
            [str(self.root / "deploy" / launcher), *arguments],
            cwd=self.wheels,
            env=self.environment | environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments: str, launcher: str = "run", **environment: str) -> tuple[int, str]:
        process = self.start(*arguments, launcher=launcher, **environment)
        output, _ = process.communicate(timeout=150)
        return process.returncode, output

    def module(self, name: str) -> Path:
        (found,) = self.root.glob(f".venv/lib/python3.*/site-packages/{name}/__init__.py")
        return found


class StubbornIndex:
    """A page of links on this machine. The wheel behind it never arrives until ``serve`` is set."""

    def __init__(self, wheel: Path) -> None:
        self.asked = threading.Event()
        self.serve = threading.Event()
        index = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path.endswith(".whl"):
                    index.asked.set()
                    index.serve.wait(120)
                    body, kind = wheel.read_bytes(), "application/octet-stream"
                else:
                    body, kind = f'<a href="{wheel.name}">{wheel.name}</a>'.encode(), "text/html"
                try:
                    self.send_response(200)
                    self.send_header("Content-Type", kind)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                except OSError:
                    pass  # the asker was killed

            def log_message(self, *_: object) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def close(self) -> None:
        self.serve.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
