"""Who gets in: the printed key, our own Host and Origin; and what the answers forbid the browser."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio

from bot.playground.loopback import Loopback
from bot.playground.media import disposition, localise, sniff
from bot.playground.server import PageServer, PortsBusy

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def visitor(server: PageServer) -> AsyncIterator[aiohttp.ClientSession]:
    """A browser that followed the printed link."""
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(f"http://127.0.0.1:{server.port}", cookie_jar=jar) as session:
        async with session.get(f"/?key={server.guard.key}") as answer:
            assert answer.status == 200
            assert answer.url.path_qs == "/"
        yield session


async def test_the_key_sets_a_strict_cookie_and_leaves_the_address_bar(server: PageServer) -> None:
    async with aiohttp.ClientSession() as session, session.get(server.link, allow_redirects=False) as answer:
        assert answer.status == 303
        assert answer.headers["Location"] == "/"
        cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie


async def test_a_link_followed_from_another_site_still_opens(server: PageServer) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    async with aiohttp.ClientSession(headers=headers) as session, session.get(server.link) as answer:
        assert answer.status == 200
        assert 'http-equiv="refresh"' in await answer.text()


@pytest.mark.parametrize("path", ["/", "/assets/main.js", "/api/state", "/cdn/attachments/1/2/a.png", "/?key=wrong"])
async def test_nothing_without_the_key(server: PageServer, path: str) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{server.port}{path}") as answer:
        assert answer.status == 403


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", ""])
async def test_a_foreign_host_is_refused(visitor: aiohttp.ClientSession, server: PageServer, host: str) -> None:
    async with visitor.get("/api/state", headers={"Host": host.format(port=server.port)}) as answer:
        assert answer.status in (400, 403)


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1"])
async def test_a_foreign_origin_is_refused(visitor: aiohttp.ClientSession, server: PageServer, origin: str) -> None:
    headers = {"Origin": origin.format(port=server.port)}
    async with visitor.get("/api/state", headers=headers) as answer:
        assert answer.status == 403
    async with visitor.post("/api/messages/1/press", json={"custom_id": "x"}, headers=headers) as answer:
        assert answer.status == 403
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await visitor.ws_connect("/api/live", headers=headers)


async def test_writing_and_listening_need_an_origin(visitor: aiohttp.ClientSession) -> None:
    async with visitor.post("/api/messages/1/press", json={"custom_id": "x"}) as answer:
        assert answer.status == 403
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await visitor.ws_connect("/api/live")


async def test_an_embedding_by_another_site_is_refused(visitor: aiohttp.ClientSession) -> None:
    async with visitor.get("/api/state", headers={"Sec-Fetch-Site": "same-site"}) as answer:
        assert answer.status == 403


async def test_every_answer_carries_the_strict_policy(visitor: aiohttp.ClientSession) -> None:
    for path in ("/", "/assets/main.js", "/api/state", "/nowhere"):
        async with visitor.get(path) as answer:
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_assets_cannot_leave_their_folder(visitor: aiohttp.ClientSession) -> None:
    for name in (
        "..%2f..%2fserver.py",
        "a%2f..%2f..%2f..%2fserver.py",
        "%2e%2e/%2e%2e/server.py",
        ".hidden",
        "missing.js",
        "%00",
    ):
        async with visitor.get(f"/assets/{name}") as answer:
            assert answer.status in (400, 403, 404)


async def test_a_refusal_is_one_sentence(
    visitor: aiohttp.ClientSession, server: PageServer, loopback: Loopback
) -> None:
    headers = {"Origin": f"http://127.0.0.1:{server.port}"}
    channel = f"/api/channels/{loopback.channel}"
    async with visitor.post(f"{channel}/slash", json={"path": "nothing"}, headers=headers) as answer:
        assert "/nothing" in (await answer.json())["refused"]
    async with visitor.post(f"{channel}/messages", data=b"[]", headers=headers) as answer:
        assert answer.status == 400
    for path in ("/api/state?as=1", "/api/channels/1/messages", "/api/channels/x/commands"):
        async with visitor.get(path) as answer:
            assert answer.status == 404
            assert (await answer.json())["message"]


async def test_files_are_told_by_their_bytes(
    visitor: aiohttp.ClientSession, server: PageServer, loopback: Loopback
) -> None:
    page = b"<!doctype html><script>alert(1)</script>"
    sent = await loopback.send_message(loopback.owner, loopback.channel, files=[("a.png", page), ("b.html", page)])
    for attachment in sent["attachments"]:
        path = localise(attachment, f"http://127.0.0.1:{loopback.port}")["url"]
        assert path.startswith("/cdn/")
        async with visitor.get(path) as answer:
            assert await answer.read() == page
            assert answer.content_type == "application/octet-stream"
            assert answer.headers["Content-Disposition"].startswith("attachment;")
            assert "sandbox" in answer.headers["Content-Security-Policy"]


async def test_only_four_picture_kinds_and_audio_are_inline() -> None:
    assert sniff(b"\x89PNG\r\n\x1a\n....") == "image/png"
    assert sniff(b"RIFF....WEBPVP8 ") == "image/webp"
    assert sniff(b"<svg xmlns='http://www.w3.org/2000/svg'>") is None
    assert sniff(b"") is None
    assert disposition("attachment", 'a"\r\nb.png') == "attachment; filename*=UTF-8''a%22%0D%0Ab.png"


async def test_a_taken_port_leads_to_the_next(server: PageServer, loopback: Loopback) -> None:
    from bot.playground.console import Console

    async with PageServer(loopback, Console(), port=server.port) as second:
        assert server.port < second.port < server.port + 20


async def test_all_ports_taken_is_said(monkeypatch: pytest.MonkeyPatch, server: PageServer, loopback: Loopback) -> None:
    from bot.playground import server as module
    from bot.playground.console import Console

    monkeypatch.setattr(module, "PORTS_TRIED", 1)
    with pytest.raises(PortsBusy, match=str(server.port)):
        async with PageServer(loopback, Console(), port=server.port):
            pass
