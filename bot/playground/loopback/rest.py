"""The REST side: one handler that records, refuses as Discord would, and hands the rest to simcord's routes."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import Callable
from typing import Any

from aiohttp import web

from .faults import Fault, Faults
from .ledger import Ledger
from .recorded import RecordedRequest
from .simcord_adapter import ApiError, DiscordState
from .strict import check
from .wire import Incoming, answer, rate_limited, read

log = logging.getLogger(__name__)

API = "/api/v10"
CALLBACK = re.compile(r"/interactions/(\d+)/[^/]+/callback")
CHANNEL_MESSAGES = re.compile(r"/channels/(\d+)/messages")
NO_TOKEN_NEEDED = ("/interactions/", "/webhooks/")  # the token is in the path
NONCE_SECONDS = 300  # "the past few minutes"
KEPT_REQUESTS = 20_000

# What the portal would know of this application.
APPLICATION: dict[str, Any] = {
    "type": None,
    "flags_new": "0",
    "redirect_uris": [],
    "interactions_endpoint_url": None,
    "role_connections_verification_url": None,
    "approximate_user_install_count": 0,
    "approximate_user_authorization_count": 0,
    "explicit_content_filter": 0,
    "eligible_oauth2_scopes": [],
}


class Rest:
    def __init__(
        self,
        state: DiscordState,
        ledger: Ledger,
        faults: Faults,
        *,
        token: str,
        owner: Callable[[], int],
        changed: Callable[[], None],
    ) -> None:
        self._state, self._ledger, self._faults = state, ledger, faults
        self._token, self._owner, self._changed = token, owner, changed
        self._nonces: dict[str, tuple[float, int]] = {}  # nonce -> (monotonic time, message id)
        self.gateway_url = ""
        self.closed_dms: set[int] = set()
        self.requests: list[RecordedRequest] = []

    async def handle(self, request: web.Request) -> web.Response:
        arrived, path = time.monotonic(), request.path.removeprefix(API)
        record = RecordedRequest(request.method, path, request.content_type, None, (), time.time(), dict(request.query))
        self.requests.append(record)
        if len(self.requests) > KEPT_REQUESTS:
            del self.requests[: KEPT_REQUESTS // 2]
        if self._faults.delay_seconds:
            await asyncio.sleep(self._faults.delay_seconds)
        fault = self._faults.take(request.method, path)
        try:
            incoming = await read(request)
            record.body, record.files = incoming.body, incoming.recorded_files()
            if fault is None or fault.after:
                record.response = self._answer(request, path, incoming, arrived)
                record.status = 204 if record.response is None else 200
        except ApiError as error:
            record.status, record.response = error.status, error.to_json()
        except Exception:
            log.exception("the playground's Discord failed at %s %s", request.method, path)
            record.status, record.response = 500, {"message": "500: Internal Server Error", "code": 0}
        if fault is not None:
            response = self._faulty(record, fault)
        else:
            response = answer(record.response, 200 if record.status == 204 else record.status)
        self._changed()
        return response

    def _faulty(self, record: RecordedRequest, fault: Fault) -> web.Response:
        record.status = fault.status
        if fault.status == 429:
            return rate_limited(fault.retry_after)
        record.response = {"message": fault.message, "code": fault.code}
        return answer(record.response, fault.status)

    def _answer(self, request: web.Request, path: str, incoming: Incoming, arrived: float) -> Any:
        if not path.startswith(NO_TOKEN_NEEDED) and request.headers.get("Authorization") != f"Bot {self._token}":
            raise ApiError(401, 0, "401: Unauthorized")
        if path in ("/gateway", "/gateway/bot"):
            return self._gateway_info(path)
        check(request.method, path, incoming)
        if request.method == "POST" and (channel := CHANNEL_MESSAGES.fullmatch(path)):
            return self._send(request, path, int(channel[1]), incoming)
        if callback := CALLBACK.fullmatch(path):
            return self._callback(request, path, int(callback[1]), incoming, arrived)
        result = self._pass_on(request, path, incoming)
        if path == "/oauth2/applications/@me":
            return self._application(result)
        if path == "/users/@me/channels":
            result["flags"] = 0
        return result

    def _pass_on(self, request: web.Request, path: str, incoming: Incoming) -> Any:
        reason = request.headers.get("X-Audit-Log-Reason")
        return self._state.answer(
            request.method, path, incoming.body, dict(request.query), list(incoming.uploads), reason
        )

    def _gateway_info(self, path: str) -> dict[str, Any]:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        info: dict[str, Any] = {"url": self.gateway_url}
        return info | {"shards": 1, "session_start_limit": limit} if path.endswith("/bot") else info

    def _application(self, application: dict[str, Any]) -> dict[str, Any]:
        owner = self._state.user_payload(self._owner()) | {"primary_guild": None}
        counts = {"approximate_guild_count": len(self._state.guilds)}
        return {**APPLICATION, **application, **counts, "owner": owner}

    def _send(self, request: web.Request, path: str, channel_id: int, incoming: Incoming) -> Any:
        channel = self._state.get_channel(channel_id)
        for person in channel.recipient_ids if channel.guild_id is None else ():
            if person in self.closed_dms or not self._shares_a_guild(person):
                raise ApiError(403, 50007, "Cannot send messages to this user")
        if incoming.uploads and channel.guild_id is not None:
            self._state.require_permissions(
                channel.guild_id, self._state.bot_user.id, channel_id, "send_messages", "attach_files"
            )
        body = incoming.body if isinstance(incoming.body, dict) else {}
        nonce = body.get("nonce")
        if nonce is not None and body.get("enforce_nonce") and (sent := self._already_sent(str(nonce))):
            return sent
        with self._state.nonce(nonce):
            result = self._pass_on(request, path, incoming)
        if nonce is not None:
            self._nonces[str(nonce)] = (time.monotonic(), int(result["id"]))
            result["nonce"] = nonce
        return result

    def _already_sent(self, nonce: str) -> dict[str, Any] | None:
        """Discord checks a nonce against the author's messages of the past few minutes, in any channel."""
        oldest = time.monotonic() - NONCE_SECONDS
        self._nonces = {key: value for key, value in self._nonces.items() if value[0] >= oldest}
        known = self._nonces.get(nonce)
        message = self._state.find_message(known[1]) if known else None
        return None if message is None else {**self._state.message_payload(message), "nonce": nonce}

    def _shares_a_guild(self, person: int) -> bool:
        return any(person in guild.members for guild in self._state.guilds.values())

    def _callback(self, request: web.Request, path: str, interaction: int, incoming: Incoming, arrived: float) -> Any:
        result = self._pass_on(request, path, incoming)
        if result["interaction"]["response_message_id"] is None:
            del result["interaction"]["response_message_id"]
        record = self._state.interactions[interaction]
        if record.modal is not None:
            record.modal = self._state.snapshot(record.modal)
        self._ledger.acknowledged(interaction, record.user_id, arrived, record)
        wants_response = request.query.get("with_response", "").lower() in ("1", "true")
        return result if wants_response else None
