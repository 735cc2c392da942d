"""The websocket side: identify, events with sequence numbers, resume, and sessions that get lost.

https://discord.com/developers/docs/events/gateway
"""

from __future__ import annotations

import asyncio
import contextlib
import copy
import json
import secrets
import zlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import discord
from aiohttp import WSMsgType, web

from .simcord_adapter import DiscordState, needed_intent

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, MEMBERS, INVALID, HELLO, ACK = 0, 1, 2, 6, 8, 9, 10, 11
HEARTBEAT_MS = 41_250
ACK_SECONDS = 0.05  # discord.py notes that it sent a heartbeat after sending it, and warns where the ack was quicker
KEPT_EVENTS = 1_000  # a session that missed more cannot be resumed
NOT_AUTHENTICATED, BAD_TOKEN, FORBIDDEN_INTENTS = 4003, 4004, 4014
PRIVILEGED = discord.Intents(members=True, presences=True, message_content=True)


@dataclass(eq=False)
class Session:
    id: str
    intents: discord.Intents
    sequence: int = 0
    kept: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=KEPT_EVENTS))
    connection: Connection | None = None

    def push(self, name: str, payload: dict[str, Any]) -> None:
        self.sequence += 1
        frame = {"op": DISPATCH, "t": name, "s": self.sequence, "d": payload}
        self.kept.append(frame)
        if self.connection is not None:
            self.connection.outbox.put_nowait(frame)

    def replay(self, seen: int) -> bool:
        """Queues what came after ``seen``; False where that is no longer kept."""
        missing = [frame for frame in self.kept if frame["s"] > seen]
        if not 0 <= seen <= self.sequence or len(missing) != self.sequence - seen:
            return False
        if self.connection is not None:
            for frame in missing:
                self.connection.outbox.put_nowait(frame)
        self.push("RESUMED", {})
        return True


@dataclass(eq=False)
class Connection:
    socket: web.WebSocketResponse
    deflate: Any  # zlib.compressobj or None
    outbox: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)
    session: Session | None = None

    async def write(self) -> None:
        while True:
            frame = json.dumps(await self.outbox.get())
            if self.deflate is None:
                await self.socket.send_str(frame)
            else:
                data = self.deflate.compress(frame.encode()) + self.deflate.flush(zlib.Z_SYNC_FLUSH)
                await self.socket.send_bytes(data)


