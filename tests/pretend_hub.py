"""A hub on this machine that serves one folder as a model, with ranges, gates and a way to break off."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

COMMIT = "1" * 40


class PretendHub:
    """``cut_after`` is the number of bytes after which the next large download breaks off, once. ``chunk_seconds`` is
    how long each piece of 64 KiB takes; ``claimed`` bytes are said of each file, whatever it has."""

    def __init__(self, model_id: str, folder: Path) -> None:
        self.id = model_id
        self.folder = folder
        self.card: dict[str, Any] = {"license": "creativeml-openrail-m"}
        self.gated: str | bool = False
        self.accepted_token = ""
        self.cut_after: int | None = None
        self.chunk_seconds = 0.0
        self.claimed: int | None = None
        self.fetched: list[str] = []
        self.ranges: list[tuple[str, str]] = []
        self.tokens: set[str] = set()
        hub = self

        class Handler(_Handler):
            owner = hub

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        self._thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self._thread.join()

    def fetched_weights(self) -> list[str]:
        return [name for name in self.fetched if name.endswith(".safetensors")]

    def page(self) -> dict[str, Any]:
        files = sorted(path for path in self.folder.rglob("*") if path.is_file())
        siblings = [
            {"rfilename": path.relative_to(self.folder).as_posix(), "size": self.claimed or path.stat().st_size}
            for path in files
        ]
        card = {"cardData": self.card, "gated": self.gated, "siblings": siblings}
        return {"id": self.id, "modelId": self.id, "sha": COMMIT, "private": False, "tags": [], **card}


class _Handler(BaseHTTPRequestHandler):
    owner: PretendHub
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self._answer(body=True)

    def _answer(self, body: bool) -> None:
        hub = self.owner
        path = self.path.split("?")[0]
        self.owner.tokens.add(self.headers.get("Authorization", ""))
        if path in (f"/api/models/{hub.id}", f"/api/models/{hub.id}/revision/{COMMIT}"):
            return self._send(200, json.dumps(hub.page()).encode(), {"Content-Type": "application/json"}, body)
        prefix = f"/{hub.id}/resolve/{COMMIT}/"
        if not path.startswith(prefix):
            return self._send(
                404, b"", {"X-Error-Code": "RepoNotFound", "X-Error-Message": "Repository not found"}, body
            )
        if hub.gated and self.headers.get("Authorization") != f"Bearer {hub.accepted_token}":
            return self._send(403, b"", {"X-Error-Code": "GatedRepo", "X-Error-Message": "Access is restricted"}, body)
        return self._file(path.removeprefix(prefix), body)

    def _file(self, name: str, body: bool) -> None:
        content = (self.owner.folder / name).read_bytes()
        headers = {
            "ETag": f'"{hashlib.sha256(content).hexdigest()}"',
            "X-Repo-Commit": COMMIT,
            "Accept-Ranges": "bytes",
        }
        wanted, status = self.headers.get("Range"), 200
        if wanted and body:
            start, _, end = wanted.removeprefix("bytes=").partition("-")
            last = min(int(end or len(content)), len(content) - 1)
            headers["Content-Range"] = f"bytes {start}-{last}/{len(content)}"
            content, status = content[int(start) : last + 1], 206
            self.owner.ranges.append((name, wanted))
        if body:
            self.owner.fetched.append(name)
        self._send(status, content, headers, body)

    def _send(self, status: int, content: bytes, headers: dict[str, str], body: bool) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if not body:
            return
        cut = self.owner.cut_after
        if cut is not None and len(content) > cut:
            self.wfile.write(content[:cut])
            self.close_connection = True
            self.owner.server.socket.close()  # nobody can come back either: the network is gone
            return
        for at in range(0, len(content), 1 << 16):
            try:
                self.wfile.write(content[at : at + (1 << 16)])
            except OSError:  # the other end was killed
                self.close_connection = True
                return
            time.sleep(self.owner.chunk_seconds)

    def log_message(self, *_: object) -> None: ...