class Gateway:
    def __init__(self, state: DiscordState, token: str, *, privileged: bool, changed: Callable[[], None]) -> None:
        self.url = ""  # "ws://127.0.0.1:PORT/gateway/", known once the server listens
        self._state, self._token, self._privileged, self._changed = state, token, privileged, changed
        self._sessions: dict[str, Session] = {}
        self._connections: set[Connection] = set()
        self.identified = 0  # how often a fresh session began
        self.resumed = 0
        state.on_bot_event = self.push

    @property
    def connected(self) -> bool:
        return any(session.connection is not None for session in self._sessions.values())

    # ---------------------------------------------------------------- events

    def push(self, name: str, payload: dict[str, Any]) -> None:
        for session in self._sessions.values():
            self._push(session, name, payload)

    def _push(self, session: Session, name: str, payload: dict[str, Any]) -> None:
        gate = needed_intent(name, payload)
        if gate is not None and not getattr(session.intents, gate):
            return
        if name == "GUILD_CREATE":
            payload = copy.deepcopy(payload)
            self._state.prune_guild(payload, session.intents)
        elif name in ("MESSAGE_CREATE", "MESSAGE_UPDATE") and not session.intents.message_content:
            payload = copy.deepcopy(payload)
            self._state.censor(payload)
        session.push(name, payload)

    # ------------------------------------------------------------ connection

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(max_msg_size=1 << 20, compress=False)
        await socket.prepare(request)
        # A client that asked for zstd reads uncompressed text frames just as well.
        deflate = zlib.compressobj() if request.query.get("compress") == "zlib-stream" else None
        connection = Connection(socket, deflate)
        self._connections.add(connection)
        writer = asyncio.create_task(connection.write())
        connection.outbox.put_nowait({"op": HELLO, "s": None, "t": None, "d": {"heartbeat_interval": HEARTBEAT_MS}})
        try:
            async for message in socket:
                if message.type is not WSMsgType.TEXT:
                    break
                frame = json.loads(message.data)
                await self._receive(connection, frame["op"], frame.get("d"))
        finally:
            self._detach(connection)
            self._connections.discard(connection)
            writer.cancel()
            with contextlib.suppress(asyncio.CancelledError, ConnectionError):
                await writer
        return socket

    async def _receive(self, connection: Connection, op: int, data: Any) -> None:
        if op == HEARTBEAT:
            await asyncio.sleep(ACK_SECONDS)
            connection.outbox.put_nowait({"op": ACK, "s": None, "t": None, "d": None})
        elif op == IDENTIFY:
            await self._identify(connection, data)
        elif op == RESUME:
            self._resume(connection, data)
        elif connection.session is None:
            await connection.socket.close(code=NOT_AUTHENTICATED)
        elif op == MEMBERS:
            self._members(connection.session, data)
        # Presence and voice updates have nobody to show them to.

    async def _identify(self, connection: Connection, data: dict[str, Any]) -> None:
        if data["token"] != self._token:
            await connection.socket.close(code=BAD_TOKEN, message=b"Authentication failed.")
            return
        intents = discord.Intents._from_value(data["intents"])
        if intents.value & PRIVILEGED.value and not self._privileged:
            await connection.socket.close(code=FORBIDDEN_INTENTS, message=b"Disallowed intent(s).")
            return
        for stale in [name for name, session in self._sessions.items() if session.connection is None]:
            del self._sessions[stale]
        session = Session(secrets.token_hex(16), intents)
        self._attach(connection, session)
        self.identified += 1
        guilds = [guild.id for guild in self._state.guilds.values() if self._state.bot_user.id in guild.members]
        bot = self._state.user_payload(self._state.bot_user.id)
        ready = {
            "v": 10,
            "user": bot,
            "guilds": [{"id": str(guild), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": self.url,
            "shard": data.get("shard", [0, 1]),
            "application": {"id": str(self._state.application_id), "flags": 0},
        }
        self._push(session, "READY", ready)
        for guild in guilds:
            self._push(session, "GUILD_CREATE", self._state.guild_payload(guild))

    def _resume(self, connection: Connection, data: dict[str, Any]) -> None:
        session = self._sessions.get(data["session_id"])
        if session is not None and data["token"] == self._token:
            self._attach(connection, session)
            if session.replay(data["seq"]):
                self.resumed += 1
                return
            self._detach(connection)
            del self._sessions[session.id]
        connection.outbox.put_nowait({"op": INVALID, "s": None, "t": None, "d": False})

    def _attach(self, connection: Connection, session: Session) -> None:
        connection.session, session.connection = session, connection
        self._sessions[session.id] = session
        self._changed()

    def _detach(self, connection: Connection) -> None:
        session, connection.session = connection.session, None
        if session is not None and session.connection is connection:
            session.connection = None
            self._changed()

    def _members(self, session: Session, data: dict[str, Any]) -> None:
        guild = self._state.get_guild(int(data["guild_id"]))
        asked = {int(user) for user in data.get("user_ids") or ()}
        prefix = (data.get("query") or "").lower()
        members = [
            {**self._state.member_payload(guild.id, user), "user": self._state.user_payload(user)}
            for user in guild.members
            if (user in asked if asked else self._state.get_user(user).name.lower().startswith(prefix))
        ]
        chunk = {"guild_id": str(guild.id), "members": members, "chunk_index": 0, "chunk_count": 1}
        session.push("GUILD_MEMBERS_CHUNK", {**chunk, "nonce": data.get("nonce")})

    # ---------------------------------------------------------------- faults

    async def drop(self, *, resumable: bool) -> None:
        """Cuts every connection; where not ``resumable``, what happened meanwhile is lost to the bot."""
        if not resumable:
            self._sessions.clear()
        await self._close(code=4000)

    async def close(self) -> None:
        self._sessions.clear()
        await self._close(code=1001)

    async def _close(self, code: int) -> None:
        cut = list(self._connections)
        for connection in cut:
            self._detach(connection)
        await asyncio.gather(*(connection.socket.close(code=code) for connection in cut))
